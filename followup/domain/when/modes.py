"""The words that stand before or after a date and say which end of its window holds, or what it is for."""

from __future__ import annotations

from enum import StrEnum

from followup.domain.when.lexicon import Lexicon

__all__ = ["MODES", "SUFFIXES", "Mode"]


class Mode(StrEnum):
    """Which end of the window holds, or what the date is for."""

    IN = "in"
    ABOUT = "uncertain"
    BY = "by"
    BEFORE = "before"
    FROM = "from"
    AFTER = "after"
    START = "start"  # the doing begins: a start where an end follows, else a from-date
    FINISH = "finish"
    FIRST = "first"  # the first follow-up
    FORMER = "moved"  # the date as it was before


MODES: Lexicon[Mode] = Lexicon(
    {
        Mode.IN: "hela|under hela|throughout|all of|i samband med|i anslutning till|i|på|under|vid|in|on|at|during"
        "|i løbet av|i løpet av|i løbet af|in the course of|over the course of|sometime in|någon gång under"
        "|under loppet av|någon gång"
        "|någon gång i|någon gång under|perioden|under perioden|dato|datum|datum:|:|for|av|nu i|redan|redan i"
        "|den|ske|ske i|ved|tidpunkt|under tiden|tiden|slutdatum|måldatum"
        "|för|är|avser|gäller",
        Mode.ABOUT: "ca|ca.|c:a|cirka|circa|omkring|kring|runt|ungefär|preliminärt|preliminär|prel|prel."
        "|troligen|troligtvis|förmodligen|eventuellt|ev|ev.|sannolikt|förhoppningsvis|helst|om möjligt|gärna"
        "|around|about|approximately|approx|approx.|tentatively|probably|omtrent|mot|~|preliminary|foreløbig"
        "|siktar på|förslagsvis|målsättning|mål|målet är|vid ungefär|foreløpig|prelim|omkring den",
        Mode.BY: "senast|allra senast|senast den|senast vid|till|till och med|t.o.m.|t.o.m|t o m|tom|fram till"
        "|fram till och med|dock senast|till senast|by|by close of play|by close of business"
        "|no later than|not later than|until|till|at latest"
        "|at the latest|up to|by the|senest|til og med|senest med"
        "|til|innen|senest den|klart till|färdigt till|klar till"
        "|senast till|senast under|senast inom|intill|inom|due|due by|due date|sista datum|deadline|deadline:"
        "|deadline senast|sista dag|sista dagen|last day|siste frist|frist"
        "|klart senast|klar senast|klara senast|färdigt senast|färdig senast|ferdig innen|genomfört senast"
        "|genomförd senast|by the end of|by end of|before the end of|by end|before end of|latest|till dess"
        "|snarast dock senast|resten av"
        "|under resten av|återstoden av|under återstoden av|through|thru|through to|until the end of|up until|frem til"
        "|fram til|ända till|i vart fall senast",
        Mode.BEFORE: "före|innan|inför|i god tid före|i god tid innan|i god tid inför|before|prior to|ahead of"
        "|inden|før|forud for|helst före|strax före|strax innan|senast före|senast innan|klart före|klart innan",
        Mode.FROM: "inte förrän|ej förrän|först från|not until|ikke før"
        "|från och med|fr.o.m.|fr.o.m|fr o m|from|fom|fom.|f.o.m.|från|tidigast|inte före|ej före"
        "|not before|not earlier than|starting|starting in|starting from|as of|as from|since|sedan|fra og med"
        "|fra|f o m|gäller från|med början|med början i|med start|med start i|börjar|börjar i|beginning"
        "|med start från|med start under|med start vid|med början under|with start in|with start|tidligst"
        "|från och med den|earliest|tidigast den|tidigast under|och framåt från|begynnende|startar|startar i"
        "|starting on|beginning in|startande|starts|starts in|fra den|från den|med uppstart",
        Mode.AFTER: "omedelbart efter|omgående efter|snarast efter|immediately after|straks efter|strax efter"
        "|kort efter|direkt efter|snart efter|shortly after|just after|right after|efter"
        "|after|following|etter|tidigast efter|först efter|efter den",
        Mode.START: "start|påbörjas|påbörjas i|inleds|inledes|uppstart|begins|to begin|start:|påbegyndes"
        "|påbegynnes|startdatum|igångsätts|sätts igång|börja|starta|kommer att starta|kommer igång",
        Mode.FINISH: "avslutas|slutförs|färdigställs|ska vara klart|ska vara klar|ska vara klara|skall vara klart"
        "|skall vara klar|beräknas klart|beräknas klar|beräknas vara klart|beräknas vara klar|planeras klart"
        "|slut|färdigt|bör vara klart|bör vara klar|to be completed|finish|ends|avslut|klart beräknas|end"
        "|ska vara genomfört|ska vara genomförd|skal være klar|målet är att vara klar|genomförs|genomföras|införs"
        "|implementeras|tas i bruk",
        Mode.FIRST: "först|första gången|första gång|1:a gången|första uppföljning|första uppföljningen"
        "|första tillfället|första tillfälle|första avstämning|första avstämningen|första uppföljningstillfälle"
        "|nästa gång|nästa|nästa uppföljning|nästa tillfälle|nästa avstämning|nästa uppföljningstillfälle"
        "|med första uppföljning|med första uppföljning i|med första gången|first|first time|first follow-up"
        "|first in|next|next time|next follow-up|første gang|første|næste gang|neste gang|første opfølgning"
        "|næste|neste|första gången i|nästa planerade|nästa revision|första mötet|nästa möte|first review"
        "|next review|första mätning|nästa mätning|första genomgång|nästa genomgång|initialt|första utvärdering"
        "|första utvärderingen|nästa utvärdering|första revision|den första|premiär|med första|first due|next due",
        Mode.FORMER: "senast gjord|senast gjort|senast genomförd|senast genomfört|senast utförd|senast hållen"
        "|senast skedde|senast reviderad|last done|last held|last reviewed|sist gjort|senest gennemført"
        "|tidigare|ursprungligen|urspr|previously|originally|ursprungligt datum|tidigare datum"
        "|was|tidligere|oprindeligt|opprinnelig|flyttat från|flyttad från|försenat från|ursprunglig",
    }
)
SUFFIXES: Lexicon[Mode] = Lexicon(
    {
        Mode.BY: "senast|at the latest|eller tidigare|ut|or earlier|at latest|eller innan|, senast",
        Mode.ABOUT: "(prel.)|(prel)|prel|prel.|preliminärt|, prel|, prel.|(preliminärt)|, preliminärt|?|(?)|ca"
        "|(ev.)|(eventuellt)|om möjligt|, om möjligt|(ca)|ungefär|tentativt|(tentative)|eller så|cirka",
        Mode.FROM: "och framåt|och framöver|och tills vidare|tills vidare|onwards|and onwards|eller senare"
        "|och fortlöpande|och löpande|och därefter löpande|- tills vidare|– tills vidare|framåt|och senare",
    }
)
