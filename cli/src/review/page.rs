//! The page's file: style, program and notices in one, and the policy that lets nothing else in.

use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::input::Unread;
use crate::review::entry::Entry;
use crate::review::overview::{Line, Overview};

/// The frame, with `{{policy}}`, `{{style}}`, `{{notices}}` and `{{script}}` where they belong.
const FRAME: &str = include_str!("page.html");

const STYLE: &str = include_str!("page.css");

/// The program, one file a concern, in one scope; `main.js` begins it.
const SCRIPTS: [&str; 12] = [
    include_str!("dom.js"),
    include_str!("catalogue.js"),
    include_str!("store.js"),
    include_str!("text.js"),
    include_str!("detail.js"),
    include_str!("corrections.js"),
    include_str!("filters.js"),
    include_str!("sidebar.js"),
    include_str!("matrix.js"),
    include_str!("network.js"),
    include_str!("timeline.js"),
    include_str!("main.js"),
];

/// The page while it is written.
#[derive(Debug)]
pub(crate) struct Page<W> {
    out: W,
    overview: Overview,
}

impl<W: Write> Page<W> {
    /// Begins with what stands before the notices.
    ///
    /// # Errors
    ///
    /// - what `out` says
    pub(crate) fn begin(mut out: W) -> io::Result<Self> {
        let head = head().replace("{{policy}}", &policy()).replace("{{style}}", STYLE);
        out.write_all(head.as_bytes())?;
        Ok(Page { out, overview: Overview::new() })
    }

    /// Adds a notice: its line in the overview, and its [`island`].
    ///
    /// # Errors
    ///
    /// - what `out` says
    pub(crate) fn add(&mut self, line: Line, island: &str) -> io::Result<()> {
        let number = self.overview.add(line);
        writeln!(self.out, "<script type=\"application/json\" id=\"notice-{number}\">{island}</script>")
    }

    /// Ends with the overview, which names what could not be read, and the program, and gives back `out`.
    ///
    /// # Errors
    ///
    /// - what `out` says
    pub(crate) fn finish(mut self, failures: &[Unread]) -> io::Result<W> {
        self.overview.fail(failures);
        let overview = json(&self.overview)?;
        writeln!(self.out, "<script type=\"application/json\" id=\"overview\">{overview}</script>")?;
        self.out.write_all(tail().replace("{{script}}", &script()).as_bytes())?;
        Ok(self.out)
    }
}

/// A notice as data that no browser takes for markup.
///
/// # Errors
///
/// - none that is known: the entry's types can all be written as JSON
pub(crate) fn island(entry: &Entry<'_>) -> io::Result<String> {
    json(entry)
}

/// JSON without `<`, which could end the element that it stands in, or begin a comment. It stands in strings alone, where
/// `\u003c` says the same.
fn json(value: &impl Serialize) -> io::Result<String> {
    Ok(serde_json::to_string(value)?.replace('<', "\\u003c"))
}

fn head() -> &'static str {
    FRAME.split_once("{{notices}}").map_or(FRAME, |(head, _)| head)
}

fn tail() -> &'static str {
    FRAME.split_once("{{notices}}").map_or("", |(_, tail)| tail)
}

fn script() -> String {
    format!("\"use strict\";\n(() => {{\n{}}})();\n", SCRIPTS.join("\n"))
}

/// Nothing is fetched, nothing runs and nothing styles but what this file holds, and no string becomes markup.
fn policy() -> String {
    format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        digest(&script()),
        digest(STYLE)
    )
}

/// `sha256-…`, as a policy names a script or a style.
fn digest(source: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(source.as_bytes())))
}

/// RFC 4648, 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |chunk: &[u8]| {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        let digit = |at: usize| char::from(DIGITS[(bits >> (18 - 6 * at) & 63) as usize]);
        [0, 1, 2, 3].map(|at| if at <= chunk.len() { digit(at) } else { '=' })
    };
    bytes.chunks(3).flat_map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen::specimen;
    use gongwen::Code;

    fn page() -> String {
        let mut input = specimen();
        "</script><!--<b>".clone_into(&mut input.doc);
        let mut page = Page::begin(Vec::new()).unwrap();
        let entry = Entry::of(&input);
        page.add(Line::of(&input, &entry), &island(&entry).unwrap()).unwrap();
        String::from_utf8(page.finish(&[]).unwrap()).unwrap()
    }

    #[test]
    fn base64_is_the_standards() {
        for (bytes, digits) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), digits);
        }
    }

    #[test]
    fn a_page_is_whole_and_names_what_may_run() {
        let page = page();
        assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
        assert!(!page.contains("{{"), "a place of the frame is empty");
        let between = |from: &str, to: &str| {
            page.split_once(from).and_then(|(_, rest)| rest.split_once(to)).unwrap().0.to_owned()
        };
        assert!(page.contains(&format!("script-src '{}'", digest(&between("<script>", "</script>")))));
        assert!(page.contains(&format!("style-src '{}'", digest(&between("<style>", "</style>")))));
    }

    #[test]
    fn data_holds_no_sign_that_begins_markup() {
        let page = page();
        let island = page.split_once("id=\"notice-0\">").unwrap().1;
        let (island, _) = island.split_once("</script>").unwrap();
        assert!(!island.contains('<') && island.contains("\\u003c/script>\\u003c!--\\u003cb>"), "{island}");
        let data: serde_json::Value = serde_json::from_str(island).unwrap();
        assert_eq!(data["doc"], "</script><!--<b>");
    }

    /// Strings become markup by these alone, and the policy forbids them; a page that uses none works without it, too.
    #[test]
    fn no_program_makes_markup_of_strings() {
        for script in SCRIPTS {
            for way in
                ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser"]
            {
                assert!(!script.contains(way), "{way}");
            }
        }
    }

    #[test]
    fn every_finding_and_element_has_a_name_in_both_languages() {
        let catalogue = SCRIPTS[1];
        for code in Code::ALL {
            let entry = format!("\"code:{}\":", code.name());
            assert_eq!(catalogue.matches(&entry).count(), 2, "{entry}");
        }
        // The kinds stand there alone, one a line: `Title = "title";`.
        let kinds = include_str!("../../../src/model/elements.rs").lines();
        let kinds = kinds.filter(|line| !line.trim_start().starts_with("//"));
        let names =
            kinds.filter_map(|line| line.strip_suffix("\";")?.split_once(" = \"")).map(|(_, name)| name);
        let views = ["task", "clause", "unit", "role-words", "deadline", "remark", "citation", "finding"];
        for name in names.chain(views) {
            let entry = format!("\"kind:{name}\":");
            assert_eq!(catalogue.matches(&entry).count(), 2, "{entry}");
        }
    }
}
