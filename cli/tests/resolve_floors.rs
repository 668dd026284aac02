//! How right the second layer is on real notices, against labels by hand: right, wrong and none, with floors.
//!
//! Wants `../shared/corpus` and `../shared/domain` beside the repository, and python3 for the score.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::path::Path;
use std::process::{Command, Stdio};

/// Measure, the least share that is right, the largest that is wrong.
const FLOORS: [(&str, f64, f64); 6] = [
    ("units", 0.95, 0.01),
    ("groups", 0.98, 0.01),
    ("times", 0.98, 0.01),
    ("targets", 0.98, 0.01),
    ("near misses", 1.0, 0.0),
    ("citations", 0.98, 0.01),
];

#[test]
fn no_measure_of_the_second_layer_falls_below_its_floor() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let python =
        Command::new("python3").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !shared.join("domain/gold_units.tsv").is_file() || !shared.join("corpus/text").is_dir() {
        println!("skipped: ../shared/domain or ../shared/corpus is not there");
        return;
    }
    if python.is_err() {
        println!("skipped: python3 is not there");
        return;
    }
    let score = score(&shared);
    println!("{:14}{:>7}{:>7}{:>7}", "measure", "right", "wrong", "floor");
    let fallen = FLOORS.iter().filter(|&&(name, floor, ceiling)| {
        let share = |verdict: &str| {
            let count = |verdict: &str| score[name][verdict].as_f64().unwrap();
            count(verdict) / (count("right") + count("wrong") + count("none"))
        };
        let (right, wrong) = (share("right"), share("wrong"));
        println!("{name:14}{right:>7.3}{wrong:>7.3}{floor:>7.3}");
        right < floor || wrong > ceiling
    });
    let fallen: Vec<&str> = fallen.map(|&(name, ..)| name).collect();
    assert!(fallen.is_empty(), "below the floor: {fallen:?}");
}

/// Runs the tool and the score over the labelled notices.
fn score(shared: &Path) -> serde_json::Value {
    let folder = tempfile::tempdir().unwrap();
    let tool = Command::new(env!("CARGO_BIN_EXE_gongwen"))
        .arg("tables")
        .args(["corpus/text", "corpus/unlabelled"].map(|texts| shared.join(texts)))
        .args(["--resolve", "--quiet", "--out"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(tool.status.success(), "gongwen tables: {}", String::from_utf8_lossy(&tool.stderr));
    let script = Command::new("python3")
        .arg(shared.join("tools/score_resolve.py"))
        .arg(shared.join("domain"))
        .arg(folder.path())
        .arg("--json")
        .output()
        .unwrap();
    assert!(script.status.success(), "score_resolve.py: {}", String::from_utf8_lossy(&script.stderr));
    serde_json::from_slice(&script.stdout).unwrap()
}
