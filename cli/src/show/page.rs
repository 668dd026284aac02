//! The text under way to a terminal: styled words, wrapped lists, measured in columns.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::words::{clean, width};

/// Columns of a page.
pub(crate) const COLUMNS: usize = 100;

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    /// A title or heading.
    Strong,
    /// The tool's own words beside those of the notice.
    Faint,
    /// A marker.
    Marker,
    Note,
    Warning,
    Error,
}

impl Tone {
    fn style(self) -> Style {
        match self {
            Tone::Plain => Style::new(),
            Tone::Strong => Style::new().bold(),
            Tone::Faint => Style::new().dimmed(),
            Tone::Marker => AnsiColor::Cyan.on_default(),
            Tone::Note => AnsiColor::Green.on_default(),
            Tone::Warning => AnsiColor::Yellow.on_default().bold(),
            Tone::Error => AnsiColor::Red.on_default().bold(),
        }
    }
}

/// A page, written from top to bottom.
#[derive(Debug, Default)]
pub(crate) struct Page {
    text: String,
    /// Columns taken in the current line.
    column: usize,
}

impl Page {
    /// The name of a file over its page, with a blank line before it if it is not the first.
    pub(crate) fn title(&mut self, name: &str) {
        self.rule(name);
    }

    /// A line that parts the page: `── findings ─────`.
    pub(crate) fn rule(&mut self, name: &str) {
        self.say(Tone::Faint, "-- ");
        self.say(Tone::Strong, name);
        let rest = COLUMNS.saturating_sub(self.column + 1).max(2);
        self.say(Tone::Faint, &format!(" {:-<rest$}", ""));
        self.end_line();
    }

    /// Words in the current line.
    pub(crate) fn say(&mut self, tone: Tone, words: &str) {
        let (style, words) = (tone.style(), clean(words));
        // Writing to a string does not fail.
        let _ = write!(self.text, "{style}{words}{style:#}");
        self.column += width(&words);
    }

    /// Blanks up to a column.
    pub(crate) fn advance(&mut self, column: usize) {
        while self.column < column {
            self.text.push(' ');
            self.column += 1;
        }
    }

    pub(crate) fn end_line(&mut self) {
        self.text.push('\n');
        self.column = 0;
    }

    /// Columns that are left in the current line.
    pub(crate) fn room(&self) -> usize {
        COLUMNS.saturating_sub(self.column)
    }

    /// A label, and items behind it from `column` on, in as many lines as they need.
    pub(crate) fn list(&mut self, indent: usize, label: &str, column: usize, items: &[String]) {
        self.advance(indent);
        self.say(Tone::Faint, label);
        for (at, item) in items.iter().enumerate() {
            let comma = if at + 1 < items.len() { "、" } else { "" };
            if self.column > column && width(item) + width(comma) > self.room() {
                self.end_line();
            }
            self.advance(column);
            self.say(Tone::Plain, item);
            self.say(Tone::Faint, comma);
        }
        self.end_line();
    }

    pub(crate) fn into_text(mut self) -> String {
        self.end_line();
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_that_do_not_fit_go_on_under_the_first() {
        let mut page = Page::default();
        page.list(2, "lead", 10, &["省".repeat(30), "市".repeat(20), "县".to_owned()]);
        let text = anstream::adapter::strip_str(&page.into_text()).to_string();
        let (first, second) =
            (format!("  lead    {}、", "省".repeat(30)), format!("{:10}{}、县", "", "市".repeat(20)));
        assert_eq!(text, format!("{first}\n{second}\n\n"));
    }
}
