//! How long `parse` takes, beside the validation of the same bytes as UTF-8 in the same run.
//!
//! `cargo bench --bench parse`. Rounds of both take turns, so that a machine that slows down slows both; figures are medians.

mod texts;

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long each text is measured.
const BUDGET: Duration = Duration::from_secs(3);

fn main() {
    println!(
        "{:32}{:>12}{:>12}{:>12}{:>12}{:>9}",
        "text", "bytes", "parse MB/s", "ns/byte", "utf8 ns/B", "ratio"
    );
    measure("seed", &[texts::SEED.to_owned()]);
    measure("seed, repeated to 1 MB", &[texts::repeated(texts::SEED, 1 << 20)]);
    let corpus = texts::corpus();
    if corpus.is_empty() {
        println!("skipped: ../shared/corpus is not there");
        measure("seed, repeated to 10 MB", &[texts::repeated(texts::SEED, 10_000_000)]);
    } else {
        measure("labelled corpus, one by one", &corpus);
        measure("labelled corpus, 10 MB in one", &[texts::repeated(&corpus.concat(), 10_000_000)]);
    }
}

/// Prints one line of the table: all of `texts` parsed one after the other.
fn measure(name: &str, texts: &[String]) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let (mut parse, mut validate) = (Vec::new(), Vec::new());
    let begin = Instant::now();
    while begin.elapsed() < BUDGET || parse.len() < 5 {
        parse.push(seconds(texts, |text| drop(black_box(gongwen::parse(text)))));
        validate
            .push(seconds(texts, |text| assert!(black_box(std::str::from_utf8(text.as_bytes())).is_ok())));
    }
    #[allow(clippy::cast_precision_loss, reason = "texts are shorter than 2^52 bytes")]
    let per_byte = |times: Vec<f64>| median(times) * 1e9 / bytes as f64;
    let (parse, validate) = (per_byte(parse), per_byte(validate));
    println!(
        "{name:32}{bytes:>12}{:>12.1}{parse:>12.2}{validate:>12.2}{:>9.1}",
        1e3 / parse,
        parse / validate
    );
}

fn seconds(texts: &[String], work: impl Fn(&str)) -> f64 {
    let begin = Instant::now();
    for text in texts {
        work(black_box(text));
    }
    begin.elapsed().as_secs_f64()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
