//! Tables appear whole or not at all.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;

use common::{Place, TABLES, TEXT, docs, names};

const COLUMNS: [(&str, &str); 6] = [
    ("citations.csv", "doc,section,title,doc_number,start,end"),
    ("diagnostics.csv", "doc,severity,code,message,line,column,start,end"),
    (
        "documents.csv",
        "doc,doc_number,agency_code,year,serial,title,kind,issuers,recipients,signatories,date,annotation,sections,tasks,\
         units,warnings,errors,format,encoding,bytes,sha256,fields",
    ),
    ("responsibilities.csv", "doc,task,section,label,position,name,role,kind,inherited,deadline,start,end"),
    (
        "sections.csv",
        "doc,section,parent,part,depth,label,style,ordinal,heading,text,label_start,label_end,heading_start,heading_end,\
         start,end",
    ),
    (
        "tasks.csv",
        "doc,task,section,part,path,label,heading,text,responsibility,open_ended,deadline,start,end",
    ),
];

#[test]
fn the_tables_have_the_columns_that_scripts_rely_on() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    let run = place.run(&["tables", "a.txt", "--out", "new/out"]);
    assert_eq!((run.status, run.stdout.as_str()), (Some(0), ""));
    assert_eq!(run.said(), ["1 notice, 0 tasks, 0 units, 0 findings, 0 failures"]);
    assert_eq!(names(&place.path("new/out")), TABLES);
    for (table, columns) in COLUMNS {
        let text = fs::read_to_string(place.path("new/out").join(table)).unwrap();
        assert_eq!(text.lines().next(), Some(columns), "{table}");
    }
}

#[test]
fn texts_that_cannot_be_read_are_missing_from_the_tables() {
    let place = Place::new();
    place.write("in/a.txt", TEXT);
    place.write("in/b.txt", b"\xff");
    place.write("in/c.txt", TEXT);
    let run = place.run(&["tables", "in", "--out", "out"]);
    assert_eq!(run.status, Some(2));
    let said = [
        "in/b.txt: neither text nor a known format: byte 0xFF at offset 0",
        "2 notices, 0 tasks, 0 units, 0 findings, 1 failure",
    ];
    assert_eq!(run.said(), said);
    assert_eq!(docs(&place.path("out/documents.csv")), ["a.txt", "c.txt"]);
    assert_eq!(names(&place.path("out")), TABLES);
}

#[test]
fn older_tables_are_replaced() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.write("out/documents.csv", "old");
    assert_eq!(place.run(&["tables", "a.txt", "--out", "out"]).status, Some(0));
    assert_eq!(docs(&place.path("out/documents.csv")), ["a.txt"]);
}

