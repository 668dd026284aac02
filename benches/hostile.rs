//! Time and memory of `parse` on texts made to hurt: nanoseconds per byte from 64 kB to 16 MB, of 50 MB once, and peak
//! memory.
//!
//! `cargo bench --bench hostile`, or `… -- WORD` for the shapes whose name holds the word. Ends with status 1 when a
//! shape's time per byte grows by more than 15 % from a size to a larger one, or when memory passes 12 times the input:
//! the goals, which not all shapes reach (`benches/README.md`).

mod texts;

use std::alloc::System;
use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use peakmem_alloc::{INSTRUMENTED_SYSTEM, PeakMemAlloc, PeakMemAllocTrait};

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
    if std::env::var_os(KEEP_MEMORY.0).is_none() {
        let again = std::env::current_exe().and_then(|program| {
            Command::new(program).args(std::env::args().skip(1)).env(KEEP_MEMORY.0, KEEP_MEMORY.1).status()
        });
        return match again {
            Ok(status) if status.success() => ExitCode::SUCCESS,
            _ => ExitCode::FAILURE,
        };
    }
    // cargo itself adds `--bench`.
    let word = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    println!(
        "ns/byte at      {:>10}{:>9}{:>9}{:>9}{:>9}{:>9}{:>10}{:>9}",
        "64 kB", "256 kB", "1 MB", "4 MB", "16 MB", "growth", "memory", "50 MB"
    );
    let bad = shapes()
        .iter()
        .filter(|(name, _)| name.contains(&word))
        .filter(|(name, text)| !measure(name, text))
        .count();
    println!("{bad} shapes grow by more than 15 % or take more than {MEMORY_PER_BYTE} times their size");
    if bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A name of at most 16 columns, and a text of about the given size.
type Shape = (&'static str, Box<dyn Fn(usize) -> String>);

fn shapes() -> Vec<Shape> {
    let repeat = |unit: &'static str| {
        Box::new(move |size| texts::repeated(unit, size)) as Box<dyn Fn(usize) -> String>
    };
    let around = |head: &'static str, unit: &'static str, tail: &'static str| {
        Box::new(move |size| [head, &texts::repeated(unit, size), tail].concat())
            as Box<dyn Fn(usize) -> String>
    };
    let one_line = Box::new(|size| texts::repeated(&texts::SEED.replace('\n', ""), size));
    vec![
        ("real notice", repeat(texts::SEED)),
        ("real, one line", one_line),
        ("open brackets", repeat("（")),
        ("close brackets", repeat("）")),
        ("half brackets", repeat("(")),
        ("tortoise shells", repeat("〔")),
        ("paired brackets", Box::new(|size| ["（".repeat(size / 6), "）".repeat(size / 6)].concat())),
        ("book marks", repeat("《")),
        ("nested titles", Box::new(|size| ["《".repeat(size / 6), "》".repeat(size / 6)].concat())),
        ("titles, numbers", repeat("《通知》（〔2024〕")),
        ("titles, years", around(HEAD, "《甲》（1年2", "")),
        ("quotes", repeat("“")),
        ("yi, in a line", repeat("一、")),
        ("yi, a line each", repeat("一、\n")),
        ("lone markers", repeat("一、\n（一）\n1.\n（1）\n①\n第一章\n第一条\n1.1\n")),
        ("markers, a line", repeat("。一、（一）1.（1）①第一章第一条1.1")),
        (
            "rising numbers",
            Box::new(|size| (1..size / 8).flat_map(|n| [n.to_string(), ".项\n".to_owned()]).collect()),
        ),
        ("deep levels", Box::new(deep)),
        ("separators", repeat("、")),
        ("stops", repeat("。")),
        ("digits", repeat("1")),
        ("han digits", repeat("二")),
        ("blanks", repeat(" ")),
        ("breaks", repeat("\n")),
        ("carriage returns", repeat("\r")),
        ("nulls", repeat("\0")),
        ("one word", repeat("政")),
        ("latin", repeat("a ")),
        ("units, a clause", around("一、任务。（", "省财政厅、", "负责）\n")),
        ("units, no end", around("一、任务。（", "省财政厅、", "")),
        ("units, no marks", around("一、任务。（", "省财政厅", "负责）\n")),
        ("units, a line", around("责任单位：", "省财政厅、", "\n")),
        ("roles", around("一、任务。（", "省财政厅牵头，", "）\n")),
        ("clauses", repeat("办好。（省财政厅负责）")),
        ("open clauses", repeat("办好。（省财政厅负责\n")),
        ("labels", repeat("责任单位：\n")),
        ("labelled lines", repeat("发文字号：\n")),
        ("attachments", repeat("附件1\n")),
        ("entry labels", repeat("附件1：表\n")),
        ("attachment list", repeat("附件：1.")),
        ("numbers", repeat("〔2024〕1号")),
        ("dates", repeat("2024年5月10日\n")),
        ("page numbers", repeat("— 3 —\n")),
        ("rules", around(HEAD, "—\n", "")),
        ("page lines", around("关于修路的通知\n", "喵喵读报\n关于修路的通知\n", "")),
        ("labelled titles", repeat("标题：云溪县某办法\n喵喵\n")),
        ("blank lines", around("甲。", "\n", "乙")),
        ("a menu", repeat("机构概览\n工作动态\n")),
        (
            "a long number",
            Box::new(|size| {
                [HEAD, &"1".repeat(size / 4), "\n", &texts::repeated("，，甲乙丙\n", size * 3 / 4)].concat()
            }),
        ),
        ("recipients", repeat("各市人民政府：\n")),
        ("signatures", repeat("省人民政府办公厅\n2024年5月10日\n")),
        ("radicals", repeat("⼈⺠")),
        ("markup", repeat("<BR>")),
        ("unpaired", repeat("（》〔“）《〕”】[【]({)”'\"")),
        ("wide and narrow", repeat("（)〔)(］")),
    ]
}

/// What a notice begins with, so that what follows is its body.
const HEAD: &str = "青州市人民政府关于印发《方案》的通知\n各市人民政府：\n";

/// Ten thousand levels and more: each line opens a level that the one before has not.
fn deep(size: usize) -> String {
    let styles = [
        "第一章",
        "第一节",
        "第一条",
        "一、",
        "（一）",
        "1.",
        "（1）",
        "1）",
        "①",
        "㈠",
        "⑴",
        "1.1",
        "1.1.1",
    ];
    let mut text = String::with_capacity(size);
    for style in styles.iter().cycle() {
        text.extend([style, "项\n"]);
        if text.len() >= size {
            break;
        }
    }
    text
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
    println!("{name:16}{times} {:>9.2}{memory:>9.1}x{:>9.2}{sign}", growth(&sizes), largest.time);
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
