//! The text under way to a terminal: styled words, wrapped, measured in columns.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::messages::{
    Thing, Word, count, full_shows, listed, more_paragraphs, nobody_named_in, of_furniture, rest_of,
};
use crate::show::Extent;
use crate::words::{break_line, clean, cut, width};

/// Where the values begin, all down the page.
const VALUES: usize = 24;

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

/// A value in a list, and what the tool says about it: `各市州人民政府 [group]`.
#[derive(Debug)]
pub(crate) struct Item {
    words: String,
    mark: String,
}

impl Item {
    pub(crate) fn new(words: &impl ToString) -> Self {
        Item { words: words.to_string(), mark: String::new() }
    }

    pub(crate) fn marked(mut self, mark: &str) -> Self {
        self.mark = format!("{} {mark}", self.mark);
        self
    }
}

/// What a brief page leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Omitted {
    /// A task that nobody is named for; its words stand as text.
    Task,
    /// What follows the first line of a text.
    Text,
    /// A title that the page repeats.
    Title,
    /// A stretch of page furniture.
    Furniture,
}

impl Omitted {
    const ALL: [Omitted; 4] = [Omitted::Task, Omitted::Text, Omitted::Title, Omitted::Furniture];

    /// `3 tasks that nobody is named for`
    fn counted(self, number: usize) -> String {
        match self {
            Omitted::Task => nobody_named_in(count(number, Thing::Task)).to_string(),
            Omitted::Text => rest_of(count(number, Thing::Text)).to_string(),
            Omitted::Title => count(number, Thing::RepeatedTitle),
            Omitted::Furniture => of_furniture(count(number, Thing::Stretch)).to_string(),
        }
    }
}

/// A page, written from top to bottom.
#[derive(Debug)]
pub(crate) struct Page {
    text: String,
    /// Columns of a line.
    columns: usize,
    /// Columns taken in the current line.
    column: usize,
    /// Whether the line above is a rule.
    ruled: bool,
    /// Whether a blank line is due before the next.
    gap: bool,
    extent: Extent,
    /// How often something was left out, in the order of [`Omitted::ALL`].
    omitted: [usize; Omitted::ALL.len()],
}

impl Page {
    pub(crate) fn new(columns: usize, extent: Extent) -> Self {
        let omitted = Default::default();
        Page { text: String::new(), columns, column: 0, ruled: false, gap: false, extent, omitted }
    }

    pub(crate) fn extent(&self) -> Extent {
        self.extent
    }

    /// Counts what is left out of a brief page.
    pub(crate) fn omit(&mut self, what: Omitted) {
        self.omitted[what as usize] += 1;
    }

    /// A line that counts what was left out, if anything was.
    pub(crate) fn omissions(&mut self) {
        let counted = Omitted::ALL.into_iter().zip(self.omitted).filter(|&(_, number)| number > 0);
        let counted = counted.map(|(what, number)| what.counted(number)).collect::<Vec<_>>();
        if !counted.is_empty() {
            self.gap();
            self.wrap(Tone::Faint, &full_shows(listed(&counted)).to_string());
            self.end_line();
        }
    }

    /// A line that parts the page, `-- findings -----`, with a blank line before it unless it is the first. ASCII, because
    /// Chinese terminals may give rules of `─` two columns each.
    pub(crate) fn rule(&mut self, name: &str) {
        self.ruled = false;
        self.gap();
        self.say(Tone::Faint, "-- ");
        self.say(Tone::Strong, name);
        let rest = self.room().saturating_sub(1).max(2);
        self.say(Tone::Faint, &format!(" {:-<rest$}", ""));
        self.end_line();
        self.ruled = true;
    }

    /// One blank line before what comes next, if anything does, unless a rule or nothing stands above it.
    pub(crate) fn gap(&mut self) {
        self.gap = !self.ruled && !self.text.is_empty();
    }

