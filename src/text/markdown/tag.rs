//! Tags and comments: `<a id="_1">`, `</span>`, `<!-- image -->`.

use memchr::memchr2_iter;

use crate::text::character::is_blank;
use crate::text::span::Span;

/// Elements whose tags say nothing of the text. Those of tables are not among them, and `<br>` and `<p>` are blanks.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "big",
    "center",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "i",
    "img",
    "ins",
    "li",
    "mark",
    "o:p",
    "ol",
    "s",
    "section",
    "small",
    "span",
    "st1:chsdate",
    "strong",
    "sub",
    "sup",
    "u",
    "ul",
    "v:shape",
];

/// Elements whose tags are blanks, but for those that say how they look: `<p style="…">`, `<br clear="all">`.
const BREAKS: &[&str] = &["p", "br"];

/// The longest tag in bytes: a guess.
const TAG_BYTES: usize = 600;

/// The tags and comments of a text, in order. They may go on over lines, and a tag may hold others: `<a <b>>`.
pub(super) fn tags(text: &str) -> Vec<Span> {
    let mut tags: Vec<Span> = Vec::new();
    // where tags begin that are not closed, the innermost last
    let mut open: Vec<usize> = Vec::new();
    let mut comments = true;
    let mut end = 0;
    for at in memchr2_iter(b'<', b'>', text.as_bytes()) {
        if at < end {
            continue;
        }
        if text.as_bytes()[at] == b'<' {
            if comments && text[at..].starts_with(COMMENT) {
                // the dashes of `<!-->` are of both ends
                match text[at + 2..].find("-->") {
                    Some(len) => {
                        end = at + 2 + len + "-->".len();
                        tags.push(Span::new(at, end));
                        continue;
                    }
                    None => comments = false,
                }
            }
            match is_one_of(name(&text[at..]), ELEMENTS) || is_one_of(name(&text[at..]), BREAKS) {
                true => open.push(at),
                false => open.clear(),
            }
        } else if let Some(start) = open.pop() {
            let tag = Span::new(start, at + 1);
            let plain = is_one_of(name(&text[start..]), BREAKS) && !text[tag.range()].contains('=');
            if tag.len() > TAG_BYTES || plain {
                open.clear();
                continue;
            }
            while tags.last().is_some_and(|inner| inner.start > start) {
                tags.pop();
            }
            tags.push(tag);
        }
    }
    tags
}

const COMMENT: &str = "<!--";

/// The name behind a `<` or `</`; empty if none of its kind stands there.
fn name(tag: &str) -> &str {
    /// `st1:chsdate` has 11.
    const LONGEST_NAME_BYTES: usize = 12;
    let name = tag[1..].strip_prefix('/').unwrap_or(&tag[1..]);
    let ends = |c: char| is_blank(c) || matches!(c, '/' | '<' | '>');
    let end = name.char_indices().take(LONGEST_NAME_BYTES).find(|&(_, c)| ends(c));
    end.map_or("", |(end, _)| &name[..end])
}

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|element| element.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_tags(text: &str, expected: &[&str]) {
        let found: Vec<&str> = tags(text).into_iter().map(|tag| &text[tag.range()]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn tags_hold_tags_and_lines() {
        assert_tags(
            "<a id=\"_1\"></a>青<SPAN\nstyle='x'>州</SPAN>",
            &["<a id=\"_1\">", "</a>", "<SPAN\nstyle='x'>", "</SPAN>"],
        );
        assert_tags("<a <div>>青", &["<a <div>>"]);
        assert_tags("<a <b <i>>>青<p class=x>", &["<a <b <i>>>", "<p class=x>"]);
        assert_tags("<a<div>>", &["<a<div>>"]);
    }

    #[test]
    fn comments_are_of_any_length() {
        let long = format!("<!-- {} -->", "<a>注".repeat(300));
        assert_tags(&format!("青{long}州<!-->"), &[&long, "<!-->"]);
        assert_tags("<!-- 青州 <b>", &["<b>"]);
    }

    #[test]
    fn near_misses_are_no_tags() {
        for text in
            ["<表>", "a < b > c", "<a 甲 < 乙>", "<p>", "<br>", "<br/>", "<table>", "<a", "< a>", "<>", "</>"]
        {
            assert_tags(text, &[]);
        }
        assert_tags(&format!("<a {}>", "青".repeat(200)), &[]);
    }
}
