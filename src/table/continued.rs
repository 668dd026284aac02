//! Tables that go on: at the end of a page a table is cut, and what stands on the next page has no words over its columns.

use super::grid::{Found, Merges, head_row, is_headed, words};
use crate::page::furniture::is_furniture;
use crate::page::metadata::is_key;

use crate::text::span::Span;

/// Tables in the order of the text, those without words over their columns joined to the one right before them; such a one that goes
/// on with none is no table, unless a line of dashes says so.
pub(super) fn joined(text: &str, tables: Vec<Found>) -> Vec<Found> {
    let mut joined: Vec<Found> = Vec::with_capacity(tables.len());
    for mut table in tables {
        if is_headed(text, &table.rows) {
            joined.push(table);
            continue;
        }
        match joined.last_mut().filter(|last| goes_on(text, last, &table)) {
            Some(last) => {
                last.span.end = table.span.end;
                last.rows.append(&mut table.rows);
            }
            None if table.merges == Merges::Unknown => joined.push(table),
            None => {}
        }
    }
    joined
}

/// Whether a table stands right behind one of tasks and has as many columns.
fn goes_on(text: &str, before: &Found, table: &Found) -> bool {
    let of_tasks = || head_row(text, before.rows.iter()).and_then(|(_, head)| head.of_units()).is_some();
    let width = |table: &Found| table.rows.iter().flatten().map(|slot| slot.column + slot.colspan).max();
    let first = table.rows.first().map(|row| words(text, row)).unwrap_or_default();
    let between = Span::new(before.span.end, table.span.start);
    before.merges == table.merges
        && width(before) == width(table)
        && is_page_end(&text[between.range()])
        && !first.iter().any(|word| is_key(word))
        && of_tasks()
}

/// Whether nothing stands here but the end of a page: blanks, its number, `续表`.
fn is_page_end(words: &str) -> bool {
    let aside = |line: &str| line.is_empty() || line == "续表" || is_furniture(line);
    words.lines().all(|line| aside(line.trim()))
}

#[cfg(test)]
mod tests {
    use super::super::find;

    #[track_caller]
    fn rows(text: &str) -> Vec<usize> {
        find(text, &[]).iter().map(|found| found.rows.len()).collect()
    }

    #[test]
    fn a_table_goes_on_behind_the_end_of_a_page() {
        let head = "<table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr><tr><td>1</td><td>修路</td><td>县交通局</td></tr></table>";
        let rest = "<table><tr><td>2</td><td>种树</td><td>县林业局</td></tr></table>";
        assert_eq!(rows(&format!("{head}\n\n- 3 -\n续表\n{rest}{rest}\n")), [4]);
        let pipes = "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 修路 | 县交通局 |\n\n";
        assert_eq!(
            rows(&format!("{pipes}| 2 | 种树 | 县林业局 |\n|---|---|---|\n| 3 | 护林 | 各镇 |\n")),
            [4]
        );
    }

    #[test]
    fn another_table_or_words_between_end_it() {
        let head = "<table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr><tr><td>1</td><td>修路</td><td>县交通局</td></tr></table>";
        for rest in [
            "\n<table><tr><td>2</td><td>种树</td></tr></table>",
            "\n注：完。\n<table><tr><td>2</td><td>种树</td><td>县林业局</td></tr></table>",
            "\n<table><tr><td>索引号</td><td>1</td><td>县政府</td></tr></table>",
        ] {
            assert_eq!(rows(&format!("{head}{rest}\n")), [2], "{rest}");
        }
    }
}
