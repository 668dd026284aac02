//! How many instructions `parse` takes per byte: a count that is the same on a busy machine.
//!
//! `cargo bench --bench instructions`, which wants valgrind. The benchmark runs itself under callgrind, parsing a text
//! two times and four times; the difference leaves out what happens once.

mod texts;

use std::env;
use std::hint::black_box;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    // Under callgrind: the text's name and how often to parse it.
    if let (Ok(name), Some(times)) =
        (env::var("GONGWEN_TEXT"), env::var("GONGWEN_TIMES").ok().and_then(|n| n.parse().ok()))
    {
        let text = text(&name);
        (0..times).for_each(|_| drop(black_box(gongwen::parse(black_box(&text)))));
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("skipped: valgrind is not there");
        return ExitCode::SUCCESS;
    }
    println!("{:12}{:>12}{:>16}{:>20}", "text", "bytes", "instructions", "instructions/byte");
    for name in ["seed", "corpus"] {
        let bytes = text(name).len();
        let (Some(two), Some(four)) = (count(name, 2), count(name, 4)) else {
            eprintln!("callgrind gave no count for {name}");
            return ExitCode::FAILURE;
        };
        let instructions = (four - two) / 2;
        #[allow(clippy::cast_precision_loss, reason = "counts are smaller than 2^52")]
        let per_byte = instructions as f64 / bytes.max(1) as f64;
        println!("{name:12}{bytes:>12}{instructions:>16}{per_byte:>20.2}");
    }
    ExitCode::SUCCESS
}

/// `corpus` is the labelled notices as one text, empty where they are not there.
fn text(name: &str) -> String {
    if name == "seed" { texts::SEED.to_owned() } else { texts::corpus().concat() }
}

/// The instructions of a run of this program that parses the text so many times.
fn count(name: &str, times: usize) -> Option<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe().ok()?)
        .env("GONGWEN_TEXT", name)
        .env("GONGWEN_TIMES", times.to_string())
        .output()
        .ok()?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    report.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
}
