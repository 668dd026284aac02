//! The laws, held to the fixtures, to damaged forms of them, and to real notices where these are at hand.
//!
//! A text that breaks a law is cut down to what breaks it and left in `target/tmp/laws/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "laws/mod.rs"]
mod laws;

use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{fs, iter, thread};

use gongwen::{Date, Places, Role, Span, mend, parse, resolve};
use laws::printed::{
    CITED, CODES, DAY_FORMS, GENRES, MARKERS, MATTERS, MOST_ITEMS, RECIPIENTS, SHAPES, TIMES, UNITS,
    citation, day, deadline, items, number, recipients, title, units,
};
use laws::variants::{
    Random, edits, floor, marks, narrow, prefixes, reduced, sown, spliced, with_doubled_lines,
    with_joined_lines, with_radicals, without_lines,
};

/// Texts of at most this many bytes are cut at every character, longer ones at this many places.
const WHOLE: usize = 2_000;
const CUTS: usize = 60;

#[test]
fn fixtures_keep_the_laws() {
    hold_each("fixtures", fixtures().values().cloned());
}

/// What counts in another way than in bytes must not forget one.
#[test]
fn every_place_of_the_results_is_shown() {
    for (name, text) in fixtures() {
        let mut parsed = parse(&text);
        let mut resolved = resolve(&text, parsed.notice());
        let twice = |value| laws::moved(value, &|at| Some(2 * at));
        let expected = [laws::json(&parsed), laws::json(&resolved)].map(twice);
        let mut visit = |span: &mut Span| *span = Span::new(2 * span.start, 2 * span.end);
        parsed.each_place(&mut visit);
        resolved.each_place(&mut visit);
        assert!([laws::json(&parsed), laws::json(&resolved)] == expected, "{name}");
    }
}

/// What the second layer reads in mended words stands where these words are.
#[test]
fn times_and_goals_stand_at_their_words() {
    for (name, text) in fixtures() {
        let resolved = resolve(&text, parse(&text).notice());
        for (span, words) in resolved.times.iter().map(|time| (time.span, &time.text)) {
            assert_eq!(text.get(span.range()).map(mend).as_deref(), Some(&**words), "{name} {span:?}");
        }
        for span in resolved.targets.iter().map(|target| target.span) {
            assert!(text.get(span.range()).is_some(), "{name} {span:?}");
        }
    }
}

/// Texts that broke a law once, cut down to what did.
#[test]
fn texts_that_broke_a_law_keep_it() {
    let seal = "关于印发《渔业振兴方案》的通知\n各市人民政府：\n请贯彻执行。\n青州省渔业局\n（青uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu州省渔业局代章）\n2019年11月23日\n";
    let texts = [
        "<table><td\n</table>",
        "附件\n序 责任单位 |\n:|\n菜",
        "1 \u{e010}",
        "发文机关：青州省教育厅\n成文日期：2024年3月6日\n发文字号：\u{17}\u{5}",
        "*,,,,,,,,*翠湖责）\n\n二、划定保护范围。",
        "冯境保护部2016年2月2日|",
        seal,
    ];
    hold_each("mended", texts.into_iter().map(str::to_owned));
    hold_each("markdown", MARKDOWN.iter().map(|&text| text.to_owned()));
    let comment = format!("修路。<!-- {} -->种树。\n", "不印的话。".repeat(60));
    let image = format!("![{}](/0.jpg)修路。\n", "图".repeat(300));
    hold_each("long-marks", [comment, image].into_iter());
}

