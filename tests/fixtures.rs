//! Every folder in `fixtures/` holds a text, what the parser reads in it, and what it is there to show.
//!
//! `scripts/add-fixture` adds one. A snapshot is the JSON of the whole result: what is empty is left out, and what fits
//! stands on one line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod corrections;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gongwen::{Code, parse};

use corrections::Correction;

const FILES: [&str; 3] = ["input.txt", "notice.snap", "source.toml"];

/// A line of a snapshot is at most this many characters long, if it holds more than one value.
const WIDTH: usize = 110;

#[test]
fn each_notice_reads_as_its_snapshot_says() {
    insta::glob!("../fixtures", "*/input.txt", |path| {
        let text = fs::read_to_string(path).unwrap();
        let json = serde_json::to_string_pretty(&parse(&text)).unwrap();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(path.parent().unwrap());
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.remove_snapshot_suffix();
        settings.remove_input_file();
        settings.bind(|| insta::assert_snapshot!("notice", compact(&json)));
    });
}

#[test]
fn each_folder_holds_its_three_files_and_no_other() {
    let mut folders = 0;
    for folder in fs::read_dir(fixtures()).unwrap() {
        let folder = folder.unwrap().path();
        let names: BTreeSet<String> = fs::read_dir(&folder)
            .unwrap_or_else(|_| panic!("{} is no folder", folder.display()))
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "notice.snap.new")
            .collect();
        assert!(names.iter().eq(FILES), "{} holds {names:?}, not {FILES:?}", folder.display());
        folders += 1;
    }
    assert!(folders > 0, "there is no fixture");
}

#[test]
fn each_fixture_says_what_it_shows_and_where_it_is_from() {
    for folder in fs::read_dir(fixtures()).unwrap() {
        let folder = folder.unwrap().path();
        let name = folder.display();
        let source: toml::Table = fs::read_to_string(folder.join("source.toml")).unwrap().parse().unwrap();
        for key in ["shows", "source"] {
            let line = source.get(key).and_then(toml::Value::as_str).unwrap_or_default();
            assert!(!line.is_empty() && !line.contains('\n'), "{name}: `{key}` is one line of text");
        }
        let codes = source
            .get("codes")
            .map_or(&[][..], |codes| codes.as_array().expect("`codes` is a list").as_slice());
        let parsed = parse(&fs::read_to_string(folder.join("input.txt")).unwrap());
        for code in codes {
            let found = parsed.diagnostics().iter().any(|found| Some(found.code.name()) == code.as_str());
            assert!(found, "{name}: no finding {code}");
        }
        let known = ["shows", "source", "codes", "corrections"];
        assert!(source.keys().all(|key| known.contains(&key.as_str())), "{name}: keys other than {known:?}");
    }
}

/// A correction that the parser does not meet today stands with `holds = false`, so that its mending shows.
#[test]
fn each_correction_holds_as_it_says() {
    let mut corrections = 0;
    for folder in fs::read_dir(fixtures()).unwrap() {
        let folder = folder.unwrap().path();
        let name = folder.display();
        let mut source: toml::Table =
            fs::read_to_string(folder.join("source.toml")).unwrap().parse().unwrap();
        let Some(list) = source.remove("corrections") else { continue };
        let text = fs::read_to_string(folder.join("input.txt")).unwrap();
        let parsed = parse(&text);
        for correction in list.try_into::<Vec<Correction>>().unwrap() {
            assert_eq!(text.get(correction.span.range()), Some(&*correction.text), "{name}");
            let met = correction.is_met(parsed.notice());
            assert_eq!(met, correction.holds, "{name}: `holds` is {met} of {correction:#?}");
            corrections += 1;
        }
    }
    assert!(corrections > 0, "no fixture has corrections");
}

#[test]
fn codes_have_names_of_their_own() {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
}

fn fixtures() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures"))
}

/// Pretty JSON with its empty fields left out, and each object or list on one line that fits there.
fn compact(pretty: &str) -> String {
    let mut open: Vec<Block<'_>> = vec![Block::default()];
    for line in pretty.lines() {
        let line = line.trim_end_matches(',');
        if line.ends_with(['{', '[']) {
            open.push(Block { head: line, items: Vec::new() });
        } else if matches!(line.trim_start(), "}" | "]") {
            let block = open.pop().unwrap();
            open.last_mut().unwrap().items.extend(block.closed(line));
        } else if !line.ends_with(": null") && !line.ends_with(": []") {
            open.last_mut().unwrap().items.push(line.to_owned());
        }
    }
    open.pop().unwrap().items.join("\n")
}

/// An object or a list that is being read.
#[derive(Default)]
struct Block<'j> {
    /// Its line up to the bracket that opens it.
    head: &'j str,
    /// Its parts, of one line or more, without commas.
    items: Vec<String>,
}

impl Block<'_> {
    /// The block as one item, or `None` if nothing is in it.
    fn closed(self, tail: &str) -> Option<String> {
        if self.items.is_empty() {
            return None;
        }
        let blank = if tail.ends_with('}') { " " } else { "" };
        let parts: Vec<&str> = self.items.iter().map(|item| item.trim_start()).collect();
        let line = [self.head, blank, &parts.join(", "), blank, tail.trim_start()].concat();
        let flat = !line.contains('\n') && (line.chars().count() <= WIDTH || parts.len() == 1);
        Some(if flat && !parts.iter().any(|part| part.contains('{')) {
            line
        } else {
            [self.head, "\n", &self.items.join(",\n"), "\n", tail].concat()
        })
    }
}

#[test]
fn a_snapshot_leaves_out_what_is_empty_and_joins_what_fits() {
    let pretty = "{\n  \"a\": {\n    \"value\": \"甲\",\n    \"span\": [\n      0,\n      3\n    ]\n  },\n  \"b\": null,\n  \"c\": [\n    {\n      \"d\": []\n    }\n  ]\n}";
    assert_eq!(compact(pretty), "{\n  \"a\": { \"value\": \"甲\", \"span\": [0, 3] }\n}");
}
