//! Prints the text of each file: `cargo run --example text -- FILE…`.

use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        match gongwen_readers::read(&std::fs::read(&path)?, &gongwen_readers::Options::default()) {
            Ok(read) => write!(out, "{}", read.text)?,
            Err(unread) => writeln!(std::io::stderr(), "{path}: {unread}")?,
        }
    }
    Ok(())
}