    /// Words in the current line.
    pub(crate) fn say(&mut self, tone: Tone, words: &str) {
        if words.is_empty() {
            return;
        }
        self.begin_line();
        let (style, words) = (tone.style(), clean(words));
        // Writing to a string does not fail.
        let _ = write!(self.text, "{style}{words}{style:#}");
        self.column += width(&words);
    }

    /// Words from here on, in as many lines as they need.
    pub(crate) fn wrap(&mut self, tone: Tone, words: &str) {
        self.wrap_under(self.column, tone, words);
    }

    /// Words from here on, their lines behind the first from column `hang` on.
    pub(crate) fn wrap_under(&mut self, hang: usize, tone: Tone, words: &str) {
        let mut rest = words;
        loop {
            let (line, more) = break_line(rest, self.room());
            rest = more.trim_start();
            if rest.is_empty() {
                return self.say(tone, line);
            }
            self.say(tone, line.trim_end());
            self.end_line();
            self.advance(hang);
        }
    }

    /// Blanks up to a column; one blank if it is passed.
    pub(crate) fn advance(&mut self, column: usize) {
        self.begin_line();
        let blanks = column.saturating_sub(self.column).max(usize::from(self.column > 0));
        self.text.extend(std::iter::repeat_n(' ', blanks));
        self.column += blanks;
    }

    pub(crate) fn end_line(&mut self) {
        self.text.push('\n');
        self.column = 0;
    }

    /// Ends the line if it holds anything.
    pub(crate) fn close_line(&mut self) {
        if self.column > 0 {
            self.end_line();
        }
    }

    /// A label alone: `nobody named`.
    pub(crate) fn remark(&mut self, column: usize, words: &str) {
        self.advance(column);
        self.say(Tone::Faint, words);
        self.end_line();
    }

    /// A label and items, if there are any. Between them stands `；`, because names hold `、`.
    pub(crate) fn list(&mut self, column: usize, label: Word, items: impl IntoIterator<Item = Item>) {
        self.list_of(column, label.get(), items);
    }

