"""Texts that want out of where they stand, and a way for hypothesis to make more of them."""

from hypothesis import strategies as st

HOSTILE = (
    "BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT",
    "END:VCALENDAR",
    "rad ett\nrad två\r\nrad tre\rrad fyra",
    "\x00\x07\x1b[31m\x7f\x85\x9b",
    "före\u2028efter\u2029slut",
    "\ufeff\ufffe\uffff\ufdd0\U0001fffe",
    "\ud800 ensam \udfff",
    "e\u0301 o\u0308",
    "\u202eexe.txt\u202c \u2066a\u2069",
    "שלום עולם مرحبا",
    "👩🏽‍⚕️🏥 🇸🇪",
    "å" * 10_000,
    " " * 200 + "x" + " " * 200,
    "G:\\Nytt\\ny; a, b \\, \\; \\n \\N",
    "=1+1",
    " +46 70",
    "\t@a",
    "-1",
    "\uff1dcmd",
    "<script>alert(1)</script>&amp;\"'",
    "</style></title><img src=x onerror=alert(1)>",
    "| a | b |\n|---|---|",
    "[x](javascript:alert(1)) ![](http://x) `kod` **fet** _kursiv_ ~~struken~~",
    "# rubrik\n- lista\n1. ett\n> citat\n---\n===",
    "../../etc/passwd",
    "Bcc: alla@exempel.se\r\n\r\nkropp",
    "",
    " ",
)

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(), max_size=120),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=3).map("".join),
)
