//! How many instructions `parse` takes per byte, and `resolve`: a count that is the same on a busy machine.
//!
//! `cargo bench --bench instructions`, which wants valgrind. The benchmark runs itself under callgrind, parsing texts
//! two times and four times; the difference leaves out what happens once. Notices are parsed one by one, as users do: each
//! has a head.

mod callgrind;
mod texts;

use std::hint::black_box;
use std::process::ExitCode;

fn main() -> ExitCode {
    if callgrind::works(texts, work) {
        return ExitCode::SUCCESS;
    }
    if !callgrind::is_there() {
        println!("skipped: valgrind is not there");
        return ExitCode::SUCCESS;
    }
    println!("{:12}{:>12}{:>16}{:>20}", "texts", "bytes", "instructions", "instructions/byte");
    let mut parsing = 0;
    for name in ["seed", "in one", "corpus", RESOLVED] {
        let bytes: usize = texts(name).iter().map(String::len).sum();
        let Some(instructions) = callgrind::instructions(name) else {
            eprintln!("callgrind gave no count for {name}");
            return ExitCode::FAILURE;
        };
        let instructions = if name == RESOLVED { instructions - parsing } else { instructions };
        parsing = instructions;
        #[allow(clippy::cast_precision_loss, reason = "counts are smaller than 2^52")]
        let per_byte = instructions as f64 / bytes.max(1) as f64;
        println!("{name:12}{bytes:>12}{instructions:>16}{per_byte:>20.2}");
    }
    ExitCode::SUCCESS
}

/// The same texts as `corpus`, resolved; parsing is taken off.
const RESOLVED: &str = "resolved";

fn work(name: &str, text: &str) {
    let parsed = gongwen::parse(text);
    if name == RESOLVED {
        drop(black_box(gongwen::resolve(text, parsed.notice())));
    }
    drop(black_box(parsed));
}

/// `corpus` is the labelled notices one by one, `in one` the same as one text; empty where they are not there.
fn texts(name: &str) -> Vec<String> {
    match name {
        "seed" => vec![texts::SEED.to_owned()],
        "in one" => vec![texts::corpus().concat()],
        _ => texts::corpus(),
    }
}
