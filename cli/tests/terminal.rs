//! What reaches a terminal, which obeys some characters.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs::{self, File};
use std::io::Read;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use common::{Place, TEXT};
use nix::pty::openpty;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

/// What the tool writes to a terminal that is its standard output and its standard error.
fn seen(place: &Place, arguments: &[&str]) -> (Option<i32>, String) {
    seen_on("dumb", place, arguments)
}

fn seen_on(terminal_name: &str, place: &Place, arguments: &[&str]) -> (Option<i32>, String) {
    let (mut child, screen) = started(terminal_name, place, arguments);
    let words = read(screen);
    (child.wait().unwrap().code(), words)
}

/// The tool with a terminal for its output, and the terminal's other side.
fn started(terminal_name: &str, place: &Place, arguments: &[&str]) -> (Child, File) {
    let terminal = openpty(None, None).unwrap();
    let (tool, screen) = (terminal.slave, File::from(terminal.master));
    let mut command = place.gongwen(arguments);
    // A terminal that cannot draw: no colours, no bar.
    command
        .env("NO_COLOR", "1")
        .env("TERM", terminal_name)
        .stdout(Stdio::from(tool.try_clone().unwrap()))
        .stderr(Stdio::from(tool));
    // The command holds the tool's side of the terminal; the end is there when nobody does.
    (command.stdin(Stdio::piped()).spawn().unwrap(), screen)
}

fn read(mut screen: File) -> String {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    // The end is an error on Linux.
    while let Ok(read @ 1..) = screen.read(&mut chunk) {
        bytes.extend_from_slice(&chunk[..read]);
    }
    String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
}

/// One of each kind that a terminal obeys or hides, in a name, a heading, and a clause with a finding.
const OBEYED: &str = "\u{1b}\u{7f}\u{85}\u{9b}\u{61c}\u{200f}\u{2028}\u{202e}\u{2067}\u{e0001}\u{e0041}";

#[track_caller]
fn assert_harmless(words: &str) {
    let obeyed = |c: char| c != '\n' && (c.is_control() || OBEYED.contains(c));
    let found = words.chars().filter(|&c| obeyed(c)).collect::<Vec<_>>();
    assert!(found.is_empty(), "{found:?} in {words}");
}

#[test]
fn no_command_hands_on_what_a_terminal_obeys() {
    let place = Place::new();
    let name = format!("in/a{OBEYED}.txt");
    let text = format!(
        "关于{OBEYED}试点的通知\n\n一、路{OBEYED}31m点。（责任单位：省{OBEYED}财政厅\n二、{OBEYED}\n"
    );
    place.write(&name, text);
    place.write(&format!("in/b{OBEYED}.txt"), b"\xff");
    place.write(&format!("in/c.{OBEYED}"), TEXT);
    for command in ["show", "json", "check"] {
        let (status, words) = seen(&place, &[command, "-v", "in"]);
        assert_eq!(status, Some(2), "{words}");
        assert!(
            words.contains("neither text") && words.contains("not read") && words.contains("点"),
            "{words}"
        );
        assert_harmless(&words);
    }
    assert_harmless(&seen(&place, &["tables", "in", "--out", &format!("out{OBEYED}")]).1);
    assert_harmless(&seen(&place, &["show", &format!("--{OBEYED}")]).1);
    // What begins like a style, which a terminal takes for its title.
    assert_harmless(&seen(&place, &["show", "--\u{1b}]0;title"]).1);
    assert_harmless(&seen(&place, &["show", "--full", "in"]).1);
    assert_harmless(&seen(&place, &["check", "--notes", "in"]).1);
}

#[test]
fn a_bar_tells_a_terminal_how_far_it_is() {
    let place = Place::new();
    for number in 0..40 {
        place.write(&format!("in/{number}.txt"), TEXT);
    }
    let arguments = ["tables", "in", "--out", "out"];
    let (status, words) = seen_on("xterm", &place, &arguments);
    assert!(status == Some(0) && words.contains(" of 40 files, "), "{words:?}");
    assert!(words.contains("gongwen: 40 notices, "), "{words:?}");
    for silent in [seen(&place, &arguments).1, place.run(&arguments).stderr] {
        assert_eq!(silent.lines().count(), 1, "{silent}");
        assert!(silent.starts_with("gongwen: 40 notices, "), "{silent}");
    }
    assert_eq!(seen_on("xterm", &place, &["tables", "in", "--out", "out", "-q"]), (Some(0), String::new()));
}

#[test]
fn who_interrupts_a_run_is_told_how_it_goes_on() {
    let place = Place::new();
    place.write("in/a.html", "<p>关于试点的通知</p><p>一、推进试点。</p>");
    let (mut child, screen) = started("xterm", &place, &["tables", "in", "-", "--out", "out"]);
    let start = Instant::now();
    let is_kept = || fs::read_dir(place.path("out/.gongwen-read")).is_ok_and(|read| read.count() == 1);
    while !is_kept() {
        assert!(start.elapsed() < Duration::from_secs(10), "nothing was kept");
        sleep(Duration::from_millis(5));
    }
    // The name of what is kept is there a moment before it is counted.
    sleep(Duration::from_millis(100));
    kill(Pid::from_raw(child.id().try_into().unwrap()), Signal::SIGINT).unwrap();
    let words = read(screen);
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(
        words
            .ends_with("\ngongwen: interrupted; the same command with --resume goes on with what was read\n"),
        "{words:?}"
    );
}

#[test]
fn json_is_the_same_to_a_terminal_and_to_a_pipe() {
    let place = Place::new();
    // A file's name is given as it is; the values of a notice hold no such characters.
    let name = format!("a{OBEYED}.txt");
    place.write(&name, TEXT);
    let (_, seen) = seen(&place, &["json", &name]);
    let piped = place.run(&["json", &name]).stdout;
    assert!(piped.contains('\u{9b}') && !seen.contains('\u{9b}'));
    let [seen, piped] = [seen, piped].map(|json| serde_json::from_str::<serde_json::Value>(&json).unwrap());
    assert_eq!(seen, piped);
}

#[test]
fn a_terminal_is_told_that_nothing_was_found() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    assert_eq!(seen(&place, &["check", "a.txt"]), (Some(0), "no findings in 1 notice\n".to_owned()));
    assert_eq!(seen(&place, &["check", "-q", "a.txt"]), (Some(0), String::new()));
}
