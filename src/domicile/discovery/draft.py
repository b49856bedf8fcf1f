"""The proposal as `domicile.toml`: one line per decision, the doubtful ones first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from domicile.config.names import TableName
from domicile.discovery.model import Finding, Relation, Told
from domicile.discovery.proposal import Entry, Kind, Proposal
from domicile.discovery.speaks import Evidence
from domicile.discovery.toml_text import comment, decision, key, path, text
from domicile.discovery.ways import Way

_MOST_SHARES = 6
_MOST_NAMES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What no database says of itself: empty where people have to fill it in."""

    dsn: str
    country: str = ""
    homes: Mapping[str, str] = field(default_factory=dict[str, str])
    service: str = ""


def draft(proposal: Proposal, head: Head) -> str:
    """The whole file.

    The same proposal gives the same text: there is no date in it.
    """
    estate = proposal.estate
    parts = [
        _opening(proposal),
        _hub(head),
        _homes(proposal, head),
        _service(head),
        *(_kind(estate, kind) for kind in proposal.kinds),
        _unknown(proposal),
        *(entry_text(estate, entry) for entry in proposal.entries if entry.mapped),
        *open_texts(proposal.entries),
        _needed(proposal),
        *skeleton_texts(proposal.entries),
        _unread(proposal),
    ]
    return "\n".join(part for part in parts if part).rstrip() + "\n"


def _opening(proposal: Proposal) -> str:
    mapped = sum(len(entry.mapped) for entry in proposal.entries)
    tables = sum(1 for entry in proposal.entries if entry.mapped)
    unclear = sum(len(entry.open) for entry in proposal.entries)
    kept = sum(len(entry.kept) for entry in proposal.entries)
    lines = [
        "Proposed by `domicile init`. Review it, correct it, commit it: docs/finding.md.",
        f"{mapped} personal columns in {tables} of {len(proposal.surveys)} tables move.",
        f"{unclear} cannot as things stand (OPEN); {kept} were looked at and stay (skeleton).",
        "Each line ends in how sure it is, from 0 to 1, and why. The most doubtful come first.",
        "No value of a row is in this file: examples are masked, A for a letter, # for a digit.",
    ]
    return "\n".join([*(comment(line) for line in lines), ""])


def _hub(head: Head) -> str:
    country = text(head.country)
    if not head.country:
        country += "  # TODO: the country where the hub's server stands, like US"
    return "\n".join(["[hub]", f"dsn = {text(head.dsn)}", f"country = {country}", ""])


def _homes(proposal: Proposal, head: Head) -> str:
    if head.homes:
        return "\n".join(
            line
            for country, dsn in head.homes.items()
            for line in (f"[homes.{country}]", f"dsn = {text(dsn)}", "")
        )
    told = [each.told for kind in proposal.kinds for each in kind.usable[:1]]
    most = max(told, key=lambda each: sum(each.countries.values()), default=None)
    where = f" The sampled people are in: {_shares(most)}." if most else ""
    lines = [
        f"TODO: a database in each country whose law asks for one.{where}",
        "[homes.RU]",
        'dsn = "env:HOME_RU"',
    ]
    return "\n".join([*(comment(line) for line in lines), ""])


def _service(head: Head) -> str:
    name = text(head.service)
    if not head.service:
        name += "  # TODO: its name; then kinds, established_in, targets: docs/config.md"
    return "\n".join(["[service]", f"name = {name}", ""])


def _kind(estate: Mapping[TableName, Relation], kind: Kind) -> str:
    lines = ["[[subject]]", f"kind = {text(kind.name)}", f"table = {text(str(kind.table))}"]
    if not kind.usable:
        lines.append(comment("TODO: [[subject.evidence]]: no column with a country was found"))
    for each in kind.usable:
        lines += ["[[subject.evidence]]", f"speaks_for = {text(each.speaks_for)}"]
        if each.hops:
            lines.append(f"path = {path(estate, str(kind.table), each.hops)}")
        lines.append(f"column = {text(each.column)}  {comment(_told(each.told))}")
    lines += [comment(_aside(each)) for each in kind.evidence if not each.usable]
    return "\n".join([*lines, ""])


def _aside(evidence: Evidence) -> str:
    told = evidence.told
    return (
        f"{evidence.column}: by its {told.how} it tells a country, too: {_told(told)}; "
        "a config takes only columns with a country's name or code"
    )


def _told(told: Told) -> str:
    return f"known of {told.share:.0%} of the sampled people: {_shares(told)}"