    /// [`list`](Self::list), under a name of the data.
    pub(crate) fn list_of(&mut self, column: usize, label: &str, items: impl IntoIterator<Item = Item>) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_none() {
            return;
        }
        self.label(column, label);
        while let Some(Item { mut words, mut mark }) = items.next() {
            if items.peek().is_some() {
                if mark.is_empty() { &mut words } else { &mut mark }.push('；');
            }
            if self.column > VALUES && width(&words) + width(&mark) > self.room() {
                self.end_line();
                self.advance(VALUES);
            }
            self.wrap(Tone::Plain, &words);
            if width(&mark) > self.room() {
                self.end_line();
                self.advance(VALUES);
                mark.remove(0);
            }
            self.say(Tone::Faint, &mark);
        }
        self.end_line();
    }

    /// A label and paragraphs, if there are any; of a brief page their first line, and how many there are behind it.
    pub(crate) fn text<P: AsRef<str>>(&mut self, column: usize, label: Word, paragraphs: &[P]) {
        let Some((first, others)) = paragraphs.split_first() else { return };
        self.label(column, label.get());
        match self.extent {
            Extent::Brief => self.first_line(first.as_ref(), others.len()),
            Extent::Full => {
                self.wrap(Tone::Plain, first.as_ref());
                for paragraph in others {
                    self.end_line();
                    self.advance(VALUES);
                    self.wrap(Tone::Plain, paragraph.as_ref());
                }
            }
        }
        self.end_line();
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    fn label(&mut self, column: usize, label: &str) {
        self.advance(column);
        self.say(Tone::Faint, label);
        self.advance(VALUES);
    }

    fn first_line(&mut self, words: &str, others: usize) {
        let more = match others {
            0 => String::new(),
            _ => more_paragraphs(count(others, Thing::Paragraph)).to_string(),
        };
        let room = self.room().saturating_sub(width(&more));
        if others > 0 || width(words) > room {
            self.omit(Omitted::Text);
        }
        self.say(Tone::Plain, &cut(words, room));
        self.say(Tone::Faint, &more);
    }

    /// What is due before a line.
    fn begin_line(&mut self) {
        if self.gap {
            self.text.push('\n');
        }
        (self.gap, self.ruled) = (false, false);
    }

    /// Columns that are left in the current line.
    fn room(&self) -> usize {
        self.columns.saturating_sub(self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{TEXT, TITLE};

    #[track_caller]
    fn assert_page(extent: Extent, write: impl FnOnce(&mut Page), lines: &[&str]) {
        let mut page = Page::new(40, extent);
        write(&mut page);
        let text = anstream::adapter::strip_str(&page.into_text()).to_string();
        assert_eq!(text.lines().collect::<Vec<_>>(), lines);
        assert!(text.lines().all(|line| width(line) <= 40), "{text}");
    }

    #[test]
    fn items_that_do_not_fit_go_on_under_the_first() {
        let items = ["省财政厅", "市交通局", "县"].map(|name| Item::new(&name));
        assert_page(
            Extent::Brief,
            |page| page.list_of(2, "lead", items),
            &["  lead                  省财政厅；", "                        市交通局；县"],
        );
    }

    #[test]
    fn an_item_longer_than_a_line_is_wrapped() {
        assert_page(
            Extent::Brief,
            |page| page.list(0, TITLE, [Item::new(&"湖南省人民政府关于印发方案的通知")]),
            &["title                   湖南省人民政府关", "                        于印发方案的通知"],
        );
    }

    #[test]
    fn a_mark_that_does_not_fit_stands_in_the_next_line() {
        let items = [Item::new(&"省人民政府").marked("[group]"), Item::new(&"县")];
        assert_page(
            Extent::Brief,
            |page| page.list_of(0, "lead", items),
            &["lead                    省人民政府", "                        [group]；县"],
        );
    }

    #[test]
    fn text_is_cut_on_a_brief_page_with_the_count_of_what_follows() {
        assert_page(
            Extent::Brief,
            |page| page.text(0, TEXT, &["各地区、各有关部门要高度重视。"]),
            &["text                    各地区、各有关…"],
        );
        let mut page = Page::new(60, Extent::Brief);
        page.text(0, TEXT, &["各地区、各有关部门要高度重视。", "要", "要"]);
        let text = anstream::adapter::strip_str(&page.into_text()).to_string();
        assert!(text.ends_with("各地区、各有关部门… (+2 paragraphs)\n"), "{text}");
    }

    #[test]
    fn text_is_whole_on_a_full_page() {
        assert_page(
            Extent::Full,
            |page| page.text(0, TEXT, &["各地区要高度重视。", "要"]),
            &[
                "text                    各地区要高度重",
                "                        视。",
                "                        要",
            ],
        );
    }

    #[test]
    fn a_line_broken_at_a_blank_does_not_end_with_it() {
        assert_page(
            Extent::Brief,
            |page| page.wrap(Tone::Plain, "found remark, gave its units to the tasks that follow"),
            &["found remark, gave its units to the", "tasks that follow"],
        );
    }

    #[test]
    fn gaps_are_one_line_and_none_at_an_end_or_under_a_rule() {
        let write = |page: &mut Page| {
            page.gap();
            page.remark(0, "a");
            page.gap();
            page.gap();
            page.remark(0, "b");
            page.rule("c");
            page.gap();
            page.remark(0, "d");
            page.gap();
        };
        let rule = format!("-- c {}", "-".repeat(35));
        assert_page(Extent::Brief, write, &["a", "", "b", "", &rule, "d"]);
    }

    #[test]
    fn a_rule_under_a_rule_has_a_gap() {
        let write = |page: &mut Page| {
            page.rule("a");
            page.rule("b");
        };
        let [first, second] = ["a", "b"].map(|name| format!("-- {name} {}", "-".repeat(35)));
        assert_page(Extent::Brief, write, &[&first, "", &second]);
    }
}
