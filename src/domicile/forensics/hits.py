"""What an occurrence of a needle means: a value, a part of a word, or somebody else's. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from domicile.forensics.filters import Places
from domicile.forensics.matcher import Matcher
from domicile.forensics.needles import LONGEST, Bytes, Needles
from domicile.forensics.pages import gather

Flags = NDArray[np.bool_]
_CONTEXT = 4
#: A text shorter than this inside a longer word is that word's: "Ann" in "Annual".
_SURE = 10
_OTHER, _DIGIT, _LETTER = 0, 1, 2


def _classes() -> Bytes:
    classes = np.zeros(256, np.uint8)
    classes[ord("0") : ord("9") + 1] = _DIGIT
    for first, last in ((b"A", b"Z"), (b"a", b"z")):
        classes[first[0] : last[0] + 1] = _LETTER
    classes[0x80:] = _LETTER
    return classes


_CLASS = _classes()


@dataclass(frozen=True, slots=True)
class Hits:
    """Occurrences: where, of which needle, and whether the value stands there by itself."""

    at: Places
    needle: Places
    whole: Flags

    def __len__(self) -> int:
        return len(self.at)

    def where(self, chosen: Flags) -> Hits:
        """Only the chosen ones."""
        return Hits(self.at[chosen], self.needle[chosen], self.whole[chosen])


@dataclass(slots=True)
class Search:
    """A matcher with judgement: what it finds is told apart from noise and from local values.

    Attributes:
        held: bool[n], the needle is a whole value of somebody who lives in the hub.
        held_inside: bool[n], it is a part of such a value.
    """

    matcher: Matcher
    held: Flags = field(init=False)
    held_inside: Flags = field(init=False)
    _text: Flags = field(init=False)

    def __post_init__(self) -> None:
        needles = self.needles
        self.held = np.zeros(len(needles), np.bool_)
        self.held_inside = np.zeros(len(needles), np.bool_)
        is_text = np.array([source.text for source in needles.sources] or [False])
        self._text = is_text[needles.source] if len(needles) else np.zeros(0, np.bool_)

    @property
    def needles(self) -> Needles:
        """What is looked for."""
        return self.matcher.needles

    def hold(self, text: Bytes) -> None:
        """Learn values of people who live in the hub, written as on a page, one after another."""
        found = self.hits(text)
        self.held[found.needle[found.whole]] = True
        self.held_inside[found.needle[~found.whole]] = True

    def hits(self, text: Bytes, after: int = 0) -> Hits:
        """The occurrences in a text that end behind `after`, without the noise."""
        at, needle = self.matcher.search(text)
        late = at + self.needles.length[needle] > after
        at, needle = at[late], needle[late]
        return self._judged(text, at, needle)

    def of_residents(self, hits: Hits) -> Flags:
        """bool[n]: true for what nobody who lives in the hub explains."""
        return ~(self.held[hits.needle] | (~hits.whole & self.held_inside[hits.needle]))

    def _judged(self, text: Bytes, at: Places, needle: Places) -> Hits:
        if not len(at):
            return Hits(at, needle, np.empty(0, np.bool_))
        length = self.needles.length[needle]
        before = gather(text, np.maximum(at - _CONTEXT, 0), _CONTEXT)
        whole = (before[:, 3] == (((length + 1) << 1) | 1)) & (length < 127) & (at > 0)
        header = before.view(np.uint32).ravel().astype(np.int64)
        whole |= (header == (length + 4) << 2) & (at >= _CONTEXT)
        whole |= ~self._text[needle] | (length == LONGEST)
        # A value that is one byte shorter, and the header of what follows it on the page.
        header_of_shorter = before[:, 3] == ((length << 1) | 1)
        chance = header_of_shorter & (_next(text, at + length) != before[:, 3])
        hits = Hits(at, needle, whole)
        return hits.where(whole | (((length >= _SURE) | ~_cut(text, at, length)) & ~chance))


def _cut(text: Bytes, at: Places, length: Places) -> Flags:
    """Whether the word goes on before the needle, or after it."""
    first, last = _CLASS[text[at]], _CLASS[text[at + length - 1]]
    before = np.where(at > 0, _CLASS[text[np.maximum(at - 1, 0)]], _OTHER)
    after = _CLASS[_next(text, at + length)]
    return ((first != _OTHER) & (first == before)) | ((last != _OTHER) & (last == after))


def _next(text: Bytes, end: Places) -> Bytes:
    """The bytes at these places; zero at the end of the text."""
    return np.where(end < len(text), text[np.minimum(end, len(text) - 1)], np.uint8(0))
