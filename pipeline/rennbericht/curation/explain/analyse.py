"""From a text to its explanation as plain data: what each stage saw, and what each frame lacked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from rennbericht.clauses.model import CLAUSES, Clause
from rennbericht.clauses.show import headline, phrase_line
from rennbericht.curation.places import PatternPlaces
from rennbericht.discourse.people import Argument
from rennbericht.discourse.reading import Reading
from rennbericht.discourse.watch import Resolution
from rennbericht.entities.component import DISCARDED
from rennbericht.entities.model import MENTIONS, Mention
from rennbericht.events.component import EventExtractor, as_record
from rennbericht.events.draft import Draft
from rennbericht.events.frames import Frame
from rennbericht.events.match import verb_of
from rennbericht.events.trace import Attempt, Trace
from rennbericht.german.lemmas import Lemmatiser
from rennbericht.german.lexicon import lexicon
from rennbericht.zones.model import zone_kinds

LEMMAS, EVENTS = "rennbericht_lemmas", "rennbericht_events"
Explanation = dict[str, Any]


def explain(nlp: Language, text: str, places: PatternPlaces) -> Explanation:
    """All that the pipeline sees in a text, sentence by sentence.

    Args:
        nlp: a whole pipeline (`rennbericht.load`).
        text: a sentence or an article.
        places: where the patterns of that pipeline stand.

    Returns:
        `refused` (why the text is not looked at, or None) and `sentences`: tokens, entities,
        discarded readings, clauses, references, frames, changes of the race state and events.
    """
    doc, given = _analysed(nlp, text)
    extractor: EventExtractor = nlp.get_pipe(EVENTS)
    reading, drafts, trace = extractor.explained(doc)
    told = _Told(doc, given, reading, drafts, trace, extractor, places)
    return {
        "refused": trace.refused,
        "sentences": [told.sentence(index) for index in range(len(reading.sentences))],
    }


def _analysed(nlp: Language, text: str) -> tuple[Doc, list[tuple[str, str]]]:
    """The document before its events, and each token's tag and lemma as the model gave them."""
    doc = nlp.make_doc(text)
    given: list[tuple[str, str]] = []
    for name, component in nlp.pipeline:
        if name == LEMMAS:
            given = [(token.tag_, token.lemma_) for token in doc]
        if name != EVENTS:
            doc = component(doc)
    return doc, given


