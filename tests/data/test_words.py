"""What single words mean: demonyms, office words, agencies, verbs."""

from __future__ import annotations

import pytest

from communique import data

DEMONYMS = [
    ("Russian", "RUS"), ("Russians", "RUS"), ("Chinese", "CHN"), ("Filipino", "PHL"), ("Philippine", "PHL"),
    ("Filipinos", "PHL"), ("Dutch", "NLD"), ("Saudi", "SAU"), ("Saudis", "SAU"), ("Swiss", "CHE"), ("Danish", "DNK"),
    ("Danes", "DNK"), ("Swedish", "SWE"), ("Swede", "SWE"), ("Finnish", "FIN"), ("Finns", "FIN"), ("Polish", "POL"),
    ("Pole", "POL"), ("Turkish", "TUR"), ("Turks", "TUR"), ("Spanish", "ESP"), ("Spaniards", "ESP"), ("Thai", "THA"),
    ("British", "GBR"), ("Britons", "GBR"), ("French", "FRA"), ("Irish", "IRL"), ("Greek", "GRC"), ("Serb", "SRB"),
    ("Serbian", "SRB"), ("Croat", "HRV"), ("Croatian", "HRV"), ("Slovak", "SVK"), ("Slovene", "SVN"),
    ("Slovenian", "SVN"), ("Czech", "CZE"), ("Hungarian", "HUN"), ("Kosovar", "XKX"), ("Bosnian", "BIH"),
    ("Macedonian", "MKD"), ("Montenegrin", "MNE"), ("Belarusian", "BLR"), ("Belarussian", "BLR"), ("Ukrainian", "UKR"),
    ("Moldovan", "MDA"), ("Georgian", "GEO"), ("Armenian", "ARM"), ("Azerbaijani", "AZE"), ("Azeri", "AZE"),
    ("Kazakh", "KAZ"), ("Kyrgyz", "KGZ"), ("Tajik", "TJK"), ("Uzbek", "UZB"), ("Turkmen", "TKM"), ("Afghan", "AFG"),
    ("Pakistani", "PAK"), ("Bangladeshi", "BGD"), ("Nepali", "NPL"), ("Nepalese", "NPL"), ("Sri Lankan", "LKA"),
    ("Burmese", "MMR"), ("Lao", "LAO"), ("Laotian", "LAO"), ("Vietnamese", "VNM"), ("Taiwanese", "TWN"),
    ("South Korean", "KOR"), ("North Korean", "PRK"), ("Korean", "KOR"), ("Japanese", "JPN"), ("Mongolian", "MNG"),
    ("Emirati", "ARE"), ("Qatari", "QAT"), ("Kuwaiti", "KWT"), ("Bahraini", "BHR"), ("Omani", "OMN"),
    ("Yemeni", "YEM"), ("Iraqi", "IRQ"), ("Lebanese", "LBN"), ("Israeli", "ISR"), ("Palestinian", "PSE"),
    ("Malagasy", "MDG"), ("Nigerien", "NER"), ("Nigerian", "NGA"), ("Ivorian", "CIV"), ("Burkinabe", "BFA"),
    ("Malian", "MLI"), ("Ghanaian", "GHA"), ("Motswana", "BWA"), ("Basotho", "LSO"), ("Argentine", "ARG"),
    ("Salvadoran", "SLV"), ("Dominican", "DOM"), ("New Zealander", "NZL"), ("Ni-Vanuatu", "VUT"), ("Soviet", "SUN"),
]  # fmt: skip

NAMES = [
    ("U.S.", "USA"), ("US", "USA"), ("America", "USA"), ("U.K.", "GBR"), ("Britain", "GBR"), ("UAE", "ARE"),
    ("Emirates", "ARE"), ("ROK", "KOR"), ("DPRK", "PRK"), ("Ivory Coast", "CIV"), ("Burma", "MMR"),
    ("Türkiye", "TUR"), ("Turkiye", "TUR"), ("Turkey", "TUR"), ("Holland", "NLD"), ("Swaziland", "SWZ"),
    ("Czechia", "CZE"), ("Cabo Verde", "CPV"), ("Timor-Leste", "TLS"), ("Holy See", "VAT"), ("DRC", "COD"),
    ("Cote d’Ivoire", "CIV"), ("PRC", "CHN"), ("Republic of China", "TWN"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "iso3"), DEMONYMS + NAMES)
def test_a_demonym_or_name_means_its_country(printed: str, iso3: str) -> None:
    # states come first: "Dominican" is also Dominica's, "Macedonian" nobody else's
    assert iso3 in [country.iso3 for country in data.find_countries(printed)]


def test_a_demonym_of_two_countries_means_both() -> None:
    assert {country.iso3 for country in data.find_countries("Congolese")} == {"COD", "COG"}


@pytest.mark.parametrize("printed", ["turkey", "Europe", "Ruritanian", ""])
def test_what_is_no_country_is_none(printed: str) -> None:
    assert data.find_countries(printed) == ()


@pytest.mark.parametrize(
    ("seat", "iso3"),
    [
        ("Kremlin", "RUS"), ("Moscow", "RUS"), ("White House", "USA"), ("Foggy Bottom", "USA"), ("Pentagon", "USA"),
        ("Downing Street", "GBR"), ("Whitehall", "GBR"), ("Élysée", "FRA"), ("Quai d’Orsay", "FRA"),
        ("Zhongnanhai", "CHN"), ("Beijing", "CHN"), ("Blue House", "KOR"), ("Bankova", "UKR"), ("Kiev", "UKR"),
        ("Rawalpindi", "PAK"), ("The Hague", "NLD"),
    ],
)  # fmt: skip
def test_a_seat_speaks_for_its_government(seat: str, iso3: str) -> None:
    assert [country.iso3 for country in data.load_countries() if seat in country.seats] == [iso3]


