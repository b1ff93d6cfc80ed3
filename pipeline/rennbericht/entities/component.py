"""Finds the names of a document and writes them as mentions, entities and discarded spans."""

from __future__ import annotations

from pathlib import Path

from spacy.tokens import Doc

from ..batches import Batched
from ..columns import Marked, set_entities, set_spans
from .bracketed import claim_bracketed
from .choice import Setting, from_match, settle_makes, settle_surnames, settle_teams
from .company import claim_company
from .compounds import Compounds, claim_compounds, ends_in_make, name_car
from .corners import claim_shaped_corners, claim_unnamed_corners
from .designations import claim_designations, claim_versions
from .fullnames import claim_full_names, is_other
from .gazetteer import load_gazetteer
from .initials import claim_initialled, settle_initialled
from .joined import claim_open_compounds, join_cars
from .kin import claim_kin
from .lone import claim_lone
from .measures import find_measures
from .measures.vocabulary import load_vocabulary
from .model import ENTITY_LABELS, MENTIONS, SHOWN, Mention, shown_as
from .places import claim_places, is_rally
from .races import race_names
from .recogniser import claim_recognised, recogniser
from .sponsors import claim_sponsors
from .surnames import claim_first_names, claim_surnames, fixed_phrase, team_context
from .teams import claim_teams
from .text import Claim, Match, Text, find_phrases
from .variants import settle_variants
from .vocabulary import Vocabulary, load_cues

#: article's date, ISO 8601, as the readers leave it
PUBLISHED = "rennbericht_published"
DISCARDED = "discarded"
#: shorter names of corners need their track in the text
_TELLING_CORNER = 8
#: before a make alone: `Rea siegte auf Triumph`
_MOUNT = "auf"
#: behind these a sentence may begin
_OPENING = frozenset('„“"»«:–-•(')
#: before a corner that bears somebody's surname
_AT = ("in", "ausgangs", "eingangs")


class EntityFinder(Batched):
    """The component: names by gazetteer, cues and shapes, and measured expressions.

    Args:
        patterns: a patterns folder; the shipped one when None.
        network: whether the recogniser of `models/race_ner` is asked too, where it is there.

    Raises:
        PatternError: a pattern line is not valid.
    """

    def __init__(self, patterns: str | Path | None = None, *, network: bool = True) -> None:
        folder = Path(patterns) if patterns else None
        self.folder = folder
        self.gazetteer = load_gazetteer(folder)
        self.vocabulary = Vocabulary(self.gazetteer, load_cues(folder))
        self.compounds = Compounds(self.vocabulary)
        self.network = recogniser() if network else None
        self._parts_of_tracks = self.gazetteer.parts_of_tracks()
        numbering = load_vocabulary(folder).cues["number"]
        self._numbering = frozenset(word.lower() for word in numbering)

    def __call__(self, doc: Doc) -> Doc:
        """Find mentions; sets `doc.user_data`, `doc.ents` and `doc.spans["discarded"]`."""
        text = Text(doc, self.vocabulary)
        matches, lost = find_phrases(text)
        tracks = {n.id for m in matches for n in m.names if n.label in ("TRACK", "SERIES")}
        tracks |= {t for t, f in self._parts_of_tracks.items() if f in tracks}
        long = {n.id for match in matches if match.end - match.start > 1 for n in match.names}
        for match in matches:
            _without_corners(text, match)
        sure = [_supported(text, match, long, tracks) for match in matches]
        told = {n.id for m, is_sure in zip(matches, sure, strict=True) if is_sure for n in m.names}
        sure = [s or _nickname(m, told) for m, s in zip(matches, sure, strict=True)]
        series = self.compounds.series(text)
        certain = [match for match, is_sure in zip(matches, sure, strict=True) if is_sure]
        setting = Setting(self.gazetteer, certain, series, _season(doc))
        for match, is_sure in zip(matches, sure, strict=True):
            if not is_sure and not _team_of_series(text, match, setting):
                continue
            chosen, others = setting.pick(match)
            claim = from_match(match, chosen, others, self.gazetteer)
            name_car(text, claim)
            text.claim(claim)
        claim_shaped_corners(text, self.compounds)
        claim_compounds(text, self.compounds, setting.prefer())
        claim_open_compounds(text, self.compounds)
        claim_designations(text)
        claim_teams(text)
        claim_full_names(text)
        _mark_others(text)
        claim_places(text)
        if self.network is not None:
            claim_recognised(text, self.network)
        claim_initialled(text)
        claim_surnames(text, setting.fits)
        claim_first_names(text)
        claim_kin(text)
        claim_lone(text)
        claim_bracketed(text, self._numbering)
        claim_versions(text)
        claim_company(text)
        claim_unnamed_corners(text, setting)
        settle_surnames(text, setting)
        settle_initialled(text)
        settle_teams(text, setting)
        settle_makes(text, setting)
        settle_variants(text)
        claim_sponsors(text)
        join_cars(text)
        for match in lost:
            name = match.names[0]
            text.discarded.append(from_match(match, name, match.names[1:], self.gazetteer))
        _write(doc, text, find_measures(doc, self.folder))
        return doc


