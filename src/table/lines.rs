//! Rows whose cells single blanks part, below a line of words over columns: `1 修路 市交通局 2031年底前`.
//!
//! Blanks stand inside cells too, so the kinds of the columns say where to cut: a row counts only if exactly one way of
//! cutting fits ([`cut`](super::cut)). A line that fits no row throws doubt on the rows beside it: cells that were broken
//! over lines stand between each other.

use super::column::Column;
use super::cut::Cutter;
use super::grid::{Found, Merges, Row, Slot, fields, trimmed};
use super::head_line::{Cells, HEAD_BYTES, head_at};
use super::units::is_units;
use crate::grammar::item_number::begins_item;
use crate::grammar::name::line::is_organisation;
use crate::page::footer::{is_link, is_of_page, is_source};
use crate::page::furniture::is_furniture;
use crate::text::character::is_blank;
use crate::text::numeral;
use crate::text::span::Span;
use crate::text::words::{COLONS, begins};

/// The longest line that heads rows in bytes: forty characters. A guess.
const HEADING_BYTES: usize = 120;
/// The longest line in bytes that may be a piece of a cell and no sentence: twenty characters. A guess.
const SHORT_BYTES: usize = 60;
/// The shortest sentence in bytes that ends a table: thirty characters. A guess.
const SENTENCE_BYTES: usize = 90;
/// Lines in a row that look like no part of a table, between others that do: a guess.
const BETWEEN_LINES: usize = 3;

/// The tables of a text whose [`heads`](super::head_line::heads) are given.
pub(super) fn tables(text: &str, heads: &[usize]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut done = 0;
    for &at in heads {
        if at < done {
            continue;
        }
        let Some((line, head)) = head_at(text, at) else { continue };
        let region = Region::read(text, line, head);
        // below the same words once more there is no more to read
        done = region.last_repeat();
        if let Some(table) = region.table() {
            done = table.span.end;
            found.push(table);
        }
    }
    found
}

/// What a line of a table is.
enum Line {
    Row(Row),
    /// Heads the rows below it.
    Group(Row),
    /// The words over the columns again; whether the columns are the same.
    Head {
        row: Row,
        same: bool,
    },
    /// A page number, a rule.
    Aside,
    /// Fits no row; whether it looks like a part of the table at all.
    Mixed {
        likely: bool,
    },
}

/// What ended a table.
#[derive(PartialEq, Eq)]
pub(super) enum End {
    Text,
    Day,
    OtherTable,
}

/// The lines below the words over columns.
struct Region<'t> {
    text: &'t str,
    head: Span,
    cells: Cells,
    lines: Vec<(Span, Line)>,
    end: End,
}

impl<'t> Region<'t> {
    fn read(text: &'t str, head: Span, cells: Cells) -> Self {
        let mut region = Region { text, head, cells, lines: Vec::new(), end: End::Text };
        let cutter = Cutter::new(text, &region.cells.columns);
        let mut last = 0;
        let mut next = head.end + 1;
        while next < text.len() {
            let end = memchr::memchr(b'\n', &text.as_bytes()[next..]).map_or(text.len(), |len| next + len);
            let line = trimmed(text, Span::new(next, end));
            next = end + 1;
            if line.is_empty() {
                continue;
            }
            match region.line(line, &cutter, &mut last) {
                Ok(kind) => region.lines.push((line, kind)),
                Err(end) => {
                    region.end = end;
                    break;
                }
            }
        }
        region
    }

    /// What a line is; `last` is the number of the last row.
    fn line(&self, line: Span, cutter: &Cutter<'_>, last: &mut u32) -> Result<Line, End> {
        let words = &self.text[line.range()];
        if words.len() <= HEAD_BYTES {
            if let Some(cells) = Cells::of_head(self.text, line) {
                let same = cells.columns == self.cells.columns;
                let again = same || cells.words == self.cells.words;
                return if again { Ok(Line::Head { row: cells.row, same }) } else { Err(End::OtherTable) };
            }
        }
        if is_furniture(words) {
            return Ok(Line::Aside);
        }
        if let Some(end) = ends_table(words) {
            return Err(end);
        }
        if let Some((row, number)) = cutter.row(line) {
            let follows = number.is_none_or(|number| number > *last || number == 1);
            *last = number.unwrap_or(*last);
            return Ok(if follows { Line::Row(row) } else { Line::Mixed { likely: true } });
        }
        if let Some(row) = self.group(line) {
            *last = 0;
            return Ok(Line::Group(row));
        }
        let gaps = words.contains(is_blank);
        if begins_item(words) && (words.contains('。') || words.len() > HEADING_BYTES)
            || !gaps && words.len() >= SENTENCE_BYTES && words.ends_with('。')
        {
            return Err(End::Text);
        }
        Ok(Line::Mixed { likely: self.is_likely(line) })
    }

