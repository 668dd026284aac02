//! Where the document behind another begins.

use super::progress::Parts;
use crate::grammar::attachment;
use crate::grammar::date::dates;
use crate::grammar::title::title_strength;
use crate::header::Kind;
use crate::text::boundary::floor;
use crate::text::character::{is_blank, is_han};
use crate::text::mend::mend;
use crate::text::numeral;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::text::words::{COLONS, begins, ends};

impl Parts<'_, '_> {
    /// Where the document behind the one that begins at `own` begins, its head left out of `span`; at the latest at `span.end`.
    pub(super) fn next_boundary(&self, own: usize, span: Span, kind: Kind) -> usize {
        let mut listed = span.start;
        for line in self.source.lines(span) {
            if line.start < listed {
                continue;
            }
            let begins = self.source.begins_line(line.start);
            let slice = self.source.slice(line);
            if let Some(end) = self.signed_list(line, span) {
                listed = end;
                continue;
            }
            let label = begins.then(|| attachment::label(slice)).flatten();
            let first = line.start == if kind == Kind::Attached { own } else { span.start };
            let attached = label.is_some_and(|label| !self.is_list(line, label, span.end));
            if attached && !(first && kind == Kind::Attached) {
                return label
                    .and_then(|label| self.titled_below(line, label, span.end))
                    .unwrap_or(line.start);
            }
            let named = begins && self.names_known(line);
            if named && !first {
                return line.start;
            }
            if let Some(title) = begins.then(|| self.rules_title(line, span.start)).flatten() {
                return title;
            }
            if begins && !first && has_rules_title(self.source, line) {
                return line.start;
            }
            let known = begins && self.begins_known(line);
            if known && (!first || kind == Kind::Notice) {
                return line.start;
            }
        }
        span.end
    }

    /// Whether a label and the title it names stand glued: `附件 3青海省…`. A colon may begin a list instead.
    fn names_known(&self, line: Span) -> bool {
        let slice = self.source.slice(line);
        self.label_of_known(slice).is_some_and(|len| !slice[..len].ends_with(COLONS))
    }

    /// The length of a label that a known title follows on the line: `附件：办理细则 第一章…`.
    pub(super) fn label_of_known(&self, line: &str) -> Option<usize> {
        let rest = line.strip_prefix("附件")?;
        let sign = |c| is_blank(c) || COLONS.contains(&c);
        let unnumbered = rest.trim_start_matches(sign);
        let number = unnumbered.trim_start_matches(numeral::is_digit).trim_start_matches(sign);
        let title = [unnumbered, number].into_iter().find(|title| self.known.at_start(title).is_some())?;
        Some(line[..line.len() - title.len()].trim_end_matches(is_blank).len())
    }

    /// Where the title above this line begins, if the line is 第一条 or 第一章 and a title stands alone above it: rules
    /// that a decision issues anew. A remark in brackets may stand between.
    fn rules_title(&self, line: Span, start: usize) -> Option<usize> {
        /// A guess.
        const ABOVE_LINES: usize = 12;
        let slice = self.source.slice(line);
        if !(slice.starts_with("第一条") || slice.starts_with("第一章")) {
            return None;
        }
        let above: Vec<Span> =
            self.source.lines(Span::new(start, line.start)).rev().take(ABOVE_LINES).collect();
        let remark = match above.first() {
            Some(last) if self.source.slice(*last).ends_with(['）', ')']) => {
                let opens = |line: &Span| self.source.slice(*line).starts_with(['（', '(']);
                above.iter().position(opens).map_or(0, |opens| opens + 1)
            }
            _ => 0,
        };
        let lines = &above[remark..];
        let last = lines.first()?;
        let titled = |first: &&Span| {
            let words = mend(&self.source.text[first.start..last.end]);
            !words.starts_with(['（', '('])
                && words.ends_with(|c| is_han(c) || matches!(c, '）' | ')'))
                && dates(&words).is_empty()
                && title_strength(&words).is_some()
        };
        // the longest run of lines that is a title, behind a paragraph's end
        let ends = |index: usize| {
            lines.get(index + 1).is_some_and(|before| {
                self.source.slice(*before).ends_with(['。', '）', '》']) || self.is_day(*before)
            })
        };
        let found = lines.iter().enumerate().take(4).rfind(|(index, first)| ends(*index) && titled(first));
        found.map(|(_, first)| first.start)
    }

    /// Whether the line is a day and nothing else.
    fn is_day(&self, line: Span) -> bool {
        let next = self.days.partition_point(|(range, _)| range.start < line.start);
        self.days.get(next).is_some_and(|(range, _)| Span::from(range.clone()) == line)
    }

    /// Whether a known title fills the line, or begins it and ends it together with the next.
    fn begins_known(&self, line: Span) -> bool {
        let slice = self.source.slice(line);
        let rest = &self.source.text[line.start..];
        self.known.at_start(rest).is_some_and(|len| {
            let (title, after) = rest.split_at(len);
            // 《办法》使用说明 may be a title, 《办法》 alone is cited
            if slice.starts_with('《') && title.find('》').is_none_or(|close| title[close..] == *"》") {
                return false;
            }
            let ends_line = after.trim_start_matches(|c: char| is_blank(c) && c != '\n').starts_with('\n');
            ends_line || after.starts_with(['（', '(']) || after.starts_with(is_blank)
        })
    }
}

/// Whether a line begins with the title of rules and their first article: `青州省渔港管理办法 （2005年3月1日修正） 第一条…`.
fn has_rules_title(source: &Source<'_>, line: Span) -> bool {
    /// In bytes: a title, and a remark behind it. A guess.
    const LONGEST_BYTES: usize = 120;
    /// A hundred characters: a guess.
    const REACH_BYTES: usize = 300;
    const GENRES: &[&str] = &["办法", "规定", "条例", "细则", "规则"];
    let slice = source.slice(line);
    let title = &slice[..source.next_blank(line.start, line.end) - line.start];
    if title.len() > LONGEST_BYTES {
        return false;
    }
    let title = &title[..title.find(['（', '(']).unwrap_or(title.len())];
    if !ends(title, GENRES) || title_strength(title).is_none() {
        return false;
    }
    let behind = slice[title.len()..floor(slice, REACH_BYTES).max(title.len())].trim_start_matches(is_blank);
    let remark = behind.starts_with(['（', '(']).then(|| behind.find(['）', ')'])).flatten();
    let article = remark.map_or(behind, |close| behind[close..].trim_start_matches(['）', ')']));
    begins(article.trim_start_matches(is_blank), &["第一条", "第一章"])
}
