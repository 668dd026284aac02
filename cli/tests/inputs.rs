//! Which texts are read, in which order, and what is said of those that cannot be.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs::File;
use std::io::Write;
use std::process::Stdio;

use common::{Place, Run, TEXT};

/// The names that `json --lines` gives, in order.
fn docs(run: &Run) -> Vec<String> {
    let doc =
        |line| serde_json::from_str::<serde_json::Value>(line).unwrap()["doc"].as_str().unwrap().to_owned();
    run.stdout.lines().map(doc).collect()
}

#[test]
fn a_folder_is_read_with_its_folders_in_the_order_of_names() {
    let place = Place::new();
    for name in ["b/2.txt", "b/1.txt", "a.txt", "c.TXT", "b/3.md", "ä.txt", "b.txt/4.txt"] {
        place.write(&format!("in/{name}"), TEXT);
    }
    let run = place.run(&["json", "--lines", "in"]);
    assert_eq!(docs(&run), ["a.txt", "b/1.txt", "b/2.txt", "b.txt/4.txt", "c.TXT", "ä.txt"]);
    assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn files_are_read_in_the_order_given_under_their_names() {
    let place = Place::new();
    place.write("x/b.txt", TEXT);
    place.write("a.txt", TEXT);
    assert_eq!(docs(&place.run(&["json", "--lines", "x/b.txt", "a.txt"])), ["b.txt", "a.txt"]);
}

#[test]
fn names_that_could_meet_are_the_paths_as_given() {
    let place = Place::new();
    place.write("x/a.txt", TEXT);
    place.write("y/a.txt", TEXT);
    assert_eq!(docs(&place.run(&["json", "--lines", "x/a.txt", "y/a.txt"])), ["x/a.txt", "y/a.txt"]);
    assert_eq!(docs(&place.run(&["json", "--lines", "x", "y"])), ["x/a.txt", "y/a.txt"]);
}

#[test]
fn a_dash_is_standard_input() {
    let place = Place::new();
    let mut child = place
        .gongwen(&["json", "--lines", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(TEXT.as_bytes()).unwrap();
    assert_eq!(docs(&child.wait_with_output().unwrap().into()), ["-"]);
}

#[test]
fn a_missing_file_costs_a_line_and_the_status_but_not_the_others() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.write("b.txt", TEXT);
    let run = place.run(&["json", "--lines", "a.txt", "gone.txt", "b.txt"]);
    assert_eq!(docs(&run), ["a.txt", "b.txt"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(run.stderr, "gongwen: gone.txt: No such file or directory (os error 2)\n");
}

#[test]
fn invalid_utf8_is_named_with_the_offset_of_its_first_byte() {
    let place = Place::new();
    place.write("in/a.txt", b"\xe9\x80\x9a\xcd\xa8\xd6\xaa\xff");
    place.write("in/b.txt", TEXT);
    let run = place.run(&["json", "--lines", "in"]);
    assert_eq!(docs(&run), ["b.txt"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(run.stderr.lines().count(), 1);
    assert!(run.stderr.starts_with("gongwen: in/a.txt: not UTF-8: byte 0xFF at offset 7"), "{}", run.stderr);
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let place = Place::new();
    place.write("a.txt", format!("\u{feff}{TEXT}"));
    assert_eq!(place.run(&["json", "a.txt"]).status, Some(0));
}

#[test]
fn several_texts_are_an_array_and_one_is_an_object() {
    let place = Place::new();
    place.write("in/a.txt", TEXT);
    place.write("in/b.txt", TEXT);
    let json =
        |arguments: &[&str]| serde_json::from_str::<serde_json::Value>(&place.run(arguments).stdout).unwrap();
    assert_eq!(json(&["json", "in"]).as_array().map(Vec::len), Some(2));
    assert_eq!(json(&["json", "in/a.txt"])["doc"], "a.txt");
    std::fs::create_dir(place.path("empty")).unwrap();
    assert_eq!(json(&["json", "empty"]), serde_json::json!([]));
}

#[test]
fn a_full_volume_is_an_error() {
    let full = File::options().write(true).open("/dev/full");
    let Ok(full) = full else { return println!("skipped: there is no /dev/full") };
    let place = Place::new();
    place.write("a.txt", TEXT);
    for command in ["show", "json"] {
        let run = place.gongwen(&[command, "a.txt"]).stdout(full.try_clone().unwrap()).output().unwrap();
        let run = Run::from(run);
        assert_eq!(run.status, Some(2));
        assert!(run.stderr.starts_with("gongwen: standard output: No space left"), "{}", run.stderr);
    }
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let place = Place::new();
    for number in 0..300 {
        place.write(&format!("in/{number}.txt"), TEXT.repeat(50));
    }
    for command in ["show", "json"] {
        let mut child =
            place.gongwen(&[command, "in"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let run = Run::from(child.wait_with_output().unwrap());
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{command}");
    }
}

#[test]
fn colour_is_for_terminals() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    assert!(!place.run(&["show", "a.txt"]).stdout.contains('\u{1b}'));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_name_that_is_not_utf8_is_shown_as_far_as_it_can_be() {
        let place = Place::new();
        let name = OsStr::from_bytes(b"\xcd\xa8\xd6\xaa\xff.txt");
        std::fs::create_dir(place.path("in")).unwrap();
        std::fs::write(place.path("in").join(name), TEXT).unwrap();
        let run = place.run(&["json", "--lines", "in"]);
        assert_eq!(run.status, Some(0));
        assert_eq!(docs(&run), [name.to_string_lossy()]);
    }

    #[test]
    fn links_back_to_a_folder_on_the_way_are_left_out() {
        let place = Place::new();
        place.write("in/sub/a.txt", TEXT);
        symlink("..", place.path("in/sub/up")).unwrap();
        symlink("sub/a.txt", place.path("in/b.txt")).unwrap();
        let run = place.run(&["json", "--lines", "in"]);
        assert_eq!(docs(&run), ["b.txt", "sub/a.txt"]);
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""));
    }

    #[test]
    fn a_text_in_a_folder_that_is_a_dead_link_costs_a_line_and_the_status() {
        let place = Place::new();
        place.write("in/b.txt", TEXT);
        symlink("gone", place.path("in/a.txt")).unwrap();
        symlink("gone", place.path("in/a.md")).unwrap();
        let run = place.run(&["json", "--lines", "in"]);
        assert_eq!(docs(&run), ["b.txt"]);
        assert_eq!(run.status, Some(2));
        assert_eq!(run.stderr, "gongwen: in/a.txt: No such file or directory (os error 2)\n");
    }

    #[test]
    fn a_folder_that_may_not_be_read_costs_a_line_and_the_status() {
        use std::os::unix::fs::PermissionsExt;
        let place = Place::new();
        place.write("in/b.txt", TEXT);
        place.write("in/closed/a.txt", TEXT);
        let closed = place.path("in/closed");
        std::fs::set_permissions(&closed, PermissionsExt::from_mode(0o000)).unwrap();
        if std::fs::read_dir(&closed).is_ok() {
            return println!("skipped: this user may read everything");
        }
        let run = place.run(&["json", "--lines", "in"]);
        std::fs::set_permissions(&closed, PermissionsExt::from_mode(0o700)).unwrap();
        assert_eq!(docs(&run), ["b.txt"]);
        assert_eq!(run.status, Some(2));
        assert!(run.stderr.starts_with("gongwen: in/closed: Permission denied"), "{}", run.stderr);
    }
}