@pytest.mark.parametrize(
    ("printed", "country", "office"),
    [
        ("President", "RUS", "head of state"),
        ("prime minister", "IND", "head of government"),
        ("Chancellor", "DEU", "head of government"),
        ("chancellor", "PER", "foreign minister"),
        ("Chancellor", "GBR", "minister"),  # of the Exchequer
        ("Foreign Secretary", "GBR", "foreign minister"),
        ("Foreign Secretary", "IND", "senior official"),
        ("Secretary of State", "USA", "foreign minister"),
        ("Secretary of State", "FRA", "minister"),
        ("External Affairs Minister", "IND", "foreign minister"),
        ("Minister of Foreign Affairs", "", "foreign minister"),
        ("top diplomat", "CHN", "foreign minister"),
        ("Defense Minister", "JPN", "defence minister"),
        ("Minister of National Defense", "CHN", "defence minister"),
        ("Secretary of War", "USA", "defence minister"),
        ("Amir", "QAT", "head of state"),
        ("Taoiseach", "IRL", "head of government"),
        ("press secretary", "RUS", "spokesperson"),
        ("spokeswoman", "", "spokesperson"),
        ("Premier", "CHN", "head of government"),
        ("Premier", "AUS", "minister"),
        ("Gen.", "", "rank"),
        ("Mr", "", "honorific"),
    ],
)
def test_an_office_word_names_its_office(printed: str, country: str, office: str) -> None:
    found = data.find_office(printed, country)
    assert found is not None
    assert found.office == office


@pytest.mark.parametrize(("printed", "country"), [("Chancellor", ""), ("Foreign Secretary", ""), ("plumber", "USA")])
def test_an_office_word_that_depends_on_the_country_is_nothing_without_it(printed: str, country: str) -> None:
    assert data.find_office(printed, country) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("The AP", "Associated Press (AP)"),
        ("ITAR-TASS", "TASS"),
        ("RIA", "RIA Novosti"),
        ("Agence France Presse", "Agence France-Presse (AFP)"),
        ("Anadolu", "Anadolu Agency (AA)"),
        ("Kyodo", "Kyodo News"),
    ],
)
def test_a_printed_form_names_its_agency(printed: str, name: str) -> None:
    assert [agency.name for agency in data.load_agencies() if printed in (agency.short, *agency.also)] == [name]


@pytest.mark.parametrize("short", ["APA", "CNA", "STA", "MIA", "PA", "MAP", "TAP", "PTI", "Report", "Trend", "TT"])
def test_a_short_form_that_means_other_things_is_marked(short: str) -> None:
    assert {agency.ambiguous for agency in data.load_agencies() if agency.short == short} == {True}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"), ("told", "tell"), ("reiterating", "reiterate"), ("denied", "deny"), ("stressed", "stress"),
        ("emphasized", "emphasise"), ("wrote", "write"), ("swore", "swear"), ("urges", "urge"), ("quipped", "quip"),
        ("signalled", "signal"), ("signaled", "signal"), ("went on", "go on"), ("made it clear", "make clear"),
    ],
)  # fmt: skip
def test_a_form_belongs_to_its_verb(form: str, lemma: str) -> None:
    assert lemma in [verb.lemma for verb in data.load_verbs() if form in verb.forms]


@pytest.mark.parametrize("lemma", ["add up", "sign", "hold"])
def test_verbs_that_do_not_report_by_themselves_are_not_sure(lemma: str) -> None:
    assert [verb.sure for verb in data.load_verbs() if verb.lemma == lemma] == [False]


@pytest.mark.parametrize(
    ("printed", "iso3"),
    [
        ("Kiev", "UKR"), ("Kyiv", "UKR"), ("Saigon", "VNM"), ("Nur-Sultan", "KAZ"), ("Davos", "CHE"),
        ("Camp David", "USA"), ("Sharm el-Sheikh", "EGY"), ("Anchorage", "USA"), ("Geneva", "CHE"), ("Sochi", "RUS"),
        ("Jeddah", "SAU"), ("Hiroshima", "JPN"), ("Taormina", "ITA"), ("Rambouillet", "FRA"), ("Dayton", "USA"),
        ("New York", "USA"), ("Washington", "USA"), ("The Hague", "NLD"), ("Bogota", "COL"), ("Krakow", "POL"),
        ("Naypyitaw", "MMR"), ("Ulaanbaatar", "MNG"), ("Odessa", "UKR"), ("Panmunjom", "KOR"), ("Cologne", "DEU"),
    ],
)  # fmt: skip
def test_the_first_town_of_a_name_is_the_likeliest(printed: str, iso3: str) -> None:
    found = [city.iso3 for city in data.load_cities() if printed == city.name or printed in city.also]
    assert found[0] == iso3


def test_every_capital_has_a_place() -> None:
    towns = {(form, city.iso3) for city in data.load_cities() for form in (city.name, *city.also)}
    states = [country for country in data.load_countries() if country.kind == "state" and country.capital]
    assert [country.capital for country in states if (country.capital, country.iso3) not in towns] == []