def _supported(text: Text, match: Match, long: set[str], tracks: set[str]) -> bool:
    """Whether a name that is an everyday word as well is meant here.

    Args:
        text: the document.
        match: the name.
        long: ids of what the text names with more than one word.
        tracks: ids of the tracks and series in the text.
    """
    word = text.words[match.start]
    labels = {name.label for name in match.names}
    if labels == {"CORNER"}:
        return _known_corner(text, match, tracks)
    if match.end - match.start > 1 or not word.ordinary:
        return True
    if labels & {"TEAM", "MANUFACTURER"} and _no_noun(text, match.start):
        return True
    guarded = word.key in text.vocabulary.cues.words_first
    if labels & {"SERIES", "CLASS", "MANUFACTURER", "PERSON"} and not guarded:
        return True
    if guarded and text.lower(match.start - 1) == _MOUNT:
        return True
    if (guarded or "TEAM" in labels) and team_context(text, match.start):
        return True
    before = text.tags[match.start - 1] if match.start else ""
    if "TRACK" in labels and before == "APPR":
        return True
    if labels & {"CAR", "CORNER"} and before.startswith(("ART", "APPR", "ADJA", "PPOSAT")):
        return True
    if "CAR" in labels and ends_in_make(text, match.start - 1):
        # `der HRT-Ford Mustang`
        return True
    return any(name.id in long for name in match.names)


def _no_noun(text: Text, i: int) -> bool:
    """Whether a capitalised word within a sentence can be no noun of the language (`im Sauber`)."""
    word = text.words[i]
    if text.sentence_start(i) or not word.name_like or word.form.isupper():
        return False
    if text.words[i - 1].form in _OPENING:
        return False
    return "NN" not in text.vocabulary.lexicon.tags(word.form)


def _team_of_series(text: Text, match: Match, setting: Setting) -> bool:
    """Whether an everyday word is the name of a team in the article's series (`Abt`)."""
    before = text.tags[match.start - 1] if match.start else ""
    noun = before.startswith(("ART", "APPRART", "ADJ", "PPOSAT"))
    return not (noun or fixed_phrase(text, match.start)) and any(
        name.label == "TEAM" and setting.of_series(name.id) for name in match.names
    )


def _nickname(match: Match, told: set[str]) -> bool:
    """Whether a word is another name of a team that the text names (`die Roten`)."""
    return any(name.label == "TEAM" and name.id in told for name in match.names)


def _without_corners(text: Text, match: Match) -> None:
    """Read a name that a corner shares with something else as that, but `in der Estoril`."""
    others = [name for name in match.names if name.label != "CORNER"]
    if others and not text.behind_article(match.start):
        match.names = others


def _known_corner(text: Text, match: Match, tracks: set[str]) -> bool:
    """Whether a corner's track or rally is in the text, or its name can mean nothing else."""
    facts = text.vocabulary.gazetteer.facts
    word = text.words[match.start]
    alone = match.end - match.start == 1
    placed = text.behind_article(match.start) or text.lower(match.start - 1) in _AT
    if alone and word.surnames and not placed:
        # `vor Villeneuve` is the driver, `in der Villeneuve` the corner of Imola
        return False
    for name in match.names:
        known = facts.get(name.id, {})
        if known.get("track") in tracks or not tracks.isdisjoint(known.get("series", ())):
            return not (word.ordinary and text.sentence_start(match.start))
    return not alone or (not word.listed and not word.first and len(word.form) >= _TELLING_CORNER)


def _season(doc: Doc) -> int | None:
    published = str(doc.user_data.get(PUBLISHED) or "")
    return int(published[:4]) if published[:4].isdigit() else None


