//! Parses texts and says how long it took, for `tests/speed.py`: for each line of standard input, all files that are named in
//! the arguments once, and a line with the nanoseconds of processor time.

use std::fs::read_to_string;
use std::hint::black_box;
use std::io::{Error, Result, Write, stdin, stdout};

fn main() -> Result<()> {
    let texts = std::env::args().skip(1).map(read_to_string).collect::<Result<Vec<_>>>()?;
    for line in stdin().lines() {
        line?;
        let start = processor_time()?;
        for text in &texts {
            black_box(gongwen::parse(black_box(text)));
        }
        println!("{}", processor_time()? - start);
        stdout().flush()?;
    }
    Ok(())
}

/// Nanoseconds that this process, which has one thread, has run so far (Linux).
fn processor_time() -> Result<u64> {
    let told = read_to_string("/proc/self/schedstat")?;
    let first = told.split_whitespace().next().and_then(|nanoseconds| nanoseconds.parse().ok());
    first.ok_or_else(|| Error::other("no time in /proc/self/schedstat"))
}
