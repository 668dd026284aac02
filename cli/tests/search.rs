//! `gongwen search`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{Place, Run};

const ROADS: &str = "湘政办发〔2024〕12号\n\n湖南省人民政府办公厅关于修路的通知\n\n各市州人民政府：\n\n为贯彻落实《湖南省公路条例》（湘政发〔2023〕7号），现通知如下。\n\n一、修建省道。（省发改委牵头，省财政厅配合，2025年底前完成）\n\n二、养护县道。（省财政厅负责，2026年6月底前完成）\n\n湖南省人民政府办公厅\n\n2024年5月10日\n";
const TREES: &str = "湘政办发〔2024〕13号\n\n湖南省人民政府办公厅关于种树的通知\n\n各市州人民政府：\n\n根据《湖南省人民政府办公厅关于修路的通知》，现通知如下。\n\n一、道旁种树。（湖南省发展和改革委员会负责）\n\n湖南省人民政府办公厅\n\n2024年6月10日\n";

/// A folder of two notices and one of their tables.
fn place() -> Place {
    let place = Place::new();
    place.write("in/roads.txt", ROADS);
    place.write("in/trees.txt", TREES);
    assert_eq!(place.run(&["tables", "in", "--resolve", "--out", "t"]).status, Some(0));
    place
}

/// The same search in the notices and in their tables.
#[track_caller]
fn both(place: &Place, wanted: &[&str]) -> [Run; 2] {
    ["in", "t"].map(|path| place.run(&[&["search", path], wanted].concat()))
}

/// The paths or titles of the hits, which notices and tables agree on.
#[track_caller]
fn found(place: &Place, wanted: &[&str]) -> Vec<String> {
    let found = both(place, &[wanted, &["--format", "jsonl"]].concat()).map(|run| {
        let hits = run.stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let hit = |hit: serde_json::Value| {
            format!("{} {}", hit["doc"].as_str().unwrap(), hit["path"].as_str().unwrap())
        };
        let hits = hits.map(hit).collect::<Vec<_>>();
        assert_eq!(run.status, Some(i32::from(hits.is_empty())), "{}", run.stderr);
        hits
    });
    assert_eq!(found[0], found[1]);
    found[0].clone()
}

#[test]
fn units_are_found_by_their_legal_and_their_written_names() {
    let place = place();
    for name in ["省发改委", "湖南省发展和改革委员会"] {
        assert_eq!(found(&place, &["--unit", name]), ["roads.txt 一、", "trees.txt 一、"]);
    }
    assert_eq!(found(&place, &["--unit", "省发改委", "--role", "lead"]), ["roads.txt 一、"]);
    assert_eq!(found(&place, &["--unit", "省财政厅"]), ["roads.txt 一、", "roads.txt 二、"]);
    assert_eq!(found(&place, &["--unit", "省水利厅"]), [""; 0]);
}

#[test]
fn days_are_before_or_after() {
    let place = place();
    assert_eq!(found(&place, &["--due-before", "2026-01-01"]), ["roads.txt 一、"]);
    assert_eq!(found(&place, &["--due-before", "2025-12-31"]), [""; 0]);
    assert_eq!(found(&place, &["--due-after", "2025-12-31"]), ["roads.txt 二、"]);
    assert_eq!(
        found(&place, &["--due-after", "2025-12-30", "--due-before", "2026-01-01"]),
        ["roads.txt 一、"]
    );
}

#[test]
fn documents_are_found_by_number_title_and_the_notice_they_lead_to() {
    let place = place();
    for words in ["湘政发〔2023〕7号", "湘政发[2023]7号", "《湖南省公路条例》"] {
        assert_eq!(found(&place, &["--cites", words]), ["roads.txt "], "{words}");
    }
    assert_eq!(found(&place, &["--cites", "湘政办发〔2024〕12号"]), ["trees.txt "]);
    assert_eq!(found(&place, &["--cites", "湘政发〔2023〕7号", "--relation", "implements"]), ["roads.txt "]);
    assert_eq!(found(&place, &["--cites", "湘政发〔2023〕7号", "--relation", "repeals"]), [""; 0]);
}

#[test]
fn what_is_asked_for_together_must_hold_together() {
    let place = place();
    assert_eq!(found(&place, &["--text", "种树"]), ["trees.txt 一、"]);
    assert_eq!(found(&place, &["--text", "种树", "--unit", "省财政厅"]), [""; 0]);
    let wanted = ["--unit", "省财政厅", "--role", "support", "--due-before", "2026-01-01", "--text", "省道"];
    assert_eq!(found(&place, &wanted), ["roads.txt 一、"]);
    assert_eq!(found(&place, &["--cites", "湘政办发〔2024〕12号", "--unit", "省发改委"]), ["trees.txt 一、"]);
}

#[test]
fn hits_are_printed_with_place_units_and_day() {
    let place = place();
    let [notices, tables] = both(&place, &["--due-before", "2026-01-01"]);
    let below = "    lead 省发改委 = 湖南省发展和改革委员会; support 省财政厅 = 湖南省财政厅; due 2025-12-31 (2025年底前)\n";
    assert_eq!(notices.stdout, format!("in/roads.txt:9: 一、 修建省道。\n{below}"));
    let start = ROADS.find("修建").unwrap();
    assert_eq!(tables.stdout, format!("roads.txt@{start}: 一、 修建省道。\n{below}"));
    let [notices, _] = both(&place, &["--relation", "implements"]);
    assert_eq!(notices.stdout, "in/roads.txt:7: implements 《湖南省公路条例》（湘政发〔2023〕7号）\n");
}

#[test]
fn what_is_cut_is_told() {
    let place = Place::new();
    place.write("a.txt", format!("一、修路{}。（省财政厅负责）\n", "又修路".repeat(40)));
    let run = place.run(&["search", "a.txt", "--text", "修路"]);
    assert_eq!(run.said(), ["… stands for words that are not shown; --format jsonl shows all"]);
    assert!(run.stdout.lines().next().unwrap().ends_with('…'), "{}", run.stdout);
    assert_eq!(place.run(&["search", "a.txt", "--text", "修路", "-q"]).stderr, "");
}

#[test]
fn a_search_that_cannot_be_made_gives_status_2() {
    let place = place();
    let run = place.run(&["search", "in"]);
    assert_eq!(run.status, Some(2));
    assert!(run.said()[0].starts_with("found nothing to search for, expected --unit, "), "{}", run.stderr);
    assert_eq!(place.run(&["search", "in", "--due-before", "morgen"]).status, Some(2));
    assert_eq!(place.run(&["search", "gone", "--text", "路"]).status, Some(2));
    place.run(&["tables", "in", "--out", "plain"]);
    let run = place.run(&["search", "plain", "--text", "路"]);
    let expected = "plain: found tables without times, expected those of gongwen tables --resolve";
    assert_eq!((run.status, run.said()), (Some(2), vec![expected]));
}

#[test]
fn signs_that_a_terminal_obeys_are_not_printed() {
    let place = Place::new();
    place.write("a.txt", "一、修\u{9b}31m路。（市\u{9b}31m交通局负责）\n");
    let run = place.run(&["search", "a.txt", "--text", "路"]);
    assert_eq!(run.status, Some(0));
    assert!(!run.stdout.contains('\u{9b}'), "{}", run.stdout);
}
