//! The scoreboard: how right the tables of real notices are, against labels by hand.
//!
//! Wants `../shared/corpus` beside the repository, and python3 for the score. `corpus-floor.toml` holds what each measure
//! must reach, `corpus-score.json` the last score; `GONGWEN_SCORE=update cargo test -p gongwen-cli --test corpus` writes
//! it anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// A measure's name and its figure: a ratio, or a count of notices.
type Score = BTreeMap<String, f64>;

#[test]
fn no_measure_falls_below_its_floor() {
    let shared = here().join("../../../shared");
    let python =
        Command::new("python3").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !shared.join("corpus/gold").is_dir() {
        println!("skipped: ../shared/corpus is not there");
    } else if python.is_err() {
        println!("skipped: python3 is not there");
    } else {
        let score = measure(&shared);
        let floor = read_floor();
        println!("{}", table(&score, &read_last(), &floor));
        if env::var_os("GONGWEN_SCORE").is_some_and(|value| value == "update") {
            write_last(&score);
        }
        let fallen: Vec<&String> = floor
            .iter()
            .filter(|&(name, floor)| score.get(name).is_none_or(|got| got < floor))
            .map(|(name, _)| name)
            .collect();
        assert!(fallen.is_empty(), "below the floor: {fallen:?}");
    }
}

fn here() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests"))
}

/// Runs the tool and the score over the labelled notices.
fn measure(shared: &Path) -> Score {
    let (texts, gold) = (shared.join("corpus/text"), shared.join("corpus/gold"));
    let tables = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("corpus-tables");
    if tables.exists() {
        fs::remove_dir_all(&tables).unwrap();
    }
    let tool = Command::new(env!("CARGO_BIN_EXE_gongwen"))
        .arg("tables")
        .arg(&texts)
        .arg("--out")
        .arg(&tables)
        .output()
        .unwrap();
    // 1 says that there are findings, which real notices have.
    assert!(
        matches!(tool.status.code(), Some(0 | 1)),
        "gongwen tables: {}",
        String::from_utf8_lossy(&tool.stderr)
    );
    let script = Command::new("python3")
        .arg(shared.join("tools/score.py"))
        .args([&gold, &tables])
        .arg("--texts")
        .arg(&texts)
        .arg("--json")
        .output()
        .unwrap();
    assert!(script.status.success(), "score.py: {}", String::from_utf8_lossy(&script.stderr));
    let score: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&script.stdout).unwrap();
    score.iter().map(|(name, measure)| (name.clone(), figure(measure))).collect()
}

/// The one figure of a measure: accuracy of single values, F1 of lists, the share of spans that spell their text.
fn figure(measure: &serde_json::Value) -> f64 {
    let of = |name: &str| measure.get(name).and_then(serde_json::Value::as_f64);
    let share = || Some(of("right")? / of("n")?.max(1.0));
    measure.as_f64().or_else(|| of("accuracy")).or_else(|| of("f1")).or_else(share).expect("a figure")
}

fn read_floor() -> Score {
    toml::from_str(&fs::read_to_string(here().join("corpus-floor.toml")).unwrap()).unwrap()
}

fn read_last() -> Score {
    let text = fs::read_to_string(here().join("corpus-score.json")).unwrap_or_else(|_| "{}".to_owned());
    serde_json::from_str(&text).unwrap()
}

fn write_last(score: &Score) {
    fs::write(here().join("corpus-score.json"), serde_json::to_string_pretty(score).unwrap() + "\n").unwrap();
}

/// Measure, figure, gain or loss since the last score, floor.
fn table(score: &Score, last: &Score, floor: &Score) -> String {
    let mut table = format!("{:16}{:>10}{:>10}{:>10}\n", "measure", "score", "change", "floor");
    for (name, got) in score {
        let change = last.get(name).map_or(0.0, |last| got - last);
        let change = if change.abs() < 1e-9 { String::new() } else { format!("{change:+.4}") };
        let floor = floor.get(name).map_or(String::new(), |floor| format!("{floor:.4}"));
        writeln!(table, "{name:16}{got:>10.4}{change:>10}{floor:>10}").unwrap();
    }
    table
}
