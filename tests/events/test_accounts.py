"""What a story tells: printed story -> its accounts, one line each.

The stories are published on Wednesday 6 March 2024; "# " begins a headline and "! " a caption.
A line reads: kind, status, news or recalled: who with what part; days; place.
"""

from __future__ import annotations

import pytest

from tests.events.scenes import tell

# text, printed form -> whom it means here (pronouns are the people room's), accounts
CASES: list[tuple[str, dict[str, str], list[str]]] = [
    (
        "Norwegian Foreign Minister Ingrid Solheim met her Polish counterpart Marek Zielonka in Oslo on Tuesday.",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo"],
    ),
    (
        "Ingrid Solheim met with Marek Zielonka on Monday.",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-04; -"],
    ),
    (
        "Ingrid Solheim and Marek Zielonka met in Gdynia on Tuesday to discuss mines.",
        {},
        ["meeting occurred news: Solheim guest, Zielonka host; 2024-03-05; Gdynia"],
    ),
    (
        "Ingrid Solheim and Marek Zielonka held talks in Warsaw on Monday.",
        {},
        ["meeting occurred news: Solheim guest, Zielonka host; 2024-03-04; Warsaw"],
    ),
    (
        "Talks between Ingrid Solheim and Marek Zielonka took place in Warsaw on Monday.",
        {},
        ["meeting occurred news: Solheim guest, Zielonka host; 2024-03-04; Warsaw"],
    ),
    (
        "Ingrid Solheim's meeting with Marek Zielonka in Warsaw on Monday lasted an hour.",
        {},
        ["meeting occurred news: Solheim guest, Zielonka host; 2024-03-04; Warsaw"],
    ),
    (
        "President Omar Haddad received Italian Prime Minister Lucia Ferrante in Amman on Sunday.",
        {},
        ["meeting occurred news: Haddad host, Ferrante guest; 2024-03-03; Amman"],
    ),
    (
        "President Omar Haddad hosted Lucia Ferrante at the palace in Amman on Sunday.",
        {},
        ["meeting occurred news: Haddad host, Ferrante guest; 2024-03-03; Amman"],
    ),
    (
        "Omar Haddad welcomed Kenji Morita in Amman on Sunday.",
        {},
        ["meeting occurred news: Haddad host, Morita guest; 2024-03-03; Amman"],
    ),
    (
        "Ingrid Solheim has held a working meeting with Marek Zielonka.",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05..2024-03-06; -"],
    ),
    (
        "Kenji Morita was received by Omar Haddad in Amman on Sunday.",
        {},
        ["meeting occurred news: Morita guest, Haddad host; 2024-03-03; Amman"],
    ),
    (
        "Lucia Ferrante shook hands with Omar Haddad in Rome on Monday.",
        {},
        ["meeting occurred news: Ferrante host, Haddad guest; 2024-03-04; Rome"],
    ),
    (
        "Lucia Ferrante sat down with Kenji Morita in Rome on Monday.",
        {},
        ["meeting occurred news: Ferrante host, Morita guest; 2024-03-04; Rome"],
    ),
    (
        "Lucia Ferrante visited Japan on 20-22 February.",
        {},
        ["visit occurred recalled: Ferrante guest; 2024-02-20..2024-02-22; Japan"],
    ),
    (
        "Lucia Ferrante arrived in Tokyo on Tuesday for talks with Kenji Morita.",
        {},
        [
            "visit occurred news: Ferrante guest; 2024-03-05; Tokyo",
            "meeting occurred news: Ferrante guest, Morita host; 2024-03-05; Tokyo",
        ],
    ),
    ("Lucia Ferrante travelled to Tokyo on Tuesday.", {}, ["visit occurred news: Ferrante guest; 2024-03-05; Tokyo"]),
    (
        "Lucia Ferrante's visit to Tokyo began on Monday.",
        {},
        ["visit occurred news: Ferrante guest; 2024-03-04; Tokyo"],
    ),
    (
        "Lucia Ferrante paid a two-day visit to Tokyo last week.",
        {},
        ["visit occurred news: Ferrante guest; 2024-02-25..2024-03-03; Tokyo"],
    ),
    (
        "Ingrid Solheim spoke by phone with Marek Zielonka on Monday.",
        {},
        ["call occurred news: Solheim participant, Zielonka participant; 2024-03-04; -"],
    ),
    (
        "A telephone conversation between Ingrid Solheim and Marek Zielonka took place on Monday.",
        {},
        ["call occurred news: Solheim participant, Zielonka participant; 2024-03-04; -"],
    ),
    (
        "Ingrid Solheim held a phone call with Marek Zielonka on Tuesday.",
        {},
        ["call occurred news: Solheim participant, Zielonka participant; 2024-03-05; -"],
    ),
    (
        "Ingrid Solheim phoned Marek Zielonka on Tuesday.",
        {},
        ["call occurred news: Solheim participant, Zielonka participant; 2024-03-05; -"],
    ),
    (
        "Ingrid Solheim talked by telephone with Marek Zielonka late on Monday.",
        {},
        ["call occurred news: Solheim participant, Zielonka participant; 2024-03-04; -"],
    ),
    (
        "In a phone call with Marek Zielonka on Monday, Ingrid Solheim offered help.",
        {},
        ["call occurred news: Solheim participant, Zielonka participant; 2024-03-04; -"],
    ),
    (
        "Iran and Oman have held talks in Muscat over maritime safety.",
        {},
        ["negotiation occurred news: Iran guest, Oman host; 2024-03-05..2024-03-06; Muscat"],
    ),
    (
        "Russian and Ukrainian negotiators met in Istanbul on Tuesday.",
        {},
        ["meeting occurred news: Russia participant, Ukraine participant; 2024-03-05; Istanbul"],
    ),
    (
        "American and Taliban officials held talks in Doha on Monday.",
        {},
        ["negotiation occurred news: Taliban participant, United States participant; 2024-03-04; Doha"],
    ),
    (
        "Ingrid Solheim and Marek Zielonka signed an agreement on mines in Gdynia on Tuesday.",
        {},
        ["agreement occurred news: Solheim participant, Zielonka participant; 2024-03-05; Gdynia"],
    ),
    (
        "Ingrid Solheim signed a memorandum with Marek Zielonka in Gdynia on Tuesday.",
        {},
        ["agreement occurred news: Solheim participant, Zielonka participant; 2024-03-05; Gdynia"],
    ),
    (
        "Kenya and Ethiopia agreed on Tuesday to share daily readings of the lake.",
        {},
        ["agreement occurred news: Kenya participant, Ethiopia participant; 2024-03-05; -"],
    ),
    (
        "Ingrid Solheim and Marek Zielonka issued a joint statement on Tuesday.",
        {},
        ["joint statement occurred news: Solheim participant, Zielonka participant; 2024-03-05; -"],
    ),
    (
        "Omar Haddad sent a letter to Lucia Ferrante on Monday.",
        {},
        ["message occurred news: Haddad source, Ferrante target; 2024-03-04; -"],
    ),
    (
        "Anton Belov handed over a message from Viktor Hrynko to Liu Wenhao on Monday.",
        {},
        ["message occurred news: Hrynko source, Belov mediator, Wenhao target; 2024-03-04; -"],
    ),
    (
        "Omar Haddad congratulated Lucia Ferrante on Monday.",
        {},
        ["message occurred news: Haddad source, Ferrante target; 2024-03-04; -"],
    ),
    (
        "Lucia Ferrante appointed Dana Whitlock as ambassador on Monday.",
        {},
        ["appointment occurred news: Ferrante source, Whitlock target; 2024-03-04; -"],
    ),
    (
        "Dana Whitlock was appointed foreign minister on Monday.",
        {},
        ["appointment occurred news: Whitlock target; 2024-03-04; -"],
    ),
    (
        "The United States imposed sanctions on Iran on Tuesday.",
        {},
        ["sanction occurred news: States source, Iran target; 2024-03-05; -"],
    ),
    (
        "Washington imposed sanctions on Russian officials on Tuesday.",
        {},
        ["sanction occurred news: States source, Russia target; 2024-03-05; -"],
    ),
    (
        "Norway expelled two Russian diplomats on Tuesday.",
        {},
        ["expulsion occurred news: Norway source, Russia target; 2024-03-05; -"],
    ),
    ("Russia attacked Ukraine on Monday.", {}, ["attack occurred news: Russia source, Ukraine target; 2024-03-04; -"]),
    (
        "Russia invaded Ukraine in February 2022.",
        {},
        [],
    ),
    (
        "Norway and Poland held joint exercises in the Baltic Sea last week.",
        {},
        ["exercise occurred news: Norway participant, Poland participant; 2024-02-25..2024-03-03; Baltic Sea"],
    ),
    (
        "Norway sent 40 tonnes of medicine to Ukraine on Monday.",
        {},
        ["aid occurred news: Norway source, Ukraine target; 2024-03-04; -"],
    ),
    (
        "Lucia Ferrante attended a summit in Brussels on Monday.",
        {},
        ["summit occurred news: Ferrante participant; 2024-03-04; Brussels"],
    ),
    ("Hundreds of farmers protested in Rome on Monday.", {}, ["protest occurred news: ; 2024-03-04; Rome"]),
    (
        "Ingrid Solheim will meet Marek Zielonka in Oslo on Thursday.",
        {},
        ["meeting planned news: Solheim host, Zielonka guest; 2024-03-07; Oslo"],
    ),
    (
        "Ingrid Solheim is due to meet Marek Zielonka in Oslo next week.",
        {},
        ["meeting planned news: Solheim host, Zielonka guest; 2024-03-10..2024-03-17; Oslo"],
    ),
    (
        "Ingrid Solheim is scheduled to visit Japan on March 20.",
        {},
        ["visit planned news: Solheim guest; 2024-03-20; Japan"],
    ),
    (
        "Ingrid Solheim is expected to hold talks with Marek Zielonka on Friday.",
        {},
        ["meeting planned news: Solheim participant, Zielonka participant; 2024-03-08; -"],
    ),
    (
        "Ingrid Solheim and Marek Zielonka were due to hold talks in late March.",
        {},
        ["meeting planned news: Solheim participant, Zielonka participant; 2024-03-19..2024-03-31; -"],
    ),
    (
        "Ingrid Solheim plans to visit Tokyo in April.",
        {},
        ["visit planned news: Solheim guest; 2024-04-01..2024-04-30; Tokyo"],
    ),
    (
        "Ingrid Solheim is going to meet Marek Zielonka on Friday.",
        {},
        ["meeting planned news: Solheim participant, Zielonka participant; 2024-03-08; -"],
    ),
    ("Ingrid Solheim is to visit Warsaw on Friday.", {}, ["visit planned news: Solheim guest; 2024-03-08; Warsaw"]),
    ("# Solheim to visit Warsaw next week", {}, ["visit planned news: Solheim guest; 2024-03-10..2024-03-17; Warsaw"]),
    (
        "# Solheim meets Zielonka in Oslo",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-05..2024-03-06; Oslo"],
    ),
    (
        "# Norway, Poland hold talks in Oslo",
        {},
        ["negotiation occurred news: Norway host, Poland guest; 2024-03-05..2024-03-06; Oslo"],
    ),
    ("Marek Zielonka cancelled a visit to Oslo on Tuesday.", {}, ["visit cancelled news: Zielonka guest; -; Oslo"]),
    (
        "Talks between Ingrid Solheim and Marek Zielonka were cancelled on Tuesday.",
        {},
        ["meeting cancelled news: Solheim participant, Zielonka participant; -; -"],
    ),
    (
        "Ingrid Solheim called off her visit to Warsaw.",
        {"her": "Ingrid Solheim"},
        ["visit cancelled news: Solheim guest; -; Warsaw"],
    ),
    (
        "A visit by Ingrid Solheim to Warsaw was postponed, the ministry said on Tuesday.",
        {},
        ["visit cancelled news: Solheim guest; -; Warsaw"],
    ),
    (
        "Anton Belov denied that he had met Dana Whitlock in Muscat.",
        {"he": "Anton Belov"},
        ["meeting denied news: Belov participant, Whitlock participant; ..2024-03-06; Muscat"],
    ),
    (
        "The ministry denied reports that Anton Belov met Dana Whitlock in Muscat last week.",
        {},
        ["meeting denied news: Belov participant, Whitlock participant; 2024-02-25..2024-03-03; Muscat"],
    ),
    (
        "Ingrid Solheim reportedly met Marek Zielonka in Oslo on Monday.",
        {},
        ["meeting uncertain news: Solheim host, Zielonka guest; 2024-03-04; Oslo"],
    ),
    (
        "Ingrid Solheim may meet Marek Zielonka in Oslo on Friday.",
        {},
        ["meeting uncertain news: Solheim host, Zielonka guest; 2024-03-08; Oslo"],
    ),
    (
        "Ingrid Solheim could meet Marek Zielonka next week.",
        {},
        ["meeting uncertain news: Solheim participant, Zielonka participant; 2024-03-10..2024-03-17; -"],
    ),
    ("Ingrid Solheim did not meet Marek Zielonka in Oslo.", {}, []),
    ("Ingrid Solheim has never met Marek Zielonka.", {}, []),
    ("No meeting between Ingrid Solheim and Marek Zielonka is planned.", {}, []),
    ("Ingrid Solheim refused to meet Marek Zielonka.", {}, []),
    ("Ingrid Solheim wants to meet Marek Zielonka.", {}, []),
    ("If Ingrid Solheim meets Marek Zielonka, they will talk about mines.", {}, []),
    ("Ingrid Solheim offered to meet Marek Zielonka.", {}, []),
    ("There are no plans for a meeting between Ingrid Solheim and Marek Zielonka.", {}, []),
    ("Ingrid Solheim meets Marek Zielonka every year.", {}, []),
    ("Leaders meet every year.", {}, []),
    ("Ingrid Solheim met with officials on Tuesday.", {}, []),
    ("Ingrid Solheim called for talks with Russia.", {}, []),
    ("Visit our website for more.", {}, []),
    ("Ingrid Solheim called on Russia to exercise restraint.", {}, []),
    ("Anton Belov attacked the proposal of Dana Whitlock.", {}, []),
    ("Ingrid Solheim met the demands of farmers.", {}, []),
    ("Ingrid Solheim welcomed the decision of Marek Zielonka.", {}, []),
    ("The parliament sanctioned the deal.", {}, []),
    ("Norway met its climate targets on Monday.", {}, []),
    ("Ingrid Solheim received a prize on Monday.", {}, []),
    ("Ingrid Solheim visited a school on Monday.", {}, []),
    (
        "Ingrid Solheim said after talks with Marek Zielonka in Oslo on Monday that mines would be cleared.",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-04; Oslo"],
    ),
    (
        "Spokesman Pavel Sorokin said after a meeting of Anton Belov with Liu Wenhao in Moscow on Monday that all was well.",
        {},
        ["meeting occurred news: Belov host, Wenhao guest; 2024-03-04; Moscow"],
    ),
    (
        "Anton Belov met Liu Wenhao in Moscow on Monday, the Kremlin said on Tuesday.",
        {},
        ["meeting occurred news: Belov host, Wenhao guest; 2024-03-04; Moscow"],
    ),
    (
        "Anton Belov, who had met Liu Wenhao in Moscow in January, said little.",
        {},
        ["meeting occurred recalled: Belov host, Wenhao guest; 2024-01-01..2024-01-31; Moscow"],
    ),
    (
        "Anton Belov met Liu Wenhao at the Kremlin on Monday.",
        {},
        ["meeting occurred news: Belov host, Wenhao guest; 2024-03-04; Moscow"],
    ),
    (
        "Anton Belov met Liu Wenhao in the Chinese capital on Monday.",
        {},
        ["meeting occurred news: Belov guest, Wenhao host; 2024-03-04; Beijing"],
    ),
    (
        "Anton Belov met Liu Wenhao on Monday in an unannounced visit to Beijing.",
        {},
        ["meeting occurred news: Belov guest, Wenhao host; 2024-03-04; Beijing"],
    ),
    (
        "Dana Whitlock met Lucia Ferrante in Paris, Texas, on Monday.",
        {},
        ["meeting occurred news: Whitlock host, Ferrante guest; 2024-03-04; Paris"],
    ),
    (
        "Dana Whitlock met Lucia Ferrante in Paris on Monday.",
        {},
        ["meeting occurred news: Whitlock participant, Ferrante participant; 2024-03-04; Paris"],
    ),
    (
        "Levan Gelashvili met Dana Whitlock in Georgia on Monday.",
        {},
        ["meeting occurred news: Gelashvili host, Whitlock guest; 2024-03-04; Georgia"],
    ),
    (
        "Rosa Quintana met Tomas Urrutia in the northern Chilean city of Arica on Monday.",
        {},
        ["meeting occurred news: Quintana guest, Urrutia host; 2024-03-04; Arica"],
    ),
    (
        "OSLO, March 5 (Reuters) - Ingrid Solheim met Marek Zielonka on Tuesday.",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05; -"],
    ),
    (
        "WARSAW -- Ingrid Solheim met Marek Zielonka in Oslo on Tuesday.",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo"],
    ),
    (
        "Ingrid Solheim discussed the war in Ukraine with Marek Zielonka on Tuesday.",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05; -"],
    ),
    (
        "Ingrid Solheim met Marek Zielonka two weeks after Anton Belov visited Tokyo.",
        {},
        [
            "meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05..2024-03-06; -",
            "visit occurred recalled: Belov guest; 2024-02-20..2024-02-21; Tokyo",
        ],
    ),
    (
        "Ingrid Solheim met Marek Zielonka.",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05..2024-03-06; -"],
    ),
    (
        "Norwegian Foreign Minister Ingrid Solheim met Marek Zielonka, Poland's foreign minister, and Kenji Morita in Oslo on Tuesday.",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest, Morita guest; 2024-03-05; Oslo"],
    ),
    (
        "Ingrid Solheim held separate talks with Marek Zielonka and Kenji Morita in Oslo on Tuesday.",
        {},
        [
            "meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo",
            "meeting occurred news: Solheim host, Morita guest; 2024-03-05; Oslo",
        ],
    ),
    ('"I met Marek Zielonka in Oslo on Monday," Ingrid Solheim said.', {}, []),
    (
        "Ingrid Solheim begins a visit to Japan on Thursday.",
        {},
        ["visit planned news: Solheim guest; 2024-03-07; Japan"],
    ),
    (
        "Marek Zielonka is on a visit to Tokyo.",
        {},
        ["visit occurred news: Zielonka guest; 2024-03-05..2024-03-06; Tokyo"],
    ),
    (
        "Ingrid Solheim conferred with Marek Zielonka on the sidelines of a forum in Geneva on Saturday.",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-02; Geneva"],
    ),
    ("Ingrid Solheim hopes that Anton Belov will meet Viktor Hrynko.", {}, []),
    ("It is not known whether Anton Belov met Viktor Hrynko.", {}, []),
    (
        "Ingrid Solheim said she would meet Marek Zielonka on Friday.",
        {"she": "Ingrid Solheim"},
        ["meeting planned news: Solheim participant, Zielonka participant; 2024-03-08; -"],
    ),
    (
        "Ingrid Solheim negotiated with Anton Belov in Geneva on Monday.",
        {},
        ["meeting occurred news: Solheim participant, Belov participant; 2024-03-04; Geneva"],
    ),
    ("Russia is waging a war of words, and its attack on Dana Whitlock was verbal.", {}, []),
    (
        "Japan's foreign minister, Kenji Morita, will host Ingrid Solheim in Tokyo on March 12.",
        {},
        ["meeting planned news: Morita host, Solheim guest; 2024-03-12; Tokyo"],
    ),
    (
        "A meeting between Ingrid Solheim and Marek Zielonka planned for Friday will be held in Oslo.",
        {},
        ["meeting planned news: Solheim host, Zielonka guest; 2024-03-08; Oslo"],
    ),
    (
        '# Solheim meets Zielonka in Oslo\nNorwegian Foreign Minister Ingrid Solheim met Marek Zielonka on Tuesday.\n"Good," Solheim said at the meeting in the town hall.',
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo"],
    ),
    (
        "Ingrid Solheim met Marek Zielonka on Tuesday.\nThe meeting took place in Oslo.",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo"],
    ),
    (
        "Ingrid Solheim met Marek Zielonka in Oslo on Tuesday.\nZielonka earlier had met Kenji Morita.",
        {},
        [
            "meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo",
            "meeting occurred recalled: Zielonka participant, Morita participant; ..2024-03-06; -",
        ],
    ),
    (
        "Ingrid Solheim met Marek Zielonka in Oslo on Tuesday.\nIt was useful.\nIt was long.\nIn January, Solheim met Zielonka in Warsaw.",
        {},
        [
            "meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo",
            "meeting occurred recalled: Solheim guest, Zielonka host; 2024-01-01..2024-01-31; Warsaw",
        ],
    ),
    (
        "Ingrid Solheim met Marek Zielonka in Oslo on Tuesday.\nBackground:\nKenji Morita visited Norway on 12-14 January, where he met Ingrid Solheim.",
        {"he": "Kenji Morita"},
        [
            "meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo",
            "visit occurred recalled: Morita guest; 2024-01-12..2024-01-14; Norway",
            "meeting occurred recalled: Morita guest, Solheim host; 2024-01-12..2024-01-14; Norway",
        ],
    ),
    (
        "Ingrid Solheim met Marek Zielonka in Oslo on Tuesday.\nIt was useful.\nIt was long.\nSolheim will visit Warsaw in May.",
        {},
        [
            "meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo",
            "visit planned news: Solheim guest; 2024-05-01..2024-05-31; Warsaw",
        ],
    ),
    (
        "Ingrid Solheim met Marek Zielonka in Oslo on Tuesday.\nIt was useful.\nIt was long.\nLater on Tuesday, Solheim also met Kenji Morita.",
        {},
        [
            "meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo",
            "meeting occurred news: Solheim participant, Morita participant; 2024-03-05; -",
        ],
    ),
    (
        "Ingrid Solheim met Marek Zielonka on Tuesday.\n! Ingrid Solheim and Marek Zielonka shake hands during a meeting in Oslo, Norway March 5, 2024. NTB/Kari Nord",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo"],
    ),
    (
        "Ingrid Solheim has met Marek Zielonka.\n! Ingrid Solheim and Marek Zielonka shake hands during a meeting in Oslo, Norway March 5, 2024. NTB/Kari Nord",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo"],
    ),
    (
        "Ingrid Solheim has met Marek Zielonka.\n! Ingrid Solheim and Marek Zielonka meet in Gdynia, Poland, Aug. 5, 2021. (File photo)",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05..2024-03-06; -"],
    ),
    (
        "Ingrid Solheim spoke about mines.\n! Ingrid Solheim and Marek Zielonka shake hands during a meeting in Oslo, Norway March 5, 2024. NTB/Kari Nord",
        {},
        [],
    ),
    (
        "Iran and Oman held talks in Muscat on Sunday.\nThe talks were led by Samir Nassar.",
        {},
        ["negotiation occurred news: Iran guest, Oman host; 2024-03-03; Muscat"],
    ),
    (
        "Anton Belov met Liu Wenhao in Moscow on Monday.\nBelov and Rosa Quintana met in Lima in 2019.\nBelov and Liu met in Beijing last year.",
        {},
        [
            "meeting occurred news: Belov host, Wenhao guest; 2024-03-04; Moscow",
            "meeting occurred recalled: Belov guest, Quintana host; 2019-01-01..2019-12-31; Lima",
        ],
    ),
    (
        "Ingrid Solheim and Marek Zielonka will meet in Oslo on Friday.\nZielonka said he was pleased.\nThe meeting will be held at the town hall.",
        {},
        ["meeting planned news: Solheim host, Zielonka guest; 2024-03-08; Oslo"],
    ),
    (
        "Reports said that Anton Belov met Dana Whitlock in Muscat on Friday.\nBelov denied that he had met Whitlock.",
        {"he": "Anton Belov"},
        ["meeting denied news: Belov participant, Whitlock participant; 2024-03-01; Muscat"],
    ),
    (
        "Omar Haddad hosted talks with Lucia Ferrante in Amman on Sunday.",
        {},
        ["meeting occurred news: Haddad host, Ferrante guest; 2024-03-03; Amman"],
    ),
    (
        "Ingrid Solheim met Marek Zielonka on the sidelines of a NATO summit in Brussels on Tuesday.",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05; Brussels"],
    ),
    (
        "Marek Zielonka flew to Oslo on Monday to meet Ingrid Solheim.",
        {},
        [
            "visit occurred news: Zielonka guest; 2024-03-04; Oslo",
            "meeting planned news: Zielonka guest, Solheim host; 2024-03-04; Oslo",
        ],
    ),
    (
        "Kenji Morita wrapped up a three-day visit to Peru on Saturday.",
        {},
        ["visit occurred news: Morita guest; 2024-03-02; Peru"],
    ),
    (
        "Ingrid Solheim, Norway's foreign minister, met Marek Zielonka in Oslo on Tuesday.",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo"],
    ),
    (
        "Japan's Kenji Morita met China's Liu Wenhao in Beijing on Monday.",
        {},
        ["meeting occurred news: Morita guest, Wenhao host; 2024-03-04; Beijing"],
    ),
    (
        "On Monday, Ingrid Solheim met Marek Zielonka in Warsaw.",
        {},
        ["meeting occurred news: Solheim guest, Zielonka host; 2024-03-04; Warsaw"],
    ),
    (
        "Ingrid Solheim was to meet Marek Zielonka on Friday.",
        {},
        ["meeting planned news: Solheim participant, Zielonka participant; 2024-03-08; -"],
    ),
    (
        "The United States and Iran concluded a fourth round of talks in Muscat on Sunday.",
        {},
        ["negotiation occurred news: States participant, Iran participant; 2024-03-03; Muscat"],
    ),
    (
        "Rosa Quintana meets Tomas Urrutia in Lima on Thursday.",
        {},
        ["meeting planned news: Quintana host, Urrutia guest; 2024-03-07; Lima"],
    ),
    (
        "Norway will impose sanctions on Iran next week.",
        {},
        ["sanction planned news: Norway source, Iran target; 2024-03-10..2024-03-17; -"],
    ),
    ("Russia launched an attack of words.", {}, []),
    ("Norway has yet to agree with Poland.", {}, []),
    ("Ingrid Solheim should meet Marek Zielonka.", {}, []),
    ("Anton Belov called Dana Whitlock a dreamer.", {}, []),
    ("Omar Haddad hosted a dinner.", {}, []),
    ("Talks on a new treaty went on.", {}, []),
    (  # a title with "from" or "to" and a country still names the one behind it
        "Ingrid Solheim met on Monday in Oslo with her counterpart from Poland, Marek Zielonka.",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-04; Oslo"],
    ),
    (
        "Ingrid Solheim called her Polish counterpart Marek Zielonka on Monday.",
        {},
        ["call occurred news: Solheim participant, Zielonka participant; 2024-03-04; -"],
    ),
    (
        "The foreign ministers of Kenya and Ethiopia gathered for a second round of talks in Oslo on Tuesday.",
        {},
        ["negotiation occurred news: Kenya participant, Ethiopia participant; 2024-03-05; Oslo"],
    ),
    (  # whose trip it is took part in what it began with
        "Lucia Ferrante's trip to Tokyo began with a meeting with Kenji Morita on Tuesday.",
        {},
        [
            "visit occurred news: Ferrante guest; 2024-03-05; Tokyo",
            "meeting occurred news: Ferrante participant, Morita participant; 2024-03-05; -",
        ],
    ),
    (
        "Russia carried out a strike on Ukraine on Saturday.",
        {},
        ["attack occurred news: Russia source, Ukraine target; 2024-03-02; -"],
    ),
    (
        "Dana Whitlock has picked Petra Vondrak to be ambassador to Peru.",
        {},
        ["appointment occurred news: Whitlock source, Vondrak target; 2024-03-05..2024-03-06; -"],
    ),
    (
        "A Ukrainian soldier was killed on Sunday in artillery fire near the border.",
        {},
        ["attack occurred news: Ukraine target; 2024-03-03; -"],
    ),
    (  # an opinion shared binds nobody
        "Ingrid Solheim agreed with Marek Zielonka on the importance of fishing.",
        {},
        [],
    ),
    ("The summit is an initiative of Omar Haddad and the European Union.", {}, []),
    ("Norway and Poland hold their own emergency meetings on Tuesday.", {}, []),
    (  # "the assessment in Rome" is not where they met
        "Ingrid Solheim met Marek Zielonka on Tuesday.\nThat was the assessment in Rome of the meeting.",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05; -"],
    ),
    (  # the next meeting is another one
        "Ingrid Solheim met Marek Zielonka on Tuesday.\nThe next meeting is in Rome in June.",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05; -"],
    ),
    (  # the noun itself carries the place, and says nothing of who was at home
        "Ingrid Solheim met Marek Zielonka on Tuesday.\nSolheim spoke to reporters at the meeting in Oslo.",
        {},
        ["meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05; Oslo"],
    ),
    (
        "Ingrid Solheim and Marek Zielonka co-chaired a commission in Oslo on Tuesday.",
        {},
        ["meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo"],
    ),
    # "due to" in front of a verb
    (
        "Ingrid Solheim is due to travel to Oslo in September for a second round of talks, her ministry said.",
        {},
        ["visit planned news: Solheim guest; 2024-09-01..2024-09-30; Oslo"],
    ),
]

