//! `gongwen explain`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::Place;

const TEXT: &str = "打印本页\n青政发〔2024〕7号\n青州省人民政府关于修复城墙的通知\n各市人民政府：\n一、修复东段（试行）。（省文物局负责）\n\n二、材料包括：（1）申请表；（2）证明。\n";

#[test]
fn a_line_is_printed_with_its_reasons() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    let run = place.run(&["explain", "a.txt:5"]);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
    let lines = run.stdout.lines().collect::<Vec<_>>();
    let expected = [
        "a.txt:5: 一、修复东段（试行）。（省文物局负责）",
        "  5:1 一、: may be item 1 (han-comma), at the start of a line that begins a paragraph (taking it costs 0, dropping it 12): taken for an item of level 1; nothing else is weighed",
        "  5:1 一、: read as marker",
    ];
    assert_eq!(lines[..3], expected);
    assert!(
        lines.contains(&"  5:7 （试行）: no clause: its first words are no organ, no label and no time"),
        "{lines:#?}"
    );
    assert!(
        lines.contains(&"  5:12 （省文物局负责）: a clause that says who answers (parenthesised)"),
        "{lines:#?}"
    );
}

#[test]
fn several_lines_and_standard_input_are_asked() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    let run = place.run(&["explain", "a.txt:2-3", "a.txt:6"]);
    let titles = run.stdout.lines().filter(|line| !line.starts_with(' ')).collect::<Vec<_>>();
    let expected = ["a.txt:2: 青政发〔2024〕7号", "a.txt:3: 青州省人民政府关于修复城墙的通知", "a.txt:6: "];
    assert_eq!(titles, expected);
    assert!(run.stdout.ends_with("a.txt:6: \n  nothing stands here\n"), "{}", run.stdout);
    let run = place.run_on(&["explain", "-", "--line", "4"], TEXT);
    assert_eq!(run.stdout, "-:4: 各市人民政府：\n  4:1 各市人民政府：: read as recipients\n");
}

#[test]
fn the_rival_of_a_number_is_told_with_its_margin() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    let run = place.run(&["explain", "a.txt", "--line", "7"]);
    let number = run.stdout.lines().find(|line| line.contains("（1）: may be item 1")).unwrap();
    assert!(number.contains(": taken for text; the best reading as an item of level 2 costs "), "{number}");
}

#[test]
fn a_line_that_is_not_there_gives_status_2() {
    let place = Place::new();
    place.write("a.txt", "一、甲。\n二、乙。");
    let run = place.run(&["explain", "a.txt:3"]);
    assert_eq!((run.status, run.said()), (Some(2), vec!["a.txt: found 2 lines, expected a line 3"]));
    let run = place.run(&["explain", "a.txt"]);
    assert_eq!(
        (run.status, run.said()),
        (Some(2), vec!["a.txt: found no line, expected a.txt:12 or --line 12"])
    );
    assert_eq!(place.run(&["explain", "gone.txt:3"]).status, Some(2));
}

#[test]
fn signs_that_a_terminal_obeys_are_not_printed() {
    let place = Place::new();
    place.write("a.txt", "一、修\u{9b}31m路。（市\u{9b}31m交通局负责）\n");
    let run = place.run(&["explain", "a.txt:1"]);
    assert!(run.stdout.contains('\u{fffd}') && !run.stdout.contains('\u{9b}'), "{}", run.stdout);
}
