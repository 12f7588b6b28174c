"""Sentences about words that are not known: the nearest one, or all that are allowed."""

from collections.abc import Sequence

LONGEST_SHOWN = 60
MOST_LISTED = 14
NEAR = 0.6


def shown(value: object) -> str:
    """Return a value as it can be shown in a sentence, shortened."""
    text = " ".join(str(value).split())
    return f"„{text[: LONGEST_SHOWN - 1]}…“" if len(text) > LONGEST_SHOWN else f"„{text}“"


def unknown_sentence(word: str, allowed: Sequence[str], what: str) -> str:
    """Return the sentence for a word that is not among those allowed, with the nearest one or all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - heavy or seldom needed

    start = f"{what} {shown(word)} gibt es hier nicht."
    near = get_close_matches(word, allowed, n=1, cutoff=NEAR)
    if near:
        return f"{start} Meinten Sie „{near[0]}“?"
    return f"{start} Möglich: {few(allowed)}." if allowed else start


def few(words: Sequence[str]) -> str:
    """Return words joined, cut after a dozen."""
    return ", ".join(words[:MOST_LISTED]) + (" …" if len(words) > MOST_LISTED else "")


def bare(text: str) -> str:
    """Return what of a word counts: letters and digits in lower case; signs only where there is nothing else."""
    return "".join(sign for sign in text.casefold() if sign.isalnum()) or text.strip()
