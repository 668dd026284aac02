//! Completions and manual pages.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;

use common::{Place, names};

#[test]
fn shells_complete_commands_and_flags() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = place.run(&["completions", shell]);
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
        for word in ["tables", "resume", "coding"] {
            assert!(run.stdout.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_the_tool_and_one_for_each_command() {
    let place = Place::new();
    assert_eq!(place.run(&["manual", "man"]).status, Some(0));
    let pages = names(&place.path("man"));
    let help = place.run(&["--help"]).stdout;
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands =
        commands.take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    let mut expected = commands.map(|name| format!("gongwen-{name}.1")).collect::<Vec<_>>();
    expected.retain(|page| page != "gongwen-help.1");
    expected.push("gongwen.1".to_owned());
    expected.sort();
    assert_eq!(pages, expected);
    let page = fs::read_to_string(place.path("man/gongwen-tables.1")).unwrap();
    assert!(page.contains("gongwen tables notices") && page.contains("resume"), "{page}");
}
