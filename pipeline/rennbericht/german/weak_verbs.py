"""Forms of verbs that the full-form lexicon lacks: all of them are weak (`aufschnupfen`).

Which verbs these are stands in `patterns/language/verbs.jsonl`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

#: tag, form, features (person, number, tense, mood)
Form = tuple[str, str, tuple[str, ...]]
#: behind them a stem takes an -e- before the ending: `gerettet`
_DENTALS = ("t", "d")
#: verbs with these beginnings or endings build no participle with ge-
_UNSTRESSED = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer")
_FOREIGN = "ieren"


def base(verb: str, particle: Callable[[str], bool]) -> str:
    """A verb without its separable particle: `schnupfen` of `aufschnupfen`."""
    for size in range(len(verb) - 4, 1, -1):
        if particle(verb[:size]):
            return verb[size:]
    return verb


def unlisted(
    verbs: Iterable[str], particle: Callable[[str], bool], known: Callable[[str], bool]
) -> list[str]:
    """The verbs of which no part is a verb that the lexicon knows, without particles.

    Args:
        verbs: infinitives.
        particle: tells whether a word can be a separable particle.
        known: tells whether a word is an infinitive of the lexicon.
    """
    bases = dict.fromkeys(base(verb, particle) for verb in verbs)
    return [
        verb
        for verb in bases
        if verb.endswith(("en", "ern", "eln"))
        and not known(verb)
        # raussein, nachvornearbeiten: a known verb with what stands before it
        and not any(known(verb[at:]) for at in range(2, len(verb) - 3))
    ]


def forms(verb: str) -> Iterator[Form]:
    """All forms of a weak verb."""
    stem = verb[:-2] if verb.endswith("en") else verb[:-1]
    link = "e" if stem.endswith(_DENTALS) else ""
    yield "VVINF", verb, ()
    yield "VVFIN", verb, ("1ppi", "3ppi")
    yield "VVFIN", stem + "e", ("1spi",)
    yield "VVFIN", f"{stem}{link}st", ("2spi",)
    yield "VVFIN", f"{stem}{link}t", ("3spi", "2ppi")
    yield "VVFIN", f"{stem}{link}te", ("1sti", "3sti")
    yield "VVFIN", f"{stem}{link}ten", ("1pti", "3pti")
    bare = verb.endswith(_FOREIGN) or verb.startswith(_UNSTRESSED)
    yield "VVPP", ("" if bare else "ge") + f"{stem}{link}t", ()
