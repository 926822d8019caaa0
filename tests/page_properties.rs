//! What holds for any page at all: bytes as HTML or Markdown, any nesting.

use onrecord::page::{Format, Page};
use onrecord::{Checker, Offsets, Review, Span};
use proptest::prelude::*;
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> = LazyLock::new(Checker::default);

/// Every span of a review that a user is shown.
fn spans(review: &Review<'_>) -> Vec<Span> {
    let document = review.document();
    let mut all: Vec<Span> = document.tokens.iter().map(|t| t.span).collect();
    all.extend(document.blocks.iter().map(|b| b.span));
    all.extend(review.attributions.iter().flat_map(|a| a.content.clone()));
    all.extend(review.embeds.iter().map(|e| e.span));
    all.extend(review.embeds.iter().filter_map(|e| e.body));
    all.extend(review.claims.iter().map(|c| c.span));
    all.extend(review.diagnostics.iter().map(|d| d.span));
    all
}

fn check(source: &str, format: Format) -> Result<(), TestCaseError> {
    let page = Page::read(source, format);
    let review = CHECKER.review_page(&page);
    for span in spans(&review) {
        prop_assert!(review.text().get(span.range()).is_some(), "{span:?} is no span of the text");
        let place = review.in_source(span);
        prop_assert!(place.start <= place.end, "{place:?} is turned around");
        prop_assert!(source.get(place.range()).is_some(), "{place:?} is no span of the source");
    }
    prop_assert!(document_is_in_order(&review), "blocks stand in order");
    prop_assert!(review.embeds.is_sorted_by_key(|e| e.span), "posts stand in order");
    let same_words = |span: Span| {
        let place = review.in_source(span).of(source);
        place.contains(['<', '&', '\\', '\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}', '\r', '\0'])
            || place.is_empty()
            || place == span.of(review.text())
    };
    // Markdown has its marks within words.
    let tokens = review.document().tokens.iter().filter(|_| format == Format::Html);
    for token in tokens {
        prop_assert!(
            same_words(token.span),
            "{:?} stands for {:?}",
            review.in_source(token.span).of(source),
            token.span.of(review.text())
        );
    }
    for comment in page.comments() {
        prop_assert!(source.get(comment.source.range()).is_some());
        prop_assert!(review.text().is_char_boundary(comment.at as usize));
    }
    serde_json::to_string(&review.json("x", Offsets::Utf16))
        .map_err(|e| TestCaseError::fail(e.to_string()))?;
    Ok(())
}

fn document_is_in_order(review: &Review<'_>) -> bool {
    let blocks = &review.document().blocks;
    blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start)
}

/// Pieces that pages are made of, and that parsers stumble over.
fn piece() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<div class=\"share related\">",
        "<article>",
        "</article>",
        "<main>",
        "<b>",
        "</b>",
        "<a href=\"https://x.com/roe/status/12345678\">",
        "</a>",
        "<br>",
        "<br/>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<h1>",
        "</h1>",
        "<h2>",
        "</h2>",
        "<blockquote>",
        "</blockquote>",
        "<blockquote class=\"twitter-tweet\">",
        "<blockquote class=\\\"tiktok-embed\\\" cite=\\\"https://www.tiktok.com/@roe/video/6718335390845095173\\\">",
        "<blockquote class=\"instagram-media\" data-instgrm-permalink=\"https://www.instagram.com/p/abcdefg/\">",
        "&mdash; Ann Roe (@annroe) <a href=\"https://twitter.com/annroe/status/123456789?s=1\">May 3, 2020</a>",
        "A post shared by Ann (@ann)",
        "<iframe src=\"https://www.youtube.com/embed/abcdefghijk\">",
        "</iframe>",
        "<script>",
        "</script>",
        "<script type=\"text/template\">",
        "<style>",
        "</style>",
        "<template>",
        "<title>",
        "</title>",
        "<!-- onrecord-ignore single-source -->",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<!DOCTYPE html>",
        "<q>",
        "</q>",
        "<time datetime=\"2025-03-04T10:00:00Z\">",
        "<figure>",
        "<figcaption>",
        "<svg>",
        "<noscript>",
        "<amp-twitter data-tweetid=\"123456789\">",
        "<tweet id=\"1\">",
        "<wbr>",
        "&amp;",
        "&nbsp;",
        "&shy;",
        "&#x1F600;",
        "&#0;",
        "&nope;",
        "&",
        "&#",
        "<",
        ">",
        "</",
        "\"",
        "'",
        "=",
        "\u{ad}",
        "\u{200b}",
        "\u{a0}",
        "\u{feff}",
        "\0",
        "\r\n",
        "\n",
        "\n\n",
        "\t",
        "  ",
        "é",
        "😀",
        "م",
        "said",
        "Ann Orr",
        "“It is old,”",
        "the mayor",
        ".",
        "# ",
        "> ",
        "- ",
        "---\n",
        "title: x\n",
        "**",
        "`",
        "[a](https://x.com/roe/status/12345678)",
        "|a|b|\n|-|-|\n",
        "\\u003c",
        "\\",
        "{\"html\": \"",
    ]);
    prop_oneof![8 => pieces.prop_map(str::to_owned), 1 => "\\PC{0,12}", 1 => ".{0,8}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pieces_give_a_sound_review(pieces in prop::collection::vec(piece(), 0..120)) {
        check(&pieces.concat(), Format::Html)?;
        check(&pieces.concat(), Format::Markdown)?;
    }

    #[test]
    fn any_bytes_give_a_sound_review(bytes in prop::collection::vec(any::<u8>(), 0..4_000)) {
        let text = String::from_utf8_lossy(&bytes);
        check(&text, Format::Html)?;
        check(&text, Format::Markdown)?;
    }

    #[test]
    fn plain_text_is_its_own_source(text in any::<String>()) {
        let page = Page::read(&text, Format::Text);
        prop_assert_eq!(page.text(), &text);
        prop_assert_eq!(page.in_source(Span::new(0, text.len())), Span::new(0, text.len()));
    }

    #[test]
    fn any_nesting_is_survived(
        tag in prop::sample::select(vec!["div", "b", "blockquote", "ul", "li", "table", "a", "span", "h1", "q", "p", "td"]),
        depth in 1_usize..3_000,
        words in "[a-z ]{0,20}",
    ) {
        check(&format!("{}{words}", format!("<{tag}>").repeat(depth)), Format::Html)?;
        check(&format!("{}{words}", "> ".repeat(depth.min(300))), Format::Markdown)?;
    }
}

#[test]
fn a_megabyte_of_open_elements_is_read() {
    for part in
        ["<div>", "<b>", "<blockquote>", "<a href=x>", "</p>", "<li>", "<!--", "&amp", "<q>"]
    {
        let source = part.repeat(1_000_000 / part.len());
        let page = Page::read(&source, Format::Html);
        assert!(page.text().len() <= 2 * source.len());
    }
}

#[test]
fn a_quarter_of_a_megabyte_of_name_is_read() {
    let source = format!("<{}>{}", "a".repeat(250_000), "</b>".repeat(60_000));
    assert_eq!(Page::read(&source, Format::Html).text(), "");
}
