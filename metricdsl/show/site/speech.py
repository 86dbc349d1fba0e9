"""Texts in all languages of the site at once; the reader chooses which of them is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from metricdsl.show.site.markup import Markup, join, tag
from metricdsl.show.site.words import site_words

if TYPE_CHECKING:
    from metricdsl.catalog.loader import Entries

NAMES = {"en": "English", "ja": "日本語", "zh": "中文", "ms": "Bahasa Melayu"}
Said = str | Mapping[str, str] | None
"""A text, or one in each of some languages."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The languages of a site, the one that is seen first in front."""

    languages: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.languages[0]

    def say(self, said: Said, otherwise: str = "", made: Callable[[str], Markup] = join) -> Markup:
        """One span a language, all but the first hidden; plain text where they are all the same.

        `made` makes HTML of a text, which as it stands is escaped.
        """
        found = [(language, *text_in(said, language, otherwise)) for language in self.languages]
        if len({text for _, _, text in found}) == 1:
            return made(found[0][2])
        return join(
            tag("span", made(text), data_in=language, lang=spoken, hidden=language != self.first)
            for language, spoken, text in found
        )

    def word(self, key: str) -> Markup:
        """A word of ours."""
        return self.say(site_words(key))

    def plain(self, said: Said, otherwise: str = "") -> str:
        """In the first language only: for titles and attributes."""
        return text_in(said, self.first, otherwise)[1]

    def plain_word(self, key: str) -> str:
        return self.plain(site_words(key))


def text_in(said: Said, language: str, otherwise: str) -> tuple[str, str]:
    """The language in which a text is to be had, the asked one if possible, and the text."""
    if not said:
        return language, otherwise
    if isinstance(said, str):
        return language, said
    base = language.partition("-")[0]
    spoken = next((known for known in (language, base, "en") if known in said), next(iter(said)))
    return spoken, said[spoken]


def speech_of(entries: Entries, first: str | None) -> Speech:
    """The catalog's languages, or those of its labels where it names none."""
    languages = entries.settings.languages or ("en",)
    return Speech(tuple(dict.fromkeys([first or languages[0], *languages])))


def language_name(language: str) -> str:
    return NAMES.get(language, language)
