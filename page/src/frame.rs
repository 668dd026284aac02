//! What a page is made of beside its data: frame, style and program in one file, and the policy that lets nothing else in.

use sha2::{Digest, Sha256};

use crate::said::codes;

/// The frame, with `{{policy}}`, `{{style}}`, `{{input}}`, `{{notices}}` and `{{script}}` where they belong.
const FRAME: &str = include_str!("view/page.html");

const STYLE: &str = include_str!("view/page.css");

/// The program, one file a concern, in one scope. What begins it stands behind.
const SCRIPTS: [&str; 12] = [
    include_str!("view/dom.js"),
    include_str!("view/catalogue.js"),
    include_str!("view/store.js"),
    include_str!("view/text.js"),
    include_str!("view/detail.js"),
    include_str!("view/corrections.js"),
    include_str!("view/filters.js"),
    include_str!("view/sidebar.js"),
    include_str!("view/matrix.js"),
    include_str!("view/network.js"),
    include_str!("view/timeline.js"),
    include_str!("view/main.js"),
];

/// Begins a page that holds notices.
const ISLANDS: &str = include_str!("view/islands.js");

/// The box to type in, and what shows its text.
const LIVE_INPUT: &str = include_str!("view/live.html");
const LIVE_STYLE: &str = include_str!("view/live.css");
const LIVE: [&str; 3] =
    [include_str!("view/live-words.js"), include_str!("view/engine.js"), include_str!("view/live.js")];

/// A page without its data.
#[derive(Debug)]
pub(crate) struct Frame {
    style: String,
    script: String,
    /// What stands before the columns of a notice.
    input: &'static str,
    policy: String,
}

impl Frame {
    /// That of a page that holds notices.
    pub(crate) fn of_notices() -> Self {
        let (style, script) = (STYLE.to_owned(), program(ISLANDS));
        let policy = format!("script-src '{}'; trusted-types 'none'", digest(&script));
        Frame { style, script, input: "", policy }
    }

    /// That of the page that shows what one types. The parser runs in a worker made of the page's own data, under its policy.
    pub(crate) fn of_live() -> Self {
        let style = format!("{STYLE}{LIVE_STYLE}");
        let script = program(&LIVE.join("\n"));
        let policy = format!(
            "script-src '{}' 'wasm-unsafe-eval'; worker-src blob:; trusted-types gongwen",
            digest(&script)
        );
        Frame { style, script, input: LIVE_INPUT, policy }
    }

    /// What stands before the data.
    pub(crate) fn head(&self) -> String {
        let head = FRAME.split_once("{{notices}}").map_or(FRAME, |(head, _)| head);
        let head = head.replace("{{policy}}", &self.policy()).replace("{{input}}", self.input);
        head.replace("{{style}}", &self.style)
    }

    /// What stands behind it.
    pub(crate) fn tail(&self) -> String {
        let tail = FRAME.split_once("{{notices}}").map_or("", |(_, tail)| tail);
        tail.replace("{{script}}", &self.script)
    }

    /// Nothing is fetched, nothing runs and nothing styles but what the file holds, and no string becomes markup.
    fn policy(&self) -> String {
        format!(
            "default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'; {}",
            digest(&self.style),
            self.policy
        )
    }
}

fn program(beginning: &str) -> String {
    format!("\"use strict\";\n(() => {{\n{}\n{}{beginning}}})();\n", SCRIPTS.join("\n"), chinese_codes())
}

/// What kinds of findings are called in Chinese, for the catalogue.
fn chinese_codes() -> String {
    let names = codes().map(|(code, chinese)| format!("  \"code:{}\": \"{chinese}\",\n", code.name()));
    format!("Object.assign(CHINESE, {{\n{}}});\n", names.collect::<String>())
}

/// `sha256-…`, as a policy names a script or a style.
pub(crate) fn digest(source: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(source.as_bytes())))
}

/// RFC 4648, 4.
pub(crate) fn base64(bytes: &[u8]) -> String {
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
    use gongwen::Code;

    #[test]
    pub(crate) fn base64_is_the_standards() {
        for (bytes, digits) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), digits);
        }
    }

    /// Strings become markup by these alone, and the policy forbids them; a page that uses none works without it, too.
    #[test]
    fn no_program_makes_markup_of_strings() {
        for script in [&SCRIPTS[..], &LIVE, &[ISLANDS]].concat() {
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
        let chinese = chinese_codes();
        for code in Code::ALL {
            let entry = format!("\"code:{}\":", code.name());
            assert_eq!(catalogue.matches(&entry).count(), 1, "the English name alone: {entry}");
            assert_eq!(chinese.matches(&entry).count(), 1, "{entry}");
        }
        // The kinds stand there alone, one a line: `Title = "title";`.
        let kinds = include_str!("../../src/model/elements.rs").lines();
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
