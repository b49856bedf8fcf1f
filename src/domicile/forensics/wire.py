"""From a value's wire form to the forms to look for, whatever is nested in it. Pure."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from domicile.forensics import forms
from domicile.forensics.forms import Form

_SCALARS: dict[str, Callable[[bytes], Iterator[Form]]] = {
    "byteasend": forms.of_bytes,
    "int4send": forms.of_int4,
    "int8send": forms.of_int8,
    "cash_send": forms.of_int8,
    "numeric_send": forms.of_numeric,
    "timestamp_send": forms.of_timestamp,
    "timestamptz_send": forms.of_timestamp,
    "time_send": forms.of_time,
    "timetz_send": forms.of_time,
    "float8send": forms.of_float8,
    "point_send": forms.of_points(0),
    "lseg_send": forms.of_points(0),
    "box_send": forms.of_points(0),
    "line_send": forms.of_points(0),
    "circle_send": forms.of_points(0),
    "path_send": forms.of_points(5),
    "poly_send": forms.of_points(4),
    "uuid_send": forms.of_uuid,
    "inet_send": forms.of_inet,
    "cidr_send": forms.of_inet,
    "macaddr_send": forms.of_macaddr,
    "macaddr8_send": forms.of_macaddr,
}
_TEXTS = frozenset(
    {"textsend", "varcharsend", "bpcharsend", "namesend", "citextsend", "xml_send", "unknownsend"}
)
#: Types whose values are too short, or too common, to be looked for anywhere but in their rows.
_SHORT = frozenset(
    {"boolsend", "int2send", "date_send", "enum_send", "charsend", "float4send", "oidsend"}
)
_RANGE_EMPTY, _LOWER_INFINITE, _UPPER_INFINITE = 0x01, 0x08, 0x10
_NULL = -1


@dataclass(frozen=True, slots=True)
class Encoder:
    """Knows the types of a database.

    Attributes:
        senders: type OID -> name of its send function, which tells the wire form.
        elements: OID of a range or multirange type -> OID of what it is a range of.
        codec: the server's encoding, as Python calls it.
    """

    senders: Mapping[int, str]
    elements: Mapping[int, int]
    codec: str

    def knows(self, oid: int) -> bool:
        """False for a type whose values are never looked for as bytes."""
        sender = self.senders.get(oid, "")
        nested = {"array_send", "record_send", "range_send", "multirange_send"}
        known = {"json_send", "jsonb_send", "hstore_send"} | nested
        return sender in _SCALARS or sender in _TEXTS or sender in _SHORT or sender in known

    def forms(self, oid: int, wire: bytes) -> Iterator[Form]:
        """Every form in which the value may be found."""
        sender = self.senders.get(oid, "")
        if sender in _TEXTS:
            yield from forms.of_text(wire.decode("utf-8", "replace"), self.codec)
        elif sender in _SCALARS:
            yield from _SCALARS[sender](wire)
        elif sender == "json_send":
            yield from forms.of_text(wire.decode("utf-8", "replace"), self.codec)
            yield from forms.of_json(forms.load_json(wire), self.codec)
        elif sender == "jsonb_send":
            yield from forms.of_json(forms.load_json(wire[1:]), self.codec)
        else:
            yield from self._nested(sender, oid, wire)

    def _nested(self, sender: str, oid: int, wire: bytes) -> Iterator[Form]:
        if sender == "array_send":
            yield from self._array(wire)
        elif sender == "record_send":
            (count,) = struct.unpack_from(">i", wire)
            yield from self._fields(wire, 4, count)
        elif sender == "range_send":
            yield from self._range(oid, wire)
        elif sender == "multirange_send":
            for _, each in _items(wire, 4, struct.unpack_from(">i", wire)[0]):
                yield from self._range(self.elements.get(oid, 0), each)
        elif sender == "hstore_send":
            count = 2 * struct.unpack_from(">i", wire)[0]
            for number, each in _items(wire, 4, count):
                if number % 2:
                    yield from forms.of_text(each.decode("utf-8", "replace"), self.codec)

    def _array(self, wire: bytes) -> Iterator[Form]:
        dimensions, _, element = struct.unpack_from(">iiI", wire)
        if not dimensions:
            return
        count = 1
        for each in range(dimensions):
            count *= struct.unpack_from(">i", wire, 12 + 8 * each)[0]
        for _, value in _items(wire, 12 + 8 * dimensions, count):
            yield from self.forms(element, value)

    def _fields(self, wire: bytes, at: int, count: int) -> Iterator[Form]:
        for _ in range(count):
            oid, length = struct.unpack_from(">Ii", wire, at)
            at += 8
            if length != _NULL:
                yield from self.forms(oid, wire[at : at + length])
                at += length

    def _range(self, oid: int, wire: bytes) -> Iterator[Form]:
        flags = wire[0]
        if flags & _RANGE_EMPTY:
            return
        bounds = (not flags & _LOWER_INFINITE) + (not flags & _UPPER_INFINITE)
        for _, bound in _items(wire, 1, bounds):
            yield from self.forms(self.elements.get(oid, 0), bound)


def _items(wire: bytes, at: int, count: int) -> Iterator[tuple[int, bytes]]:
    """The values that follow each other, each after its length; NULLs are left out."""
    for number in range(count):
        (length,) = struct.unpack_from(">i", wire, at)
        at += 4
        if length != _NULL:
            yield number, wire[at : at + length]
            at += length