    /// A line that heads rows: `一、增开线路`, `一 增开线路`.
    fn group(&self, line: Span) -> Option<Row> {
        let words = &self.text[line.range()];
        if words.len() > HEADING_BYTES || words.contains(['。', '；']) {
            return None;
        }
        let fields = fields(self.text, line);
        let first = &self.text[fields[0].range()];
        let han = |words: &str| words.chars().all(numeral::is_han_numeral);
        if fields.len() > 1 && self.cells.columns[0] == Column::Number && han(first) {
            let rest = Span::new(fields[1].start, line.end);
            return Some(vec![Slot::single(fields[0], 0), Slot::single(rest, 1)]);
        }
        let numbered = words.starts_with(|c| matches!(c, '（' | '(' | '第') || numeral::is_han_numeral(c));
        (numbered && begins_item(words)).then(|| vec![Slot::single(line, 0)])
    }

    /// Whether a line that fits no row looks like a part of the table: a piece of a cell, a number and cells, a name.
    fn is_likely(&self, line: Span) -> bool {
        /// Cells of a line that are looked at. A guess.
        const MOST_CELLS: usize = 8;
        let words = &self.text[line.range()];
        let short = words.len() <= SHORT_BYTES && !words.ends_with(['。', '！', '；']);
        let digits = words.trim_start_matches(numeral::is_digit);
        let numbered = || digits.len() < words.len() && digits.starts_with(is_blank);
        let named = || {
            let fields = fields(self.text, line);
            fields.len() > 1
                && fields.iter().rev().take(MOST_CELLS).any(|field| is_units(&self.text[field.range()]))
        };
        short || numbered() || named()
    }

    /// The end of the last line of the same words, read on from which the lines say no more than from the first.
    fn last_repeat(&self) -> usize {
        let heads = self.lines.iter().filter_map(|(line, kind)| match kind {
            Line::Head { same, .. } => Some((line.end, *same)),
            _ => None,
        });
        heads.take_while(|(_, same)| *same).last().map_or(self.head.end, |(end, _)| end)
    }

    /// How many lines are the table's.
    fn len(&self) -> usize {
        let row = |(_, line): &(Span, Line)| matches!(line, Line::Row(..) | Line::Head { .. });
        let last = self.lines.iter().rposition(row).map_or(0, |at| at + 1);
        let mut len = last;
        let mut unlikely = 0;
        for (at, (_, line)) in self.lines.iter().enumerate().skip(last) {
            match line {
                Line::Mixed { likely: true } => (len, unlikely) = (at + 1, 0),
                _ => unlikely += 1,
            }
            if unlikely > BETWEEN_LINES {
                break;
            }
        }
        let is_other = |(span, line): &(Span, Line)| {
            let words = &self.text[span.range()];
            let aside = match self.end {
                End::Day => is_organisation(words),
                End::OtherTable => !words.contains(is_blank),
                End::Text => false,
            };
            aside && matches!(line, Line::Mixed { .. })
        };
        while len > last && is_other(&self.lines[len - 1]) {
            len -= 1;
        }
        len
    }

    fn table(mut self) -> Option<Found> {
        let len = self.len();
        self.lines.truncate(len);
        let mixed = |line: &Line| matches!(line, Line::Mixed { .. });
        let rows = self.lines.iter().filter(|(_, line)| matches!(line, Line::Row(..))).count();
        let count = self.lines.iter().filter(|(_, line)| mixed(line)).count();
        // a row without a number is told by others
        let numbered = self.cells.columns.contains(&Column::Number);
        if rows == 0 && count < 2 || !numbered && rows < 2 {
            return None;
        }
        let ordered: Vec<usize> = (0..len).filter(|&at| !matches!(self.lines[at].1, Line::Aside)).collect();
        let parted = |pair: &[usize]| {
            let gap = &self.text[self.lines[pair[0]].0.end..self.lines[pair[1]].0.start];
            gap.matches('\n').nth(1).is_some()
        };
        let mut doubted: Vec<usize> = Vec::new();
        for pair in ordered.windows(2).filter(|pair| !parted(pair)) {
            match [&self.lines[pair[0]].1, &self.lines[pair[1]].1] {
                [Line::Mixed { .. }, _] => doubted.push(pair[1]),
                [_, Line::Mixed { .. }] => doubted.push(pair[0]),
                _ => {}
            }
        }
        doubted.sort_unstable();
        let span = Span::new(self.head.start, self.lines.last().map_or(self.head.end, |(line, _)| line.end));
        let mut found =
            Found { span, rows: vec![self.cells.row], merges: Merges::Unknown, mixed: Vec::new() };
        for (at, (line, kind)) in self.lines.into_iter().enumerate() {
            match kind {
                Line::Row(row) if doubted.binary_search(&at).is_err() => found.rows.push(row),
                Line::Row(..) | Line::Mixed { .. } => found.mixed.push(line),
                Line::Group(row) | Line::Head { row, .. } => found.rows.push(row),
                Line::Aside => {}
            }
        }
        Some(found)
    }
}

