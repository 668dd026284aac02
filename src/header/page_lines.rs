//! Lines of the page between the elements of a head: menus, names of sites, counters, who wrote it once more.

use super::head::{Head, Kind, is_grade};
use super::title::begins_again;
use crate::grammar::attachment;
use crate::grammar::name::line::organisations;
use crate::grammar::number::{document_number, numbers};
use crate::grammar::title::Strength;
use crate::lexicon::titles::SUBJECTS;
use crate::model::{DocumentNumber, Metadata, PageRule};
use crate::outline::first_item;
use crate::page::footer::FILES;
use crate::page::furniture::is_furniture;
use crate::text::character::{is_han, squeezed};
use crate::text::span::Span;
use crate::text::words::{ends, holds};

/// Sentences among the lines between two elements, at most. A guess.
const MOST_SENTENCES: usize = 3;
/// The longest line of a page in bytes. A guess.
const LONGEST_BYTES: usize = 180;

/// Words of a page's menus and crumbs that stand alone on a line above the title.
const MENU: &[&str] = &[
    "首页",
    "网站首页",
    "搜索",
    "设为首页",
    "关于我们",
    "关于本站",
    "联系我们",
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

/// The last characters of divisions, and of organs: a name torn from its issuer holds one of them.
pub(super) const DIVISIONS: [char; 11] = ['省', '市', '县', '区', '州', '的', '委', '局', '厅', '办', '部'];

/// Whether a line holds nothing of a title or a head.
fn says_nothing(words: &str) -> bool {
    !holds(words, SUBJECTS)
        && !ends(words, &["文件", "令", "公告", "通告"])
        && !words.contains(['《', '〔', '[', '★', '：', ':', '（', '('])
        && !words.chars().all(|c| c.is_ascii_digit())
        && !is_grade(words)
        && organisations(words).is_none()
}

/// Whether the first item of a list or an attachment begins so: the head is over.
pub(super) fn begins_part(words: &str) -> bool {
    first_item(words) || attachment::label(words).is_some() || words.starts_with("附件")
}

impl Head<'_, '_> {
    /// A line of the page's menu or path: one of its words, or behind its signs.
    pub(super) fn menu(&mut self, at: usize, line: Span) -> Option<usize> {
        if !self.may_be_menu(at) {
            return None;
        }
        let words = self.source.slice(line);
        if at < self.menu || MENU.contains(&words) {
            return Some(self.set_aside(line));
        }
        words.starts_with(SIGNS).then(|| self.aside(at, line)).flatten()
    }

    /// The first of the short lines above a title that is whole without them.
    pub(super) fn menu_above(&mut self, at: usize, line: Span) -> Option<usize> {
        if !self.may_be_menu(at) {
            return None;
        }
        self.menu = self.end_of_menu(line)?;
        Some(self.set_aside(line))
    }

    /// Whether a page's menu may stand at `at`: above and between the notice's own lines.
    fn may_be_menu(&self, at: usize) -> bool {
        self.kind == Kind::Notice && self.source.begins_line(at)
    }

    /// Where a whole title begins, if this and the next lines are short and say nothing of one. One or two may still be
    /// torn from its issuers: unless signs or blanks stand in them, or a blank line behind them.
    fn end_of_menu(&self, line: Span) -> Option<usize> {
        /// A title torn into lines as short as these was not seen.
        const SHORT_BYTES: usize = 24;
        /// A title torn into so many short lines may be among them. A guess.
        const FEW_LINES: usize = 2;
        /// More words of a menu in a row are no part of a head: a guess.
        const MANY_LINES: usize = 12;
        let is_short = |line: &Span| {
            let words = self.source.slice(*line);
            line.len() <= SHORT_BYTES && !words.ends_with(DIVISIONS) && says_nothing(words)
        };
        let short: Vec<Span> = self
            .source
            .lines(Span::new(line.start, self.end))
            .take(MANY_LINES + 1)
            .take_while(is_short)
            .collect();
        let last = short.last().filter(|_| short.len() <= MANY_LINES)?;
        let behind = self.source.skip_blanks(last.end, self.end);
        let parted = || self.source.text[last.end..behind].matches('\n').nth(1).is_some();
        let plain = |line: &Span| self.source.slice(*line).chars().all(is_han);
        let divided = |line: &Span| self.source.slice(*line).contains(DIVISIONS);
        let menu = match short.len() {
            ..=FEW_LINES => !short.iter().any(divided) && (parted() || !short.iter().all(plain)),
            _ => short.iter().all(plain),
        };
        let title = menu.then(|| self.title_at(behind)).flatten();
        title.filter(|(_, found)| *found == Strength::Certain).map(|_| behind)
    }

    pub(super) fn set_aside(&mut self, line: Span) -> usize {
        self.gathered.page_lines.add(line);
        let number = if self.header.doc_number.is_none() { self.labelled_number(line) } else { None };
        let parts = match &number {
            Some(number) => [Span::new(line.start, number.span.start), Span::new(number.span.end, line.end)],
            None => [line, Span::new(line.end, line.end)],
        };
        let parts = parts.map(|part| self.source.trim(part));
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            self.gathered.set_aside(PageRule::HeadLine, part);
        }
        self.header.doc_number = self.header.doc_number.take().or(number);
        line.end
    }

    /// The number in a line of the page, behind its label without a colon or alone behind the sign of a list:
    /// `发布机构 云溪县人民政府 文 号 云政发〔2023〕1号`.
    fn labelled_number(&self, line: Span) -> Option<DocumentNumber> {
        let words = self.source.slice(line);
        let found = numbers(words).into_iter().find(|number| number.agency_code.is_some())?;
        let before = squeezed(&words[..found.range.start]);
        let label =
            ends(&before, &["文号", "字号", "文号：", "文号:"]) || before.chars().all(|c| SIGNS.contains(&c));
        let place = Span::new(line.start + found.range.start, line.start + found.range.end);
        let stretch = self.source.stretch(place);
        document_number(stretch.as_str()).filter(|_| label).map(|(number, _)| number.spell(&stretch))
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
        if self.header.title.is_none() && self.may_be_title(line) {
            self.set_title(line);
            return Some(line.end);
        }
        // a sentence is the page's too, but that is no more than likely: it stays unparsed
        Some(if self.is_of_page(line) { self.set_aside(line) } else { line.end })
    }

    /// Whether a line says what it is about behind nothing or organs, and lacks no more than a genre.
    fn may_be_title(&self, line: Span) -> bool {
        /// In bytes: eight characters. A guess.
        const SHORTEST_BYTES: usize = 24;
        let words = self.source.slice(line);
        if !(SHORTEST_BYTES..=LONGEST_BYTES).contains(&words.len()) {
            return false;
        }
        let issuers = words.find("关于").map(|at| &words[..at]);
        issuers.is_some_and(|issuers| issuers.is_empty() || organisations(issuers).is_some())
            && !words.contains(['。', '：', ':'])
    }

    /// Where the next element begins behind `line`, if only lines of a page stand before it; a few sentences may, where a
    /// title with number or recipients follows.
    fn next_element(&self, mut line: Span) -> Option<usize> {
        let mut labels = self.labels(line);
        let (mut sentences, mut first_labels) = (0, None);
        loop {
            if !self.is_of_page(line) && labels.is_empty() {
                sentences += 1;
                if sentences > MOST_SENTENCES || !self.is_sentence_of_page(line) {
                    return None;
                }
            }
            let at = self.source.skip_blanks(line.end, self.end);
            line = self.source.rest_of_line(at, self.end);
            if line.is_empty() {
                return None;
            }
            labels = self.labels(line);
            if self.is_element(line, &labels) && (sentences == 0 || self.is_headed(at)) {
                return first_labels.or(Some(at));
            }
            // labels are told by what follows them: any text may stand above 来源：
            if !labels.is_empty() {
                first_labels.get_or_insert(at);
            }
        }
    }

    /// Whether a line may be the page's: it is short and says no sentence, and no item begins with it.
    pub(super) fn is_of_page(&self, line: Span) -> bool {
        let words = self.source.slice(line);
        let sentence =
            words.contains(['。', '；', '！']) || words.contains('，') && !words.contains(['：', ':']);
        // ——2021年修订 belongs to the title
        let subtitle = words.starts_with("——") || ends(words, &["修订", "修订稿", "征求意见稿"]);
        let part = || begins_part(words) && !self.lists_files(line);
        is_furniture(words) || line.len() <= LONGEST_BYTES && !sentence && !subtitle && !part()
    }

    /// Whether the page lists the files of the notice under this label: `附件:⏎渡口分布图.pdf`.
    fn lists_files(&self, line: Span) -> bool {
        let next = self.source.rest_of_line(self.source.skip_blanks(line.end, self.end), self.end);
        let name = self.source.slice(next);
        attachment::label(self.source.slice(line)) == Some(line.len())
            && FILES.iter().any(|kind| name.contains(kind))
    }

    /// Whether a line above a title may be a sentence of the page's, by what no notice says.
    fn is_sentence_of_page(&self, line: Span) -> bool {
        /// A guess.
        const LONGEST_BYTES: usize = 600;
        const OWN: &[&str] = &["现将", "印发", "转发", "通知", "根据", "为了", "按照", "同意", "如下"];
        let words = self.source.slice(line);
        self.header.title.is_none()
            && line.len() <= LONGEST_BYTES
            && !holds(words, OWN)
            && !begins_part(words)
    }

    /// Whether a title with its number or recipients right behind it begins at `at`.
    fn is_headed(&self, at: usize) -> bool {
        self.title_at(at).is_some_and(|(title, strength)| {
            let next = self.source.skip_blanks(title.end, self.end);
            strength == Strength::Certain
                && (self.followed_by_number(title.end) || self.addressed(next).is_some())
        })
    }

    /// Whether the first item stands on the line behind `at`: `第一章`.
    fn heads_items(&self, at: usize) -> bool {
        let next = self.source.skip_blanks(at, self.end);
        first_item(self.source.slice(self.source.rest_of_line(next, self.end)))
    }

    /// Whether an element of the head surely begins with a line of these labels: a title, the number alone, recipients, and
    /// above the title a label that gives title or number.
    fn is_element(&self, line: Span, labels: &[Metadata]) -> bool {
        let at = line.start;
        let number = || {
            let words = self.source.slice(line);
            self.header.doc_number.is_none()
                && document_number(words)
                    .is_some_and(|(number, len)| number.agency_code.is_some() && len == words.len())
        };
        let alone = |end: usize| self.source.rest_of_line(end, self.end).is_empty();
        let recipients = || self.addressed(at).is_some_and(|addressed| alone(addressed.end));
        match &self.header.title {
            None => {
                let title = || self.known_title(at).or_else(|| self.title_of_line(line));
                labels.iter().any(|label| label.title.is_some() || label.doc_number.is_some())
                    || number()
                    || !self.gathered.metadata.is_empty() && recipients()
                    || title().is_some_and(|(span, strength)| {
                        strength == Strength::Certain || self.heads_items(span.end)
                    })
            }
            Some(title) => {
                begins_again(&title.text, &self.source.text[at..self.end]) || number() || recipients()
            }
        }
    }
}
