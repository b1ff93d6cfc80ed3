"""One lemma for a form and its tag, whatever model gave the tag.

The lexicon decides; the model's lemma is taken where the lexicon knows nothing, then rules.
"""

from __future__ import annotations

from typing import Literal

from .lexicon import Lexicon

#: the full-form lexicon, the German model's own lemma, the rule for weak verbs, the form itself
LemmaSource = Literal["lexicon", "model", "rule", "form"]

_WEAK_FINITE = ("test", "tet", "ten", "te", "st", "t", "e")
#: genitives of nouns in -er
_GENITIVES = ("ers",)
_OWN = frozenset({"NE", "FM", "XY", "CARD", "TRUNC"})


class Lemmatiser:
    """Lemmas by form and tag.

    Args:
        lexicon: the full-form lexicon.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def lemma(self, form: str, tag: str, fallback: str = "") -> str:
        """The lemma of a form.

        Args:
            form: the word as written.
            tag: its STTS tag.
            fallback: the model's own lemma, used where the lexicon has none.
        """
        return self.traced(form, tag, fallback)[0]

    def traced(self, form: str, tag: str, fallback: str = "") -> tuple[str, LemmaSource]:
        """The lemma of a form (arguments as for `lemma`), and where it comes from."""
        if tag[:1] == "$" or tag in _OWN:
            return (self._name(form) if tag == "NE" else form), "form"
        found = self._lexicon.lemma(form, tag)
        if found is None and tag[:1] == "V" and not form.islower():
            found = self._lexicon.lemma(form.lower(), tag)
        if found is not None:
            return found, "lexicon"
        if fallback and fallback not in {form, "--"}:
            return fallback, "model"
        if tag[:1] == "V":
            return weak_infinitive(form.lower(), tag), "rule"
        if tag == "NN" and form.endswith(_GENITIVES):
            # `des Stoßdämpfers`: no lexicon has all compounds
            return form[:-1], "rule"
        return (form if tag == "NN" else form.lower()), "form"

    def _name(self, form: str) -> str:
        """A name's base form: a genitive loses its -s where the rest is a known name or a noun."""
        if form[-1:] == "s":
            bare = form[:-1]
            if any(r.tag == "NE" for r in self._lexicon.readings(bare)):
                listed = [r for r in self._lexicon.readings(form) if r.tag == "NE"]
                if not any(r.lemma == form for r in listed):
                    return bare
            for reading in self._lexicon.readings(form):
                # `den Reigen der Boxenstopps`: a noun taken for a name; `Hamiltons` has no plural
                if reading.lemma == bare and any("pl" in f for f in reading.features):
                    return bare
        return form


def weak_infinitive(form: str, tag: str) -> str:
    """Infinitive of an unlisted form, taken as regular (`twitterte`, `revanchierte`)."""
    if tag.endswith("INF"):
        return form
    if tag == "VVIZU":
        return form.replace("zu", "", 1)
    stem = form
    if tag.endswith("PP"):
        if stem.startswith("ge"):
            stem = stem[2:]
        stem = stem.removesuffix("et") if stem.endswith("tet") else stem.removesuffix("t")
    else:
        ending = next((e for e in _WEAK_FINITE if form.endswith(e) and len(form) > len(e) + 2), "")
        stem = form[: len(form) - len(ending)] if ending else form
    if stem.endswith(("er", "el")) and not stem.endswith("ier"):
        return stem + "n"
    return stem + ("n" if stem.endswith("e") else "en")
