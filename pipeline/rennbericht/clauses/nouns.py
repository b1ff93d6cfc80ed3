"""What stands at the core of a phrase: nouns, names in apposition, crews, measured expressions."""

from __future__ import annotations

from ..german.lexicon import lexicon
from .agreement import ALL, SINGULAR, Agreement, plural_of
from .chunk import Chunk
from .tokens import Tokens
from .words import Words

#: what a start number may stand behind
NUMBERED = frozenset({"DRIVER", "PERSON", "CAR", "MANUFACTURER", "TEAM"})


class NounReader:
    """Reads nouns and names from a place in the text on."""

    _t: Tokens
    _end: int

    def __init__(self, words: Words, agreement: Agreement) -> None:
        self._words = words
        self._agreement = agreement
        self._persons = words.persons
        self._things = words.classes["apposition-thing"]
        self._person_cache: dict[str, bool] = {}

    def _measured(self, i: int) -> tuple[Chunk | None, int]:
        """A measured expression that brings its own preposition (`in Runde zwölf`)."""
        t = self._t
        form = t.lower[i]
        prep, _cases = self._words.prepositions.get(form, (form, ""))
        chunk, after = self._unit(i, self._agreement.preposition(form))
        chunk.prep, chunk.kind = prep, "pp"
        return chunk, after

    def _unit(self, i: int, mask: int) -> tuple[Chunk, int]:
        t = self._t
        end = min(t.unit_end[i], self._end)
        head = end - 1
        for j in range(i, end):
            if t.tags[j] in ("NN", "NE"):
                head = j
                if t.label(t.unit[i]) == "SESSION":
                    # die Power Stage, die Super Special Stage: what it is stands last
                    while head + 1 < end and t.tags[head + 1] == "NN":
                        head += 1
                mask = mask & self._agreement.noun(t.words[head]) or mask
                break
            if t.tags[j] in ("ART", "PPOSAT"):
                mask &= self._agreement.determiner(t.lower[j])
        chunk = Chunk(i, end, head, "np", mask or ALL)
        chunk.mention = t.unit[i]
        return chunk, end

    def _numbered(self, chunk: Chunk, i: int) -> int:
        """Take in a start number behind a name (`Luca Stolz #4`); where the phrase ends."""
        t = self._t
        if i >= self._end or t.code[i] != "U" or t.mentions[t.unit[i]]["label"] != "NUMBER":
            return i
        if chunk.mention < 0:
            # den Schwesterwagen #7
            if t.lower[chunk.head] not in self._words.classes["vehicle-noun"]:
                return i
        elif t.mentions[chunk.mention]["label"] not in NUMBERED:
            return i
        number, after = self._unit(i, ALL)
        number.of = chunk.head
        chunk.inner.append(number)
        chunk.end = after
        return after

    def _numbers_next(self, i: int) -> bool:
        """Whether a start number stands right before the name of its car (`der #31 Porsche`)."""
        t, after = self._t, self._t.unit_end[i]
        if t.mentions[t.unit[i]]["label"] != "NUMBER" or not i < after < self._end:
            return False
        return t.code[after] == "E" and t.mentions[t.unit[after]]["label"] in NUMBERED

    def _genitive_noun(self, i: int) -> bool:
        """Whether a noun tagged as a name is a genitive before its noun (`Obamas Berater`)."""
        t = self._t
        if t.tags[i] != "NE" or t.words[i][-1] != "s" or i + 1 >= self._end:
            return False
        return t.code[i + 1] == "A" or t.tags[i + 1] == "NN"

    def _genitive(self, i: int) -> bool:
        """Whether a name is a genitive before its noun (`Webers Schwesterauto`)."""
        t, code = self._t, self._t.code
        end = t.unit_end[i]
        if end >= self._end:
            return False
        mention = t.mentions[t.unit[i]]
        last = t.words[end - 1]
        after = end
        marked = last[-1] in "'’`´" or t.words[end] in ("'", "’", "`", "´")
        if t.words[end] in ("'", "’", "`", "´"):
            after += 1
        elif not marked:
            if last[-1] != "s":
                return False
            name = mention["name"]
            if name and name.split()[-1].lower() == last.lower():
                return False
        if after >= self._end or t.unit[after] == t.unit[i]:
            return False
        if code[after] == "E":
            # Vettels Ferrari, Ferraris Vettel
            owned = t.mentions[t.unit[after]]["label"]
            if mention["label"] in ("TEAM", "MANUFACTURER"):
                return owned == "DRIVER"
            person = mention["label"] in ("DRIVER", "PERSON")
            return person and owned in ("CAR", "MANUFACTURER", "TEAM")
        if code[after] == "U":
            # Vettels dritter Saisonsieg, Vettels Platz drei
            return t.mentions[t.unit[after]]["label"] in ("COUNT", "POSITION")
        return code[after] in "NAC"

    def _nominal(self, i: int, mask: int) -> tuple[Chunk, int]:
        """The nouns and names of a phrase, from its first noun on."""
        t, code, end = self._t, self._t.code, self._end
        if code[i] == "U":
            return self._unit(i, mask)
        if code[i] == "E":
            return self._name(i, mask)
        if t.lower[i] in self._words.classes["series-noun"] and self._apart(i + 1, mask):
            # der WM Lauf, den WM Titel
            chunk, after = self._nominal(i + 1, mask)
            chunk.start = i
            return chunk, after
        head = i
        noun = self._agreement.noun(t.words[i])
        narrowed = mask & noun
        mention = t.unit[i]
        after = t.unit_end[i] or i + 1
        if after > i + 1:
            head = after - 1
        chunk = Chunk(i, after, head, "np", narrowed or mask)
        chunk.mention = mention
        i = after
        while i < end:
            letter = code[i]
            if letter == "E" and self._apposed(head, i, mask):
                name, i = self._name(i)
                if chunk.mention < 0 or t.mentions[name.mention]["label"] in ("DRIVER", "PERSON"):
                    chunk.mention = name.mention
                chunk.names = name.names
                if t.code[chunk.start - 1 : chunk.start] not in (["D"], ["A"]):
                    # für McLaren-Pilot Norris: a bare title does not inflect
                    chunk.mask = mask
                if len(name.names) > 1 and self._behind_vehicle(chunk.start):
                    # der Subaru der Siegener Maier/Huber
                    chunk.mask &= plural_of(chunk.mask)
                break
            if letter == "/" and i + 1 < end and code[i + 1] in "NE":
                i = self._crew(chunk, after)
                break
            if letter == "C" and not (i + 1 < end and code[i + 1] == "N"):
                # `wurde nach einem Dreher 14.`: what is one of many has no number, nor who acts
                # `holte das Duo neun der zwölf Bestzeiten`
                i += not (self._indefinite(chunk.start) or self.is_person(t.lower[head]))
                break
            if letter in "NE" and self._two_words(i - 1):
                # die Pole Position, die Safety Car Phase: what it is stands first
                i += 1
                continue
            if letter == "N" and t.unit[i] < 0 and self._continues(head, i, chunk):
                if t.tags[i] == "NN":
                    # zehn Sekunden Vorsprung: the measure comes first
                    chunk.head = head = i
                i += 1
                continue
            if letter == "K" and code[i - 1] == "H":
                i += 1
                continue
            break
        chunk.end = i
        return chunk, i

    def _apart(self, i: int, mask: int) -> bool:
        """Whether a noun that goes with the article stands right behind the name of a series."""
        t = self._t
        if i >= self._end or t.code[i] != "N" or t.unit[i] >= 0:
            return False
        if t.tags[i] != "NN" and not self.is_person(t.lower[i]):
            return False
        return mask != ALL and bool(mask & self._agreement.noun(t.words[i]))

    def _indefinite(self, start: int) -> bool:
        """Whether an indefinite article stands before: `nach einem (späten) Dreher`."""
        t = self._t
        while start > 0 and t.code[start - 1] == "A":
            start -= 1
        article = t.lower[start - 1] if start and t.code[start - 1] == "D" else ""
        return article.startswith(("ein", "kein"))

    def _behind_vehicle(self, start: int) -> bool:
        """Whether a car's name stands right before, so that a genitive says whose it is."""
        t = self._t
        while start > 0 and t.code[start - 1] in ("D", "A"):
            start -= 1
        unit = t.unit[start - 1] if start else -1
        return unit >= 0 and t.mentions[unit]["label"] in ("CAR", "MANUFACTURER", "TEAM")

    def _crew(self, chunk: Chunk, first_end: int) -> int:
        """Names with strokes between them; where they end."""
        t, code, end = self._t, self._t.code, self._end
        names = [(chunk.head, first_end, chunk.mention)]
        i = first_end
        while i + 1 < end and code[i] == "/" and code[i + 1] in "NE":
            after = t.unit_end[i + 1] or i + 2
            names.append((i + 1, after, t.unit[i + 1]))
            i = after
        chunk.names = names
        chunk.mask = plural_of(chunk.mask)
        return i

    def _continues(self, head: int, i: int, chunk: Chunk) -> bool:
        """Whether a second noun belongs to the first (`Sekunden Vorsprung`, `Pilot Müller`)."""
        t = self._t
        if t.code[chunk.start - 1 : chunk.start] == ["C"] and self.is_person(t.lower[i]):
            # über 24 Runden Polesitter Vettel
            return False
        if t.tags[i] in ("NE", "FM"):
            if t.tags[head] in ("NE", "FM") or self.is_person(t.lower[head]):
                return True
            return self._agreement.noun(t.words[head]) == ALL
        if self._agreement.noun(t.words[i]) == ALL:
            # den Grand Prix, die Power Stage
            return t.tags[head] == "NN" and chunk.mention < 0
        counted = chunk.start > 0 and t.code[chunk.start - 1] == "C"
        return counted and t.tags[head] == "NN" and chunk.mention < 0

    def _two_words(self, first: int) -> bool:
        """Whether a noun is written in several words: `Pole Position`, `Attack Mode`."""
        lower = self._t.lower
        return f"{lower[first]} {lower[first + 1]}" in self._words.classes["two-word-noun"]

    def _apposed(self, head: int, i: int, mask: int) -> bool:
        """Whether the name names the noun before it."""
        t = self._t
        label = t.mentions[t.unit[i]]["label"]
        form = t.lower[head]
        if t.tags[head] == "ADJA" and t.lower[head - 1 : head] == ["als"]:
            # bog als Erster Norris ab, war als Nächster Norris dran
            return False
        if label in ("DRIVER", "PERSON"):
            if self._of_another_country(form, i):
                return False
            return self._names_bearer(form) or self._participle(form)
        if label in ("TEAM", "MANUFACTURER", "CAR"):
            return self._is_thing(form) or (
                # Titelverteidiger Rowe Racing, but not: für den Piloten BMW
                form in self._words.classes["title"]
                or (label == "CAR" and form in self._words.classes["vehicle-noun"])
            )
        return not self.is_person(form)

    def _of_another_country(self, form: str, i: int) -> bool:
        """Whether who bears the name is known to be no such native.

        `Dann überholte der Finne Ogier`: the Finn passed him.
        """
        t = self._t
        nation = (t.mentions[t.unit[i]]["value"] or {}).get("nation")
        if nation is None:
            return False
        countries = self._words.countries
        codes = countries.get(form) or countries.get(form[:-1] if form.endswith("n") else "")
        return codes is not None and nation not in codes

    def is_person(self, form: str) -> bool:
        """Whether a noun, lower case, stands for people (`teamkollegen`, `bmw-pilot`)."""
        found = self._person_cache.get(form)
        if found is None:
            found = any(stem in self._persons for stem in _tails(form)) or form.endswith(
                ("jähriger", "jährige", "jährigen", "jährigem")
            )
            self._person_cache[form] = found
        return found

    def _names_bearer(self, form: str) -> bool:
        """Whether a noun before a name looks like what its bearer is called (`der Berliner`)."""
        if self.is_person(form):
            return True
        if not form.endswith(("er", "ers", "ern", "erin")) or len(form) < 5:
            return False
        return not any(stem in self._words.classes["not-a-person"] for stem in _tails(form))

    def _participle(self, form: str) -> bool:
        """Whether a noun is an adjective or participle made one: `mit dem Überrundeten Reiter`."""
        if not form.endswith(("e", "en", "er", "em")) or "ADJA" not in lexicon().tags(form):
            return False
        noun = form.capitalize()
        if any(reading.lemma == noun for reading in lexicon().readings(noun)):
            # auf frischen Reifen Pierre Gasly: a noun of its own
            return False
        return not any(stem in self._words.classes["not-a-person"] for stem in _tails(form))

    def _is_thing(self, form: str) -> bool:
        return any(stem in self._things for stem in _tails(form))

    def _name(self, i: int, mask: int = ALL) -> tuple[Chunk, int]:
        """A name, or a crew of names with strokes between them."""
        t, code, end = self._t, self._t.code, self._end
        after = t.unit_end[i]
        label = t.mentions[t.unit[i]]["label"]
        start = i
        chunk = Chunk(i, after, after - 1, "np", mask)
        chunk.mention = t.unit[i]
        if after < end and code[after] == "/" and after + 1 < end and code[after + 1] in "NE":
            after = self._crew(chunk, after)
        elif label in ("DRIVER", "PERSON"):
            chunk.mask = mask & SINGULAR or mask
        if after < end and t.words[after] in ("'", "’", "`", "´"):
            after += 1
        if after < end and t.lower[after] in self._words.classes["generation"]:
            after += 1
        if (
            label in ("TEAM", "MANUFACTURER", "CAR")
            and after < end
            and code[after] == "N"
            and (t.unit[after] < 0 or t.label(t.unit[after]) in ("CLASS", "SERIES"))
        ):
            form = t.lower[after]
            if form in self._words.classes["place-written-apart"]:
                # in die HRT Box: the place is no team
                longer, behind = self._nominal(after, mask)
                chunk.of, chunk.end = longer.head, after
                longer.inner.append(chunk)
                longer.start = start
                return longer, behind
            if self.is_person(form) or form in self._words.classes["vehicle-written-apart"]:
                # Mercedes Pilot Lewis Hamilton, im Huber Racing Auto: meant as one word
                longer, behind = self._nominal(after, mask)
                if longer.mention < 0:
                    longer.mention = chunk.mention
                longer.start = start
                return longer, behind
        if label == "SERIES" and self._apart(after, mask):
            # zum DTM Champion, beim Formel 1 Rennen: meant as one word
            longer, behind = self._nominal(after, mask)
            longer.start = start
            return longer, behind
        titled = (
            label == "TEAM" and after + 1 < end and t.unit[after] >= 0
            and t.unit_end[after] == after + 1 and code[after + 1] == "E"
            and t.mentions[t.unit[after]]["label"] == "MANUFACTURER"
            and t.mentions[t.unit[after + 1]]["label"] in ("DRIVER", "PERSON")
            and self.is_person(t.lower[after])
        )  # fmt: skip
        if titled:
            # Bonovo BMW-Pilot Garrett Gerloff
            longer, behind = self._nominal(after, mask)
            longer.start = start
            return longer, behind
        chunk.end = after
        return chunk, after


def _tails(form: str) -> list[str]:
    """A noun form and its possible last parts and stems, longest first."""
    stems = [form]
    for ending in ("en", "innen", "n", "s", "es", "e", "r"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stems.append(form[: -len(ending)])
    found = []
    for stem in stems:
        found.append(stem)
        # short words (Ass, Gast) only where a hyphen parts them
        for size in range(len(stem) - 1, 2, -1):
            if size > 3 or stem[-size - 1] == "-":
                found.append(stem[-size:])
    return found
