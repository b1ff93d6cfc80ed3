"""Whether an unlisted word is put together of words that are listed (`Kiesbettausflüge`)."""

from __future__ import annotations

from rennbericht.bounds import KEPT_WORDS

from ..german.lexicon import Lexicon

_PROPER = frozenset({"NE", "FM", "XY", "VVIMP"})
#: what may stand between the parts, nothing first
_LINKS = ("", "s", "es", "n", "en", "e", "er")
_SHORTEST = 3
_LONG = 5


class Composition:
    """Takes words apart, each form once.

    Args:
        lexicon: the words that are listed.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[str, bool] = {}

    def composed(self, form: str) -> bool:
        """Whether a capitalised form ends in a listed noun and the rest is of listed words too."""
        found = self._known.get(form)
        if found is None:
            if len(self._known) > KEPT_WORDS:
                self._known.clear()
            self._known[form] = False  # while it is being found out
            found = self._known[form] = any(
                self._noun(_title(form[at:])) and self._first(form[:at].rstrip("-"))
                for at in range(len(form) - _SHORTEST, _SHORTEST - 1, -1)
            )
        return found

    def ends_in_noun(self, form: str) -> bool:
        """Whether the end of a form is a listed noun of some length."""
        return any(self._noun(_title(form[at:])) for at in range(2, len(form) - _LONG + 1))

    def _noun(self, form: str) -> bool:
        lexicon = self._lexicon
        return lexicon.knows(form) and any(r.tag == "NN" for r in lexicon.readings(form))

    def _first(self, head: str) -> bool:
        return any(
            len(head) - len(link) >= _SHORTEST and self._stem(_title(head[: len(head) - len(link)]))
            for link in _LINKS
            if head.endswith(link)
        )

    def _stem(self, stem: str) -> bool:
        """Whether it is a word, a verb without its ending, a noun without its -e, or composed."""
        forms = (stem, stem.lower() + "en", stem.lower() + "n", stem + "e", stem + "en")
        return any(self._word(form) for form in forms) or self.composed(stem)

    def _word(self, form: str) -> bool:
        return self._lexicon.knows(form) and bool(self._lexicon.tags(form) - _PROPER)


def _title(form: str) -> str:
    return form[:1].upper() + form[1:]
