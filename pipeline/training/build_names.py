"""Draw the names that `rennbericht corpus augment --names unknown` gives to drivers.

Usage: python -m pipeline.training.build_names (with Faker installed, MIT licence)

First and family names by country from Faker's lists; family names that the gazetteer holds are left
out. One half of each list is for measuring and is never looked at when `patterns/` grows; of the
other half `--rest first` and `--rest family` print what may be taken there.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from rennbericht.curation.augment import pool
from rennbericht.entities.folding import keys
from rennbericht.entities.gazetteer import load_gazetteer

#: country -> Faker's locale
LOCALES = {
    "DE": "de_DE", "AT": "de_AT", "CH": "de_CH", "GB": "en_GB", "IE": "en_IE", "US": "en_US",
    "NZ": "en_NZ", "AU": "en_NZ", "FR": "fr_FR", "CA": "fr_CA", "BE": "nl_BE", "NL": "nl_NL",
    "IT": "it_IT", "ES": "es_ES", "MX": "es_MX", "AR": "es_AR", "CO": "es_CO", "CL": "es_CL",
    "PT": "pt_PT", "BR": "pt_BR", "SE": "sv_SE", "NO": "no_NO", "DK": "da_DK", "FI": "fi_FI",
    "EE": "et_EE", "LV": "lv_LV", "PL": "pl_PL", "CZ": "cs_CZ", "SK": "sk_SK", "HU": "hu_HU",
    "RO": "ro_RO", "SI": "sl_SI", "HR": "hr_HR", "JP": "ja_JP", "IN": "en_IN", "ID": "id_ID",
    "ZA": "zu_ZA", "NG": "yo_NG", "GH": "tw_GH",
}  # fmt: skip
FIRST, FAMILY = {"m": 40, "f": 20}, 60
#: of these there are more drivers in German reports
HOME, HOME_FAMILY = ("DE", "AT", "CH"), 120
_WORD = r"[A-ZÀ-ÖØ-Þ][a-zß-ÿĀ-ž]+(?:['’-][A-ZÀ-ÖØ-Þ]?[a-zß-ÿĀ-ž]+)*"
_FIRST = re.compile(_WORD)
_FAMILY = re.compile(rf"(?:(?:van|de|den|der|ter|di|da|von|la|el) )*{_WORD}")
_SEX = {"m": "male", "f": "female"}


def drawn(names: Iterable[str], shape: re.Pattern[str], count: int, seed: str) -> list[str]:
    """A repeatable choice of the names that have a shape, in alphabetical order."""
    fitting = sorted({name for name in names if shape.fullmatch(name) and len(name) > 2})
    return sorted(random.Random(seed).sample(fitting, min(count, len(fitting))))


def main() -> None:
    """Write the file, or print the first names that are not in it."""
    gazetteer = load_gazetteer()
    lines, rest = [], {"first": set[str](), "family": set[str]()}
    for country, locale in LOCALES.items():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        roman = "romanized_names" if hasattr(provider, "first_romanized_names") else "names"
        family: set[str] = set()
        for part in (f"last_{roman}", f"last_{roman}_male", "male_last_names", "unisex_last_names"):
            family.update(getattr(provider, part, ()))
        for gender, sex in _SEX.items():
            first = set(getattr(provider, f"first_{roman}_{sex}"))
            half = drawn(first, _FIRST, len(first) // 2, f"{locale} {sex}")
            rest["first"] |= {n for n in first if _FIRST.fullmatch(n)} - set(half)
            names = drawn(half, _FIRST, FIRST[gender], f"{country} {gender}")
            lines.append({"country": country, "first": gender, "names": names})
        half = drawn(family, _FAMILY, len(family) // 2, f"{locale} family")
        rest["family"] |= {n for n in family if _FAMILY.fullmatch(n)} - set(half)
        count = HOME_FAMILY if country in HOME else FAMILY
        unlisted = [n for n in half if not pool.listed(gazetteer, n)]
        names = drawn(unlisted, _FAMILY, count, f"{country} family")
        lines.append({"country": country, "names": names})
    if "--rest" in sys.argv:
        taken = {keys(name) for line in lines for name in line["names"]}
        names = rest[sys.argv[-1]]
        print("\n".join(sorted(name for name in names if keys(name) not in taken)))
        return
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    Path(pool.NAMES).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
