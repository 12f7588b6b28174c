"""stub"""
def assess() -> None:
    """x"""