def _shares(told: Told) -> str:
    whole = sum(told.countries.values())
    ranked = sorted(told.countries.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = ", ".join(f"{code} {rows / whole:.0%}" for code, rows in ranked[:_MOST_SHARES])
    more = len(ranked) - _MOST_SHARES
    return f"{shown} and {more} more" if more > 0 else shown


def _unknown(proposal: Proposal) -> str:
    """The spellings of countries that nobody knows: each is a line to fill."""
    names = sorted(
        {name for kind in proposal.kinds for each in kind.usable for name in each.told.unknown}
    )
    if not names:
        return ""
    lines = [f'{text(name)} = ""' for name in names[:_MOST_NAMES]]
    head = comment("TODO: spellings that no list knows; give each its code and take the # away")
    return "\n".join([head, "# [countries]", *(comment(line) for line in lines), ""])


def entry_text(estate: Mapping[TableName, Relation], entry: Entry) -> str:
    """One table of the map."""
    way = entry.belonging.way
    lines = [
        *(comment(note) for note in _notes(entry)),
        "[[table]]",
        f"table = {text(str(entry.relation.name))}",
        f"subject = {text(entry.kind)}",
    ]
    if way and way.hops:
        lines.append(f"path = {path(estate, str(entry.relation.name), way.hops)}")
    lines += ["[table.columns]", *(decision(finding) for finding in entry.mapped), ""]
    return "\n".join(lines)


def _notes(entry: Entry) -> Iterator[str]:
    """What is doubtful in whose the rows are."""
    belonging, count = entry.belonging, entry.count
    if len(belonging.ways) > 1:
        others = ", ".join(_via(way) for way in belonging.ways[1:])
        yield f"a row is about several people: the path is one's, another's is {others}"
    if count and count.orphans:
        yield f"{count.orphans} of {count.rows} sampled rows have no person: they stay in the hub"
    if count and count.shared:
        yield f"{count.shared} of {count.rows} sampled rows have several people"
    if belonging.others:
        yield f"other ways to a person: {', '.join(_via(way) for way in belonging.others[:3])}"


def _via(way: Way) -> str:
    hops = " -> ".join(
        f"{hop.table} over {', '.join(hop.far if hop.backward else hop.near)}" for hop in way.hops
    )
    return f"to {hops}"


def open_texts(entries: Iterable[Entry]) -> Iterator[str]:
    """What is personal and cannot be moved as things stand: told, and not decided."""
    listed = [each for entry in entries for each in entry.open]
    if not listed:
        return
    yield comment("OPEN: personal, and not movable as it stands. Mend what is said, or put what is")
    yield comment('behind the colon under [skeleton."table"] to leave it in the hub knowingly.')
    for finding, why in listed:
        yield comment(f"{finding.table}: {decision(finding, why)}")
    yield ""


def open_place(finding: Finding) -> str:
    """How the line of an open finding begins, whatever is said of it."""
    return comment(f"{finding.table}: {key(finding.column)} = ")


def _needed(proposal: Proposal) -> str:
    """What is personal and what the map itself needs where it is."""
    lines = [
        f"{entry.relation.name}: {decision(finding, why)}"
        for entry in proposal.entries
        for finding, why in entry.needed
    ]
    head = "Personal, and needed in the hub by the map itself:"
    return "\n".join([comment(head), *(comment(line) for line in lines), ""]) if lines else ""


def skeleton_texts(entries: Iterable[Entry]) -> Iterator[str]:
    """What was looked at and stays: not personal, as far as it seems; the doubtful first."""
    kept = [entry for entry in entries if entry.kept]
    if kept:
        yield comment("Looked at, and left in the hub: move a line to its table if it is personal.")
    for entry in sorted(kept, key=lambda entry: -max(each.confidence for each in entry.kept)):
        yield f"[skeleton.{key(str(entry.relation.name))}]"
        ranked = sorted(entry.kept, key=lambda each: (-each.confidence, each.column))
        yield from (decision(finding) for finding in ranked)
        yield ""


def _unread(proposal: Proposal) -> str:
    """The relations that were judged by their words alone."""
    if not proposal.missed:
        return ""
    lines = [f"{name} {why}" for name, why in sorted(proposal.missed.items())]
    more = [f"... and {len(lines) - _MOST_NAMES} more"] if len(lines) > _MOST_NAMES else []
    head = "Not read, and judged by their words alone:"
    return "\n".join(comment(line) for line in [head, *lines[:_MOST_NAMES], *more])
