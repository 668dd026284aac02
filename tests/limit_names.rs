//! How the library's limits are written: each is a constant whose name ends in its unit, with a comment that says where the
//! number is from.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod library;

use std::collections::BTreeSet;

use library::{root, rust_files, without_tests};

/// Units of length. What is counted in anything else is named after it, in the plural: `MOST_LABELS`.
const LENGTHS: &[&str] = &["BYTES", "CHARS", "COLUMNS", "LINES", "MONTHS"];

/// What the outline's readings cost.
const COST: &str = "COST";

/// A constant that is a number, and the line above it.
struct Limit<'t> {
    name: &'t str,
    above: &'t str,
}

fn limits(text: &str) -> Vec<Limit<'_>> {
    let mut found = Vec::new();
    let mut above = "";
    for line in without_tests(text).lines().map(str::trim) {
        let constant =
            line.split_once("const ").filter(|(before, _)| before.is_empty() || before.starts_with("pub"));
        if let Some((name, kind)) = constant.and_then(|(_, constant)| constant.split_once(": ")) {
            let number = ["usize", "u16", "u32", "std::ops::RangeInclusive<usize>"];
            if number
                .iter()
                .any(|number| kind.strip_prefix(number).is_some_and(|rest| rest.starts_with(" =")))
            {
                found.push(Limit { name, above });
            }
        }
        above = line;
    }
    found
}

fn has_unit(name: &str) -> bool {
    let unit = name.rsplit('_').next().unwrap_or_default();
    LENGTHS.contains(&unit) || unit == COST || unit.ends_with('S')
}

#[test]
fn every_limit_has_a_unit_and_a_source() {
    let mut wrong = BTreeSet::new();
    let mut seen = 0;
    for (path, text) in rust_files(&root()) {
        for limit in limits(&text) {
            seen += 1;
            let path = path.strip_prefix(root()).unwrap().display();
            if !has_unit(limit.name) {
                wrong.insert(format!("{path}: {} names no unit", limit.name));
            }
            if !limit.above.starts_with("//") {
                wrong.insert(format!("{path}: {} has no comment", limit.name));
            }
        }
    }
    assert!(seen > 100, "{seen} limits");
    assert_eq!(wrong, BTreeSet::new());
}

/// Whether a length is compared with a bare number of two digits or more: `line.len() < 40`, `.take(12)`, `floor(text, 90)`.
fn is_bare(line: &str) -> bool {
    let number = |rest: &str| {
        let digits = rest.trim_start_matches(['<', '>', '=', ' ']);
        digits.len() - digits.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_').len() >= 2
    };
    let behind = |sign: &str| line.split(sign).skip(1).any(number);
    let floor =
        line.split("floor(").skip(1).any(|rest| rest.split_once(", ").is_some_and(|(_, rest)| number(rest)));
    ["len() ", "count() ", ".take(", ".nth("].iter().any(|sign| behind(sign)) || floor
}

#[test]
fn no_limit_is_a_bare_number() {
    let mut wrong = Vec::new();
    for (path, text) in rust_files(&root()) {
        let tests = path.components().any(|part| part.as_os_str() == "tests");
        let lines = without_tests(&text).lines().filter(|line| !tests && !line.trim().starts_with("//"));
        wrong.extend(lines.filter(|line| is_bare(line)).map(|line| format!("{}: {line}", path.display())));
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(
        is_bare("if line.len() < 40 {")
            && is_bare("text.chars().take(12)")
            && is_bare("&name[..floor(name, 90)]")
    );
    assert!(!is_bare("if line.len() < 2 {") && !is_bare("line.len() <= LINE_BYTES"));
}

#[test]
fn a_limit_without_a_unit_or_a_comment_is_seen() {
    let text = "/// A guess.\nconst LONGEST_BYTES: usize = 4;\n    pub(super) const REACH: usize = 3;\nconst WORDS: &[&str] = &[];";
    let found: Vec<_> = limits(text).iter().map(|limit| (has_unit(limit.name), limit.above)).collect();
    assert_eq!(found, [(true, "/// A guess."), (false, "const LONGEST_BYTES: usize = 4;")]);
}
