"""Addresses and numbers of devices: IP, MAC, IMEI, IMSI, SIM cards, user agents, cookies."""

from __future__ import annotations

import ipaddress
import re
from functools import cache
from types import ModuleType

from domicile.discovery.model import Kind
from domicile.discovery.values.detector import NUMERIC, TEXTUAL, Detector, each, matching

_ADDRESSED = TEXTUAL | frozenset[Kind]({"network"})
_IP = re.compile(
    r"(?:::ffff:)?\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?(?::\d{1,5})?|[0-9a-fA-F:.]{2,45}(?:/\d{1,3})?"
)
_PORT = re.compile(r"(?<=\.)(\d{1,3}):\d{1,5}$")
_ONE_HOST = ("/32", "/128")
_SIM = re.compile(r"89\d{16,18}F?")
_HARDWARE = re.compile(r"\d{2}-?\d{6}-?\d{6}-?\d{1,2}")


def _is_ip(value: str) -> bool:
    """One host's address, with or without a mask that spans only it, or a port."""
    if not _IP.fullmatch(value):
        return False
    bare = _PORT.sub(r"\1", value)
    for mask in _ONE_HOST:
        bare = bare.removesuffix(mask)
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return False
    return not (address.is_unspecified or address.is_multicast)


def _is_own_network(value: str) -> bool:
    """An address inside somebody's network, or a whole network."""
    try:
        network = ipaddress.ip_network(value, strict=False)
    except ValueError:
        return False
    return network.num_addresses > 1 or network.is_private


@cache
def _stdnum(name: str) -> ModuleType:
    from importlib import import_module

    return import_module(f"stdnum.{name}")


def _is_imei(value: str) -> bool:
    digits = value.replace("-", "").replace(" ", "")
    # A reporting body's identifier is one of these; 00 is a test device.
    return (
        len(digits) == 15
        and bool(_HARDWARE.fullmatch(value.replace(" ", "-")))
        and digits[:2] in {"01", "35", "86", "99", "91", "98", "33", "44", "45", "49", "50", "51"}
        and bool(_stdnum("luhn").is_valid(digits))
    )


def _is_imsi(value: str) -> bool:
    return len(value) == 15 and value.isdecimal() and bool(_stdnum("imsi").is_valid(value))


def _is_sim(value: str) -> bool:
    bare = value.replace(" ", "")
    return bool(_SIM.fullmatch(bare)) and bool(_stdnum("luhn").is_valid(bare.rstrip("F")))


DETECTORS: tuple[Detector, ...] = (
    Detector(
        name="IP address",
        category="user.device.ip_address",
        count=each(_is_ip),
        when=lambda look: look.has(".", ":") and look.long(3, 49),
        kinds=_ADDRESSED,
        chance=0.05,
    ),
    Detector(
        name="address inside a network",
        category="",
        count=each(_is_own_network),
        when=lambda look: look.has(".", ":") and look.long(3, 49) and look.with_digits(1, 48),
        kinds=_ADDRESSED,
        chance=0.05,
        least=0.6,
    ),
    Detector(
        name="MAC address",
        category="user.device.device_id",
        count=matching("MAC"),
        when=lambda look: look.long(14, 17) and look.has(":", "-", "."),
        kinds=TEXTUAL | frozenset[Kind]({"mac"}),
        chance=0.01,
    ),
    Detector(
        name="IMEI of a phone",
        category="user.device.device_id",
        count=each(_is_imei),
        when=lambda look: look.with_digits(15, 15),
        kinds=NUMERIC,
    ),
    Detector(
        name="IMSI of a subscriber",
        category="user.device.device_id",
        count=each(_is_imsi),
        when=lambda look: look.with_digits(15, 15) and look.long(15, 15),
        kinds=NUMERIC,
    ),
    Detector(
        name="number of a SIM card",
        category="user.device.device_id",
        count=each(_is_sim),
        when=lambda look: look.with_digits(18, 20),
        kinds=NUMERIC,
    ),
    Detector(
        name="user agent",
        category="user.device",
        count=matching("user agent", re.DOTALL),
        when=lambda look: look.has("/"),
        chance=0.01,
    ),
    Detector(
        name="device of a person",
        category="user.device",
        count=matching("device", re.IGNORECASE),
        when=lambda look: look.with_letters(4, 60) and look.has(" ", "-"),
        chance=0.1,
    ),
    Detector(
        name="cookie identifier",
        category="user.device.cookie_id",
        count=matching("cookie"),
        when=lambda look: look.with_digits(10),
        chance=0.01,
    ),
)