#[test]
fn a_failed_run_leaves_older_tables_and_nothing_else() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.write("out/citations.csv", "old");
    // The last table's place is taken, which is found only after all rows are written.
    fs::create_dir_all(place.path("out/diagnostics.csv")).unwrap();
    let run = place.run(&["tables", "a.txt", "--out", "out"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(run.stderr, "gongwen: out/diagnostics.csv: a folder has the table's name\n");
    assert_eq!(names(&place.path("out")), ["citations.csv", "diagnostics.csv"]);
    assert_eq!(fs::read_to_string(place.path("out/citations.csv")).unwrap(), "old");
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_in_the_place_of_a_table_stays() {
    use std::os::unix::net::UnixListener;
    let place = Place::new();
    place.write("a.txt", TEXT);
    fs::create_dir(place.path("out")).unwrap();
    let _socket = UnixListener::bind(place.path("out/tasks.csv")).unwrap();
    for arguments in [["tables", "a.txt", "--out", "out"], ["coding", "a.txt", "--out", "out/tasks.csv"]] {
        let run = place.run(&arguments);
        assert_eq!(run.status, Some(2));
        assert_eq!(run.said(), ["out/tasks.csv: a device or a pipe has the table's name"]);
        assert_eq!(names(&place.path("out")), ["tasks.csv"]);
    }
}

#[test]
fn a_run_that_reads_nothing_leaves_older_tables() {
    let place = Place::new();
    place.write("in/b.txt", b"\xff");
    place.write("out/documents.csv", "old");
    let run = place.run(&["tables", "in", "--out", "out"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(run.said()[1], "no notice was read, so no tables are written");
    assert_eq!(names(&place.path("out")), ["documents.csv"]);
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    let run = place.run(&["tables", "a.txt", "--out", "a.txt/out"]);
    assert_eq!(run.status, Some(2));
    assert!(run.stderr.starts_with("gongwen: a.txt/out: "), "{}", run.stderr);
    assert_eq!(run.stderr.lines().count(), 1);
}

#[cfg(target_os = "linux")]
mod linux {
    use super::*;
    use std::path::Path;
    use std::process::{Child, Stdio};
    use std::thread::sleep;
    use std::time::{Duration, Instant};

    use nix::sys::signal::{Signal, kill};
    use nix::unistd::Pid;

    #[test]
    fn a_folder_that_refuses_files_is_an_error() {
        // Even root makes no files there.
        let place = Place::new();
        place.write("a.txt", TEXT);
        let run = place.run(&["tables", "a.txt", "--out", "/proc/self/task"]);
        assert_eq!(run.status, Some(2));
        assert!(run.stderr.starts_with("gongwen: /proc/self/task/documents.csv: "), "{}", run.stderr);
    }

    /// A table of another user in a folder where everybody removes only what is his own.
    #[test]
    fn a_table_that_may_not_be_replaced_leaves_all_older_ones() {
        use std::os::unix::fs::{PermissionsExt, chown};
        use std::os::unix::process::CommandExt;
        const OWNER: u32 = 12_345;
        const USER: u32 = 12_346;
        if !nix::unistd::geteuid().is_root() {
            return println!("skipped: only root can be two users");
        }
        let place = Place::new();
        place.write("a.txt", TEXT);
        let out = place.path("out");
        for (table, owner) in [("documents.csv", USER), ("sections.csv", USER), ("tasks.csv", OWNER)] {
            let table = place.write(&format!("out/{table}"), "old");
            chown(&table, Some(owner), None).unwrap();
        }
        chown(&out, Some(OWNER), None).unwrap();
        fs::set_permissions(place.path(""), PermissionsExt::from_mode(0o755)).unwrap();
        fs::set_permissions(&out, PermissionsExt::from_mode(0o1777)).unwrap();
        let tool = place.path("gongwen");
        fs::copy(env!("CARGO_BIN_EXE_gongwen"), &tool).unwrap();
        let mut command = std::process::Command::new(tool);
        command.args(["tables", "a.txt", "--out", "out"]).current_dir(place.path("")).uid(USER).gid(USER);
        let run = common::Run::from(command.output().unwrap());
        assert_eq!(run.status, Some(2), "{}", run.stderr);
        let said = run.said();
        assert!(
            said[0].starts_with("out/tasks.csv: ") && said[0].ends_with("; all tables are as they were"),
            "{said:?}"
        );
        assert_eq!(names(&out), ["documents.csv", "sections.csv", "tasks.csv"]);
        for table in names(&out) {
            assert_eq!(fs::read_to_string(out.join(&table)).unwrap(), "old", "{table}");
        }
    }

    #[track_caller]
    fn wait_for(what: &str, mut done: impl FnMut() -> bool) {
        let start = Instant::now();
        while !done() {
            assert!(start.elapsed() < Duration::from_secs(10), "waited in vain for {what}");
            sleep(Duration::from_millis(5));
        }
    }

    /// A run that has made its temporary files and waits for standard input.
    fn waiting_run(place: &Place) -> Child {
        place.write("a.txt", TEXT);
        place.write("out/documents.csv", "old");
        let mut command = place.gongwen(&["tables", "a.txt", "-", "--out", "out"]);
        let child = command.stdin(Stdio::piped()).spawn().unwrap();
        wait_for("the temporary files", || names(&place.path("out")).len() == 1 + TABLES.len());
        child
    }

    #[track_caller]
    fn assert_untouched(out: &Path) {
        assert_eq!(names(out), ["documents.csv"]);
        assert_eq!(fs::read_to_string(out.join("documents.csv")).unwrap(), "old");
    }

    #[test]
    fn an_interrupted_run_leaves_older_tables_and_nothing_else() {
        for signal in [Signal::SIGTERM, Signal::SIGINT, Signal::SIGHUP] {
            let place = Place::new();
            let mut child = waiting_run(&place);
            kill(Pid::from_raw(child.id().try_into().unwrap()), signal).unwrap();
            assert_eq!(child.wait().unwrap().code(), Some(130), "{signal}");
            assert_untouched(&place.path("out"));
        }
    }

    #[test]
    fn what_a_killed_run_left_is_in_nobodys_way() {
        let place = Place::new();
        let mut child = waiting_run(&place);
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(fs::read_to_string(place.path("out/documents.csv")).unwrap(), "old");
        assert_eq!(place.run(&["tables", "a.txt", "--out", "out"]).status, Some(0));
        assert_eq!(docs(&place.path("out/documents.csv")), ["a.txt"]);
    }
}

#[test]
fn a_run_that_resolves_says_when_tasks_are_due_and_what_is_cited() {
    let place = Place::new();
    place.write("a.txt", "云政发〔2024〕3号\n云溪县人民政府关于修路的意见\n各乡镇：\n请抓紧施工。");
    place.write(
        "b.txt",
        "云溪县修路方案\n根据《云溪县人民政府关于修路的意见》（云政发[2024]3号），制定本方案。\n一、修路。（县交通局负责，2024年底前完成）",
    );
    place.run(&["tables", "a.txt", "b.txt", "--resolve", "--out", "out"]);
    let rows = |table: &str| {
        let text = fs::read_to_string(place.path("out").join(table)).unwrap();
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(rows("tasks.csv")[1].ends_with(",by,,2024-12-31"));
    assert!(rows("citations.csv")[1].ends_with(",basis,a.txt,"));
    assert_eq!(rows("times.csv")[0], "doc,section,task,text,kind,from,to,anchor,start,end");
    assert!(rows("times.csv")[1].starts_with("b.txt,1,1,2024年底前,by,,2024-12-31,,"));
    assert_eq!(
        rows("targets.csv")[0],
        "doc,section,task,text,class,quantity,quantity_to,unit,comparator,change,indicator,due,start,end"
    );
}

#[cfg(unix)]
#[test]
fn two_runs_do_not_write_into_one_folder_at_once() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    std::fs::create_dir(place.path("out")).unwrap();
    let other = std::fs::File::open(place.path("out")).unwrap();
    other.try_lock().unwrap();
    let run = place.run(&["tables", "a.txt", "--out", "out"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(run.said(), ["out: another run writes here: wait for it, or write elsewhere"]);
    drop(other);
    assert_eq!(place.run(&["tables", "a.txt", "--out", "out"]).status, Some(0));
}
