//! Differences for eyes.

use std::fmt::Write;

use anstyle::AnsiColor;

use crate::compare::difference::{Change, Difference, Found, Side};
use crate::messages::{NONE, Thing, count, left_out_differences, name};
use crate::words::{clean, cut, width};

/// A line for each of the first `most` differences, how many more there are, and a table of counts.
pub(super) fn page(found: &Found, most: Option<usize>) -> String {
    let most = most.unwrap_or(usize::MAX);
    let mut page = String::new();
    for difference in found.differences.iter().take(most) {
        page.push_str(&line(difference));
    }
    // Writing to a string does not fail.
    if let Some(more @ 1..) = found.differences.len().checked_sub(most) {
        let _ = writeln!(page, "{}", left_out_differences(count(more, Thing::Difference), most));
    }
    if !found.differences.is_empty() {
        page.push('\n');
    }
    page + &counts(found)
}

/// `a.txt: changed unit 省财政厅: role lead → support (一、/（一） @219)`
fn line(difference: &Difference) -> String {
    let Difference { doc, change, kind, path, of, old, new } = difference;
    let style = match change {
        Change::Lost => AnsiColor::Red,
        Change::Gained => AnsiColor::Green,
        Change::Changed | Change::Same => AnsiColor::Yellow,
    };
    let style = style.on_default().bold();
    let said = match (old, new) {
        (Some(old), Some(new)) => {
            let of = of.as_ref().map(|of| format!(" {}", short(of))).unwrap_or_default();
            format!("{of}: {}", changes(old, new))
        }
        (old, new) => {
            old.as_ref().or(new.as_ref()).map(|side| format!(" {}", words(side))).unwrap_or_default()
        }
    };
    let start = new.as_ref().or(old.as_ref()).and_then(|side| side.start).map(|start| format!("@{start}"));
    let place = [(!path.is_empty()).then(|| clean(path).into_owned()), start];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let place = if place.is_empty() { place } else { format!(" ({place})") };
    format!("{}: {style}{}{style:#} {}{said}{place}\n", clean(doc), name(change.name()), name(kind.name()))
}

/// `role lead → support; heading 降费。 → 减税。`
fn changes(old: &Side, new: &Side) -> String {
    let changes = old.says.iter().zip(&new.says).map(|((column, one), (_, other))| {
        let from = shared(one, other);
        let [one, other] = [one, other].map(|words| match words.is_empty() {
            true => NONE.to_string(),
            false if from > 0 => format!("…{}", short(&words[from..])),
            false => short(words),
        });
        format!("{column} {one} → {other}")
    });
    changes.collect::<Vec<_>>().join("; ")
}

/// How much of long words is not shown because both begin so: up to a few characters before they part.
fn shared(one: &str, other: &str) -> usize {
    /// Characters before the place where they part.
    const BEFORE: usize = 8;
    let same = one.char_indices().zip(other.chars()).take_while(|((_, c), other)| c == other);
    let same: Vec<usize> = same.map(|((at, _), _)| at).collect();
    let before = same.len().checked_sub(BEFORE).map_or(0, |first| same.get(first).copied().unwrap_or(0));
    if width(one).max(width(other)) > COLUMNS { before } else { 0 }
}

/// `省财政厅 lead organ`: what says no is left out.
fn words(side: &Side) -> String {
    let words = side.says.iter().filter(|(_, words)| words != "false");
    let words =
        words.map(|(column, words)| if words == "true" { (*column).to_owned() } else { short(words) });
    words.collect::<Vec<_>>().join(" ")
}

/// Columns of a value: of a terminal's 100, so that two values and their place stand on a line.
const COLUMNS: usize = 32;

/// The words in one line of a few columns.
fn short(words: &str) -> String {
    cut(&words.replace('\n', " "), COLUMNS)
}

/// A line for each kind, of which there is any.
fn counts(found: &Found) -> String {
    /// Wider than the longest kind, and than the longest change.
    const KIND: usize = 16;
    const COUNT: usize = 9;
    let padding = |columns: usize, words: &str| " ".repeat(columns.saturating_sub(width(words)));
    let mut table = " ".repeat(KIND);
    for change in Change::ALL.map(|change| name(change.name())) {
        table.push_str(&(padding(COUNT, change) + change));
    }
    table.push('\n');
    for (kind, counts) in &found.counts {
        let kind = name(kind.name());
        table.push_str(&(kind.to_owned() + &padding(KIND, kind)));
        for count in counts {
            // Writing to a string does not fail.
            let _ = write!(table, "{count:>COUNT$}");
        }
        table.push('\n');
    }
    table
}
