//! Which texts are read, in which order, and what is said of those that cannot be.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs::File;
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
    for name in ["b/2.txt", "b/1.txt", "a.txt", "c.TXT", "b/3.css", "ä.txt", "b.txt/4.txt"] {
        place.write(&format!("in/{name}"), TEXT);
    }
    let run = place.run(&["json", "--lines", "in"]);
    assert_eq!(docs(&run), ["a.txt", "b/1.txt", "b/2.txt", "b.txt/4.txt", "c.TXT", "ä.txt"]);
    assert_eq!(run.status, Some(0));
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
    assert_eq!(docs(&place.run_on(&["json", "--lines", "-"], TEXT)), ["-"]);
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
fn what_is_no_text_is_named_by_its_first_odd_byte() {
    let place = Place::new();
    place.write("in/a.txt", b"\xe9\x80\x9a\x00\x01\xff");
    place.write("in/b.txt", TEXT);
    let run = place.run(&["json", "--lines", "in"]);
    assert_eq!(docs(&run), ["b.txt"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(run.said(), ["in/a.txt: neither text nor a known format: byte 0x00 at offset 3"]);
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
fn what_a_folder_holds_beside_texts_is_counted_and_named_on_demand() {
    let place = Place::new();
    for name in ["a.txt", "b.css", "c/d.CSS", "c/README", "e.py"] {
        place.write(&format!("in/{name}"), TEXT);
    }
    let run = place.run(&["json", "--lines", "in"]);
    assert_eq!((run.status, docs(&run).len()), (Some(0), 1));
    assert_eq!(run.said(), ["in: not read: 2 .css, 1 .py, 1 without an ending (-v names each)"]);
    let run = place.run(&["json", "--lines", "-v", "in"]);
    let named = ["in/b.css", "in/c/README", "in/c/d.CSS", "in/e.py"];
    let named = named.map(|name| format!("{name}: not read: no file of a format that notices come in"));
    assert_eq!(run.said()[..4], named);
    assert_eq!(place.run(&["json", "--lines", "-q", "in"]).stderr, "");
}

#[test]
fn tables_of_an_earlier_run_are_no_notices() {
    let place = Place::new();
    place.write("in/a.txt", TEXT);
    place.write("in/other/run.json", TEXT);
    for format in ["csv", "jsonl", "xlsx"] {
        let run = place.run(&["tables", "in", "--out", "in/tables", "--format", format]);
        assert_eq!(run.status, Some(0), "{format}: {}", run.stderr);
        let run = place.run(&["json", "--lines", "in"]);
        assert_eq!(docs(&run), ["a.txt", "other/run.json"], "{format}");
        assert!(run.stderr.contains("that gongwen wrote"), "{format}: {}", run.stderr);
    }
}

#[test]
fn what_a_run_writes_into_the_folder_it_reads_is_no_notice() {
    let place = Place::new();
    place.write("in/a.txt", TEXT);
    place.write("in/b.md", TEXT);
    for (command, out) in [
        (&["coding"][..], "codes.xlsx"),
        (&["review"], "page.html"),
        (&["network", "--edges", "two-mode"], "net.csv"),
    ] {
        let rest = ["in", "--out", &format!("in/{out}"), "--keep-text", "in/text"];
        for _ in 0..2 {
            let run = place.run(&[command, &rest].concat());
            assert_eq!(run.status, Some(0), "{out}: {}", run.stderr);
            assert!(place.path("in/text/b.md.txt").exists() && !place.path("in/text/text").exists(), "{out}");
        }
        std::fs::remove_file(place.path(&format!("in/{out}"))).unwrap();
    }
}

/// A series of networks has names that no command line says; the others may have been moved or renamed.
#[test]
fn what_earlier_runs_wrote_is_no_notice_under_any_name() {
    let place = Place::new();
    place.write(
        "in/a.txt",
        "关于护林的通知\n各镇人民政府：\n一、加强巡山。（县林业局负责）\n翠湖县人民政府\n2024年3月6日\n",
    );
    place.write("in/crawl.csv", "id,title,text\n1,护林,关于护林的通知\n");
    let run = |args: &[&str]| {
        let run = place.run(args);
        assert_eq!(run.status, Some(0), "{args:?}: {}", run.stderr);
        run
    };
    for out in
        ["in/net.csv", "in/net.matrix.csv", "in/net.svg", "in/net.graphml", "in/net.gexf", "in/net.net"]
    {
        run(&["network", "in", "--edges", "two-mode", "--by", "year", "--out", out]);
        run(&["network", "in", "--edges", "cites", "--out", out]);
    }
    for format in ["csv", "jsonl", "xlsx", "parquet"] {
        run(&["tables", "in", "--resolve", "--out", &format!("{format}/"), "--format", format]);
        for entry in std::fs::read_dir(place.path(format)).unwrap() {
            let entry = entry.unwrap();
            let path = entry.path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            // a table without rows is empty in JSON Lines, and nothing tells it under another name
            if entry.metadata().unwrap().len() > 0 {
                std::fs::copy(&path, place.path(&format!("in/{format}-{name}"))).unwrap();
            }
        }
    }
    run(&["coding", "in", "--out", "in/codes.xlsx"]);
    run(&["review", "in", "--out", "in/page.html"]);
    for (name, args) in [
        ("all.jsonl", &["json", "--lines", "in"][..]),
        ("all.json", &["json", "in"]),
        ("found.json", &["check", "--notes", "--format", "json", "in"]),
        ("hits.jsonl", &["search", "in", "--format", "jsonl", "--unit", "县林业局"]),
        ("lost.json", &["compare", "csv", "csv", "--format", "json"]),
    ] {
        let run = place.run(args);
        assert!(run.status < Some(2), "{args:?}: {}", run.stderr);
        place.write(&format!("in/{name}"), &run.stdout);
    }
    let run = run(&["json", "--lines", "-v", "in"]);
    assert_eq!(docs(&run), ["a.txt", "crawl.csv#1"], "{}", run.stderr);
    assert!(run.said().contains(&"in/net-2024.nodes.csv: not read: gongwen wrote it"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn the_file_behind_standard_output_is_no_notice() {
    let place = Place::new();
    place.write("in/a.txt", TEXT);
    for _ in 0..2 {
        let out = File::create(place.path("in/all.jsonl")).unwrap();
        let mut command = place.gongwen(&["json", "--lines", "in"]);
        assert!(command.stdout(Stdio::from(out)).status().unwrap().success());
        let written = std::fs::read_to_string(place.path("in/all.jsonl")).unwrap();
        assert_eq!(written.lines().count(), 1);
    }
}

#[test]
fn a_folder_without_texts_is_an_error() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.write("in/b.css", TEXT);
    std::fs::create_dir(place.path("empty")).unwrap();
    let run = place.run(&["json", "--lines", "in", "a.txt", "empty"]);
    assert_eq!((run.status, docs(&run)), (Some(2), vec!["a.txt".to_owned()]));
    assert_eq!(
        run.said(),
        [
            "in: no file with a notice in this folder; it holds 1 .css",
            "empty: no file with a notice in this folder"
        ]
    );
}

#[test]
fn a_file_is_what_its_content_says() {
    let place = Place::new();
    place.write("a.txt", "<html><body><p>关于试点的通知</p></body></html>");
    place.write("b.docx", b"\x89PNG\r\n\x1a\n");
    place.write("c.wps", TEXT);
    place.write("d.txt", b"%PDF-1.4\n");
    let run = place.run(&["json", "--lines", "a.txt", "b.docx", "c.wps", "d.txt"]);
    assert_eq!((run.status, docs(&run)), (Some(2), vec!["a.txt".to_owned(), "c.wps".to_owned()]));
    assert!(run.said()[0].starts_with("b.docx: a picture (PNG) is not read: run OCR"), "{}", run.stderr);
    assert!(run.said()[1].starts_with("d.txt: damaged pdf: "), "{}", run.stderr);
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_read() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    File::create(place.path("b.txt")).unwrap().set_len(1 << 40).unwrap();
    let run = place.run(&["json", "--lines", "a.txt", "b.txt"]);
    assert_eq!((run.status, docs(&run)), (Some(2), vec!["a.txt".to_owned()]));
    assert!(run.said()[0].starts_with("b.txt: 1099511627776 bytes, the limit is 64M: "), "{}", run.stderr);
    let run = place.run(&["json", "--lines", "--max-size", "10", "a.txt"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(place.run(&["json", "--max-size", "ten", "a.txt"]).status, Some(2));
}

#[test]
fn one_worker_gives_what_many_give() {
    let place = Place::new();
    for number in 0..20 {
        place.write(&format!("in/{number}.txt"), TEXT);
    }
    let most = usize::MAX.to_string();
    let [one, many] = ["1", &most].map(|jobs| place.run(&["json", "--lines", "--jobs", jobs, "in"]));
    assert_eq!((one.status, one.stdout), (Some(0), many.stdout));
}

#[test]
fn a_file_given_twice_has_two_names_and_standard_input_is_read_once() {
    let place = Place::new();
    place.write("in/a.txt", TEXT);
    let run = place.run(&["json", "--lines", "in/a.txt", "in", "in/a.txt", "-", "-"]);
    assert_eq!(docs(&run), ["in/a.txt", "in/a.txt (2)", "in/a.txt (3)", "-"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(run.said(), ["-: the text is empty", "-: standard input can be read once"]);
}

#[test]
fn a_full_volume_is_an_error() {
    let full = File::options().write(true).open("/dev/full");
    let Ok(full) = full else { return println!("skipped: there is no /dev/full") };
    let place = Place::new();
    place.write("a.txt", TEXT);
    for arguments in
        [&["show", "a.txt"][..], &["json", "a.txt"], &["--help"], &["--version"], &["json", "--help"]]
    {
        let run = place.gongwen(arguments).stdout(full.try_clone().unwrap()).output().unwrap();
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
    for arguments in [&["show", "in"][..], &["json", "in"], &["--help"]] {
        let mut child =
            place.gongwen(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let run = Run::from(child.wait_with_output().unwrap());
        assert_eq!((run.status, run.stderr.as_str()), (Some(0), ""), "{arguments:?}");
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
    fn names_that_are_not_utf8_are_spelled_and_stay_apart() {
        let place = Place::new();
        std::fs::create_dir(place.path("in")).unwrap();
        for name in [&b"\xd6\xff.txt"[..], b"\xd6\xfe.txt", "通.txt".as_bytes()] {
            std::fs::write(place.path("in").join(OsStr::from_bytes(name)), TEXT).unwrap();
        }
        let run = place.run(&["json", "--lines", "in"]);
        assert_eq!(run.status, Some(0));
        assert_eq!(docs(&run), ["\\xD6\\xFE.txt", "\\xD6\\xFF.txt", "通.txt"]);
    }

    #[test]
    fn links_back_to_a_folder_on_the_way_are_left_out() {
        let place = Place::new();
        place.write("in/sub/a.txt", TEXT);
        symlink("..", place.path("in/sub/up")).unwrap();
        symlink("sub/a.txt", place.path("in/b.txt")).unwrap();
        let run = place.run(&["json", "--lines", "in"]);
        assert_eq!(docs(&run), ["b.txt", "sub/a.txt"]);
        assert_eq!(run.status, Some(0));
        assert_eq!(run.said(), ["in: not read: 1 link to folders that are read elsewhere (-v names each)"]);
    }

    #[test]
    fn folders_that_all_link_to_each_other_are_read_once() {
        let place = Place::new();
        for folder in 0..12 {
            place.write(&format!("in/{folder:02}/a.txt"), TEXT);
            for other in (0..12).filter(|&other| other != folder) {
                symlink(format!("../{other:02}"), place.path(&format!("in/{folder:02}/to{other:02}")))
                    .unwrap();
            }
        }
        let run = place.run(&["json", "--lines", "in"]);
        let names = (0..12).map(|folder| format!("{folder:02}/a.txt")).collect::<Vec<_>>();
        assert_eq!(docs(&run), names);
        assert_eq!(
            run.said(),
            ["in: not read: 132 links to folders that are read elsewhere (-v names each)"]
        );
    }

    #[test]
    fn a_folder_elsewhere_is_read_once_by_its_first_link() {
        let place = Place::new();
        place.write("elsewhere/sub/a.txt", TEXT);
        symlink("..", place.path("elsewhere/sub/up")).unwrap();
        place.write("in/c.txt", TEXT);
        symlink("../elsewhere", place.path("in/a")).unwrap();
        symlink("../elsewhere", place.path("in/b")).unwrap();
        let run = place.run(&["json", "--lines", "in"]);
        assert_eq!(docs(&run), ["a/sub/a.txt", "c.txt"]);
        assert_eq!(run.status, Some(0));
    }

    #[test]
    fn a_text_in_a_folder_that_is_a_dead_link_costs_a_line_and_the_status() {
        let place = Place::new();
        place.write("in/b.txt", TEXT);
        symlink("gone", place.path("in/a.txt")).unwrap();
        symlink("gone", place.path("in/a.css")).unwrap();
        let run = place.run(&["json", "--lines", "in"]);
        assert_eq!(docs(&run), ["b.txt"]);
        assert_eq!(run.status, Some(2));
        let said =
            ["in/a.txt: No such file or directory (os error 2)", "in: not read: 1 .css (-v names each)"];
        assert_eq!(run.said(), said);
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
