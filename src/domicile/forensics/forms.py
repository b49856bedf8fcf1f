"""The forms in which PostgreSQL writes one value: on its pages, in JSON, in statements. Pure."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from uuid import UUID

from domicile.forensics.needles import LONGEST, SHORTEST

_MIDNIGHT = datetime(2000, 1, 1)  # noqa: DTZ001  # PostgreSQL's epoch, without a zone
_US_PER_S = 1_000_000
_FEWEST_DIGITS = 9  # of a number that is worth a search as text
_FEWEST_DISTINCT = 3  # bytes: a run of blanks or zeros is everywhere
_ESCAPE = re.compile(r"\\u[0-9a-f]{4}")


@dataclass(frozen=True, slots=True)
class Form:
    """One value as some bytes.

    `name` says which form, `text` whether a longer word may contain it by chance, `own` whether
    it is the value itself, as a page of its table has it.
    """

    name: str
    data: bytes
    text: bool = True
    own: bool = True


def pieces(data: bytes) -> tuple[bytes, ...]:
    """What to look for of a form: all of it, or the ends and the middle of a long one."""
    if len(data) < SHORTEST or len(set(data[:LONGEST])) < _FEWEST_DISTINCT:
        return ()
    if len(data) <= LONGEST:
        return (data,)
    half = (len(data) - LONGEST) // 2
    cut = {data[:LONGEST], data[half : half + LONGEST], data[-LONGEST:]}
    return tuple(piece for piece in cut if len(set(piece)) >= _FEWEST_DISTINCT)


def of_text(value: str, codec: str) -> Iterator[Form]:
    """A text as the server's encoding has it, with its length when it is short, and escaped."""
    try:
        data = value.encode(codec)
    except UnicodeEncodeError:
        data = b""
    if len(data) >= SHORTEST:
        yield Form("text", data)
    elif len(data) >= 3:
        # As an element of an array, in statistics for one: a header of four bytes.
        yield Form("array element", struct.pack("<I", len(data) + 4 << 2) + data, text=False)
        if len(data) + 1 == SHORTEST:
            yield Form("short text", bytes([len(data) + 1 << 1 | 1]) + data, text=False)
    if len(value) >= 3:
        yield from _escaped(value, data, codec)


def _escaped(value: str, data: bytes, codec: str) -> Iterator[Form]:
    ascii_json = json.dumps(value)[1:-1]
    if ascii_json != value:
        yield Form("JSON escapes", ascii_json.encode(), own=False)
        upper = _ESCAPE.sub(lambda match: "\\u" + match[0][2:].upper(), ascii_json)
        if upper != ascii_json:
            yield Form("JSON escapes", upper.encode(), own=False)
        plain_json = json.dumps(value, ensure_ascii=False)[1:-1]
        if plain_json not in (value, ascii_json):
            yield Form("JSON escapes", plain_json.encode(codec, "replace"), own=False)
    for quote in ("'", '"'):
        if quote in value and data:
            twice = value.replace(quote, quote * 2).encode(codec)
            yield Form("doubled quotes", twice, own=False)


def of_json(value: object, codec: str) -> Iterator[Form]:
    """The strings and numbers in a JSON value, as jsonb has them and as text."""
    if isinstance(value, JsonNumber):
        yield from of_number(str(value))
    elif isinstance(value, str):
        yield from of_text(value, codec)
    elif isinstance(value, list):
        for each in value:  # pyright: ignore[reportUnknownVariableType]
            yield from of_json(each, codec)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, dict):
        for each in value.values():  # pyright: ignore[reportUnknownVariableType]
            yield from of_json(each, codec)  # pyright: ignore[reportUnknownArgumentType]


class JsonNumber(str):
    """A number as it was written."""

    __slots__ = ()


def load_json(data: bytes) -> object:
    """JSON whose numbers stay as they were written; None when Python cannot read it."""
    text = data.decode("utf-8", "replace")
    try:
        return json.loads(text, parse_float=JsonNumber, parse_int=JsonNumber)
    except (ValueError, RecursionError):  # their texts have the value in them
        return None


