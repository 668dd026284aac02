//! Whether a text is a page, or a text with a few tags left in it.

use std::borrow::Cow;

/// What a text of tags is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Markup {
    /// A web page, a part of one, or the field of a crawler.
    Html,
    /// Marked-up text that is no web page.
    Xml,
}

/// What the tags at the start of a text and all through it say.
pub(crate) fn markup(text: &str) -> Option<Markup> {
    let rest = behind_comments(text)?;
    let begins = |tag: &str| rest.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    if ["<!doctype html", "<html", "<head", "<body", "<meta", "<title"].iter().any(|tag| begins(tag)) {
        return Some(Markup::Html);
    }
    if begins("<?xml") || begins("<!doctype") {
        let prologue = rest.chars().take(PROLOGUE).collect::<String>().to_ascii_lowercase();
        return Some(if prologue.contains("<html") { Markup::Html } else { Markup::Xml });
    }
    is_full_of_tags(rest).then_some(Markup::Html)
}

/// Characters to look for `<html` in, behind `<?xml` or `<!DOCTYPE`.
const PROLOGUE: usize = 1000;

/// A text behind blanks, a byte order mark and comments; nothing where a comment has no end.
fn behind_comments(text: &str) -> Option<&str> {
    let blank = |c: char| c == '\u{feff}' || c.is_whitespace();
    let mut rest = text.trim_start_matches(blank);
    while let Some(comment) = rest.strip_prefix("<!--") {
        let (_, behind) = comment.split_once("-->")?;
        rest = behind.trim_start_matches(blank);
    }
    Some(rest)
}

/// Whether a text is the inside of a page rather than a text with a few tags left in it: it begins with an element, or one
/// is closed or broken off in every [`APART`] bytes. The head of a page may open elements alone.
fn is_full_of_tags(text: &str) -> bool {
    let begins = text.strip_prefix('<').is_some_and(is_element);
    let outside = if begins { Cow::Borrowed(text) } else { without_tables(text) };
    let text = &*outside;
    let names = text.match_indices('<').map(|(at, _)| &text[at + 1..]);
    let (mut opened, mut closed, mut broken) = (0, 0, 0);
    for name in names {
        match name.strip_prefix('/') {
            Some(name) => closed += usize::from(is_element(name)),
            None => {
                opened += usize::from(is_element(name));
                broken += usize::from(is_break(name));
            }
        }
    }
    let marks = closed + broken;
    begins && (closed > 0 || opened >= FEW) || marks >= FEW && marks * APART >= text.len()
}

/// A text without its tables: converters leave lines of bars whose cells hold `<br>`, and whole tables as HTML, in Markdown. What
/// lies in one table all through is a page that the table places.
fn without_tables(text: &str) -> Cow<'_, str> {
    /// Lines beside the tables, at least.
    const LINES: usize = 3;
    let bars = |line: &&str| !line.trim_start().starts_with('|');
    let mut rest = text;
    let mut outside = String::new();
    while let Some((before, table)) = opening(rest) {
        let Some(end) = find_tag(table, "</table>") else { break };
        outside.push_str(before);
        rest = &table[end + "</table>".len()..];
        for tag in ["</body>", "</html>"] {
            rest = rest.strip_prefix(tag).unwrap_or(rest);
        }
    }
    outside.push_str(rest);
    let told =
        outside.lines().filter(|line| line.chars().any(char::is_alphabetic) && !line.contains('<')).count();
    let outside = if told < LINES { text.to_owned() } else { outside };
    match outside.lines().all(|line| bars(&line)) {
        true => Cow::Owned(outside),
        false => Cow::Owned(outside.lines().filter(bars).collect::<Vec<_>>().join("\n")),
    }
}

/// What stands before the next table, the tags of a page around it left out, and the table.
fn opening(text: &str) -> Option<(&str, &str)> {
    let at = find_tag(text, "<table")?;
    let mut before = text[..at].trim_end();
    for tag in ["<body>", "<html>"] {
        before = before.strip_suffix(tag).unwrap_or(before);
    }
    Some((before, &text[at..]))
}

/// Where a tag stands, in letters of either case.
fn find_tag(text: &str, tag: &str) -> Option<usize> {
    let is = |at: &usize| {
        text.as_bytes()[*at..]
            .get(..tag.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(tag.as_bytes()))
    };
    text.match_indices('<').map(|(at, _)| at).find(is)
}

/// Bytes: paragraphs of notices have some 100 characters of three bytes, a page closes an element in each.
const APART: usize = 600;

/// Fewer may be left over in a short text.
const FEW: usize = 3;

/// `br>`, `br/>`, `p>`: paragraphs that crawlers leave open.
fn is_break(words: &str) -> bool {
    let name = words.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    ends_name(&words[name.len()..]) && ["br", "p"].iter().any(|element| element.eq_ignore_ascii_case(name))
}

/// Whether the name of an element of HTML stands here.
fn is_element(words: &str) -> bool {
    const ELEMENTS: [&str; 38] = [
        "a", "article", "b", "body", "center", "dd", "div", "dl", "dt", "em", "font", "form", "h1", "h2",
        "h3", "h4", "head", "html", "i", "iframe", "li", "main", "ol", "p", "pre", "script", "section",
        "span", "strong", "style", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
    ];
    let name = words.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    ends_name(&words[name.len()..]) && ELEMENTS.iter().any(|element| element.eq_ignore_ascii_case(name))
}

fn ends_name(rest: &str) -> bool {
    rest.starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_parts_of_pages_are_told() {
        let paragraph = format!("<p>{}</p>\n", "推进试点。".repeat(20));
        for text in [
            "\u{feff}\n<!DOCTYPE html>\n<html></html>",
            "<!-- saved --> <HTML>",
            "<?xml version=\"1.0\"?>\n<html xmlns=\"\">",
            "<div class=\"TRS\"><p>各市人民政府：</p></div>",
            "通知<br>各镇：<br/>一、<p>护林",
            "通知\n<table><tr><td><p>各镇：</p><p>护林。</p></td></tr></table>",
            &"<div class=\"menu\">\n".repeat(100),
            &format!("关于试点的通知\n{}", paragraph.repeat(9)),
        ] {
            assert_eq!(markup(text), Some(Markup::Html), "{text}");
        }
        assert_eq!(markup("<?xml version=\"1.0\"?>\n<w:document/>"), Some(Markup::Xml));
    }

    #[test]
    fn a_text_with_tags_left_in_it_is_text() {
        for text in [
            "<BR>关于试点的通知<BR>\n一、推进试点。&nbsp;\n",
            "<!-- 正文 -->\n关于试点的通知\n",
            "<!-- 正文",
            "关于试点的通知</p>\n</p>\n",
            "若 a</b，b</c，c</d，则 a 小。",
            "<<关于试点的通知>>",
            &format!(
                "# 通知\n\n各镇：\n\n护林。\n\n{}",
                "<html><body><table><tr><td>1</td></tr></table></body></html>\n".repeat(3)
            ),
            "通知\n| 任务 | 责任单位 |\n|---|---|\n| 护林 | 甲<br>乙<br>丙<br/>丁 |\n",
            &format!("通知</p></p></p>{}", "推进试点。".repeat(200)),
        ] {
            assert_eq!(markup(text), None, "{text}");
        }
    }
}
