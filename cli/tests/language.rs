//! What the tool says in Chinese, and that data are the same in every language.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/mixed.rs"]
mod mixed;

use std::fs;
use std::path::Path;

use common::{Place, Run, names};

/// The tool in the language that an environment says.
fn run_in(place: &Place, language: [(&str, &str); 2], arguments: &[&str]) -> Run {
    let mut command = place.gongwen(arguments);
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").envs(language).output().unwrap().into()
}

fn chinese(place: &Place, arguments: &[&str]) -> Run {
    run_in(place, [("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "")], arguments)
}

/// No three words of English stand in a row, names of files, flags and codes apart.
#[track_caller]
fn assert_no_english(words: &str) {
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    for line in words.lines() {
        let mut row = 0;
        for word in line.split([' ', '：', '，', '；', '（', '）']) {
            row = if is_word(word) { row + 1 } else { 0 };
            assert!(row < 3, "{line}");
        }
    }
}

#[test]
fn a_run_in_chinese_says_no_sentence_in_english() {
    let place = Place::new();
    mixed::good(&place, "in", 0..10);
    let broken = mixed::broken(&place, "in", 1);
    mixed::doubtful(&place, "in");
    place.write("in/notes.xyz", "x");
    let runs: [&[&str]; 8] = [
        &["show", "in"],
        &["show", "--full", "--resolve", "in"],
        &["check", "--notes", "in"],
        &["tables", "in", "-v", "--max-size", mixed::LIMIT, "--out", "tables"],
        &["coding", "in", "--out", "codes.xlsx"],
        &["network", "in", "--edges", "co-task", "--out", "ties.svg"],
        &["review", "in", "--out", "review.html"],
        &["agreement", "in/00000.txt"],
    ];
    for arguments in runs {
        let run = chinese(&place, arguments);
        assert_eq!(run.status, Some(2), "{arguments:?}");
        assert!(run.stderr.contains("gongwen: "), "{arguments:?}");
        assert_no_english(&run.stderr);
        assert_no_english(&run.stdout);
    }
    let tables = chinese(&place, &["tables", "in", "--max-size", mixed::LIMIT, "--out", "tables"]);
    assert!(tables.stderr.lines().filter(|line| line.contains("in/broken")).count() >= broken.len());
    assert!(tables.stderr.contains("个未能读取") && tables.stderr.ends_with(" 秒\n"), "{}", tables.stderr);
}

#[test]
fn what_the_parser_finds_is_told_in_chinese() {
    let place = Place::new();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    for name in names(&fixtures) {
        place.write(&format!("in/{name}.txt"), fs::read(fixtures.join(&name).join("input.txt")).unwrap());
    }
    let run = chinese(&place, &["check", "--notes", "in"]);
    let said = run.stdout.lines().filter(|line| line.contains("in/"));
    let said = said.map(|line| line.rsplit(": ").next().unwrap()).collect::<Vec<_>>();
    assert!(said.len() > 100);
    said.into_iter().for_each(assert_no_english);
    assert!(run.stdout.contains("警告[number-out-of-order]: 条目「"), "{}", run.stdout);
    let shown = chinese(&place, &["show", "in/hunan-2024-key-tasks.txt"]).stdout;
    for words in ["发文字号", "主送机关", "成文日期", "负责", "［一类机关", "-- 提示 -", "--full 还会显示"]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
}

#[test]
fn the_command_line_is_explained_in_chinese() {
    let place = Place::new();
    for arguments in [
        &["--help"][..],
        &["tables", "--help"],
        &["network", "-h"],
        &["help", "show"],
        &["help"],
        &["show", "--nothing", "a"],
        &["nothing"],
        &["show"],
        &["tables", "a", "--out", "b", "--format", "doc"],
        &["tables", "a", "--max-size", "much", "--out", "b"],
        &["json", "--encoding", "klingon", "a"],
        &["show", "-q", "-v", "a"],
        &["check", "missing.txt"],
        &["tables", "a", "--bom", "--format", "xlsx", "--out", "b"],
    ] {
        let run = chinese(&place, arguments);
        let said = format!("{}{}", run.stdout, run.stderr);
        assert!(said.contains(|c| matches!(c, '\u{4e00}'..='\u{9fff}')), "{arguments:?}: {said}");
        // Examples are typed as they are.
        let said = said.lines().filter(|line| !line.starts_with("  gongwen ")).collect::<Vec<_>>().join("\n");
        assert_no_english(&said);
    }
}

#[test]
fn the_flag_goes_before_the_system() {
    let place = Place::new();
    let said = |language, arguments: &[&str]| run_in(&place, language, arguments).stderr;
    let system = [("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "en_GB.UTF-8")];
    assert!(said(system, &["show", "a"]).contains("No such file"));
    assert!(said(system, &["show", "a", "--lang", "zh"]).contains("不存在"));
    assert!(
        said([("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "")], &["--lang=en", "show", "a"]).contains("No such")
    );
}

#[test]
fn data_are_the_same_in_both_languages() {
    let place = Place::new();
    mixed::good(&place, "in", 0..10);
    mixed::broken(&place, "in", 1);
    for (lang, out) in [("en", "a"), ("zh", "b")] {
        place.run(&["tables", "in", "--resolve", "--lang", lang, "--out", out]);
        place.write(&format!("{out}/all.json"), place.run(&["json", "in", "--lang", lang]).stdout);
    }
    let files = names(&place.path("a"));
    assert_eq!(files, names(&place.path("b")));
    for name in files {
        let [one, other] = ["a", "b"].map(|folder| fs::read(place.path(folder).join(&name)).unwrap());
        assert!(one == other, "{name}");
    }
}
