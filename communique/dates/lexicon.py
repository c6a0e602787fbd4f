"""The words of the calendar. They are the grammar's own terminals, closed classes of English, so they live beside it."""

from __future__ import annotations

from typing import Final, Literal

MONTH_NAMES: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS: Final = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
SHORT_MONTHS: Final = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
# Months whose names are also verbs, modals, adjectives or given names: alone they need a preposition to be a month.
WEAK_MONTHS: Final = frozenset({"march", "may", "april", "june", "august"})

DAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS: Final = {name: number for number, name in enumerate(DAY_NAMES)}
SHORT_WEEKDAYS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
# "Good Friday", "Black Friday", "Bloody Sunday" name days of the year or of history, not of this week.
NAMED_DAYS_BEFORE: Final = frozenset(
    ["good", "black", "bloody", "super", "cyber", "ash", "palm", "maundy", "shrove", "man", "easter", "whit"]
)
# "The Sunday Times", "Friday Night Lights", "Sheffield Wednesday": papers and teams.
NAMED_DAYS_AFTER: Final = frozenset(["times", "telegraph", "mirror", "express", "mail", "herald", "post"])
DAY_PARTS: Final = frozenset(
    ["morning", "afternoon", "evening", "night", "midday", "noon", "midnight", "lunchtime", "daybreak", "dawn"]
)

NUMBER_WORDS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100,
}  # fmt: skip
ORDINAL_WORDS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}

UNITS: Final[dict[str, Literal["hour", "day", "week", "month", "year"]]] = {
    "hour": "hour", "hours": "hour", "minutes": "hour", "day": "day", "days": "day", "night": "day", "nights": "day",
    "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year",
}  # fmt: skip
PLURAL_UNITS: Final = frozenset({"hours", "minutes", "days", "weeks", "months", "years"})

SEASONS: Final = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12), "winter": (12, 3)}
QUARTERS: Final = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}

# What can be counted in thousands and follow a number that looks like a year: "In 2000 villages ...".
COUNTED: Final = frozenset(
    [
        "people",
        "persons",
        "men",
        "women",
        "children",
        "civilians",
        "soldiers",
        "troops",
        "personnel",
        "fighters",
        "refugees",
        "migrants",
        "prisoners",
        "hostages",
        "victims",
        "deaths",
        "casualties",
        "cases",
        "miles",
        "kilometers",
        "kilometres",
        "km",
        "metres",
        "meters",
        "feet",
        "dollars",
        "euros",
        "pounds",
        "rubles",
        "roubles",
        "yuan",
        "yen",
        "rupees",
        "lira",
        "tons",
        "tonnes",
        "barrels",
        "homes",
        "houses",
        "villages",
        "families",
        "households",
        "members",
        "delegates",
        "participants",
        "companies",
        "firms",
        "jobs",
        "workers",
        "employees",
        "students",
        "pages",
        "words",
        "units",
        "tanks",
        "drones",
        "missiles",
        "shells",
        "aircraft",
        "vehicles",
        "times",
        "percent",
        "pct",
        "hectares",
        "acres",
        "points",
        "votes",
        "seats",
        "years",
        "days",
        "hours",
        "gmt",
        "utc",
        "hrs",
        "local",
        "est",
        "edt",
        "ist",
        "cet",
        "bst",
    ]
)
# Words before "today" that make it an appeal to the reader and no day of the news.
APPEALS: Final = frozenset(
    [
        "donate",
        "subscribe",
        "join",
        "register",
        "support",
        "download",
        "order",
        "buy",
        "try",
        "apply",
        "act",
        "sign",
        "contribute",
        "give",
        "started",
        "start",
        "become",
        "help",
        "shop",
        "unlock",
        "read",
        "get",
        "newsletter",
    ]
)