/// Forms of Markdown and of pages in it, each of which broke a law once.
const MARKDOWN: &[&str] = &[
    // a value that ends in a named character
    "&ldquo;一河一策&rdquo;\n\n1. &ldquo;河长&rdquo;\n2. 清淤&raquo;",
    "关于&lt;护林办法&gt;的通知\n各镇：\n办理&hellip;&hellip;\n",
    "甲 &laquo;",
    // an address belongs to the words before it, and they may be cut in the middle
    "[附件](/a) [清单](/b)\n\n1. [修路](/c)\n2. [种树](/d)。[挖渠](/e \"渠\")",
    "，[甲 1]()。乙",
    "[关于护林的通知](/a)\n各镇：\n请办理。[一、修路。二、种树。](/b)三、挖渠。",
    "[附\n件](/a\n\"附件\")",
    "见[附件]( 另发)。[a](b[c](d))",
    "[]()[](/a)附件](/b)",
    // and over sentences of a task
    "一、[修路。种树](/a)。（市交通局负责）\n二、挖[渠。清](/b)淤。护岸。（市水利局负责）",
    "](\n3—\n)",
    "#[)]()",
    "办法通[知\n]()",
    // pictures in links, and marks side by side
    "[![图](/0.jpg)](/a)[![图](/1.jpg)](/b)\n# [护林](/c)\n[**修路**](/d)**种树**",
    // emphasis that closes behind a value
    "《办法》__，__要求__：修路。__种__\n1. __清淤__\n见__附件__",
    "（__甲 __",
    // tags in tags, over lines, and beside blanks of a page
    "<a <div>>修路。</a <b>>\n<p><a ><p>",
    "<span\nclass=\"x\">1. 修路</span>\n<div><ul><li>2. 种树</li></ul></div>",
    "<[甲](乙)a>&[x](y)lt;甲",
];

#[test]
fn prefixes_keep_the_laws() {
    let texts = fixtures();
    let cut = |text: &'_ String| {
        let most = if text.len() <= WHOLE { WHOLE } else { CUTS };
        prefixes(text, most).map(str::to_owned).collect::<Vec<_>>()
    };
    hold_each("prefixes", texts.values().flat_map(cut));
}

#[test]
fn damaged_fixtures_keep_the_laws() {
    let texts: Vec<String> = fixtures().into_values().collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    hold_each("damaged", (0..600).map(|seed| damaged(&texts, seed)));
}

#[test]
fn heaps_of_marks_keep_the_laws() {
    hold_each("marks", (0..600).zip(1..).map(|(seed, count)| marks(1 + count % 40, &mut Random::new(seed))));
}

/// Fixtures of at most this many bytes are held to all laws after each edit, longer ones are only parsed.
const EDITED: usize = 3_000;

/// One in so many edits is tried; with `GONGWEN_EDITS=all` in the environment each is.
fn stride(usual: usize) -> usize {
    if std::env::var_os("GONGWEN_EDITS").is_some_and(|edits| edits == "all") { 1 } else { usual }
}

#[test]
fn one_edit_at_each_place_keeps_the_laws() {
    let stride = stride(401);
    let short = fixtures().into_values().filter(|text| text.len() <= EDITED);
    hold_each("edits", short.flat_map(|text| edits(&text).step_by(stride).collect::<Vec<_>>()));
}

#[test]
fn one_edit_at_each_place_of_a_long_text_does_not_panic() {
    let stride = stride(97);
    let long: Vec<String> = fixtures().into_values().filter(|text| text.len() > EDITED).collect();
    assert!(!long.is_empty());
    let texts = long.iter().flat_map(|text| edits(text).step_by(stride));
    let panics = on_every_core(texts, |text| catch_unwind(|| drop(parse(&text))).err().map(|_| text));
    assert_eq!(panics.into_iter().flatten().next(), None);
}

#[test]
fn radicals_change_findings_only() {
    for (name, text) in fixtures() {
        let radicals = with_radicals(&text, 2, &mut Random::new(7));
        if let Some(difference) = laws::difference(parse(&radicals).notice(), parse(&text).notice()) {
            panic!("{name}{difference}");
        }
    }
}

#[test]
fn dates_read_back_and_impossible_days_do_not() {
    for (year, month, day) in [(1949, 10, 1), (2000, 2, 29), (2024, 12, 31), (2100, 1, 1)] {
        let date = Date::new(year, month, day).unwrap();
        assert_eq!(Date::try_from(date.to_string()), Ok(date));
    }
    for text in ["", "2024", "2024-02-30", "2024-13-01", "1948-01-01", "2024-5-10-", "２０２４-05-10"] {
        assert!(Date::try_from(text.to_owned()).is_err(), "{text}");
    }
}

