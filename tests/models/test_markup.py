"""What the Markdown of the fixtures becomes."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.models import markup

pytestmark = pytest.mark.files


class Tags(HTMLParser):
    """Collects the tags and the attributes of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("One line\nand another.", "<p>One line\nand another.</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("They:\n\n- one;\n- two.", "<p>They:</p>\n<ul>\n<li>one;</li>\n<li>two.</li>\n</ul>"),
        ("*leaning* and **heavy**", "<p><em>leaning</em> and <strong>heavy</strong></p>"),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("<script>alert(1)</script>", ""),
        ("a <b onclick='x'>b</b> c", "<p>a b c</p>"),
        ("[words](javascript:alert(1))", "<p>words</p>"),
        ("[words](https://example.org/)", "<p>words</p>"),
        ("![words](https://example.org/a.png)", "<p></p>"),
    ],
)
def test_markdown_becomes_clean_html(markdown: str, html: str) -> None:
    assert markup.to_html(markdown) == html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One line\nand another.</p>", "One line and another."),
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("<p>They:</p>\n<ul>\n<li>one;</li>\n<li>two.</li>\n</ul>", "They: one; two."),
        ("<ul><li>one</li><li>two</li></ul>", "one two"),
        ("<p>one<br>two</p>", "one two"),
        ("<p>un<em>broken</em></p>", "unbroken"),
        ("<p>a &lt; b &amp; c &quot;d&quot;</p>", 'a < b & c "d"'),
        ("<p>a&nbsp;b</p>", "a b"),
        ("", ""),
    ],
)
def test_html_becomes_one_line_of_plain_text(html: str, text: str) -> None:
    assert markup.to_text(html) == text


@pytest.mark.parametrize(
    ("html", "longer"),
    [
        ("<p>One.</p>", "<p>One.<sup>1</sup></p>"),
        ("<p>One.</p>\n<p>Two.</p>", "<p>One.</p>\n<p>Two.<sup>1</sup></p>"),
        (
            "<p>They:</p>\n<ul>\n<li>one;</li>\n<li>two.</li>\n</ul>",
            "<p>They:</p>\n<ul>\n<li>one;</li>\n<li>two.<sup>1</sup></li>\n</ul>",
        ),
        (
            "<blockquote>\n<p>said</p>\n</blockquote>",
            "<blockquote>\n<p>said<sup>1</sup></p>\n</blockquote>",
        ),
        ("<p>an <em>end</em></p>", "<p>an <em>end</em><sup>1</sup></p>"),
        ("bare", "bare<sup>1</sup>"),
    ],
)
def test_an_addition_stands_at_the_end_of_the_last_line(html: str, longer: str) -> None:
    assert markup.append_inline(html, "<sup>1</sup>") == longer


@given(st.text())
@example("<svg><style><img src=x onerror=alert(1)></style></svg>")
@example('<a href="javascript:alert(1)">x</a><iframe src="//example.org">')
@example("<p style='x' class='y' id='z'>text</p>")
@example("![a](x){onload=alert(1)}\n\n[b]: javascript:x 'y'\n[b]")
@example("\x02klzzwxh:0\x03 \x00")
@example("> " * 400 + "deep")
@example("\n".join(" " * (4 * depth) + "- deep" for depth in range(60)))
def test_no_markdown_leaves_a_tag_or_an_attribute_that_is_not_meant(markdown: str) -> None:
    left = Tags(markup.to_html(markdown))
    assert left.tags <= {"p", "ul", "ol", "li", "em", "strong", "blockquote", "br"}
    assert left.attributes == []


@given(st.text())
def test_plain_text_is_one_line_without_space_around_it(markdown: str) -> None:
    text = markup.to_text(markup.to_html(markdown))
    assert text == " ".join(text.split())
