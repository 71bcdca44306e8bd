"""A page and a Markdown text show the words as they were written, and never obey them."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from exports import html, markdown
from exports.sheet import SYMBOL, Card, Column, Fact, Row, Sheet
from exports.text import clean, one_line
from hostile_texts import HOSTILE, texts
from sample_sheets import CARD, SHEET

ALLOWED_IN_MARKDOWN = {"h1", "h2", "ul", "li", "strong", "p", "br", "table", "thead", "tbody", "tr", "th", "td"}


class Page(HTMLParser):
    """The tags of a page, and the words of its body by the tag they stand in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "br":
            self.handle_data("\n")
        elif tag not in ("meta", "hr", "img"):
            self.open.append(tag)
            self.words.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.words[tag][-1] += data


def one_of_each(text: str) -> Sheet:
    return Sheet(
        language="sv",
        title=text,
        columns=(Column("a", text), Column("b", text, wide=True)),
        rows=(Row((text, text), "late", "g" + text), Row((text, None), "calm", "x" + text)),
        facts=(Fact(text, text),),
        summary=(Fact(text, text, "soon"),),
        cards=(Card(text, "done", (Fact(text, text),), (text, text)),),
    )


PLAIN_TAGS = Page(html.render(one_of_each("ord")).decode()).tags


def rendered(data: bytes) -> str:
    """What a reader of GitHub's Markdown makes of it."""
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(data.decode()))


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_make_no_new_element_of_a_page(text: str) -> None:
    page = Page(html.render(one_of_each(text)).decode())
    assert page.tags == PLAIN_TAGS
    assert not any(name.startswith("on") or name in ("href", "src") for name, _ in page.attributes)
    assert page.words["h1"] == [clean(text)] and page.words["td"][1] == clean(text)


@given(texts)
def test_any_words_read_on_a_page_as_they_were_written(text: str) -> None:
    page = Page(html.render(one_of_each(text)).decode())
    assert page.tags == PLAIN_TAGS
    assert page.words["dd"][0] == page.words["p"][0] == clean(text)


def test_a_page_asks_nothing_of_the_network_and_runs_nothing() -> None:
    text = html.render(SHEET).decode()
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img|\bsrc=|\bhref=", text)
    assert "default-src 'none'" in text


def test_a_page_says_its_language_and_its_title() -> None:
    text = html.render(SHEET).decode()
    assert text.startswith('<!DOCTYPE html>\n<html lang="sv">')
    assert f"<title>{SHEET.title}</title>" in text


def test_late_and_soon_are_told_by_a_sign_and_by_words_too() -> None:
    text = html.render(SHEET).decode()
    assert text.count(f">{SYMBOL['late']}</span>A1</td>") == 1 and "Försenad" in text
    assert text.count(f">{SYMBOL['soon']}</span>C1</td>") == 1


def test_each_group_stands_under_its_heading_once() -> None:
    page = Page(html.render(SHEET).decode())
    assert [words for words in page.words["th"] if words[1:3] == ". "] == sorted({row.group for row in SHEET.rows})
    assert page.tags.count("tbody") == 3


def test_titles_come_again_on_each_printed_page_and_rows_are_not_split() -> None:
    text = html.render(SHEET).decode()
    assert "thead { display: table-header-group; }" in text and "break-inside: avoid" in text


def test_a_sheet_without_rows_says_so_on_every_paper() -> None:
    empty = Sheet("sv", "Plan", (Column("a", "A"),), (), empty="Inga <åtgärder>.")
    assert "Inga &lt;åtgärder&gt;." in html.render(empty).decode() and b"<table" not in html.render(empty)
    assert "Inga <åtgärder>." in unescape(rendered(markdown.render(empty)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words_in_markdown(text: str) -> None:
    sheet = Sheet("sv", "Plan", (Column("a", "A"), Column("b", "B")), (Row(("x", text)),), (Fact("F", text),))
    page = Page(rendered(markdown.render(sheet)))
    assert set(page.tags) <= ALLOWED_IN_MARKDOWN
    assert [squeezed(words) for words in page.words["td"]] == ["x", squeezed(clean(text))]


@given(texts)
def test_any_words_read_in_markdown_as_they_were_written(text: str) -> None:
    sheet = Sheet(
        "sv",
        one_line(text),
        (Column("a", "A"), Column("b", "B")),
        (Row(("x", one_line(text))),),
        cards=(Card(one_line(text), paragraphs=(text,)),),
    )
    page = Page(rendered(markdown.render(sheet)))
    assert set(page.tags) <= ALLOWED_IN_MARKDOWN
    assert squeezed(page.words["td"][1]) == squeezed(one_line(text))
    assert squeezed("".join(page.words.get("h1", [""]))) == squeezed(one_line(text))
    assert squeezed("".join(page.words.get("p", [""]))) == squeezed(clean(text))


def test_markdown_has_a_table_for_each_group_and_signs_before_labels() -> None:
    text = markdown.render(SHEET).decode()
    assert text.count("| Nr | Åtgärd |") == 3 and "\n## C. Kompetens och handledning\n" in text
    assert "| ▲ A1 |" in text and "**▲ 1** försenade" in text


def test_lines_of_a_paragraph_stay_lines_and_begin_no_list() -> None:
    sheet = Sheet("sv", "Plan", (), (), cards=(CARD,))
    page = Page(rendered(markdown.render(sheet)))
    assert page.words["p"][-1].split("\n") == ["1. Utkast i mars", "", "- Remiss i april", "", "# Beslut i maj"]
