"""insek: the self-check of a small municipality for a lean INSEK/INGEKO."""

__version__ = "0.1.0"
