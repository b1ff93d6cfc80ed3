"""Whether it happened: asserted, denied, only possible, tried in vain, or nearly."""

from __future__ import annotations

from ..clauses.model import Clause, Phrase
from ..discourse.lineups import in_brackets
from ..discourse.reading import Reading
from ..discourse.vocabulary import Vocabulary

#: modals that leave open whether it came about
OPEN_MODALS = frozenset(
    {"sollen", "mögen", "drohen", "planen", "hoffen", "beabsichtigen", "gedenken"}
)
TRYING_MODALS = frozenset({"wollen", "versuchen"})
#: types of which a try is told as a try; of others `wollte` is a plan
TRIED_TYPES = frozenset({"overtake", "battle", "lead", "position", "pit_stop", "result"})
#: types of which a past `sollte` tells what came about; of others it is a plan
FORETOLD_TYPES = frozenset({"result", "place", "lead", "position", "retirement", "championship"})
#: links along which the mood of the matrix clause holds for the clause
SCOPE_LINKS = frozenset({"controlled", "elided"})
#: cues of a matrix clause that hold for its infinitive as well
HANDED_DOWN = frozenset({"attempt", "near_miss", "hypothetical", "hearsay", "refusal"})
#: conjunctions that leave open both their clause and the one they hang on
CONDITIONS = ("falls", "sofern")
_OPEN = (*CONDITIONS, "ob")

#: verbs by whose subjunctive `beinahe` counts as said of them
SUBJUNCTIVE = frozenset({"hätte", "hätten", "wäre", "wären"})
#: labels of what `fast eine Minute` measures
MEASURED = frozenset({"GAP", "TIME", "LAP", "CLOCK"})


_NO_KINDS: frozenset[str] = frozenset()


