//! Every sentence of the libraries is known in Chinese.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gongwen::Code;

use super::codes::CODES;
use super::held::{holds_english, holes, is_han};
use super::wordings::WORDINGS;
use super::{filled, foreign, holes as words_in, translated};

#[test]
fn every_code_has_a_name_in_chinese() {
    assert_eq!(CODES.iter().map(|(code, _)| *code).collect::<Vec<_>>(), Code::ALL);
    assert!(CODES.iter().all(|(_, chinese)| chinese.contains(is_han)));
}

#[test]
fn chinese_wordings_name_no_hole_that_the_english_lacks() {
    for (english, chinese) in WORDINGS {
        let holes = holes(chinese)
            .iter()
            .map(|hole| hole.trim_end_matches(['+', '?']).parse::<usize>().unwrap())
            .max();
        assert!(holes.is_none_or(|last| last < english.matches("{}").count()), "{english}: {chinese}");
        assert!(chinese.contains(is_han) && !holds_english(chinese), "{chinese}");
        let sentence = english.replace("{}", "甲");
        assert!(translated(&sentence).is_some_and(|said| !said.contains('{')), "{sentence}");
    }
}

/// The sources of a library, without its tests.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
                let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
                found.push((path, lines.collect::<Vec<_>>().join("\n")));
            }
        }
    }
    found
}

/// The literals of a source, as the compiler reads them: broken lines joined.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\'' {
            // A character, `'"'` or `'\''`, or a lifetime.
            let escaped = chars.next() == Some('\\');
            if escaped {
                chars.next();
            }
            chars.next_if_eq(&'\'');
        } else if c == '"' {
            let mut literal = String::new();
            while let Some(c) = chars.next().filter(|&c| c != '"') {
                match c {
                    '\\' => match chars.next() {
                        Some('\n') => while chars.next_if(|c| c.is_whitespace()).is_some() {},
                        Some(escaped) => literal.push(escaped),
                        None => {}
                    },
                    c => literal.push(c),
                }
            }
            found.push(literal);
        }
    }
    found
}

/// A wording with anything in its holes: `found item 「甲」`.
fn spoken(literal: &str) -> String {
    let mut parts = literal.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| format!("{text}甲{}", part.split_once('}').map_or(part, |(_, rest)| rest)))
}

#[track_caller]
fn assert_known(path: &Path, literal: &str) {
    assert!(translated(&spoken(literal)).is_some(), "{}: no Chinese for {literal}", path.display());
}

#[test]
fn every_finding_of_the_parser_is_known() {
    // `Tally::report` makes its sentences of nouns elsewhere: the fixtures show them.
    let made = ["found a {noun} {rest}", "found {count} {noun}s {rest}; this is the first"];
    let mut number = 0;
    for (path, code) in sources("src") {
        let is_finding = |literal: &String| {
            literal.starts_with("found ")
                || literal.starts_with("expected ")
                || literal.starts_with("too many ")
        };
        for literal in literals(&code).iter().filter(|literal| is_finding(literal)) {
            if !made.contains(&literal.as_str()) && !path.ends_with("model/value.rs") {
                assert_known(&path, literal);
                number += 1;
            }
        }
    }
    assert!(number > 40, "{number} sentences");
}

#[test]
fn what_the_parser_says_of_the_fixtures_is_known() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let mut codes = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path().join("input.txt")).unwrap();
        for finding in gongwen::parse(&text).diagnostics() {
            assert!(translated(&finding.message).is_some(), "no Chinese for {}", finding.message);
            codes.insert(finding.code);
        }
    }
    assert!(codes.len() > 25, "{codes:?}");
}

#[test]
fn every_remark_about_a_draft_is_known() {
    let mut number = 0;
    for (path, code) in sources("drafts/src") {
        for literal in literals(&code).iter().filter(|literal| literal.starts_with("found ")) {
            assert_known(&path, literal);
            number += 1;
        }
    }
    assert!(number > 15, "{number} sentences");
}

#[test]
fn what_the_readers_say_is_known() {
    let mut number = 0;
    for (path, code) in sources("readers/src") {
        for literal in literals(&code).iter().filter(|literal| is_sentence(literal)) {
            assert_known(&path, literal);
            number += 1;
        }
    }
    assert!(number > 40, "{number} sentences");
}

/// Whether a literal of the readers is a sentence for people: words with blanks between them.
fn is_sentence(literal: &str) -> bool {
    let words =
        literal.split(' ').filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()));
    words.count() >= 3
}

#[test]
fn holes_are_filled_in_the_order_of_either_language() {
    assert_eq!(words_in("found {} of {}", "found a of b of c"), Some(vec!["a", "b of c"]));
    assert_eq!(words_in("found {}", "lost a"), None);
    assert_eq!(words_in("found {} rows", "found rows"), None);
    assert_eq!(filled("{1}之{0}", &["甲", "乙"]), "乙之甲");
    assert_eq!(filled("损坏{0?}{1?}", &["a number", "the moon"]), "损坏（序号）");
}

#[test]
fn what_is_not_known_is_told_in_its_own_words() {
    assert_eq!(foreign("the moon is full").chinese, "未能完成（the moon is full）");
    assert_eq!(foreign("文件不存在").chinese, "文件不存在");
}
