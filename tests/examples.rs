//! The small programs of `examples/`, run as another crate's author would, with what they print.

#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const NOTICE: &str = "\
青政办发〔2024〕12号

青州省人民政府办公厅关于印发《青州省渔港建设方案》的通知

各市、县人民政府：

现将《青州省渔港建设方案》印发给你们，请认真组织实施。

青州省人民政府办公厅

2024年5月10日

青州省渔港建设方案

一、新建渔港

（一）扩建东港。依照《青州省渔港条例》（青政发[2023]7号）选址。（省农业农村厅牵头，省财政厅、水利厅配合，2025年底前完成）

二、整治停泊秩序。（青州海事局负责）
";

/// What the program prints for these arguments. `cargo test` builds the examples beside the tests.
fn run(program: &str, args: &[&str]) -> String {
    let tests = env::current_exe().expect("the test's own place");
    let target = tests.ancestors().nth(2).expect("a folder of the profile");
    let program = target.join("examples").join(format!("{program}{}", env::consts::EXE_SUFFIX));
    let output = Command::new(&program).args(args).output();
    let output =
        output.unwrap_or_else(|error| panic!("{}: {error}: cargo test --examples", program.display()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The notice as a file of this name, so that tests that run at once write none that another reads.
fn notice(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, NOTICE).expect("a file below target");
    path
}

#[test]
fn tasks_are_printed_with_deadline_and_units() {
    let path = notice("tasks.txt");
    let expected = "\
一、/（一） 扩建东港。依照《青州省渔港条例》（青政发[2023]7号）选址。 [2025年底前]
  lead 省农业农村厅
  support 省财政厅
  support 省水利厅
二、 整治停泊秩序。 [-]
  responsible 青州海事局
";
    assert_eq!(run("tasks", &[&path.to_string_lossy()]), expected);
}

#[test]
fn items_that_cite_a_document_are_found_whatever_its_brackets() {
    let path = notice("citing.txt");
    let path = path.to_string_lossy();
    let expected = format!("{path} 一、/（一） 《青州省渔港条例》（青政发[2023]7号）\n");
    assert_eq!(run("citing", &["青政发〔2023〕7号", &path]), expected);
    assert_eq!(run("citing", &["青政发〔2023〕8号", &path]), "");
}

#[test]
fn items_are_printed_with_path_and_style() {
    let path = notice("sections.txt");
    let expected = "\
一、 han-comma 新建渔港
一、/（一） han-bracket 扩建东港。
二、 han-comma 
";
    assert_eq!(run("sections", &[&path.to_string_lossy()]), expected);
}

#[test]
fn agencies_that_share_a_task_are_counted() {
    let path = notice("shared.txt");
    let expected = "\
2 tasks, 3 pairs of agencies
   1  省农业农村厅 — 省水利厅
   1  省农业农村厅 — 省财政厅
   1  省水利厅 — 省财政厅
";
    assert_eq!(run("who_works_with_whom", &[&path.to_string_lossy()]), expected);
}

#[test]
fn each_of_the_three_small_programs_is_shorter_than_twenty_lines() {
    for name in ["tasks", "citing", "sections"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).with_extension("rs");
        let lines = fs::read_to_string(path).expect("an example").lines().count();
        assert!(lines < 20, "{name}: {lines} lines");
    }
}
