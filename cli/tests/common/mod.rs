//! Runs the tool in a folder of its own.

#![allow(dead_code, reason = "each test file uses some of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A notice with an item, short and without doubt.
pub(crate) const TEXT: &str = "关于试点的通知\n\n各区人民政府：\n\n一、推进试点。\n";

/// A folder that is gone at the end of the test.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Place(TempDir::new().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file, with the folders on its way.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// The tool, to be run in this folder.
    pub(crate) fn gongwen(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongwen"));
        // What it says is in English, whatever the system's language.
        command.args(arguments).env("LC_ALL", "C").current_dir(self.0.path()).stdin(Stdio::null());
        command
    }

    #[track_caller]
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.gongwen(arguments).output().unwrap().into()
    }

    /// A run that reads `text` from standard input.
    #[track_caller]
    pub(crate) fn run_on(&self, arguments: &[&str], text: &str) -> Run {
        let mut command = self.gongwen(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        child.wait_with_output().unwrap().into()
    }
}

/// What a run left behind.
pub(crate) struct Run {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

impl Run {
    /// The lines on standard error, the last of `tables` without its seconds.
    pub(crate) fn said(&self) -> Vec<&str> {
        let lines = self.stderr.lines().map(|line| line.strip_prefix("gongwen: ").unwrap_or(line));
        let timed = |line: &'_ str| line.ends_with(" s") && line.contains("failure");
        lines.map(|line| if timed(line) { line.rsplit_once(", ").unwrap().0 } else { line }).collect()
    }
}

/// Names in a folder, sorted.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect::<Vec<_>>();
    names.sort();
    names
}

/// The first column of a table, without its name.
pub(crate) fn docs(table: &Path) -> Vec<String> {
    let mut reader = csv::Reader::from_path(table).unwrap();
    assert_eq!(reader.headers().unwrap().get(0), Some("doc"));
    reader.records().map(|row| row.unwrap()[0].to_owned()).collect()
}

/// A column of a table, by its name.
pub(crate) fn column(table: &Path, name: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_path(table).unwrap();
    let at = reader.headers().unwrap().iter().position(|column| column == name).unwrap();
    reader.records().map(|row| row.unwrap()[at].to_owned()).collect()
}

/// What a run writes, sorted.
pub(crate) const TABLES: [&str; 8] = [
    "citations.csv",
    "codebook.md",
    "diagnostics.csv",
    "documents.csv",
    "responsibilities.csv",
    "run.json",
    "sections.csv",
    "tasks.csv",
];
