"""Whether it happened: asserted, denied, only possible, tried in vain, or nearly."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..discourse.lineups import in_brackets
from ..discourse.reading import Reading
from .cues import Cues
from .matrices import handed_down, matrices, refused

#: modals that leave open whether it came about
OPEN_MODALS = frozenset(
    {"sollen", "mögen", "drohen", "planen", "hoffen", "beabsichtigen", "gedenken"}
)
TRYING_MODALS = frozenset({"wollen", "versuchen"})
#: types of which a try is told as a try; of others `wollte` is a plan
TRIED_TYPES = frozenset({"overtake", "battle", "lead", "position", "pit_stop", "result"})
#: types of which a past `sollte` tells what came about; of others it is a plan
FORETOLD_TYPES = frozenset({"result", "place", "lead", "position", "retirement", "championship"})
#: prepositions before what there was none of
WANTING = frozenset({"ohne", "statt", "anstatt", "anstelle"})
#: prepositions of nouns that have something in prospect
EXPECTING = frozenset({"auf", "vor", "von", "um"})
#: conjunctions before what was able to come and did not
TOO_LATE = frozenset({"bevor", "ehe"})
#: conjunctions that leave open both their clause and the one they hang on
CONDITIONS = ("falls", "sofern")
_OPEN = (*CONDITIONS, "ob")


def slot_of(clause: Clause, noun: Phrase) -> str:
    """The slot that a noun fills beside its verb: a preposition, `subject`, `accusative`."""
    if noun["prep"] is not None:
        return noun["prep"]
    subject = clause["phrases"][clause["subject"]] if clause["subject"] >= 0 else None
    if clause["passive"]:
        return "accusative" if subject is noun else ""
    return "subject" if subject is noun else "accusative"


def negated(reading: Reading, clause: Clause, noun: Phrase | None) -> bool:
    """Whether the predicate, or the anchor noun by itself, is denied."""
    if noun is not None:
        if noun["prep"] in WANTING:
            return True
        for token in range(noun["start"], noun["head"]):
            if reading.lemmas_lower[token].startswith("kein"):
                return True
        if noun["attribute_of"] >= 0 and in_brackets(reading, noun["start"]):
            # `Nicht ins Ziel kam Alonso (Unfall)`
            return False
        # `nicht` denies the noun only where the noun is the verb's own argument; what the verb
        # tells of a noun may be untrue of it all the same: `der Sturz half ihm nicht`
        comes_to = noun["prep"] == "zu" and clause["verb"] == "kommen"
        if (noun["prep"] is not None and not comes_to) or clause["verb"] is None:
            return False
        subject = clause["phrases"][clause["subject"]] if clause["subject"] >= 0 else None
        tells_on = subject is noun and clause["verb"] not in reading.classes["occurring-verb"]
        # `sein Sieg war nie gefährdet`, but `die Strafe wurde nicht verhängt`
        tells_on = tells_on and clause["passive"] != "event"
        return clause["negation"] >= 0 and not tells_on
    return clause["negation"] >= 0


def status_of(
    reading: Reading, cues: Cues, clause: Clause, noun: Phrase | None, event_type: str
) -> tuple[str, frozenset[str]]:
    """The status of what a clause tells, and the cues that bear on it.

    Args:
        reading: the document.
        cues: its cues.
        clause: the clause of the anchor.
        noun: phrase of a nominal anchor, or None for a verb.
        event_type: type of the event; a try is told apart from a plan by it.

    Returns:
        Status of the contract and the kinds of cues found (`hearsay`, `background`, ...).
    """
    governing = matrices(reading, clause)
    handed = handed_down(reading, cues, clause, governing)
    kinds = cues.of(reading, clause) | handed
    if "near_miss" in kinds:
        return "near_miss", kinds
    scope = [clause, *(matrix for _, matrix in governing)]
    # the first subjunctive (`habe er gesagt`) reports, the second (`hätte`) only supposes
    supposed = any(c["mood"] == "subjunctive" and c["tense"] == "past" for c in scope)
    if supposed and _counterfactual(reading, clause):
        return "asserted", kinds
    if supposed or "hypothetical" in kinds or _hoped(cues, noun):
        return "hypothetical", kinds
    modals = {c["modal"] for c in scope if c["modal"]}
    if event_type not in TRIED_TYPES and any(_reported(c) for c in scope):
        modals -= {"sollen"}
        kinds |= {"hearsay"}
    tried = "attempt" in kinds or bool(modals & TRYING_MODALS)
    if "attempt" in handed or (tried and event_type in TRIED_TYPES):
        return "attempted", kinds
    if _inverted_condition(reading, clause):
        return "hypothetical", kinds
    denied = negated(reading, clause, noun)
    if noun is not None and noun["prep"] is None:
        # `konnte den Einschlag nicht vermeiden`: it came, `vermied den Einschlag`: it did not
        averted = clause["verb"] in cues.words["preventing-verb"] and noun["case"] != "n"
        denied = denied != averted
    if denied or refused(reading, cues, kinds, scope, noun):
        return "negated", kinds
    if event_type in FORETOLD_TYPES and _foretold(reading, clause):
        modals = modals - {"sollen"}
    if (
        _open_title(clause, event_type)
        or modals & OPEN_MODALS
        or modals & TRYING_MODALS
        or clause["introducer"] in _OPEN
        or _too_late(reading, clause)
        or _may_come(clause)
        or _conditional(reading, clause)
    ):
        return "hypothetical", kinds
    return "asserted", kinds


def _hoped(cues: Cues, noun: Phrase | None) -> bool:
    """Whether another noun has it in prospect: `der Traum vom Sieg`, `Angst vor einer Strafe`."""
    if noun is None:
        return False
    above = noun["attribute_of"]
    if above < 0 and noun["prep"] in EXPECTING:
        above = noun["start"] - 1
    return above >= 0 and cues.kind(above) == "prospect"


def _reported(clause: Clause) -> bool:
    """`soll ihn umgedreht haben`: so it is told; `soll starten` is a plan.

    But `soll unter Gelb überholt haben` is a charge that stays open.
    """
    return clause["modal"] == "sollen" and clause["tense"] == "present" and clause["perfect"]


def _open_title(clause: Clause, event_type: str) -> bool:
    """`kann am Sonntag die Führung in der Tabelle übernehmen`."""
    able = clause["modal"] == "können" and clause["tense"] == "present"
    return able and event_type == "championship"


def _foretold(reading: Reading, clause: Clause) -> bool:
    """`A, B und C sollten die Top Ten abrunden`: told in advance, and it came."""
    opens = clause["finite"] >= 0 and clause["finite"] == reading.clause_start(clause)
    return clause["modal"] == "sollen" and clause["tense"] == "past" and not opens


def _counterfactual(reading: Reading, clause: Clause) -> bool:
    """Whether a condition denies what came about: `hätte er nicht den Notausgang genommen`."""
    if not clause["perfect"] or clause["negation"] < 0:
        return False
    if but_for(reading, clause):
        return True
    # `hätte er ..., wäre A nicht Zweiter geworden`: what follows from it is none
    follows = any(
        opens_with_verb(reading, other) and other["subject"] >= 0
        for other in reading.by_sentence.get(clause["sentence"], ())
        if other["index"] < clause["index"]
    )
    return clause["introducer"] == "wenn" or (opens_with_verb(reading, clause) and not follows)


def but_for(reading: Reading, clause: Clause) -> bool:
    """Whether something would not have been without what was; but not `auch ohne Strafe`.

    `ohne das Safety-Car wäre er nicht vorbeigekommen`: so he was.
    """
    supposed = clause["mood"] == "subjunctive" and clause["tense"] == "past" and clause["perfect"]
    return (
        clause["kind"] == "main"
        and supposed
        and any(
            phrase["prep"] == "ohne"
            and reading.tags[phrase["start"] - 1] not in ("ADV", "ADJD")
            and phrase["definite"]
            for phrase in clause["phrases"]
        )
    )


def opens_with_verb(reading: Reading, clause: Clause) -> bool:
    """Whether the finite verb stands first."""
    return clause["finite"] >= 0 and clause["finite"] == reading.clause_start(clause)


def _too_late(reading: Reading, clause: Clause) -> bool:
    """`bevor er kontern konnte`: he did not; but `Es dauerte lange, ehe er kontern konnte`."""
    if clause["introducer"] not in TOO_LATE or clause["modal"] != "können":
        return False
    lasting = reading.classes["lasting-verb"]
    return not any(
        link["kind"] == "subordinate" and reading.clauses[link["clause"]]["verb"] in lasting
        for link in clause["links"]
    )


def _inverted_condition(reading: Reading, clause: Clause) -> bool:
    """`Siegt Hamilton und kommt Vettel nicht ins Ziel, ist er Meister`: verb first, twice."""
    opening = reading.sentences[clause["sentence"]][0]
    if clause["tense"] != "present" or clause["subject"] < 0:
        return False
    told = [
        other
        for other in reading.by_sentence.get(clause["sentence"], ())
        if other["finite"] >= 0
        and (
            other["kind"] == "main" or (other["kind"] == "subordinate" and not other["introducer"])
        )
    ]
    first = [reading.clause_start(other) for other in told[:1]] == [opening]
    return first and len(told) > 1 and all(opens_with_verb(reading, other) for other in told)


def _may_come(clause: Clause) -> bool:
    """`wenn Hamilton ausfällt, ist er Meister`: of the present such a clause tells what may be."""
    done = clause["perfect"] or clause["passive"] == "state"
    return clause["introducer"] == "wenn" and clause["tense"] == "present" and not done


def _conditional(reading: Reading, clause: Clause) -> bool:
    """Whether what the clause tells holds under a condition only: `falls ..., gewinnt er`."""
    return any(
        (other["introducer"] in CONDITIONS or _may_come(other))
        and any(
            link["kind"] == "subordinate" and link["clause"] == clause["index"]
            for link in other["links"]
        )
        for other in reading.by_sentence.get(clause["sentence"], ())
    )
