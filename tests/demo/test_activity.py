"""Messages, logins and advertisers: whole, reproducible, nobody real."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest

from domicile.demo.activity import PEN_FRIENDS, advertisers, logins, messages
from domicile.demo.people import Population, population

DOCUMENTATION = [
    ip_network(net)
    for net in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
]


@pytest.fixture(scope="module")
def everybody() -> Population:
    """A thousand people."""
    return population(1000, seed=1)


def test_the_same_seed_tells_the_same_story(everybody: Population) -> None:
    """Each table is reproducible by itself, whatever was generated before it."""
    again = population(1000, seed=1)

    assert list(advertisers(everybody)) == list(advertisers(again))
    assert list(logins(everybody)) == list(logins(again))
    assert list(messages(everybody)) == list(messages(again))


def test_there_is_as_much_of_everything_as_promised(everybody: Population) -> None:
    """Three messages and two logins for each account, three advertisers for a hundred."""
    assert len(list(messages(everybody))) == 3000
    assert len(list(logins(everybody))) == 2000
    assert len({a.account_id for a in advertisers(everybody)}) == 30


def test_the_pen_friends_write_to_each_other(everybody: Population) -> None:
    """The demo has a conversation across borders to show, in both directions."""
    pair = {everybody.first_of(country) for country in PEN_FRIENDS}
    senders = {m.sender_id for m in messages(everybody) if {m.sender_id, m.recipient_id} == pair}

    assert senders == pair


def test_a_message_is_in_the_words_of_its_sender(everybody: Population) -> None:
    """The body is the sender's data and the sender's language."""
    for message in messages(everybody):
        sentences = everybody.voice(message.sender_id).sentences
        assert message.body.startswith(sentences)


def test_nobody_writes_to_themselves_and_nothing_is_read_before_it_is_sent(
    everybody: Population,
) -> None:
    """The table's CHECKs hold by construction."""
    for message in messages(everybody):
        assert message.sender_id != message.recipient_id
        assert message.read_at is None or message.read_at >= message.sent_at


def test_addresses_belong_to_nobody(everybody: Population) -> None:
    """Source: RFC 5737 and RFC 3849, blocks reserved for documentation."""
    for login in logins(everybody):
        address = ip_address(login.ip)
        assert any(address in net for net in DOCUMENTATION)