class Cues:
    """The cues of one document by token, found in one scan."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.words, self._cues = vocabulary.words, vocabulary.cues
        self._kinds: dict[int, str] = {}
        self._of: dict[int, frozenset[str]] = {}
        self._at: dict[tuple[int, int], frozenset[str]] = {}
        starts = vocabulary.cue_starts
        lower, lemmas = reading.lower, reading.lemmas_lower
        for token, (word, lemma) in enumerate(zip(lower, lemmas, strict=True)):
            if word not in starts and lemma not in starts and "-" not in word:
                continue
            forms = [word] if lemma == word else [word, lemma]
            if "-" in word:
                forms.append(word.rsplit("-", 1)[1])
            if reading.label_at(token) == "DRIVER" or (
                "-" in word and self._of_class(reading, token)
            ):
                # `Rang drei ging an Lange`: a name
                continue
            for form in forms:
                for cue in starts.get(form, ()):
                    end = token + len(cue)
                    if len(cue) == 1 or tuple(lower[token + 1 : end]) == cue[1:]:
                        of_verb = reading.tags[token][:2] == "VV"
                        if end < len(lower) and not of_verb and self._measures(reading, cue, end):
                            break
                        for inside in range(token, end):
                            self._kinds.setdefault(inside, vocabulary.cues[cue])
                        break

    def _of_class(self, reading: Reading, token: int) -> bool:
        """Whether `die Am-Wertung` is a class of the race, no table: nobody counts points.

        `die GT3-Meisterschaft` is one of a season by its head.
        """
        at = reading.mention_at[token]
        if at < 0 or reading.mentions[at]["label"] != "CLASS":
            return False
        if reading.lower[token].rsplit("-", 1)[1] in self.words["season-noun"]:
            return False
        start, end = reading.sentences[reading.sentence_of(token)]
        counted = self.words["point-noun"] | self.words["season-noun"]
        return counted.isdisjoint(reading.lemmas_lower[start:end])

    def _measures(self, reading: Reading, cue: tuple[str, ...], behind: int) -> bool:
        """Whether a one-word cue (`fast`) belongs to a figure behind it, not to the verb."""
        if len(cue) != 1:
            return False
        end = reading.sentences[reading.sentence_of(behind)][1]
        if reading.label_at(behind) in MEASURED:
            # `fast eine Minute vor A und B`
            return True
        if reading.tags[behind] == "ADJD" and SUBJUNCTIVE & set(reading.lower[behind:end]):
            # `die sich beinahe gegenseitig abgeräumt hätten`
            return False
        if reading.tags[behind] in ("APPR", "APPRART", "ART"):
            # `beinahe über die gesamte Distanz`
            return not self.words["whole-adjective"].isdisjoint(
                reading.lemmas_lower[behind + 1 : behind + 3]
            )
        return reading.tags[behind] in ("CARD", "PIAT", "PIS", "ADJA", "ADJD")

    def leave_out(self, spans: list[tuple[int, int]]) -> None:
        """Forget the cues of stretches that tell of something else."""
        for start, end in spans:
            for token in range(start, end):
                self._kinds.pop(token, None)

    def of(self, reading: Reading, clause: Clause) -> frozenset[str]:
        """The kinds of cues in the clause's own tokens."""
        if not self._kinds:
            return _NO_KINDS
        found = self._of.get(clause["index"])
        if found is None:
            kinds = self._kinds
            tokens = (t for start, end in clause["spans"] for t in range(start, end) if t in kinds)
            found = self._of[clause["index"]] = frozenset(
                kinds[token]
                for token in tokens
                # `lag nach einem misslungenen Start auf Rang neun`: only the start was tried
                if kinds[token] != "attempt" or reading.tags[token] != "ADJA"
            )
        return found

    def kind(self, token: int) -> str | None:
        """The kind of cue that a token belongs to, or None."""
        return self._kinds.get(token)

    def of_verb(self, verb: str | None) -> frozenset[str]:
        """The kind of cue that a verb is with its particle: `lehnte es ab`."""
        kind = self._cues.get((verb,)) if verb is not None else None
        return frozenset((kind,)) if kind is not None else _NO_KINDS

    def count(self, kind: str) -> int:
        """How many tokens of the document bear a cue of a kind."""
        return sum(found == kind for found in self._kinds.values())

    def at(self, start: int, end: int) -> frozenset[str]:
        """The kinds of cues in a token span."""
        if (found := self._at.get((start, end))) is None:
            kinds = self._kinds
            found = frozenset(kinds[token] for token in range(start, end) if token in kinds)
            self._at[start, end] = found
        return found


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
        if noun["prep"] == "ohne":
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
    matrices = _matrices(reading, clause)
    kinds = cues.of(reading, clause)
    for link, matrix in matrices:
        if link == "controlled":
            kinds |= _of_matrix(cues.of(reading, matrix) | cues.of_verb(matrix["verb"]))
    if "near_miss" in kinds:
        return "near_miss", kinds
    scope = [clause, *(matrix for _, matrix in matrices)]
    # the first subjunctive (`habe er gesagt`) reports, the second (`hätte`) only supposes
    supposed = any(c["mood"] == "subjunctive" and c["tense"] == "past" for c in scope)
    if supposed and _counterfactual(reading, clause):
        return "asserted", kinds
    if supposed or "hypothetical" in kinds:
        return "hypothetical", kinds
    modals = {c["modal"] for c in scope if c["modal"]}
    if event_type not in TRIED_TYPES and any(_reported(c) for c in scope):
        modals -= {"sollen"}
        kinds |= {"hearsay"}
    if event_type in TRIED_TYPES and ("attempt" in kinds or modals & TRYING_MODALS):
        return "attempted", kinds
    if _inverted_condition(reading, clause):
        return "hypothetical", kinds
    denied = negated(reading, clause, noun)
    if noun is not None and noun["prep"] is None:
        # `konnte den Einschlag nicht vermeiden`: it came, `vermied den Einschlag`: it did not
        averted = clause["verb"] in cues.words["preventing-verb"] and noun["case"] != "n"
        denied = denied != averted
    if denied or _refused(reading, cues, kinds, scope, noun):
        return "negated", kinds
    if event_type in FORETOLD_TYPES and _foretold(reading, clause):
        modals = modals - {"sollen"}
    if (
        _open_title(clause, event_type)
        or modals & OPEN_MODALS
        or modals & TRYING_MODALS
        or clause["introducer"] in _OPEN
        or _may_come(clause)
        or _conditional(reading, clause)
    ):
        return "hypothetical", kinds
    return "asserted", kinds


