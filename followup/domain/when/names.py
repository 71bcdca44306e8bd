"""The names of months, weekdays, units, terms, seasons and holidays in sv, en, da and nb."""

from __future__ import annotations

from followup.domain.when.lexicon import Lexicon

__all__ = [
    "BREAKS",
    "ENGLISH_MONTHS",
    "HOLIDAYS",
    "LAST_DAY",
    "MONTHS",
    "PARTS",
    "SEASONS",
    "TERMS",
    "UNITS",
    "WEEKDAYS",
    "WEEKDAYS_PLURAL",
    "WEEKDAYS_SHORT",
]

MONTHS: Lexicon[int] = Lexicon(
    {
        1: "januari|januar|january|jan",
        2: "februari|februar|february|febr|feb",
        3: "mars|march|marts|mar",
        4: "april|apr",
        5: "maj|mai|may",
        6: "juni|june|jun",
        7: "juli|july|jul",
        8: "augusti|august|aug",
        9: "september|sept|sep",
        10: "oktober|october|okt|oct",
        11: "november|nov",
        12: "december|desember|dec|des",
    }
)

ENGLISH_MONTHS = frozenset(("january", "february", "march", "may", "june", "july", "october", "oct"))
"""Months whose name is English only: a small number after them is the day ("May 26")."""

WEEKDAYS: Lexicon[int] = Lexicon(
    {
        0: "måndag|måndagen|monday|mandag|mandagen",
        1: "tisdag|tisdagen|tuesday|tirsdag|tirsdagen",
        2: "onsdag|onsdagen|wednesday",
        3: "torsdag|torsdagen|thursday",
        4: "fredag|fredagen|friday",
        5: "lördag|lördagen|saturday|lørdag|lørdagen",
        6: "söndag|söndagen|sunday|søndag|søndagen",
    }
)

WEEKDAYS_PLURAL: Lexicon[int] = Lexicon(
    {
        0: "måndagar|måndagarna|mondays|mandager|mandage",
        1: "tisdagar|tisdagarna|tuesdays|tirsdager|tirsdage",
        2: "onsdagar|onsdagarna|wednesdays|onsdager|onsdage",
        3: "torsdagar|torsdagarna|thursdays|torsdager|torsdage",
        4: "fredagar|fredagarna|fridays|fredager|fredage",
        5: "lördagar|lördagarna|saturdays|lørdager|lørdage",
        6: "söndagar|söndagarna|sundays|søndager|søndage",
    }
)

WEEKDAYS_SHORT: Lexicon[int] = Lexicon(
    {
        0: "mån|må|mon|man",
        1: "tis|ti|tue|tues|tir",
        2: "ons|on|wed",
        3: "tors|tor|to|thu|thur|thurs",
        4: "fre|fr|fri",
        5: "lör|lö|sat|lør",
        6: "sön|sö|sun|søn",
    }
)
"""Only before a date; alone they are other words."""

UNITS: Lexicon[str] = Lexicon(
    {
        "day": "dag|dagar|dgr|dagarna|dagen|dagars|dygn|dygnet|day|days|dage|dager|d",
        "weekday": "vardag|vardagar|arbetsdag|arbetsdagar|helgfri vardag|weekday|working day|hverdag",
        "week": "vecka|veckor|veckorna|veckan|veckors|v|week|weeks|uge|uger|ugen|uke|uker|uken|kalendervecka",
        "month": "månad|månader|månaderna|månaden|månads|månaders|mån|kalendermånad|month|months|måned|måneder"
        "|måneden|mnd|mån.|mdr|md",
        "quarter": "kvartal|kvartalet|kv|quarter|quarters|kvartaler|kvartalen",
        "tertial": "tertial|tertialet|tertialer",
        "half": "halvår|halvåret|halvårs|half-year|half year|half-years|halvt år|halve år|halvårene",
        "term": "termin|terminer|terminen|term|terms|semester|semesters|semesteret|semestret|undervisningstermin",
        "year": "år|året|års|årets|year|years|yr|läsår|läsåret|verksamhetsår|verksamhetsåret|kalenderår"
        "|kalenderåret|budgetår|budgetåret|annum|åren",
    }
)

