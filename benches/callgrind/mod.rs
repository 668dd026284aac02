//! Instructions counted by callgrind: the same on a busy machine. A benchmark runs itself under it.

use std::env;
use std::hint::black_box;
use std::process::Command;

const TEXT: &str = "GONGWEN_TEXT";
const TIMES: &str = "GONGWEN_TIMES";

/// Under callgrind, parses the texts of the asked name one by one as often as asked; whether it was so.
#[allow(dead_code, reason = "each benchmark uses its part")]
pub(crate) fn parses(texts: impl FnOnce(&str) -> Vec<String>) -> bool {
    works(texts, |_, text| drop(black_box(gongwen::parse(text))))
}

/// The same with any work, which is told the name.
pub(crate) fn works(texts: impl FnOnce(&str) -> Vec<String>, work: impl Fn(&str, &str)) -> bool {
    let times = env::var(TIMES).ok().and_then(|times| times.parse().ok());
    let (Ok(name), Some(times)) = (env::var(TEXT), times) else { return false };
    let texts = texts(&name);
    let again = (0..times).flat_map(|_| &texts);
    again.for_each(|text| work(&name, black_box(text)));
    true
}

pub(crate) fn is_there() -> bool {
    Command::new("valgrind").arg("--version").output().is_ok()
}

/// The instructions of one parse of the texts of that name; what happens once in a run is left out.
pub(crate) fn instructions(name: &str) -> Option<u64> {
    let (two, four) = (count(name, 2)?, count(name, 4)?);
    Some((four - two) / 2)
}

/// The instructions of a run of this program that parses the texts so many times.
fn count(name: &str, times: usize) -> Option<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe().ok()?)
        .env(TEXT, name)
        .env(TIMES, times.to_string())
        .output()
        .ok()?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    report.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
}