#[test]
fn printed_numbers_read_back() {
    let serials = [1, 9, 10, 123, 4567];
    let broken = CODES.iter().zip((1990..).step_by(4)).flat_map(|(code, year)| {
        let shapes = SHAPES.iter().flat_map(move |&shape| serials.map(|serial| (shape, serial)));
        shapes.flat_map(move |(shape, serial)| {
            ["", "第"].map(|ordinal| number(code, year, serial, shape, ordinal))
        })
    });
    assert_none(broken);
}

#[test]
fn printed_days_read_back() {
    let days = (1949..=2100).flat_map(|year| (1..=12).map(move |month| (year, month, 2 * month + 1)));
    let days = days.filter_map(|(year, month, day)| Date::new(year, month, day));
    assert_none(days.enumerate().map(|(at, date)| day(date, DAY_FORMS[at % DAY_FORMS.len()])));
}

#[test]
fn printed_titles_read_back() {
    assert_none(MATTERS.iter().flat_map(|matter| GENRES.iter().map(move |genre| title(matter, genre))));
}

#[test]
fn printed_recipients_read_back() {
    let random = &mut Random::new(7);
    assert_none((0..200).map(|at| {
        let names: Vec<&str> = (0..=at % 5).map(|_| random.pick(RECIPIENTS)).collect();
        recipients(&names)
    }));
}

#[test]
fn printed_citations_read_back() {
    let cited = CITED.iter().flat_map(|title| CODES.iter().map(move |code| (title, code)));
    assert_none(
        cited.zip(1990..).map(|((title, code), year)| {
            citation(&format!("关于{title}"), code, year, u32::from(year - 1989))
        }),
    );
}

#[test]
fn printed_deadlines_read_back() {
    assert_none(TIMES.iter().map(|words| deadline(words)));
}

#[test]
fn printed_items_read_back() {
    assert_none(MARKERS.iter().flat_map(|&marker| (1..=MOST_ITEMS).map(move |count| items(marker, count))));
}

#[test]
fn printed_units_read_back() {
    let random = &mut Random::new(11);
    assert_none((0..300).map(|at| {
        let names: Vec<&str> = (0..=at % 6).map(|_| random.pick(UNITS)).collect();
        units(&names, "、", [Role::Lead, Role::Support, Role::Responsible][at % 3])
    }));
}

#[track_caller]
fn assert_none(broken: impl Iterator<Item = Option<String>>) {
    let broken: Vec<String> = broken.flatten().collect();
    assert!(
        broken.is_empty(),
        "{} of them come back changed, such as\n{}",
        broken.len(),
        broken[..broken.len().min(8)].join("\n")
    );
}

#[test]
fn real_notices_keep_the_laws() {
    let texts = corpus();
    if texts.is_empty() {
        println!("skipped: ../shared/corpus is not there");
        return;
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    hold_each("corpus", texts.iter().map(|&text| text.to_owned()));
    let cut = |&text: &&str| prefixes(text, 3).map(str::to_owned).collect::<Vec<_>>();
    hold_each("corpus-prefixes", texts.iter().flat_map(cut));
    hold_each("corpus-damaged", (0..600).map(|seed| damaged(&texts, seed)));
}

/// So many bytes of a text from elsewhere are damaged.
const BEGINNING: usize = 6_000;

/// Any texts of any kind: `GONGWEN_TEXTS=FOLDER cargo test --release --test laws elsewhere`.
#[test]
fn texts_from_elsewhere_keep_the_laws() {
    let Some(folder) = std::env::var_os("GONGWEN_TEXTS") else {
        println!("skipped: GONGWEN_TEXTS names no folder of texts");
        return;
    };
    let files = files(Path::new(&folder));
    println!("{} texts of {}", files.len(), Path::new(&folder).display());
    let texts: Vec<String> = files.iter().map(|path| lossy(path)).collect();
    hold_each("elsewhere", texts.iter().cloned());
    let texts: Vec<&str> = texts.iter().map(|text| &text[..floor(text, BEGINNING)]).collect();
    hold_each("elsewhere-damaged", (0..2_000).map(|seed| damaged(&texts, seed)));
}

/// The files in a folder and in those below it, in the order of their paths.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let inside = |path: PathBuf| match path.is_symlink() {
        true => Vec::new(),
        false if path.is_dir() => files(&path),
        false => vec![path],
    };
    entries.into_iter().flat_map(inside).collect()
}