def _mark_others(text: Text) -> None:
    """Known people whom the text calls team boss or expert are no drivers in it."""
    others = {
        claim.id
        for claim in text.standing()
        if claim.label == "DRIVER" and claim.full_person and is_other(text, claim.start, claim.end)
    }
    for claim in text.claims:
        if claim.id in others:
            claim.label = "PERSON"


def _write(doc: Doc, text: Text, measures: list[Mention]) -> None:
    names = [_mention(text, claim) for claim in text.standing()]
    names = _without_covered(_without_stages(names, measures, is_rally(text)), measures)
    taken = [False] * len(doc)
    for name in names:
        taken[name["start"] : name["end"]] = [True] * (name["end"] - name["start"])
    kept: list[Mention] = []
    lost: list[Mention] = []
    for m in measures:
        (lost if True in taken[m["start"] : m["end"]] else kept).append(m)
    sessions = {(m["start"], m["end"]): m["value"] for m in measures if m["label"] == "SESSION"}
    for name in names:
        if "head" in name["parts"]:
            # the series of `MotoGP-Sprint`: which session it is, too
            name["value"] = sessions.get((name["start"], name["end"]))
    mentions = sorted([*names, *kept], key=lambda m: (m["start"], -m["end"]))
    doc.user_data[MENTIONS] = mentions
    races = [_mention(text, claim) for claim in race_names(text)]
    doc.user_data[SHOWN] = races
    set_entities(doc, _shown(_overlaid(mentions, races) if races else mentions))
    losers = [_mention(text, claim) for claim in text.discarded]
    losers += [m for m in lost if m["label"] in ENTITY_LABELS]
    losers.sort(key=lambda m: (m["start"], -m["end"], m["label"]))
    set_spans(doc, DISCARDED, [(m["start"], m["end"], m["label"], m["id"] or "") for m in losers])


def _overlaid(mentions: list[Mention], races: list[Mention]) -> list[Mention]:
    """Mentions and names of races, without the mentions that stand within these."""
    inside = {token for race in races for token in range(race["start"], race["end"])}
    kept = [m for m in mentions if m["start"] not in inside]
    return sorted([*kept, *races], key=lambda m: (m["start"], -m["end"]))


def _without_stages(names: list[Mention], measures: list[Mention], rally: bool) -> list[Mention]:
    """Names but classes (`SP 9`) that are stages, in a text of a rally or of others (`WP 3`)."""
    stages = {
        (m["start"], m["end"])
        for m in measures
        if m["label"] == "SESSION" and (m["value"] or {}).get("session") == "stage"
    }
    classes = {(name["start"], name["end"]) for name in names if name["label"] == "CLASS"}
    if not rally and not stages - classes:
        return names
    return [n for n in names if n["label"] != "CLASS" or (n["start"], n["end"]) not in stages]


def _without_covered(names: list[Mention], measures: list[Mention]) -> list[Mention]:
    """Names but those inside a longer measured expression (`Q3`); dates hold no place.

    The car with the number 911 is `die 911`, no type of car.
    """
    numbers = {(m["start"], m["end"]) for m in measures if m["label"] == "NUMBER"}
    extent: dict[int, tuple[int, int]] = {}
    for m in measures:
        if m["label"] != "DATE":
            extent.update((token, (m["start"], m["end"])) for token in range(m["start"], m["end"]))
    kept = []
    for name in names:
        start, end = extent.get(name["start"], (0, 0))
        if not (
            start <= name["start"]
            and name["end"] <= end
            and ((start, end) != (name["start"], name["end"]) or (start, end) in numbers)
        ):
            kept.append(name)
    return kept


def _shown(mentions: list[Mention]) -> list[Marked]:
    """What stands in `doc.ents` of mentions."""
    spans: list[Marked] = []
    done = 0
    for mention in mentions:
        label = shown_as(mention)
        if label is None or mention["start"] < done:
            continue
        done = mention["end"]
        spans.append((mention["start"], done, label, mention["id"] or ""))
    return spans


def _mention(text: Text, claim: Claim) -> Mention:
    nation = text.vocabulary.gazetteer.facts.get(claim.id or "", {}).get("nationality")
    return {
        "start": text.place[claim.start],
        "end": text.place[claim.end - 1] + 1,
        "label": claim.label,
        "id": claim.id,
        "name": claim.name,
        "candidates": claim.candidates,
        "readings": [list(reading) for reading in claim.readings],
        "surname_only": claim.surname_only,
        "source": claim.source,
        "line": claim.line,
        "normalised": None,
        "value": {"nation": nation} if nation and claim.label == "DRIVER" else None,
        "parts": claim.parts,
    }