class _Told:
    """One analysed document, told sentence by sentence."""

    def __init__(
        self,
        doc: Doc,
        given: list[tuple[str, str]],
        reading: Reading,
        drafts: list[Draft],
        trace: Trace,
        extractor: EventExtractor,
        places: PatternPlaces,
    ) -> None:
        self.doc = doc
        self.given = given
        self.reading = reading
        self.drafts = drafts
        self.trace = trace
        self.frames = extractor.frames
        self.places = places
        self.lemmatiser = Lemmatiser(lexicon())
        self.zones = zone_kinds(doc)
        self.clauses: list[Clause] = doc.user_data.get(CLAUSES, [])
        self.mentions: list[Mention] = doc.user_data.get(MENTIONS, [])

    def sentence(self, index: int) -> Explanation:
        start, end = self.reading.sentences[index]
        clauses = [clause for clause in self.clauses if clause["sentence"] == index]
        own = {clause["index"] for clause in clauses}
        attempts = [a for a in self.trace.attempts if a.clause in own]
        return {
            "index": index,
            "text": self.reading.span_text(start, end).strip(),
            "zone": self.zones[start],
            "passed_over": self.trace.passed_over.get(index),
            "tokens": [self._token(i) for i in range(start, end) if not self.doc[i].is_space],
            "entities": [self._entity(m) for m in self.mentions if start <= m["start"] < end],
            "discarded": [
                {"text": span.text, "label": span.label_, "id": span.id_ or None}
                for span in self.doc.spans.get(DISCARDED, ())
                if start <= span.start < end
            ],
            "clauses": [self._clause(clause) for clause in clauses],
            "references": [
                self._reference(r) for r in self.trace.watch.resolutions if r.clause in own
            ],
            "frames": {
                "fired": [self._fired(a) for a in attempts if a.draft is not None],
                "failed": self._failed(a for a in attempts if a.failed is not None),
                "other_verb": [self._of_other_verb(clause) for clause in clauses],
            },
            "state": [
                {"what": c.key, "before": c.before, "after": c.after}
                for c in self.trace.changes
                if c.sentence == index
            ],
            "events": [as_record(self.reading, d) for d in self.drafts if d.sentence == index],
        }

    def _token(self, i: int) -> Explanation:
        token = self.doc[i]
        tag, lemma = self.given[i] if self.given else (token.tag_, "")
        _, source = self.lemmatiser.traced(token.text, token.tag_, lemma)
        found = {"text": token.text, "tag": token.tag_, "lemma": token.lemma_, "from": source}
        if tag != token.tag_:
            found["tag_before"] = tag
        return found

    def _entity(self, mention: Mention) -> Explanation:
        text = self.reading.span_text(mention["start"], mention["end"])
        found: Explanation = {
            "text": text, "label": mention["label"], "id": mention["id"], "name": mention["name"],
            "source": mention["source"],
        }  # fmt: skip
        if mention["line"]:
            found["line"] = self.places.name(mention["line"], text)
        for key in ("value", "candidates", "readings", "parts"):
            if mention[key]:
                found[key] = mention[key]
        return found

    def _clause(self, clause: Clause) -> Explanation:
        words = self.reading.words
        return {
            "index": clause["index"],
            "text": " … ".join(" ".join(words[a:b]) for a, b in clause["spans"]),
            "kind": clause["kind"],
            "verb": clause["verb"],
            "verb_known": bool(self.frames.of_verb(verb_of(clause)).frames),
            "predicate": headline(clause),
            "phrases": [
                {
                    "subject": at == clause["subject"],
                    "line": phrase_line(words, phrase, self.mentions),
                }
                for at, phrase in enumerate(clause["phrases"])
            ],
            "links": [
                {"kind": link["kind"], "clause": link["clause"], "phrase": link["phrase"]}
                for link in clause["links"]
            ],
        }

    def _reference(self, resolution: Resolution) -> Explanation:
        return {
            "text": self.reading.span_text(resolution.start, resolution.end),
            "clause": resolution.clause,
            "candidates": [
                {"rule": c.rule, "people": [p.name for p in c.people]}
                for c in resolution.considered
            ],
            "excluded": sorted(resolution.barred),
            "chosen": [_chosen(argument) for argument in resolution.arguments],
        }

    def _fired(self, attempt: Attempt) -> Explanation:
        """A frame that fired: the events it gave, or why none of them stands in the output."""
        origin = self.trace.origin
        given = [d for d in self.drafts if origin.get(id(d), d) is attempt.draft]
        found = {**self._frame(attempt.frame), "clause": attempt.clause}
        if given:
            found["events"] = [f"{d.type} {d.status}" for d in given]
        else:
            found["dropped"] = next(
                (
                    reason
                    for draft, reason in self.trace.dropped
                    if origin.get(id(draft), draft) is attempt.draft
                ),
                "told again: merged into an earlier event",
            )
        return found

    def _failed(self, attempts: Iterable[Attempt]) -> list[Explanation]:
        """Frames that did not fire with their first failed condition, the nearest to it first.

        What was anchored in full came nearer than what lacked its noun or infinitive.
        """
        ordered = sorted(attempts, key=lambda a: (a.clause, a.token < 0, -a.frame.specificity))
        return [{**self._frame(a.frame), "clause": a.clause, "failed": a.failed} for a in ordered]

    def _of_other_verb(self, clause: Clause) -> Explanation:
        """Frames whose companion noun stands in the clause, beside another verb than theirs."""
        known = {id(frame) for frame in self.frames.of_verb(verb_of(clause)).frames}
        nouns = {
            noun
            for phrase in clause["phrases"]
            for member in phrase["members"]
            for noun in self.frames.companion_keys(member["lemma"])
        }
        near = [
            frame
            for frame in self.frames.frames
            if frame.verbs and frame.nouns & nouns and id(frame) not in known
        ]
        return {
            "clause": clause["index"],
            "verb": clause["verb"],
            "frames": [{**self._frame(f), "failed": f"verb: {'|'.join(f.verbs)}"} for f in near],
        }

    def _frame(self, frame: Frame) -> Explanation:
        return {"id": frame.id, "type": frame.type, "line": self.places.frame(frame.id)}


def _chosen(argument: Argument) -> Explanation:
    who = argument.participant
    found: Explanation = {"name": who.name if who else None, "via": argument.via}
    if who is not None:
        found["id"] = who.id
    if argument.unnamed:
        found["unnamed"] = True
    return found