def _matrices(reading: Reading, clause: Clause) -> list[tuple[str, Clause]]:
    """The clauses whose mood and modals hold for a clause as well, with the link to each."""
    if clause["kind"] == "participle" and clause["verb"] in ("sein", "starten"):
        # `Balogh, am Ende Vierter, hätte ihn gewinnen lassen`: what is put in is no supposition
        return []
    return [
        (link["kind"], reading.clauses[link["clause"]])
        for link in clause["links"]
        if link["kind"] in SCOPE_LINKS or (link["kind"] == "coordinated" and not clause["mood"])
    ]


def _of_matrix(kinds: frozenset[str]) -> frozenset[str]:
    """The cues of a matrix clause that hold for its infinitive as well."""
    if "attempt_noun" in kinds:
        # `beim Versuch, ihn zu überholen`
        return (kinds & HANDED_DOWN) | {"attempt"}
    if "weighing" in kinds:
        # `überlegte, noch einmal zu stoppen`
        return (kinds & HANDED_DOWN) | {"hypothetical"}
    return kinds & HANDED_DOWN


def _refused(
    reading: Reading, cues: Cues, kinds: frozenset[str], scope: list[Clause], noun: Phrase | None
) -> bool:
    """Whether the infinitive is what somebody refused to do: `weigerte sich, ...`.

    A denied refusal, or any other matrix clause that is denied, turns it round.
    """
    clause = scope[0]
    if clause["introducer"] == "dass":
        return noun is None and _prevented(reading, cues, clause)
    if clause["kind"] != "infinitive":
        return False
    refused = "refusal" in kinds or _turned_down(reading, cues, scope)
    if noun is not None or clause["introducer"] == "als":
        # `blieb nichts übrig, als ihn ziehen zu lassen`
        return refused
    for matrix in scope[1:]:
        if matrix["negation"] >= 0:
            # `konnte ihn nicht daran hindern, zu siegen`: he did; `hatte keine Mühe`: so too
            refused = not refused and "ease" not in cues.of(reading, matrix)
    return refused


def _prevented(reading: Reading, cues: Cues, clause: Clause) -> bool:
    """Whether what a clause tells was averted: `verhinderte, dass er vorbeikam`."""
    return any(
        matrix["verb"] in cues.words["preventing-verb"] and matrix["negation"] < 0
        for link in clause["links"]
        if link["kind"] == "subordinate" and link["clause"] >= 0
        for matrix in (reading.clauses[link["clause"]],)
    )


def _turned_down(reading: Reading, cues: Cues, scope: list[Clause]) -> bool:
    """Whether somebody would not do what he was told: `bat ihn, ..., doch er weigerte sich`."""
    asked = any(matrix["verb"] in cues.words["asking-verb"] for matrix in scope[1:])
    if not asked or not scope[0]["spans"]:
        return False
    behind = max(end for _, end in scope[0]["spans"])
    if "refusal" in cues.at(behind, reading.sentences[scope[0]["sentence"]][1]):
        return True
    # `..., kam dem aber nicht nach`
    return any(
        other["index"] > scope[0]["index"]
        and other["negation"] >= 0
        and other["verb"] in cues.words["obeying-verb"]
        for other in reading.by_sentence.get(scope[0]["sentence"], ())
    )


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
