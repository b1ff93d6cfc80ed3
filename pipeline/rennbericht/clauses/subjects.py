"""Choosing the grammatical subject of a clause, and its predicative complement."""

from __future__ import annotations

from .agreement import CASE_MASK, NOMINATIVE, PLURAL, SINGULAR
from .group import Group, joint_mask
from .predicate import Predicate
from .tokens import MEASURES, Tokens
from .words import Words

_OBLIQUE = CASE_MASK["a"] | CASE_MASK["d"]
#: tags of words that count
_AMOUNTS = frozenset({"CARD", "PIS"})
#: labels of what is won and where, not of who acts
_NOBODY = MEASURES | {"CLASS", "SERIES", "TRACK", "CORNER"}
_THINGS = frozenset({"POSITION", "LAP", "LAPS", "TIME", "GAP", "CLOCK", "DAYTIME", "DATE"})


class SubjectFinder:
    """Finds who or what agrees with the finite verb."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def find(
        self, tokens: Tokens, groups: list[Group], predicate: Predicate, finite: int, main: bool
    ) -> tuple[Group | None, Group | None]:
        """The subject and the predicative complement, None where there is none.

        In this order: case of determiner or pronoun, number of the finite verb, what the verb
        wants (a thing beside a person in the dative), prefield, word order.

        Args:
            tokens: the document.
            groups: the phrases of the clause; what turns out to belong to another one is told so.
            predicate: verb, voice and number.
            finite: token of the finite verb.
            main: whether the verb stands second.
        """
        bare = [g for g in groups if self._bare(tokens, g) and not self._amount(tokens, g)]
        bare = [g for g in bare if not self._joined_to_als(tokens, groups, g)]
        copula = predicate.verb in self._words.verbs["copula"] and predicate.infinitive is None
        predicative: Group | None = None
        left = self._words.is_a(predicate.verb, "place-subject") and not predicate.passive
        places = [g for g in bare if left and self._counts_place(tokens, g)][:1]
        if places and len(bare) > 1:
            # Acosta blieb nur der vierte Rang: the place is spoken of, he is a dative
            return places[0], None
        if copula and not predicate.passive:
            predicative = self._predicative(tokens, groups, bare)
            if predicative is not None and predicative in bare:
                bare.remove(predicative)
        able = self._nominatives(tokens, groups, bare, predicate, copula)
        if not able or (main and self._object_first(tokens, able, predicate, finite)):
            return None, predicative
        if len(able) > 1 and main and self._before_insertion(tokens, able[0], finite):
            for group in able[1:]:
                if group.first.start < finite:
                    group.of = able[0].first.head
            able = able[:1]
        if len(able) > 1 and main:
            able = self._behind_apposition(tokens, able, finite)
            able = self._before_addition(tokens, able)
        if len(able) > 1:
            if predicative is not None and predicative.first.kind != "adjective":
                # Zwölfter und damit Sieger der LMP3 wurde Lafargue, Öttl wurde Neunter und bester
                # Deutscher: the name is spoken of
                able = self._joined_title(tokens, able, predicative)
            able = self._preferred(tokens, able, predicate, copula and predicative is None)
        others = [g for g in bare if g is not able[0]]
        return able[0], self._complement(tokens, others, predicative) if copula else predicative

    def _nominatives(
        self,
        tokens: Tokens,
        groups: list[Group],
        bare: list[Group],
        predicate: Predicate,
        copula: bool,
    ) -> list[Group]:
        """The phrases that can be the subject by case and number, else what may stand in for one.

        Args:
            tokens: the document.
            groups: all phrases of the clause.
            bare: those without a preposition that are no amounts.
            predicate: its finite verb has a number.
            copula: whether the verb has a predicative complement.
        """
        able = [g for g in bare if _argument(g) & NOMINATIVE and not self._measure(tokens, g)]
        if predicate.number in ("s", "p"):
            wanted = PLURAL if predicate.number == "p" else SINGULAR
            agreeing = [g for g in able if _argument(g) & NOMINATIVE & wanted]
            certain = [g for g in able if self.is_certain(g) or self._holds_name(tokens, g)]
            if not agreeing and predicate.number == "p" and len(certain) > 1:
                # es folgen auf Rang vier der Ungar A und auf Rang fünf der Slowene B
                agreeing = certain
            able = agreeing or ([] if any(self.is_certain(g) for g in bare) else able)
        if not any(self._person(tokens, g) for g in able):
            able = [g for g in bare if self._holds_place(tokens, g)][:1] or able
        if not able:
            able = [g for g in groups if g.maybe][:1]
            for group in able:
                group.of = -1
                group.first.mask &= ~CASE_MASK["g"]
        if not able and not copula:
            # Rang zwei reichte: a place is spoken of where nobody else is
            able = [g for g in bare if self._label(tokens, g) in ("POSITION", "GAP", "TIME")][:1]
            able = [g for g in able if _argument(g) & NOMINATIVE]
        return able

    def _before_addition(self, tokens: Tokens, able: list[Group]) -> list[Group]:
        """`Als Sechster kam A ins Ziel, der Sieger des Vortags`: what is added is no subject."""
        first, last = able[0], able[-1]
        end = last.first.start - 1
        added = tokens.code[end] == "," and "," not in tokens.code[first.chunks[-1].end : end]
        if not added or not self._named(tokens, first) or self._named(tokens, last):
            return able
        title = tokens.lower[last.first.head] in self._words.classes["title-holder"]
        return able[:-1] if title or self._person(tokens, last) else able

    def _complement(
        self, tokens: Tokens, others: list[Group], predicative: Group | None
    ) -> Group | None:
        """What a copula says of its subject: an adjective or noun told apart, else a nominative."""
        if predicative is not None and predicative.first.kind == "adjective":
            # rein rechnerisch kann auch A Meister werden: a bare noun is what he becomes
            named = [g for g in others if self._bare_noun(tokens, g)]
            return named[-1] if named else predicative
        if predicative is not None:
            return predicative
        rest = [g for g in others if _argument(g) & NOMINATIVE]
        # Neuer Leader ist Rast, der 98 Punkte hat, sieben mehr als Auer: a number tells nobody
        rest = [g for g in rest if tokens.tags[g.first.head] not in _AMOUNTS] or rest
        # Rast ist Meister, und das schon ein Rennen vor dem Ende
        rest = [g for g in rest if self._bare_noun(tokens, g)] or rest
        return rest[-1] if rest and not self._measure(tokens, rest[-1]) else None

    def _joined_to_als(self, tokens: Tokens, groups: list[Group], group: Group) -> bool:
        """`als Zwölfter und bester Privatfahrer`: what `und` joins to a place, before no name."""
        start = group.first.start
        if start < 2 or tokens.lower[start - 1] != "und" or self._named(tokens, group):
            return False
        return any(
            g.first.prep == "als"
            and g.first.end == start - 1
            and self._label(tokens, g) == "POSITION"
            for g in groups
        )

    def _joined_title(self, tokens: Tokens, able: list[Group], rank: Group) -> list[Group]:
        """Of what could be the subject all but what `und` joins to a rank beside a name."""
        named = [g for g in able if self._named(tokens, g)]
        spans = [sorted((g.first.start, rank.first.start)) for g in able if g not in named]
        joined = any("und" in tokens.lower[first:second] for first, second in spans)
        return named if len(named) == 1 and joined else able

    def _preferred(
        self, tokens: Tokens, able: list[Group], predicate: Predicate, nominal: bool
    ) -> list[Group]:
        """Of several phrases that could be the subject the likely ones, best first."""
        timeless = [g for g in able if not self._time(tokens, g)]
        able = timeless or able
        if self._words.is_a(predicate.verb, "lying"):
            # liegen A und B drei Punkte hinter C: how far, where somebody lies
            able = [g for g in able if not self._distance(tokens, g)] or able
        if tokens.lower[able[0].first.head] == "es" and self._is_expletive(tokens, able, predicate):
            return able[1:]
        first = able[0].first
        if tokens.lower[first.head] == "es" and (
            self._words.is_a(predicate.verb, "es-object")
            or self._words.is_a(tokens.lemmas[predicate.verb_token], "es-object")
        ):
            # in Runde zwei versuchte es Vettel, dann versuchte es Vettel außen vorbei
            return able[1:]
        if self._words.is_a(predicate.verb, "person-subject") and (
            first.kind == "pronoun" and tokens.lower[first.head] in ("das", "dies", "was")
        ):
            return able[1:]
        if nominal:
            named = [g for g in able if self._named(tokens, g)]
            if not named:
                # bester Rookie war der Finne Kuusela
                named = [g for g in able if self._label(tokens, g) == "DRIVER"]
            if len(named) == 1 and able[0].first.kind != "pronoun":
                # Sieger war Mansell: the name is spoken of
                return named
            # der Sieger ist Vettel: both are nominative, the first is spoken of
            return able
        certain = [g for g in able if self.is_certain(g)]
        if certain:
            return certain
        if self._words.is_a(predicate.verb, "steering") and not predicate.passive:
            # die beste BMW brachte Redding ins Ziel; die #8, die Conway fuhr
            people = [g for g in able if self._label(tokens, g) in ("DRIVER", "PERSON")]
            steered = self._label(tokens, able[0]) in ("MANUFACTURER", "CAR", "NUMBER")
            first = able[0].first
            pronoun = first.kind == "pronoun" and tokens.lower[first.head] in ("die", "das")
            steered = steered or pronoun
            if len(people) == 1 and steered:
                return people
        letting = predicate.verb == "lassen" and "PRF" in tokens.tags[first.end : first.end + 2]
        # Diese Chance ließ sich Rast nicht entgehen: somebody lets it, the chance nothing
        if (letting or self._words.is_a(predicate.verb, "getting")) and not predicate.passive:
            named = [g for g in able if self._named(tokens, g)]
            if named and tokens.code[first.head] == "X":
                # die Strafe, die Ocon bekam; but Marini, der sich Zarco schnappte
                return named if _argument(able[0]) & CASE_MASK["a"] else able
            return [g for g in able if self._person(tokens, g)] or able
        if predicate.passive == "event":
            # Hamilton wurde die Bestzeit gestrichen: there is no accusative, so he is a dative
            things = [g for g in able if tokens.code[g.first.start] == "D"]
            things = [g for g in things if not self._person(tokens, g)]
            if len(things) == 1 and any(self._named(tokens, g) for g in able):
                return things
        if self._words.is_a(predicate.verb, "dative-subject-thing"):
            return [g for g in able if not self._person(tokens, g)] or able
        # der/einer with an unknown noun: rather a nominative than a dative
        return [g for g in able if not _argument(g) & CASE_MASK["a"]] or able

    def _before_insertion(self, tokens: Tokens, group: Group, finite: int) -> bool:
        """Whether all between a name and its verb is about it: `Vettel, mit 21 der Jüngste, kam`.

        There is room for one phrase before the verb of a main clause.
        """
        behind = tokens.words[group.first.end : group.first.end + 1]
        parted = (
            behind == [","] and group.first.end < finite - 1 and tokens.words[finite - 1] == ","
        )
        return parted and self._named(tokens, group)

    def _behind_apposition(self, tokens: Tokens, able: list[Group], finite: int) -> list[Group]:
        """Who is told behind the verb of what he was: `Lange Spitzenreiter, fiel A zurück`."""
        first = able[0].first
        if self._named(tokens, able[0]) and first.start < finite:
            # Norris hat den Stau umkurvt, ein Geniestreich, und liegt auf Platz fünf
            return [g for g in able if g is able[0] or not self._remark(tokens, g, finite)]
        if tokens.words[finite - 1] != "," or first.end != finite - 1 or first.start > finite:
            return able
        if self._named(tokens, able[0]) or first.definite or first.kind != "np":
            return able
        behind = [g for g in able if g.first.start > finite]
        told = [g for g in behind if g.first.definite or self._named(tokens, g)]
        return told or [g for g in behind if g.first.kind == "pronoun"] or able

    def _object_first(
        self, tokens: Tokens, able: list[Group], predicate: Predicate, finite: int
    ) -> bool:
        """Whether a note that opens with its verb names whom that befalls: `Bremste Rast aus.`"""
        # Kassiert auch Ferrari-Mann Rossi: no article tells the case
        bare = self._person(tokens, able[0]) and tokens.tags[able[0].first.start] in ("NN", "NE")
        if len(able) > 1 or predicate.passive or not (bare or self._named(tokens, able[0])):
            return False
        opens = finite == 0 or tokens.tags[finite - 1] in ("$.", "_SP")
        return opens and predicate.verb in self._words.verbs["acting-on"]

    def _remark(self, tokens: Tokens, group: Group, finite: int) -> bool:
        """Whether a phrase with `ein` stands behind a comma, so that the verb has been told of."""
        start = group.first.start
        opened = start > finite and tokens.words[start - 1] == ","
        return opened and tokens.lower[start].startswith("ein")

    @staticmethod
    def _named(tokens: Tokens, group: Group) -> bool:
        mention = group.first.mention
        if mention < 0 or tokens.mentions[mention]["label"] not in ("DRIVER", "PERSON"):
            return False
        return tokens.mentions[mention]["start"] <= group.first.head

    def _is_expletive(self, tokens: Tokens, able: list[Group], predicate: Predicate) -> bool:
        """Whether an `es` at the front only opens the clause (`es folgte Rosberg`)."""
        start = able[0].first.start
        if start + 1 >= len(tokens.code) or tokens.code[start + 1] != "F" or predicate.passive:
            return False
        if predicate.verb in ("geben", "sein"):
            return False
        return self._words.is_a(predicate.verb, "presentational") or (
            len(able) > 1 and self._person(tokens, able[1]) and able[1].first.kind != "pronoun"
        )

    def _bare_noun(self, tokens: Tokens, group: Group) -> bool:
        """Whether a phrase is a noun of a person alone: `Meister`, `MotoGP-Champion`."""
        chunk = group.first
        alone = chunk.start == chunk.head and tokens.tags[chunk.head] == "NN"
        alone = alone and self._label(tokens, group) in ("", "SERIES")
        title = tokens.lower[chunk.head].rsplit("-", 1)[-1]
        return alone and title in self._words.classes["title-holder"]

    def _distance(self, tokens: Tokens, group: Group) -> bool:
        """Whether a phrase counts points or lengths: `drei Punkte`."""
        chunk = group.first
        counted = "CARD" in tokens.tags[chunk.start : chunk.head]
        return counted and tokens.lemmas[chunk.head].lower() in self._words.classes["distance-noun"]

    def _time(self, tokens: Tokens, group: Group) -> bool:
        lemma = tokens.lemmas[group.first.head].lower()
        # eine Kurve später folgte Button: any noun with it measures the time
        behind = tokens.lower[group.first.end : group.first.end + 1]
        # but `die Führung, die er später verlor`: no pronoun measures
        later = group.first.kind != "pronoun" and not self._person(tokens, group)
        later = later and bool(behind) and behind[0] in self._words.classes["later"]
        # eine Kurve vor dem Ziel
        way = lemma in self._words.classes["way-noun"] and not group.first.definite
        way = way and bool(behind) and behind[0] in self._words.classes["behind-a-way"]
        return later or way or lemma in self._words.classes["time-noun"]

    @staticmethod
    def is_certain(group: Group) -> bool:
        """Whether the phrase can be nothing but a nominative."""
        mask = _argument(group)
        return bool(mask & NOMINATIVE) and not mask & _OBLIQUE

    @staticmethod
    def _bare(tokens: Tokens, group: Group) -> bool:
        chunk = group.first
        if group.of >= 0 or chunk.prep is not None or chunk.kind not in ("np", "pronoun"):
            return False
        # `zweimal` tells how often
        value = tokens.mentions[chunk.mention]["value"] if chunk.mention >= 0 else None
        return not (value or {}).get("times")

    def _amount(self, tokens: Tokens, group: Group) -> bool:
        """Whether a noun is what an amount before it measures (`mit 4 Sekunden Vorsprung`)."""
        end = group.first.start
        if tokens.lemmas[group.first.head].lower() in self._words.classes["amount-noun"]:
            # mit einem Punkt Vorsprung: a noun without an article behind another
            bare = end == group.first.head and end > 0
            if bare and tokens.tags[end - 1] == "NN":
                return True
        for start in range(max(0, end - 4), end):
            unit = tokens.unit[start]
            if unit >= 0 and tokens.unit_end[start] == end:
                return tokens.label(unit) in ("GAP", "TIME")
        return False

    def _measure(self, tokens: Tokens, group: Group) -> bool:
        return self._label(tokens, group) in _THINGS

    def _holds_name(self, tokens: Tokens, group: Group) -> bool:
        """Whether a phrase with an article that may be nominative names somebody."""
        return self._label(tokens, group) in ("DRIVER", "PERSON") and group.first.definite

    def _holds_place(self, tokens: Tokens, group: Group) -> bool:
        """Whether a phrase is `der Zweite`: a place that stands for who has it."""
        chunk = group.first
        return (
            self._label(tokens, group) == "POSITION" and chunk.definite and self.is_certain(group)
        )

    def _counts_place(self, tokens: Tokens, group: Group) -> bool:
        """Whether a phrase may be the subject and is a place with its noun: `der 4. Platz`."""
        if self._label(tokens, group) != "POSITION" or not _argument(group) & NOMINATIVE:
            return False
        value = tokens.mentions[group.first.mention]["value"] or {}
        return value.get("form") == "phrase"

    @staticmethod
    def _label(tokens: Tokens, group: Group) -> str:
        return tokens.label(group.first.mention)

    @staticmethod
    def _person(tokens: Tokens, group: Group) -> bool:
        mention = group.first.mention
        if mention >= 0 and tokens.mentions[mention]["label"] not in _NOBODY:
            return True
        return group.first.kind == "pronoun" and tokens.lower[group.first.head] not in (
            "es", "das", "dies",
        )  # fmt: skip

    def _predicative(self, tokens: Tokens, groups: list[Group], bare: list[Group]) -> Group | None:
        """A rank beside a copula, or an adjective without another complement."""
        ranks = [group for group in bare if self._label(tokens, group) == "POSITION"]
        if ranks:
            # der Dritte der Meisterschaft wurde Fünfter: the first has the place, the last is it
            return ranks[-1] if self._holds_place(tokens, ranks[0]) else ranks[0]
        for group in reversed(groups):
            if group.of < 0 and group.first.kind == "adjective":
                return group
        return None


def _argument(group: Group) -> int:
    """Cells of a phrase that hangs on the verb: a genitive object is too rare to count."""
    mask = joint_mask(group)
    return mask & ~CASE_MASK["g"] or mask
