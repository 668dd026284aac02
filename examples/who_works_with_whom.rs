//! Which agencies answer for the same tasks? Prints the pairs, the most frequent first.
//!
//!     cargo run --example who_works_with_whom -- NOTICE.txt
//!
//! Without an argument it reads the notice in `fixtures/hunan-2024-key-tasks`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use gongwen::{Task, UnitKind};

const SHOWN: usize = 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1);
    let path = path
        .as_deref()
        .unwrap_or(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/hunan-2024-key-tasks/input.txt"));
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;

    let parsed = gongwen::parse(&text);
    let tasks: Vec<&Task> = parsed.notice().tasks().map(|(_, task)| task).collect();
    let pairs = pairs(&tasks);

    let mut out = std::io::stdout().lock();
    writeln!(out, "{} tasks, {} pairs of agencies", tasks.len(), pairs.len())?;
    for (count, [one, other]) in pairs.iter().take(SHOWN) {
        writeln!(out, "{count:4}  {one} — {other}")?;
    }
    Ok(())
}

/// Pairs of agencies that share a task, with the number of tasks they share, the most frequent first.
fn pairs(tasks: &[&Task]) -> Vec<(usize, [String; 2])> {
    let mut counts = BTreeMap::new();
    for task in tasks {
        let agencies = agencies(task);
        for (at, &one) in agencies.iter().enumerate() {
            for &other in agencies.iter().skip(at + 1) {
                *counts.entry([one, other]).or_insert(0) += 1;
            }
        }
    }
    let mut pairs: Vec<_> =
        counts.into_iter().map(|(pair, count)| (count, pair.map(str::to_owned))).collect();
    pairs.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
    pairs
}

/// The organs that the task names, each once and in full where the full name is certain; groups are left out.
fn agencies(task: &Task) -> BTreeSet<&str> {
    let organs = task.units().filter(|unit| unit.kind == UnitKind::Organ);
    organs.map(gongwen::Unit::whole_name).collect()
}