TERMS: Lexicon[str] = Lexicon(
    {
        "VT": "vt|v.t.|vårtermin|vårterminen|vårterminens|spring term|spring semester|vårsemester"
        "|vårsemesteret|forårssemester|forårssemestret|vår terminen",
        "HT": "ht|h.t.|hösttermin|höstterminen|höstterminens|autumn term|autumn semester|fall term"
        "|fall semester|høstsemester|høstsemesteret|efterårssemester|efterårssemestret",
    }
)

SEASONS: Lexicon[str] = Lexicon(
    {
        "spring": "vår|våren|vårens|spring|the spring|forår|foråret|vårkanten|vårsidan",
        "summer": "sommar|sommaren|sommarens|summer|the summer|sommer|sommeren|sommarsemestern",
        "autumn": "höst|hösten|höstens|autumn|the autumn|fall|høst|høsten|efterår|efteråret|höstkanten",
        "winter": "vinter|vintern|vinterns|winter|the winter|vinteren",
    }
)

HOLIDAYS: Lexicon[str] = Lexicon(
    {
        "easter": "påsk|påsken|påskhelgen|påskhelg|easter|påske|påsken",
        "maundy-thursday": "skärtorsdagen|skärtorsdag",
        "good-friday": "långfredagen|långfredag|good friday",
        "easter-eve": "påskafton",
        "easter-monday": "annandag påsk|annandagen påsk|easter monday",
        "ascension": "kristi himmelsfärd|kristi himmelsfärdsdag|kristi himmelsfärdshelgen",
        "whitsun": "pingst|pingsten|pingsthelgen|whitsun|pentecost|pinse|pinsen",
        "midsummer": "midsommar|midsommaren|midsommarhelgen|midsommarhelg|midsummer|midtsommer",
        "midsummer-eve": "midsommarafton",
        "christmas": "jul|julen|julhelgen|julhelg|juluppehållet|christmas|xmas|juletid",
        "christmas-eve": "julafton|christmas eve|juleaften",
        "between-days": "mellan jul och nyår|mellan jul & nyår|between christmas and new year|mellandagarna|romjulen"
        "|romjula",
        "new-years-eve": "nyårsafton|new year's eve|nytårsaften|nyttårsaften",
        "epiphany": "trettonhelgen|trettondagen|trettondedag jul|trettondedagen",
        "walpurgis": "valborg|valborgsmässoafton",
        "national-day": "nationaldagen",
        "lucia": "lucia|luciadagen",
        "advent": "första advent|1:a advent|first advent",
        "all-saints": "alla helgons dag|allhelgona|allhelgonahelgen|alla helgons helg|alla helgon",
    }
)

BREAKS: Lexicon[str] = Lexicon(
    {
        "sport": "sportlov|sportlovet|vinterlov|vinterlovet|vinterferie|vinterferien",
        "easter": "påsklov|påsklovet|påskeferie|påskeferien",
        "autumn": "höstlov|höstlovet|läslov|läslovet|höstlovsveckan|efterårsferie|efterårsferien|høstferie",
        "summer": "sommarlov|sommarlovet|semestern|semestrar|semestrarna|semesterperioden|semestertider"
        "|industrisemestern|sommaruppehållet|summer holidays|sommerferie|sommerferien|semesterveckorna",
        "christmas": "jullov|jullovet|juleferie|juleferien|christmas break",
    }
)

LAST_DAY = 4
"""Of a part: not a third, its very last day."""

PARTS: Lexicon[int] = Lexicon(
    {
        1: "start av|start på|början av|början på|början|i början av|i början på|inledningen av|inledningen på|tidigt i"
        "|tidigt under|tidigt|tidig|primo|första delen av|första tredjedelen av|starten av|starten på"
        "|early|early in|beginning of|the beginning of|start of|the start of|begyndelsen af"
        "|begynnelsen av|starten af",
        2: "mitten av|mitten på|mitten|i mitten av|i mitten på|mitt på|medio|mitt i|mitt under|mid|mid -|middle of"
        "|the middle of|midten af|midten av",
        3: "slutet av|slutet på|slutet|i slutet av|i slutet på|mot slutet av|sent i|sent under|sen|sent"
        "|ultimo|sista delen av|sista tredjedelen av|senare delen av|senare delen på|avslutningen av"
        "|end of|the end of|end|late|late in|slutningen af|slutten av|senare i|senare under",
        LAST_DAY: "utgången av|utgången på|udgangen af|utgangen av|utgången av den|utløpet av|utløbet af",
    }
)
