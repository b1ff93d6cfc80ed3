"""What the clause component writes: plain dicts, so that a Doc stays serialisable.

All offsets are token indices into the Doc, ends exclusive, unless a name says otherwise.
"""

from __future__ import annotations

from typing import Literal, TypedDict

#: Key in `doc.user_data` under which the list of clauses stands.
CLAUSES = "rennbericht_clauses"

Field = Literal["prefield", "middle", "postfield"]
ClauseKind = Literal[
    "main", "subordinate", "relative", "infinitive", "participle", "fragment", "attribute"
]
LinkKind = Literal["coordinated", "relative", "controlled", "subordinate", "elided", "quoted"]


class Member(TypedDict):
    """One conjunct of a phrase: `A`, `B` and `C` in `vor A, B und C`."""

    start: int
    end: int
    head: int
    lemma: str
    #: index into the list of mentions of the entity that fills this conjunct (the person in
    #: `BMW-Pilot Tim Weber`), or -1
    mention: int


class Phrase(TypedDict):
    """A noun phrase, prepositional phrase, pronoun, adverb or predicative adjective."""

    start: int
    end: int
    head: int
    lemma: str
    kind: Literal["np", "pp", "pronoun", "adverb", "adjective", "clause"]
    #: lower-case preposition without its article (`am` is `an`), circumpositions by first part
    prep: str | None
    #: cases the form allows, of "nadg"; "" where nothing is known
    case: str
    number: Literal["sg", "pl", ""]
    gender: Literal["m", "f", "n", ""]
    definite: bool
    field: Field
    members: list[Member]
    #: token index of the noun that this phrase modifies (`von Core` in `das Auto von Core`), or -1;
    #: such phrases are listed beside the clause's own ones
    attribute_of: int


class Link(TypedDict):
    """A tie to another clause of the same sentence (or the one before, where elided over it).

    `subordinate` and `relative` and `controlled` point to the matrix clause, `coordinated`
    and `elided` to the earlier conjunct, `quoted` from a quotation to its verb of saying.
    """

    kind: LinkKind
    clause: int
    #: `relative`: index in `phrases` of that clause of the antecedent;
    #: `controlled`, `elided`, `coordinated`: index there of the phrase that is the
    #: subject here; -1 where unknown
    phrase: int


class Clause(TypedDict):
    """One predicate with what belongs to it."""

    index: int
    sentence: int
    #: spans of tokens that make the clause up, in order, inner clauses taken out
    spans: list[tuple[int, int]]
    kind: ClauseKind
    #: `weil`, `als`, `nachdem`, `um`, `ohne`, ...; the relative pronoun's lemma for relatives
    introducer: str | None
    #: main verb's lemma with its particle glued back (`vorbeigehen`); for `ziehen lassen` it is
    #: `lassen`; for a copula `sein`, `werden`, `bleiben`; None in a fragment
    verb: str | None
    #: token of the main verb (its finite form, infinitive or participle), -1 in a fragment
    verb_token: int
    #: token of the separated particle, or -1
    particle: int
    #: finite verb (left bracket or end of a subordinate clause), or -1
    finite: int
    #: infinitive under `lassen` (`ziehen`), or None
    infinitive: str | None
    infinitive_token: int
    #: lemma of the modal (`können`), or of a verb with zu-infinitive that acts as one
    #: (`drohen`, `scheinen`, `versuchen`, `vermögen`), or None
    modal: str | None
    passive: Literal["", "event", "state"]
    perfect: bool
    reflexive: bool
    zu: bool
    #: token of `nicht`, `kein`, `nie`, `ohne`, ... that denies this predicate, or -1
    negation: int
    mood: Literal["indicative", "subjunctive", "imperative", ""]
    tense: Literal["present", "past", ""]
    #: token of a predicative complement (`Zweiter` in `wurde Zweiter`), or -1
    predicative: int
    phrases: list[Phrase]
    #: index in `phrases` of the overt grammatical subject (nominative, agreeing), or -1
    subject: int
    links: list[Link]