/// What a line that is no part of a table ends it as: `附件2`, `抄送：…`, `注：…`, a day.
pub(super) fn ends_table(words: &str) -> Option<End> {
    const OTHERS: &[&str] =
        &["附件", "附表", "抄送", "主题词", "注：", "注:", "备注", "（此件", "(此件", "说明："];
    /// In bytes: thirteen characters. A guess.
    const DAY_BYTES: usize = 40;
    let day =
        words.len() <= DAY_BYTES && words.ends_with('日') && words.contains('年') && words.contains('月');
    if day {
        return Some(End::Day);
    }
    let aside = begins(words, OTHERS) || words.ends_with("印发") || words.ends_with(COLONS);
    (aside || is_link(words) || is_source(words) || is_of_page(words)).then_some(End::Text)
}

#[cfg(test)]
mod tests {
    use super::super::head_line::heads;
    use super::*;

    #[track_caller]
    fn read(text: &str) -> (Vec<String>, usize) {
        let found = tables(text, &heads(text));
        let Some(found) = found.first() else { return (Vec::new(), 0) };
        let cell = |slot: &Slot| format!("{}:{}", slot.column, &text[slot.span.range()]);
        let rows = found.rows[1..].iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|"));
        (rows.collect(), found.mixed.len())
    }

    #[test]
    fn rows_are_cut_by_the_kinds_of_their_columns() {
        let text = "分工表\n序 号 工　作　任　务 牵头单位 配合单位 完成时限\n一 增开线路\n1 末班延至 1点。 市交通局 市公安局、\
                    云澜公交集团  2031年6月底前\n2 增设 3处站点。 市城管局 各区政府 长期坚持\n附件2\n";
        let (rows, mixed) = read(text);
        assert_eq!(
            rows,
            [
                "0:一|1:增开线路",
                "0:1|1:末班延至 1点。|2:市交通局|3:市公安局、云澜公交集团|4:2031年6月底前",
                "0:2|1:增设 3处站点。|2:市城管局|3:各区政府|4:长期坚持",
            ]
        );
        assert_eq!(mixed, 0);
    }

    #[test]
    fn rows_beside_mixed_lines_are_not_read() {
        let text = "序号 任务 责任单位\n1 修路 市交通局\n2 种树 市林业局\n市水\n3 清淤河道两侧 务局\n淤泥外运\n4 治水 市水利局\n5 护林 市林业局\n";
        let (rows, mixed) = read(text);
        assert_eq!(rows, ["0:1|1:修路|2:市交通局", "0:5|1:护林|2:市林业局"]);
        assert_eq!(mixed, 5);
    }

    #[test]
    fn a_table_whose_cells_are_mixed_ends_with_them() {
        let text = "序号 任务 牵头单位 责任单位\n市水 各区\n1 清淤河道两侧二百米内 务局 政府\n淤泥并外运\n\n各区要抓好落实，按照时间节点推进清淤各项工作，确保在汛期到来之前全部完成。\n";
        let found = tables(text, &heads(text));
        assert_eq!((found[0].rows.len(), found[0].mixed.len()), (1, 3));
        assert!(text[..found[0].span.end].ends_with("外运"));
    }

    #[test]
    fn words_in_a_line_of_prose_are_no_head() {
        for text in [
            "牵头单位 省财政厅 配合单位 省商务厅\n1 修路 市交通局\n",
            "序号 县区 改造任务（座） 单位\n1 东屏县 12 座\n",
            "各责任单位 要抓好落实\n1.修路。\n2.种树。\n",
            "序号 任务 责任单位\n\n各区要抓好落实，按照时间节点推进清淤各项工作，确保在汛期到来之前全部完成。\n",
        ] {
            assert!(tables(text, &heads(text)).is_empty(), "{text}");
        }
    }
}