def of_number(text: str) -> Iterator[Form]:
    """A decimal number: as numeric's base-10000 digits, and as text when it is long."""
    mantissa, _, exponent = text.lower().partition("e")
    whole, _, fraction = mantissa.lstrip("+-").partition(".")
    power = int(exponent or 0)
    if abs(power) <= LONGEST:
        shift = max(0, power)
        fraction = fraction.ljust(shift, "0")
        whole, fraction = whole + fraction[:shift], fraction[shift:]
        if power < 0:
            whole = whole.rjust(-power + 1, "0")
            whole, fraction = whole[:power], whole[power:] + fraction
        whole = whole.rjust(-(-len(whole) // 4) * 4, "0")
        fraction = fraction.ljust(-(-len(fraction) // 4) * 4, "0")
        joined = whole + fraction
        groups = [int(joined[at : at + 4]) for at in range(0, len(joined), 4)]
        yield from _base_10000(groups, None)
    if sum(each.isdigit() for each in mantissa) >= _FEWEST_DIGITS:
        yield Form("digits", text.lstrip("-").encode(), own=False)


def _base_10000(groups: list[int], header: bytes | None) -> Iterator[Form]:
    while groups and groups[-1] == 0:
        groups.pop()
    first = next((at for at, group in enumerate(groups) if group), len(groups))
    data = struct.pack(f"<{len(groups) - first}H", *groups[first:])
    if len(data) >= 8:
        yield Form("numeric", data, text=False)
    elif len(data) == 6 and header:
        yield Form("numeric", header + data, text=False)


def of_numeric(wire: bytes) -> Iterator[Form]:
    """A numeric from its wire form."""
    count, weight, sign, scale = struct.unpack_from(">HhHH", wire)
    if sign not in (0, 0x4000):  # NaN and the infinities
        return
    groups = list(struct.unpack_from(f">{count}H", wire, 8))
    header = None
    if -64 <= weight <= 63 and scale <= 63:
        bits = 0x8000 | (0x2000 if sign else 0) | scale << 7
        header = struct.pack("<H", bits | (0x40 if weight < 0 else 0) | weight & 0x3F)
    yield from _base_10000(list(groups), header)
    text = _decimal(groups, weight, scale)
    if sum(each.isdigit() for each in text) >= _FEWEST_DIGITS and len(text) <= LONGEST:
        yield Form("digits", text.encode(), own=False)


def _decimal(groups: list[int], weight: int, scale: int) -> str:
    if weight > LONGEST:
        return ""
    whole = [groups[at] if at < len(groups) else 0 for at in range(weight + 1)]
    digits = "".join(f"{group:04}" for group in whole).lstrip("0") or "0"
    if not scale:
        return digits
    rest = [0] * (-weight - 1) + groups[max(0, weight + 1) :]
    return f"{digits}." + "".join(f"{group:04}" for group in rest).ljust(scale, "0")[:scale]


def of_int8(wire: bytes) -> Iterator[Form]:
    """A bigint: its eight bytes when they are more than a small number, and its digits."""
    (value,) = struct.unpack(">q", wire)
    if abs(value) >= 1 << 32:
        yield Form("bigint", wire[::-1], text=False)
    yield from _digits(value)


def of_int4(wire: bytes) -> Iterator[Form]:
    """An integer: its digits when there are many; four bytes are noise."""
    yield from _digits(struct.unpack(">i", wire)[0])


def _digits(value: int) -> Iterator[Form]:
    text = str(abs(value))
    if len(text) >= _FEWEST_DIGITS:
        yield Form("digits", text.encode(), own=False)


def of_timestamp(wire: bytes) -> Iterator[Form]:
    """A moment with a fraction of a second; a round one is no more than a number."""
    (moment,) = struct.unpack(">q", wire)
    if moment % _US_PER_S == 0 or abs(moment) > 1 << 62:
        return
    yield Form("timestamp", wire[::-1], text=False)
    try:
        at = _MIDNIGHT + timedelta(microseconds=moment)
    except OverflowError:
        return
    for separator in (" ", "T"):
        text = at.isoformat(separator, "microseconds").rstrip("0")
        yield Form("timestamp as text", text.encode(), own=False)


def of_time(wire: bytes) -> Iterator[Form]:
    """A time of day with a fraction of a second."""
    if struct.unpack_from(">q", wire)[0] % _US_PER_S:
        yield Form("time", wire[:8][::-1], text=False)


def of_float8(wire: bytes) -> Iterator[Form]:
    """A double that is not round, such as a coordinate."""
    if wire[4:] != bytes(4):
        yield Form("double precision", wire[::-1], text=False)
        text = repr(struct.unpack(">d", wire)[0])
        if sum(each.isdigit() for each in text) >= _FEWEST_DIGITS:
            yield Form("digits", text.lstrip("-").encode(), own=False)


def of_points(skip: int) -> Callable[[bytes], Iterator[Form]]:
    """The coordinates of a geometric value, after some bytes of header."""

    def encode(wire: bytes) -> Iterator[Form]:
        values = [wire[at : at + 8][::-1] for at in range(skip, len(wire) - 7, 8)]
        yield Form("coordinates", b"".join(values), text=False)

    return encode


def of_uuid(wire: bytes) -> Iterator[Form]:
    """A UUID: sixteen bytes, and as text."""
    yield Form("uuid", wire, text=False)
    yield Form("uuid as text", str(UUID(bytes=wire)).encode(), own=False)


def of_inet(wire: bytes) -> Iterator[Form]:
    """An address: family, bits and bytes, and as text without its prefix."""
    family, bits, _, size = wire[:4]
    data = bytes([family, bits]) + wire[4 : 4 + size]
    header = bytes([len(data) + 1 << 1 | 1])
    yield Form("inet", header + data, text=False)
    yield Form("inet as text", str(ip_address(wire[4 : 4 + size])).encode(), own=False)


def of_macaddr(wire: bytes) -> Iterator[Form]:
    """A hardware address: as text, and eight bytes of it as they are."""
    if len(wire) >= SHORTEST:
        yield Form("macaddr", wire, text=False)
    yield Form("macaddr as text", wire.hex(":").encode(), own=False)


def of_bytes(wire: bytes) -> Iterator[Form]:
    """Bytes as they are, and their beginning in hexadecimal digits."""
    yield Form("bytea", wire, text=False)
    yield Form("bytea as text", wire[: LONGEST // 2].hex().encode(), own=False)
