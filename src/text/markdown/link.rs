//! Links and images: `[正文](/a.html "正文")`, `![图](images/0.jpg)`, `[![图](/0.jpg)](/a)`.

use memchr::{memchr2_iter, memchr3};

use crate::text::character::is_blank;
use crate::text::edited::{Edit, Meant};
use crate::text::span::Span;

/// The longest words of an image in bytes, on one line: longer ones are words of the text. A guess.
const IMAGE_BYTES: usize = 600;

/// The marks of links, and images whole, in the order of the text; `tags` are its tags, whose brackets are none.
///
/// An address stands for nothing wherever its bracket opened, since a value may begin behind that.
pub(super) fn links(text: &str, tags: &[Span]) -> Vec<Edit> {
    let mut marks: Vec<Edit> = Vec::new();
    if !text.contains("](") {
        return marks;
    }
    let mut open: Vec<usize> = Vec::new();
    let mut tags = tags.iter().peekable();
    let mut end = 0;
    for at in memchr2_iter(b'[', b']', text.as_bytes()) {
        while tags.next_if(|tag| tag.end <= at).is_some() {}
        if at < end || is_escaped(text, at) || tags.peek().is_some_and(|tag| tag.start < at) {
            continue;
        }
        if text.as_bytes()[at] == b'[' {
            open.push(at);
            continue;
        }
        let start = open.pop();
        let Some(len) = address(&text[at..]) else { continue };
        end = at + len;
        let (start, is_image) = match start {
            Some(start) if text[..start].ends_with('!') => {
                (Some(start - 1), text[start..at].len() <= IMAGE_BYTES && !text[start..at].contains('\n'))
            }
            start => (start, false),
        };
        if let Some(start) = start.filter(|_| is_image) {
            while marks.last().is_some_and(|(inner, _)| inner.start > start) {
                marks.pop();
            }
            marks.push((Span::new(start, end), Meant::Nothing));
            continue;
        }
        let bracket = |start: usize| {
            (Span::new(start, start + text[start..].find('[').unwrap_or_default() + 1), Meant::Nothing)
        };
        marks.extend(start.map(bracket));
        marks.push((Span::new(at, end), Meant::End));
    }
    marks.sort_unstable_by_key(|(span, _)| span.start);
    marks
}

/// Whether one backslash stands before `at`: several say nothing.
fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].strip_suffix('\\').is_some_and(|before| !before.ends_with('\\'))
}

/// The length of `](/a.html "正文")`.
fn address(text: &str) -> Option<usize> {
    const OPENING: &str = "](";
    let inside = text.strip_prefix(OPENING)?;
    let close = memchr3(b'(', b')', b'[', inside.as_bytes())?;
    if inside.as_bytes()[close] != b')' {
        return None;
    }
    // 见[附件](另发)。 is no link, nor is 见[附件]( 另发)。
    let words = inside[..close].trim_matches(is_blank);
    let (address, title) = words.split_at(words.find(is_blank).unwrap_or(words.len()));
    let title = title.trim_start_matches(is_blank);
    // ]( ) says nothing, and neither does what blanks alone are left of
    let fits = (close == 0 || !words.is_empty())
        && address.is_ascii()
        && (title.is_ascii() || title.starts_with(['"', '\'']));
    fits.then_some(OPENING.len() + close + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_links(text: &str, left: &str, marks: usize) {
        let found = links(text, &[]);
        let mut rest = text.to_owned();
        found.iter().rev().for_each(|(span, _)| rest.replace_range(span.range(), ""));
        assert_eq!((rest.as_str(), found.len()), (left, marks), "{text}");
    }

    #[test]
    fn links_hold_links_images_and_lines() {
        assert_links("[首页](/) > [文件](/zw/a_1.html \"文件\")", "首页 > 文件", 4);
        assert_links("![](images/0.jpg)青州省", "青州省", 1);
        assert_links("[![图](/0.jpg)](/a)青州省", "青州省", 3);
        assert_links("[附\n件](/a\n\"附件\")", "附\n件", 2);
        assert_links("[见[附件](/a)和](/b)", "见附件和", 4);
        assert_links("![图[附件](/a)](/b)", "", 1);
    }

    #[test]
    fn an_address_is_one_without_its_bracket() {
        assert_links("附件](/a)。", "附件。", 1);
        assert_links("[2024]附件](/a)。", "[2024]附件。", 1);
    }

    #[test]
    fn long_words_of_an_image_are_words() {
        let words = "青".repeat(300);
        assert_links(&format!("![{words}](/0.jpg)"), &words, 2);
        assert_links("![青\n州](/0.jpg)", "青\n州", 2);
    }

    #[test]
    fn near_misses_are_no_links() {
        for text in [
            "见[附件](另发)。",
            "见[附件]( 另发)。",
            "[2024](",
            "[a]( )",
            "[a](b(c",
            "[a](b [c]",
            "[a]\\(b)",
            "[a\\](b)",
        ] {
            assert_links(text, text, 0);
        }
        assert_links("\\[附件](/a)", "\\[附件", 1);
    }

    #[test]
    fn brackets_of_tags_are_none() {
        let text = "[<a x=\"[\">附件](/a)";
        assert_eq!(links(text, &[Span::new(1, 10)]).len(), 2);
    }
}
