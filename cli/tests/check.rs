//! What `check` prints, and what it tells the shell.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{Place, TEXT};

/// A clause whose bracket never closes: a warning.
const DOUBTFUL: &str =
    "关于试点的通知\n\n一、推进试点。（责任单位：省财政厅\n二、加强保障。（省商务厅负责）\n";
/// A clause whose brackets differ: a note.
const REPAIRED: &str = "关于试点的通知\n\n一、推进试点。（省财政厅负责)\n";

#[test]
fn a_text_without_doubt_is_silent() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    let run = place.run(&["check", "a.txt"]);
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (Some(0), "", ""));
}

#[test]
fn a_warning_is_framed_and_gives_status_1() {
    let place = Place::new();
    place.write("in/a.txt", DOUBTFUL);
    place.write("in/b.txt", TEXT);
    let run = place.run(&["check", "in"]);
    assert_eq!(run.status, Some(1));
    let lines = run.stdout.lines().take(4).collect::<Vec<_>>();
    assert!(lines[0].starts_with("in/a.txt:3:8: warning[unclosed-bracket]: "), "{}", run.stdout);
    assert_eq!(lines[2], "3 | 一、推进试点。（责任单位：省财政厅");
    assert!(lines[3].starts_with("  |               ^^"), "{}", run.stdout);
}

#[test]
fn notes_are_shown_on_demand_and_are_no_fault() {
    let place = Place::new();
    place.write("a.txt", REPAIRED);
    let silent = place.run(&["check", "a.txt"]);
    assert_eq!((silent.status, silent.stdout.as_str()), (Some(0), ""));
    let run = place.run(&["check", "--notes", "a.txt"]);
    assert_eq!(run.status, Some(0));
    assert!(run.stdout.contains(": note[mixed-brackets]: "), "{}", run.stdout);
}

#[test]
fn an_empty_text_is_a_finding() {
    let place = Place::new();
    place.write("a.txt", "");
    place.write("b.txt", "\u{feff} \n");
    let run = place.run(&["check", "a.txt", "b.txt"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
    assert_eq!(run.said(), ["a.txt: the text is empty", "b.txt: the text is empty"]);
}

#[test]
fn an_unreadable_text_outweighs_a_warning() {
    let place = Place::new();
    place.write("in/a.txt", DOUBTFUL);
    place.write("in/b.txt", b"\xff");
    let run = place.run(&["check", "in"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stdout.contains("warning[unclosed-bracket]"), "{}", run.stdout);
}

#[test]
fn findings_for_programs_are_json() {
    let place = Place::new();
    place.write("in/a,b.txt", DOUBTFUL);
    place.write("in/b.txt", DOUBTFUL);
    let run = place.run(&["check", "--format", "json", "in"]);
    assert_eq!(run.status, Some(1));
    let found: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let found = found.as_array().unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["path"], "in/a,b.txt");
    assert_eq!((&found[0]["line"], &found[0]["column"]), (&3.into(), &8.into()));
    assert_eq!((&found[0]["end_line"], &found[0]["end_column"]), (&3.into(), &18.into()));
    assert_eq!((&found[0]["code"], &found[0]["severity"]), (&"unclosed-bracket".into(), &"warning".into()));
    place.write("c.txt", TEXT);
    assert_eq!(place.run(&["check", "--format", "json", "c.txt"]).stdout, "[]\n");
}

#[test]
fn sarif_has_a_rule_for_each_result() {
    let place = Place::new();
    place.write("in/a b.txt", DOUBTFUL);
    place.write("in/b.txt", REPAIRED);
    let run = place.run(&["check", "--notes", "--format", "sarif", "in"]);
    let sarif: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for result in results {
        assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]), "{result}");
    }
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "in/a%20b.txt");
    let region = serde_json::json!({ "startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 18 });
    assert_eq!((&results[0]["level"], &place["region"]), (&"warning".into(), &region));
    assert_eq!(results[1]["level"], "note");
}

#[test]
fn githubs_commands_are_a_line_each() {
    let place = Place::new();
    place.write("in/a,b.txt", DOUBTFUL);
    let run = place.run(&["check", "--format", "github", "in"]);
    let start =
        "::warning file=in/a%2Cb.txt,line=3,endLine=3,col=8,endColumn=18,title=unclosed-bracket::found ";
    assert!(run.stdout.starts_with(start), "{}", run.stdout);
    assert_eq!(run.stdout.lines().count(), 1);
}

#[test]
fn drafts_are_held_to_the_standards() {
    let place = Place::new();
    place.write(
        "a.txt",
        "青政发[2024]7号\n关于护林的通知\n各市人民政府：\n请巡山。\n青州省人民政府\n2024年5月1日\n",
    );
    assert_eq!(place.run(&["check", "a.txt"]).status, Some(0));
    let run = place.run(&["check", "--draft", "a.txt"]);
    assert_eq!(run.status, Some(1));
    let title =
        "a.txt:1:1: warning[number-brackets]: found 「[2024]」, expected 〔2024〕 (GB/T 9704—2012, 7.2.5)";
    assert_eq!(run.stdout.lines().next(), Some(title));
    let run = place.run(&["check", "--draft", "--allow", "number-brackets", "a.txt"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(0), ""));
    let run = place.run(&["check", "--draft", "--format", "json", "--lang", "zh", "a.txt"]);
    let found: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(found[0]["source"], "GB/T 9704—2012, 7.2.5");
    assert_eq!(place.run(&["check", "--draft", "--allow", "brackets", "a.txt"]).status, Some(2));
}
