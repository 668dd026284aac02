//! `gongwen explain`: why lines were read as they were.

use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use gongwen::{Position, Span};

use crate::arguments::Reading;
use crate::input::Input;
use crate::lines::Lines;
use crate::messages::{
    Thing, about, count, no_line, no_line_named, no_such_lines, nothing_here, reason as reason_words,
};
use crate::output::{columns, complain, print_styled};
use crate::run::each;
use crate::status::Status;
use crate::words::{clean, cut, width};

/// Lines that are asked for: `12`, `12-15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Asked {
    first: usize,
    last: usize,
}

impl FromStr for Asked {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        let (first, last) = words.split_once('-').unwrap_or((words, words));
        let number = |words: &str| words.parse().ok().filter(|&number: &usize| number > 0);
        let asked = number(first).zip(number(last)).map(|(first, last)| Asked { first, last });
        asked.filter(|asked| asked.first <= asked.last).ok_or_else(|| no_such_lines().to_string())
    }
}

/// Prints the reasons for the lines that the paths name, `notice.txt:12`; for those that name none, the reasons for `lines`.
///
/// # Errors
///
/// - a path names no line, and `lines` has none
/// - standard output cannot be written
pub(crate) fn explain(reading: &Reading, lines: &[Asked]) -> io::Result<Status> {
    let mut status = Status::Good;
    for (path, asked) in places(&reading.paths, lines)? {
        let of_path = reading.at(path);
        let work = |input: &Input| Ok((page(input, &asked), Status::Good));
        let run = each(&of_path, work, |page| {
            page.missing.iter().for_each(complain);
            status = status.max(if page.missing.is_empty() { Status::Good } else { Status::Failed });
            print_styled(&page.words)
        })?;
        status = status.max(run.status);
    }
    Ok(status)
}

/// Each path once, with the lines that are asked for in it.
fn places(paths: &[PathBuf], lines: &[Asked]) -> io::Result<Vec<(PathBuf, Vec<Asked>)>> {
    let mut places: Vec<(PathBuf, Vec<Asked>)> = Vec::new();
    for path in paths {
        let (path, asked) = place(path);
        let asked = asked.map_or_else(|| lines.to_vec(), |asked| vec![asked]);
        if asked.is_empty() {
            let path = path.display();
            return Err(io::Error::other(about(&path, no_line_named(&path)).to_string()));
        }
        match places.iter_mut().find(|(known, _)| known == path) {
            Some((_, known)) => known.extend(asked),
            None => places.push((path.to_owned(), asked)),
        }
    }
    Ok(places)
}

/// The path and the lines of `notice.txt:12`; a file of such a name is itself.
fn place(path: &Path) -> (&Path, Option<Asked>) {
    let split = path.to_str().filter(|_| !path.exists()).and_then(|words| words.rsplit_once(':'));
    match split.and_then(|(path, lines)| Some((path, lines.parse().ok()?))) {
        Some((path, asked)) if !path.is_empty() => (Path::new(path), Some(asked)),
        _ => (path, None),
    }
}

/// What is printed of a text.
struct Page {
    words: String,
    /// Lines that it has not.
    missing: Vec<String>,
}

fn page(input: &Input, asked: &[Asked]) -> Page {
    let lines = Lines::of(&input.text);
    let mut page = Page { words: String::new(), missing: Vec::new() };
    for asked in asked {
        for number in asked.first..=asked.last {
            let Some(span) = lines.span(number) else {
                let count = count(lines.count(), Thing::Line);
                page.missing.push(about(&input.name, no_line(count, number)).to_string());
                break;
            };
            page.words.push_str(&line(input, number, span));
        }
    }
    page
}

/// A line with the reasons below it, each behind its place and the words that it is about.
fn line(input: &Input, number: usize, span: Span) -> String {
    /// Of the words that a reason is about.
    const WORDS: usize = 24;
    let text = &input.text;
    let bold = anstyle::Style::new().bold();
    let title = format!("{}:{number}: ", clean(&input.name));
    let words = cut(text[span.range()].trim_end(), columns().saturating_sub(width(&title)).max(WORDS));
    let mut said = format!("{bold}{title}{words}{bold:#}\n");
    // Writing to a string does not fail.
    let mut known = (span.start, Position { line: number, column: 1 });
    for reason in input.parser.explain(text, Span::new(span.start, span.start)) {
        let place = position(text, &mut known, reason.span.start);
        let words = cut(&text[reason.span.range()].replace('\n', " "), WORDS);
        let _ = writeln!(said, "  {place} {words}: {}", clean(&reason_words(&reason.why)));
    }
    if said.lines().nth(1).is_none() {
        let _ = writeln!(said, "  {}", nothing_here());
    }
    said
}

/// The position of a byte, counted from one that is known in its line; that is known from then on.
fn position(text: &str, known: &mut (usize, Position), byte: usize) -> Position {
    let (at, Position { line, column }) = *known;
    if byte < at {
        return Position::of(text, byte);
    }
    let further = Position::of(&text[at..byte], byte - at);
    *known = (byte, Position { line, column: column + further.column - 1 });
    known.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_one_number_or_two() {
        assert_eq!("12".parse(), Ok(Asked { first: 12, last: 12 }));
        assert_eq!("12-15".parse(), Ok(Asked { first: 12, last: 15 }));
        for words in ["", "0", "3-2", "a", "1-", "-"] {
            assert!(words.parse::<Asked>().is_err(), "{words}");
        }
    }

    #[test]
    fn a_path_may_end_in_lines() {
        let asked = |words: &str| place(Path::new(words)).1;
        assert_eq!(
            place(Path::new("a:b/c.txt:3")),
            (Path::new("a:b/c.txt"), Some(Asked { first: 3, last: 3 }))
        );
        assert_eq!(asked("-:3-4"), Some(Asked { first: 3, last: 4 }));
        assert_eq!((asked("a.txt"), asked("C:\\a.txt"), asked(":3")), (None, None, None));
    }

    #[test]
    fn lines_of_one_file_are_asked_together() {
        let paths = ["a.txt:3", "b.txt", "a.txt:9"].map(PathBuf::from);
        let line = |number| Asked { first: number, last: number };
        let places = places(&paths, &[line(7)]).unwrap();
        assert_eq!(places, [("a.txt".into(), vec![line(3), line(9)]), ("b.txt".into(), vec![line(7)])]);
        assert!(super::places(&paths, &[]).is_err());
    }
}
