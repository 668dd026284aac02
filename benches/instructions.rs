//! How many instructions `parse` takes per byte: a count that is the same on a busy machine.
//!
//! `cargo bench --bench instructions`, which wants valgrind. The benchmark runs itself under callgrind, parsing a text
//! two times and four times; the difference leaves out what happens once.

mod callgrind;
mod texts;

use std::process::ExitCode;

fn main() -> ExitCode {
    if callgrind::parses(text) {
        return ExitCode::SUCCESS;
    }
    if !callgrind::is_there() {
        println!("skipped: valgrind is not there");
        return ExitCode::SUCCESS;
    }
    println!("{:12}{:>12}{:>16}{:>20}", "text", "bytes", "instructions", "instructions/byte");
    for name in ["seed", "corpus"] {
        let bytes = text(name).len();
        let Some(instructions) = callgrind::instructions(name) else {
            eprintln!("callgrind gave no count for {name}");
            return ExitCode::FAILURE;
        };
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