# Today's limits: what is told here is not what a reader takes from the text. When one changes, move it up.
KNOWN_WRONG: list[tuple[str, dict[str, str], list[str]]] = [
    # the meeting with Morita is lost
    ("Ingrid Solheim did not meet Marek Zielonka but instead met Kenji Morita.", {}, []),
    # nobody is named as the source
    ("Anton Belov said that the ministers who have sanctioned Russia were wrong.", {}, []),
    # the visit is planned; the parse hangs Solheim on "go"
    ("Ingrid Solheim's planned visit to Warsaw next month will go ahead, the ministry said.", {}, []),
    # a talk without a telephone or a room is left out on purpose; a reader would note it
    ("Ingrid Solheim talked to Marek Zielonka on Monday.", {}, []),
    # delegations are left out of visits
    ("A Polish delegation visited Oslo on Monday.", {}, []),
    # the second meeting was in Warsaw
    (
        "Ingrid Solheim met Marek Zielonka, then flew to Warsaw and met Kenji Morita.",
        {},
        [
            "meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05..2024-03-06; -",
            "meeting occurred news: Solheim participant, Morita participant; 2024-03-05..2024-03-06; -",
        ],
    ),
]


@pytest.mark.parametrize(("text", "who", "accounts"), CASES)
def test_a_story_tells_these_accounts(text: str, who: dict[str, str], accounts: list[str]) -> None:
    assert tell(text, who=who) == accounts


@pytest.mark.parametrize(("text", "who", "accounts"), KNOWN_WRONG)
def test_what_is_still_read_wrongly_is_known(text: str, who: dict[str, str], accounts: list[str]) -> None:
    assert tell(text, who=who) == accounts