/// A file's text, whatever bytes it holds.
fn lossy(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()
}

/// One of the texts, damaged in the way that the seed says.
fn damaged(texts: &[&str], seed: u64) -> String {
    let random = &mut Random::new(seed);
    let (text, other) = (random.pick(texts), random.pick(texts));
    match seed % 8 {
        0 => spliced(text, other, random),
        1 => without_lines(text, 8, random),
        2 => with_doubled_lines(text, 8, random),
        3 => with_joined_lines(text, 3, random),
        4 => narrow(text),
        5 => with_radicals(text, 2, random),
        6 => sown(text, 3, random),
        _ => sown(&spliced(text, other, random), 30, random),
    }
}

/// Holds every text to the laws, on every core, and fails with one example a law.
#[track_caller]
fn hold_each(group: &str, texts: impl Iterator<Item = String> + Send) {
    let mut examples: BTreeMap<&'static str, (usize, String, String)> = BTreeMap::new();
    let answers =
        on_every_core(texts, |text| Some(broken(&text)).filter(|laws| !laws.is_empty()).zip(Some(text)));
    let count = answers.len();
    for (laws, text) in answers.into_iter().flatten() {
        for (law, found) in laws {
            examples.entry(law).or_insert_with(|| (0, found, text.clone())).0 += 1;
        }
    }
    assert!(count > 0, "{group}: no text to hold to the laws");
    let report: String = examples.iter().map(|(law, example)| story(group, law, example)).collect();
    assert!(report.is_empty(), "{count} texts, of which some break a law\n{report}");
}

/// The answer about each text, in no order: as many texts at once as there are cores.
fn on_every_core<T: Send>(
    texts: impl Iterator<Item = String> + Send,
    answer: impl Fn(String) -> T + Sync,
) -> Vec<T> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let texts = Mutex::new(texts);
    let next = || texts.lock().ok()?.next();
    let work = || iter::from_fn(next).map(&answer).collect::<Vec<T>>();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker does not panic")).collect()
    })
}

/// The laws that a text breaks; a panic is one of them.
fn broken(text: &str) -> Vec<(&'static str, String)> {
    match catch_unwind(AssertUnwindSafe(|| laws::broken(text))) {
        Ok(broken) => broken.into_iter().map(|broken| (broken.law, broken.found)).collect(),
        Err(_) => vec![("parse does not panic", "the message stands above".to_owned())],
    }
}

/// One line for a broken law, with the place of the smallest text found that breaks it.
fn story(group: &str, law: &'static str, (count, found, text): &(usize, String, String)) -> String {
    let small = reduced(text, 400, |text| broken(text).iter().any(|(other, _)| *other == law));
    let found =
        broken(&small).into_iter().find(|(other, _)| *other == law).map_or(found.clone(), |(_, found)| found);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("laws");
    let path = folder.join(format!("{group}-{}.txt", law.replace(' ', "-")));
    fs::create_dir_all(&folder).unwrap();
    fs::write(&path, &small).unwrap();
    format!("- {law} ({count} times)\n    {found}\n    {}\n", path.display())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The inputs of all fixtures, by name.
fn fixtures() -> BTreeMap<String, String> {
    let folders = fs::read_dir(root().join("fixtures")).unwrap();
    let input = |folder: fs::DirEntry| {
        let text = fs::read_to_string(folder.path().join("input.txt")).unwrap();
        (folder.file_name().to_string_lossy().into_owned(), text)
    };
    folders.map(|folder| input(folder.unwrap())).collect()
}

/// The texts of the collection beside the repository, if it is there.
fn corpus() -> Vec<String> {
    let folders = ["text", "unlabelled"].map(|name| root().join("../shared/corpus").join(name));
    let mut paths: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}
