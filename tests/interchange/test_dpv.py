"""The data map as DPV: good Turtle, good JSON-LD, the same graph, and words that DPV has."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS

from domicile.config import Config, load
from domicile.config.service import InstrumentKind, categories
from domicile.interchange.dpv import render, term, vocabulary
from interchange.samples import CONFIG, GOLDEN, PEOPLE, ConfigOf

# rdflib's own JSON-LD parser still uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

BASE = "https://example.org/map"
DPV = Namespace("https://w3id.org/dpv#")
PD = Namespace("https://w3id.org/dpv/pd#")
LOC = Namespace("https://w3id.org/dpv/loc#")
DCT = Namespace("http://purl.org/dc/terms/")
KINDS = InstrumentKind.__args__
PAPER = """
[[instrument]]
law = "eu-gdpr-ch5"
kind = "standard-clauses"
to_country = "US"
since = 2024-01-01
until = 2027-02-01
reference = 'file "7"\\x'
"""


def graph(config: Config, form: str = "turtle") -> Graph:
    """Our text as rdflib reads it."""
    text = render(config, "json-ld" if form == "json-ld" else "turtle")
    return Graph().parse(data=text, format=form, publicID=BASE)


def here(name: str) -> URIRef:
    """A thing of the document."""
    return URIRef(f"{BASE}#{name}")


@pytest.mark.parametrize(("form", "ending"), [("turtle", "ttl"), ("json-ld", "jsonld")])
def test_the_graph_of_sakila_is_the_golden_one(form: str, ending: str) -> None:
    """Reviewed by eye; `GOLDEN=write` in the environment rewrites it."""
    golden = GOLDEN / f"sakila.{ending}"
    found = render(load(CONFIG), "json-ld" if form == "json-ld" else "turtle")
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(found, encoding="utf-8")

    assert golden.read_text(encoding="utf-8") == found


def test_both_forms_are_one_graph(config_of: ConfigOf) -> None:
    """A standard reader finds the same triples in them, and some."""
    for config in (load(CONFIG), config_of(PAPER)):
        turtle, json_ld = graph(config), graph(config, "json-ld")
        assert len(turtle) > 20
        assert isomorphic(turtle, json_ld)


def test_who_keeps_what_of_whom_and_where() -> None:
    """The service, its controller, its customers, their data, the countries of hub and homes."""
    found = graph(load(CONFIG))
    process = here("process-customer")

    assert (here("service"), RDF.type, DPV.Process) in found
    assert Literal("Sakila") == found.value(here("controller"), RDFS.label)
    assert (here("service"), DPV.hasProcess, process) in found
    assert {DPV.DataSubject, DPV.Customer} == set(found.objects(here("kind-customer"), RDF.type))
    assert {
        *(PD.EmailAddress, PD.Name, PD.PostalCode, PD.Region, PD.Street, PD.TelephoneNumber)
    } == set(found.objects(process, DPV.hasPersonalData))
    places = found.objects(here("service"), DPV.hasStorageCondition)
    assert {LOC[code] for code in ("CN", "IN", "KZ", "RU", "US")} == {
        found.value(place, DPV.hasLocation) for place in places
    }


def test_a_paper_on_record_is_a_safeguard_with_its_days(config_of: ConfigOf) -> None:
    """The day on which it runs out is not one of them; its reference is as it was written."""
    found = graph(config_of(PAPER))
    paper = here("instrument-1")

    assert {DPV.SafeguardForDataTransfer, DPV.ContractualTerms} == set(
        found.objects(paper, RDF.type)
    )
    assert Literal("2024-01-01/2027-01-31") == found.value(paper, DCT.valid)
    assert Literal('file "7"\\x') == found.value(paper, DCT.identifier)
    assert LOC.US == found.value(paper, DPV.hasThirdCountry)
    assert (here("service"), DPV.hasLegalMeasure, paper) in found


def test_each_kind_of_people_has_its_own_data(config_of: ConfigOf) -> None:
    """Data of one kind is not said to be of another; a kind of our own is a data subject."""
    second = PEOPLE.replace("person", "wizard").replace("user.name", "user.biometric.retinal")
    found = graph(config_of(people=PEOPLE + second))

    assert [PD.Name] == list(found.objects(here("process-person"), DPV.hasPersonalData))
    assert [PD.Retina] == list(found.objects(here("process-wizard"), DPV.hasPersonalData))
    assert [DPV.DataSubject] == list(found.objects(here("kind-wizard"), RDF.type))


def test_hostile_texts_stay_texts(config_of: ConfigOf) -> None:
    """A name cannot end its literal."""
    name = 'x\\" . <#evil> a <#y> .\\n\\t\\u0001'
    config = config_of(name=name)

    assert config.service.name == str(graph(config).value(here("controller"), RDFS.label))
    assert isomorphic(graph(config), graph(config, "json-ld"))


def test_every_category_has_a_term() -> None:
    """In the vocabulary and in no other, with a word of SKOS for how well it fits."""
    known = vocabulary().categories

    assert categories() == set(known)
    assert {"exact", "close", "broad"} == {match for _, match in known.values()}
    assert all(re.fullmatch(r"(pd|dpv):[A-Z]\w+", each) for each, _ in known.values())
    assert "pd:Name" == term("user.name.maiden")
    assert "dpv:PersonalData" == term("user.own_word")


def test_every_term_is_one_that_was_looked_up(config_of: ConfigOf) -> None:
    """Those of the table, and those that the graph itself is made of."""
    page = (Path(__file__).parent / "dpv-terms.txt").read_text(encoding="utf-8")
    looked_up = {
        word for line in page.splitlines() if not line.startswith("#") for word in line.split()
    }
    table = vocabulary()
    written = render(load(CONFIG)) + render(config_of(PAPER))
    used = {term for term, _ in table.categories.values()}
    used |= {*table.instruments.values(), *table.subjects.values()}
    used |= set(re.findall(r"\b(?:dpv|pd):\w+", written))

    assert looked_up == used


def test_a_sensitive_category_keeps_a_term_that_is_special() -> None:
    """What DPV counts among the special categories of article 9 (pd.csv, dpvtype)."""
    special = {
        "pd:Biometric": "user.biometric user.biometric.health user.authorization.biometric",
        "pd:Fingerprint": "user.biometric.fingerprint",
        "pd:Retina": "user.biometric.retinal",
        "pd:MedicalHealth": "user.health_and_medical",
        "pd:Genetic": "user.health_and_medical.genetic",
        "pd:HealthRecord": "user.health_and_medical.record_id",
        "pd:PoliticalOpinion": "user.demographic.political_opinion",
        "pd:Race": "user.demographic.race_ethnicity",
        "pd:ReligiousBelief": "user.demographic.religious_belief",
        "pd:SexualPreference": "user.demographic.sexual_orientation",
    }

    assert [] == [c for each, named in special.items() for c in named.split() if each != term(c)]


def test_every_instrument_has_a_term() -> None:
    """A paper of any kind can be written down."""
    assert set(KINDS) == set(vocabulary().instruments)
