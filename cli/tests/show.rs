//! What `show` prints of several notices, and how much of each.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{Place, TEXT};

#[test]
fn one_blank_line_parts_notices_and_none_ends_the_last() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.write("b.txt", "");
    place.write("c.txt", TEXT);
    let run = place.run(&["show", "a.txt", "b.txt", "c.txt"]);
    assert_eq!(run.status, Some(0));
    assert_eq!(run.said(), ["b.txt: the text is empty"]);
    assert!(run.stdout.contains("\n\n-- b.txt ") && run.stdout.contains("\n\n-- c.txt "), "{}", run.stdout);
    assert!(!run.stdout.contains("\n\n\n") && !run.stdout.ends_with("\n\n"), "{}", run.stdout);
}

#[test]
fn a_brief_page_counts_the_paragraphs_that_a_full_one_shows() {
    let place = Place::new();
    place.write("a.txt", "关于试点的通知\n\n一、总体要求\n坚持以人为本。\n稳步推进。\n");
    let brief = place.run(&["show", "a.txt"]).stdout;
    assert!(brief.contains("坚持以人为本。 (+1 paragraph)") && !brief.contains("稳步推进。"), "{brief}");
    let full = place.run(&["show", "--full", "a.txt"]).stdout;
    assert!(full.contains("坚持以人为本。\n") && full.contains("稳步推进。\n"), "{full}");
}
