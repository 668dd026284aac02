//! What stands for a table while the stages that read lines are at work: a line of its own, over which nothing goes on.

use std::borrow::Cow;

use super::span::Span;

/// In the first bytes of a table: a sentence between two line ends. No head, foot, list or name holds one.
const STAND_IN: &str = "\n表。";

/// No table is shorter: what stands for it must have room, with the line end behind it.
pub(crate) const SHORTEST_BYTES: usize = STAND_IN.len() + 1;

/// Where the line that stands for a table begins.
pub(crate) fn stand_in(table: Span) -> usize {
    table.start + 1
}

/// The text with blanks for its tables behind what stands for them: all places stay.
pub(crate) fn masked(text: &str, tables: impl Iterator<Item = Span>) -> Cow<'_, str> {
    let mut tables = tables.peekable();
    if tables.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    for table in tables {
        masked.push_str(&text[masked.len()..table.start]);
        masked.push_str(STAND_IN);
        masked.extend(std::iter::repeat_n(' ', table.len().saturating_sub(SHORTEST_BYTES)));
        masked.push('\n');
    }
    masked.push_str(&text[masked.len()..]);
    Cow::Owned(masked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_around_a_table_stay() {
        let text = "任务表\n序号\t责任单位\n注";
        let start = text.find('序').unwrap();
        let end = text.find("\n注").unwrap();
        let masked = masked(text, [Span::new(start, end)].into_iter());
        assert_eq!(masked.len(), text.len());
        assert_eq!(masked.split_whitespace().collect::<Vec<_>>(), ["任务表", "表。", "注"]);
        assert_eq!(&masked[stand_in(Span::new(start, end))..][..6], "表。");
    }
}
