//! Lines of the page between the elements of a head: menus, names of sites, counters, who wrote it once more.

use super::title::is_own;
use super::{Head, Kind};
use crate::Span;
use crate::furniture::is_furniture;
use crate::grammar::attachment;
use crate::grammar::document_number::document_number;
use crate::grammar::organisation::{is_han, organisations};
use crate::grammar::title::{SUBJECTS, Strength};
use crate::marker::first_item;
use crate::words::holds;

/// Lines among which the next element is looked for: pages with some thirty of their own above the title were seen.
const LINES: usize = 40;
/// The longest of these lines in bytes.
const LONGEST: usize = 180;

/// Words of a page's menus and crumbs that stand alone on a line above the title.
const MENU: &[&str] = &[
    "首页",
    "网站首页",
    "搜索",
    "设为首页",
    "加入收藏",
    "政务公开",
    "信息公开",
    "政府信息公开",
    "法定主动公开内容",
    "政策文件",
    "政府文件",
    "规范性文件",
    "行政规范性文件",
    "通知公告",
    "公示公告",
    "有效",
    "正文",
    "【阅读全文】",
];

/// Signs before the parts of a path or the lines of a list.
const SIGNS: [char; 5] = ['/', '>', '»', '•', '·'];

impl Head<'_, '_> {
    /// A line of the page's menu above the title: one of its words, or the first of several short lines before a title
    /// that is whole without them.
    pub(super) fn menu(&mut self, at: usize, line: Span) -> Option<usize> {
        if self.kind == Kind::Attached || !self.source.begins_line(at) {
            return None;
        }
        let words = self.source.slice(line);
        if at < self.menu || MENU.contains(&words) {
            return Some(self.set_aside(line));
        }
        if words.starts_with(SIGNS) {
            return self.aside(at, line);
        }
        self.menu = self.end_of_menu(line)?;
        Some(self.set_aside(line))
    }

    /// Where a whole title begins, if this and the next lines are short and say nothing of one.
    fn end_of_menu(&self, line: Span) -> Option<usize> {
        /// A title torn into lines as short as these was not seen.
        const SHORT: usize = 24;
        const LINES: std::ops::RangeInclusive<usize> = 3..=12;
        let is_short = |line: &Span| {
            let words = self.source.slice(*line);
            line.len() <= SHORT
                && words.chars().all(is_han)
                && !words.ends_with(['省', '市', '县', '区', '州', '的'])
                && !holds(words, SUBJECTS)
                && !words.ends_with("文件")
                && organisations(words).is_none()
        };
        let reach = self.source.floor((line.start + LONGEST * LINES.end()).min(self.end));
        let mut lines = self.source.lines(Span::new(line.start, reach));
        let short = lines.by_ref().take(LINES.end() + 1).take_while(is_short).count();
        let behind = self.source.lines(Span::new(line.start, reach)).nth(short)?.start;
        let title = LINES.contains(&short).then(|| self.title_at(behind)).flatten();
        title.filter(|(_, found)| *found == Strength::Certain).map(|_| behind)
    }

    fn set_aside(&mut self, line: Span) -> usize {
        self.margin.page_lines.add(line);
        self.margin.furniture.push(line);
        line.end
    }

    /// Sets a line aside that is none of the head's elements, if one follows behind it and others like it.
    pub(super) fn aside(&mut self, at: usize, line: Span) -> Option<usize> {
        if self.kind == Kind::Attached || line.is_empty() || self.header.recipients.is_some() {
            return None;
        }
        // collections of laws print who issued the document under its title, and the title again
        let byline =
            !self.header.repeated_titles.is_empty() && organisations(self.source.slice(line)).is_some();
        if !byline && at >= self.next {
            self.next = self.next_element(line)?;
        }
        Some(self.set_aside(line))
    }

    /// Where the next element begins behind `line`, if only lines of a page stand before it.
    fn next_element(&self, mut line: Span) -> Option<usize> {
        for _ in 0..LINES {
            if !self.is_of_page(line) {
                return None;
            }
            let at = self.source.skip_blanks(line.end, self.end);
            line = self.source.rest_of_line(at, self.end);
            if line.is_empty() {
                return None;
            }
            if self.is_element(at, line) {
                return Some(at);
            }
        }
        None
    }

    /// Whether a line may be the page's: it is short and says no sentence, and no item begins with it.
    fn is_of_page(&self, line: Span) -> bool {
        let words = self.source.slice(line);
        let sentence =
            words.contains(['。', '；', '！']) || words.contains('，') && !words.contains(['：', ':']);
        is_furniture(words)
            || line.len() <= LONGEST
                && !sentence
                && !first_item(words)
                && attachment::label(words).is_none()
                && !words.starts_with("附件")
    }

    /// Whether the first item stands on the line behind `at`: `第一章`.
    fn heads_items(&self, at: usize) -> bool {
        let next = self.source.skip_blanks(at, self.end);
        first_item(self.source.slice(self.source.rest_of_line(next, self.end)))
    }

    /// Whether an element of the head surely begins at `at`: a title, the number alone on its line, recipients, and above the
    /// title a page's label.
    fn is_element(&self, at: usize, line: Span) -> bool {
        let number = || {
            let words = self.source.slice(line);
            self.header.doc_number.is_none()
                && document_number(words)
                    .is_some_and(|(number, len)| number.agency_code.is_some() && len == words.len())
        };
        let alone = |end: usize| self.source.rest_of_line(end, self.end).is_empty();
        let recipients = || self.recipients_span(at).is_some_and(|(_, end)| alone(end));
        match &self.header.title {
            None => {
                let title =
                    || self.known_title(at).or_else(|| self.order_title(at)).or_else(|| self.title_at(at));
                !self.labels(at, line).is_empty()
                    || number()
                    || !self.margin.metadata.is_empty() && recipients()
                    || title().is_some_and(|(span, strength)| {
                        strength == Strength::Certain || self.heads_items(span.end)
                    })
            }
            Some(title) => is_own(&title.text, &self.source.text[at..self.end]) || number() || recipients(),
        }
    }
}
