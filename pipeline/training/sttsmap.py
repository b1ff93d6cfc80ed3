"""One mapping of part-of-speech tags: dictionary codes, treebanks and teachers to STTS.

The target is the Stuttgart-Tübingen tag set (Schiller, Teufel, Stöckert and Thielen 1999) with
PROAV for pronominal adverbs.
"""

from __future__ import annotations

#: finer or older names of STTS tags, as EmpiriST (STTS-IBK), GSD and the Hannover tagger write them
ALIASES = {
    "PAV": "PROAV", "PIDAT": "PIAT", "PTKMA": "ADV", "PTKIFG": "ADV", "PTKMWL": "ADV",
    "ADRPRO": "NE", "VVPPER": "VVFIN", "VAPPER": "VAFIN", "VMPPER": "VMFIN",
    "KOUSPPER": "KOUS", "PPERPPER": "PPER", "ADVART": "ADV", "APPRPPER": "APPR",
    "EMOASC": "$(", "EMOIMG": "$(", "HST": "NN", "ADR": "NE", "URL": "NE", "EML": "NE",
    "AKW": "VVINF", "ONO": "ITJ", "DM": "ADV", "NNE": "NN", "NNA": "NN", "NNI": "NN",
    "PWREL": "PRELS", "NNUM": "CARD", "VVIMPER": "VVIMP", "SGML": "XY", "SPELL": "XY",
}  # fmt: skip

VERB_GROUPS = {"haben": "VA", "sein": "VA", "werden": "VA"}
MODALS = frozenset({"können", "müssen", "dürfen", "sollen", "wollen", "mögen", "möchten"})
CASES = {"NOM": "n", "GEN": "g", "DAT": "d", "AKK": "a"}
GENDERS = {"MAS": "m", "FEM": "f", "NEU": "n", "ALG": "*"}


def normalise(tag: str) -> str:
    """The project's name of a tag written by any of the sources (`VV(FIN)` is `VVFIN`)."""
    tag = tag.replace("(", "").replace(")", "") if not tag.startswith("$") else tag
    return ALIASES.get(tag, tag)


def verb_group(lemma: str) -> str:
    """`VA`, `VM` or `VV`: which verb tags a verb's forms take."""
    return VERB_GROUPS.get(lemma, "VM" if lemma in MODALS else "VV")


def nominal_features(parts: list[str]) -> str:
    """Case, number and gender of a dictionary code as `nsgm`; empty where it has none."""
    case = next((CASES[p] for p in parts if p in CASES), "")
    number = "sg" if "SIN" in parts else "pl" if "PLU" in parts else ""
    if not case or not number:
        return ""
    gender = next((GENDERS[p] for p in parts if p in GENDERS), "*")
    return case + number + (gender if number == "sg" or gender in "mfn" else "*")


def finite_features(parts: list[str]) -> str:
    """Person, number, tense and mood as `3spi` (third, singular, present, indicative)."""
    person = next((p for p in parts if p in {"1", "2", "3"}), "3")
    number = "s" if "SIN" in parts else "p"
    tense, mood = "p", "i"
    if "PRT" in parts:
        tense = "t"
    elif "KJ2" in parts:
        tense, mood = "t", "s"
    elif "KJ1" in parts:
        mood = "s"
    return person + number + tense + mood


def dictionary_tag(form: str, lemma: str, code: str) -> tuple[str, str] | None:
    """STTS tag and features of one dictionary analysis, or None where it is of no use.

    Args:
        form: the inflected form.
        lemma: its lemma in the dictionary.
        code: the dictionary's code, parts joined by colons (`VER:3:SIN:PRT:SFT`).
    """
    parts = code.split(":")
    head = parts[0]
    if head == "VER":
        group = verb_group(lemma)
        if (
            form[:1].isupper()
            or "PA1" in parts
            or (
                group != "VV" and parts[1] not in {"AUX", "MOD"} and not {"INF", "PA2"} & set(parts)
            )
        ):
            return None
        if "INF" in parts:
            return group + "INF", ""
        if "EIZ" in parts:
            return "VVIZU", ""
        if "PA2" in parts:
            return group + "PP", ""
        if "IMP" in parts:
            return ("VVIMP" if group == "VV" else "VAIMP"), ""
        return group + "FIN", finite_features(parts)
    if head in {"ADJ", "PA1", "PA2"}:
        if "PRD" in parts:
            return None if head == "PA2" else ("ADJD", "")
        return "ADJA", nominal_features(parts)
    if head == "SUB":
        return "NN", nominal_features(parts)
    if head == "EIG":
        return "NE", nominal_features(parts)
    if head == "ART":
        return "ART", nominal_features(parts)
    if head == "PRO" and len(parts) > 1:
        kind = parts[1]
        attributive = "STV" not in parts or lemma not in {"einer"}
        tag = {"DEM": "PDAT" if attributive else "PDS", "IND": "PIAT", "POS": "PPOSAT",
               "RIN": "PRELS", "PER": "PPER", "REF": "PRF"}.get(kind)  # fmt: skip
        return (tag, nominal_features(parts)) if tag else None
    simple = {"ADV": "ADV", "PRP": "APPR", "ZUS": "PTKVZ", "ZAL": "CARD", "INJ": "ITJ",
              "NEG": "ADV"}.get(head)  # fmt: skip
    return (simple, "") if simple else None
