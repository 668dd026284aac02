//! Time and memory of `parse` on texts made to hurt: instructions of 2 kB, nanoseconds per byte from 64 kB to 16 MB, of 50 MB
//! once, and peak memory.
//!
//! `cargo bench --bench hostile`, or `… -- WORD` for the shapes whose name holds the word; `--small` for the instructions
//! alone, which want valgrind, `--large` for the rest. Ends with status 1 when 2 kB take more than 5 million instructions,
//! a shape's time per byte grows by more than 15 % from a size to a larger one, or memory passes 12 times the input: the
//! goals, which not all shapes reach (`benches/README.md`).

#[path = "../callgrind/mod.rs"]
mod callgrind;
mod shapes;
mod small;
#[path = "../texts/mod.rs"]
mod texts;

use std::alloc::System;
use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use peakmem_alloc::{INSTRUMENTED_SYSTEM, PeakMemAlloc, PeakMemAllocTrait};
use shapes::Shape;

#[global_allocator]
static MEMORY: &PeakMemAlloc<System> = &INSTRUMENTED_SYSTEM;

const SIZES: [usize; 5] = [64 << 10, 256 << 10, 1 << 20, 4 << 20, 16 << 20];

/// Read once, to show that it is read: its time is too rough to be compared.
const LARGEST: usize = 50_000_000;

/// How much time per byte may grow, and memory per byte of input.
const GROWTH: f64 = 1.15;
const MEMORY_PER_BYTE: f64 = 12.0;

/// How often a small text is parsed at the most.
const ROUNDS: usize = 200;

/// A shape whose next size would take longer than this is given up.
const PATIENCE: Duration = Duration::from_secs(20);

/// Tells the C library's allocator to keep the memory it has: else the kernel's clearing of pages is measured with the
/// large texts and not with the small ones.
const KEEP_MEMORY: (&str, &str) =
    ("GLIBC_TUNABLES", "glibc.malloc.trim_threshold=68719476736:glibc.malloc.mmap_threshold=68719476736");

fn main() -> ExitCode {
    let all: Vec<Shape> = shapes::heads().into_iter().chain(shapes::shapes()).collect();
    if small::parses(&all) {
        return ExitCode::SUCCESS;
    }
    // cargo itself adds `--bench`
    let (options, words): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with('-'));
    let word = words.first().map_or("", String::as_str);
    let chosen: Vec<&Shape> = all.iter().filter(|(name, _)| name.contains(word)).collect();
    let is_given = |option: &str| options.iter().any(|given| given == option);
    if !is_given("--small") && std::env::var_os(KEEP_MEMORY.0).is_none() {
        return again();
    }
    let mut bad = 0;
    if !is_given("--large") {
        bad += small::measure(&chosen);
    }
    if !is_given("--small") {
        bad += large(&chosen);
    }
    println!("{bad} shapes are over the goals");
    if bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs this program once more, with an allocator that keeps its memory.
fn again() -> ExitCode {
    let again = std::env::current_exe().and_then(|program| {
        Command::new(program).args(std::env::args().skip(1)).env(KEEP_MEMORY.0, KEEP_MEMORY.1).status()
    });
    match again {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Prints a line for each shape; how many grow by more than 15 % or take more than 12 times their size.
fn large(shapes: &[&Shape]) -> usize {
    println!(
        "ns/byte at        {:>8}{:>9}{:>9}{:>9}{:>9}{:>9}{:>10}{:>9}",
        "64 kB", "256 kB", "1 MB", "4 MB", "16 MB", "growth", "memory", "50 MB"
    );
    shapes.iter().filter(|(name, text)| !measure(name, text)).count()
}

/// Prints a shape's line; whether it keeps the bounds.
fn measure(name: &str, shape: &dyn Fn(usize) -> String) -> bool {
    let mut sizes = [Measured::default(); SIZES.len()];
    // What else the machine does can only add: a shape that seems to grow gets another chance.
    for _ in 0..3 {
        for (at, size) in SIZES.into_iter().enumerate() {
            let smaller = if at == 0 { 0.0 } else { sizes[at - 1].time };
            if smaller * as_float(size) > PATIENCE.as_secs_f64() * 1e9 {
                sizes[at].time = f64::INFINITY;
            } else {
                sizes[at].add(&shape(size), ROUNDS);
            }
        }
        if growth(&sizes) <= GROWTH || growth(&sizes) > 3.0 {
            break;
        }
    }
    let mut largest = Measured::default();
    largest.add(&shape(LARGEST), 1);
    let memory = sizes.iter().map(|size| size.memory).fold(0.0, f64::max);
    let times = sizes.map(|size| format!("{:>9.2}", size.time)).concat();
    let good = growth(&sizes) <= GROWTH && memory <= MEMORY_PER_BYTE;
    let sign = if good { "" } else { "  !" };
    println!("{name:17}{times} {:>9.2}{memory:>9.1}x{:>9.2}{sign}", growth(&sizes), largest.time);
    good
}

/// Nanoseconds and peak memory for each byte of a text; `inf` where nobody waited for it.
#[derive(Debug, Clone, Copy)]
struct Measured {
    time: f64,
    memory: f64,
}

impl Default for Measured {
    fn default() -> Self {
        Measured { time: f64::INFINITY, memory: 0.0 }
    }
}

impl Measured {
    /// Parses `text` at most so many times and keeps the shortest time.
    fn add(&mut self, text: &str, rounds: usize) {
        let begin = Instant::now();
        for round in 0..rounds {
            MEMORY.reset_peak_memory();
            let start = Instant::now();
            let parsed = black_box(gongwen::parse(black_box(text)));
            let time = start.elapsed();
            self.time = self.time.min(time.as_secs_f64() * 1e9 / as_float(text.len()));
            self.memory = self.memory.max(as_float(MEMORY.get_peak_memory()) / as_float(text.len()));
            drop(parsed);
            if begin.elapsed() > Duration::from_millis(300) && (round > 1 || time > Duration::from_secs(1)) {
                break;
            }
        }
    }
}

/// By how much the time per byte grows at the most from a size to a larger one.
fn growth(sizes: &[Measured]) -> f64 {
    let mut least = f64::INFINITY;
    let mut most = 1.0_f64;
    for size in sizes {
        least = least.min(size.time);
        most = most.max(size.time / least);
    }
    most
}

#[allow(clippy::cast_precision_loss, reason = "texts are shorter than 2^52 bytes")]
fn as_float(bytes: usize) -> f64 {
    bytes as f64
}
