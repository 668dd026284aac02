//! The head of a document: issuer mark, number, title, recipients, and the page's labels between them.

mod beginning;
mod dated;
mod head;
mod issuer;
mod memo;
mod page_lines;
mod title;

use std::cell::Cell;

pub(crate) use head::Kind;
use head::{Addressed, Head, NUMBER_BYTES, SECRECY, field, is_urgency, next_field};
use memo::Memo;
use title::is_status;

use crate::gathered::Gathered;
use crate::grammar::date::date;
use crate::grammar::known_titles::KnownTitles;
use crate::grammar::name::line::organisations;
use crate::grammar::number::{document_number, numbers};
use crate::grammar::recipients::{may_be, recipients};
use crate::grammar::title::may_end;
use crate::model::{Code, Header, Metadata, PageRule, Recipients};
use crate::page::furniture::is_furniture;
use crate::page::metadata::{is_key, metadata};
use crate::text::boundary::floor;
use crate::text::character::{is_blank, is_han};
use crate::text::first_bytes::FirstBytes;
use crate::text::page_number::is_page_number;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::text::words::{COLONS, begins};

/// The longest list of recipients in bytes. A guess.
const RECIPIENTS_BYTES: usize = 2400;

/// Reads the head of the document that begins at `span.start`; returns it with the place where the body begins.
pub(crate) fn header(
    source: &Source<'_>,
    span: Span,
    kind: Kind,
    known: &KnownTitles,
    gathered: &mut Gathered,
) -> (Header, usize) {
    let mut head = Head {
        source,
        end: span.end,
        kind,
        known,
        gathered,
        header: Header::default(),
        certain: false,
        mark: Cell::new((1, 0)),
        titles: Memo::default(),
        addressed: Memo::default(),
        labels: Memo::default(),
        next: 0,
        menu: 0,
    };
    let mut at = head.beginning(span);
    let titles = head.above(Span::new(span.start, at));
    loop {
        at = source.skip_blanks(at, span.end);
        let line = source.rest_of_line(at, span.end);
        match head.element(at, line).or_else(|| head.aside(at, line)) {
            Some(end) if at < span.end && end > at => at = end,
            _ => break,
        }
    }
    head.repeat_above(titles);
    // titles that a longer one replaced were noted late: bring them back into the order of the text
    head.header.repeated_titles.sort_by_key(|title| title.span);
    (head.header, at)
}

/// What may read the element of a head that begins at a place, on the rest of its line; it gives the element's end.
type Rule = fn(&mut Head<'_, '_>, at: usize, line: Span) -> Option<usize>;

/// The elements of a head in the order in which a line is held against them.
const ELEMENTS: [Rule; 11] = [
    // labels and buttons stand between all others
    |head, at, line| head.page(at, line),
    |head, at, line| head.menu(at, line),
    |head, _, line| head.grades(line),
    |head, at, line| head.approvers(at, line),
    |head, at, line| head.number(at, line),
    // a day under the title may have the number beside it
    |head, at, line| head.dated(at, line),
    // an organ's word above the number, not in a title
    |head, at, line| head.mark(at, line),
    // what stands above a title that is whole without it
    |head, at, line| head.menu_above(at, line),
    |head, at, _| head.title(at),
    |head, at, _| head.recipients(at),
    // a name alone is told by the number that follows
    |head, at, line| head.issuer(at, line),
];

impl Head<'_, '_> {
    /// Reads the element at `at`; returns its end.
    fn element(&mut self, at: usize, line: Span) -> Option<usize> {
        if line.is_empty() || self.header.recipients.is_some() {
            return None;
        }
        ELEMENTS.iter().find_map(|rule| rule(self, at, line))
    }

    /// What the page put there: rules, buttons, times, labelled lines, a collector's `【青州】`.
    fn page(&mut self, at: usize, line: Span) -> Option<usize> {
        let slice = self.source.slice(line);
        if self.source.begins_line(at) && (is_furniture(slice) || is_timestamp(slice)) {
            let rule = if is_furniture(slice) { PageRule::Furniture } else { PageRule::Timestamp };
            self.gathered.set_aside(rule, line);
            return Some(line.end);
        }
        // 青政发〔2022〕2号★
        if slice.starts_with('★') && !self.source.begins_line(at) {
            let star = Span::new(at, at + '★'.len_utf8());
            self.gathered.set_aside(PageRule::Remark, star);
            return Some(star.end);
        }
        let labelled = self.take_labels(line);
        if let Some(end) = labelled.last().map(|last| last.span.end) {
            self.gathered.label(labelled);
            // the bars of a table behind the last value, the bracket around them all
            let behind = &self.source.text[end..line.end.max(end)];
            let rest = behind.trim_start_matches(|c| is_blank(c) || matches!(c, '|' | '｜' | '）' | ')'));
            return Some(end + behind.len() - rest.len());
        }
        let remark = if slice.starts_with('【') && self.header.title.is_none() {
            slice
                .find('】')
                .filter(|&close| close <= 36 && close + '】'.len_utf8() < slice.len())
                .map(|close| close + '】'.len_utf8())
        } else if self.header.title.is_some() && slice.starts_with(['（', '(']) {
            let close = slice.find(['）', ')'])?;
            let len = close + slice[close..].chars().next().map_or(0, char::len_utf8);
            is_status(slice[..len].trim_matches(['（', '(', '）', ')'])).then_some(len)
        } else if slice.starts_with('》') {
            Some('》'.len_utf8())
        } else if self.header.title.is_none() {
            // 政务服务丨青州市人民政府关于…
            const SHORT_BYTES: usize = 30;
            slice[..floor(slice, SHORT_BYTES)].find('丨').map(|at| at + '丨'.len_utf8())
        } else {
            // …的通知_省财政厅
            slice.starts_with('_').then_some(slice.len())
        };
        let span = Span::new(at, at + remark?);
        self.gathered.set_aside(PageRule::Remark, span);
        Some(span.end)
    }

    /// Where the labelled pieces of a line may begin, behind the sign of a list or table or in a bracket: `• 发文字号：`.
    fn behind_sign(&self, line: Span) -> usize {
        let words = self.source.slice(line);
        let sign = |c| is_blank(c) || matches!(c, '-' | '•' | '·' | '●' | '*' | '|' | '（' | '(');
        let begins = self.source.begins_line(line.start);
        line.start + if begins { words.len() - words.trim_start_matches(sign).len() } else { 0 }
    }

    /// The labelled pieces of a line that is read now.
    fn take_labels(&self, line: Span) -> Vec<Metadata> {
        let at = self.behind_sign(line);
        self.labels.take(at, || metadata(self.source, at, self.end))
    }

    /// The labelled pieces of a line that is looked ahead at.
    fn labels(&self, line: Span) -> Vec<Metadata> {
        let at = self.behind_sign(line);
        self.labels.answer(at, || metadata(self.source, at, self.end))
    }

    /// Whether a labelled piece begins at `at`.
    fn is_labelled(&self, at: usize) -> bool {
        self.labels.with(at, || metadata(self.source, at, self.end), |labels| !labels.is_empty())
    }

    /// 份号, 密级 and 紧急程度: words of their own in the first lines.
    fn grades(&mut self, line: Span) -> Option<usize> {
        /// A grade of urgency with blanks inside: a guess.
        const URGENCY_BYTES: usize = 40;
        /// A grade and its term, ten characters: a guess.
        const GRADE_BYTES: usize = 30;
        if self.header.title.is_some() {
            return None;
        }
        if line.len() < URGENCY_BYTES {
            let whole = self.source.words(line);
            if is_urgency(&whole.value) {
                self.header.urgency = Some(whole);
                return Some(line.end);
            }
        }
        let field = field(self.source, line.start, line.end);
        let words = self.source.slice(field);
        if words.len() == 6 && words.bytes().all(|b| b.is_ascii_digit()) && self.header.copy_number.is_none()
        {
            self.header.copy_number = Some(self.source.words(field));
        } else if begins(words, SECRECY) && words.len() <= GRADE_BYTES {
            self.header.secrecy = Some(self.source.words(field));
        } else if is_urgency(words) {
            self.header.urgency = Some(self.source.words(field));
        } else {
            return None;
        }
        Some(field.end)
    }

    /// `签发人：张某某　李某某`, and the names below and behind the number.
    fn approvers(&mut self, at: usize, line: Span) -> Option<usize> {
        let slice = self.source.slice(line);
        let names = match slice.strip_prefix("签发人").map(|rest| rest.trim_start_matches(is_blank)) {
            Some(rest) => rest.strip_prefix(['：', ':'])?,
            None if !self.header.approvers.is_empty()
                && (self.header.title.is_none() || !self.source.begins_line(at)) =>
            {
                slice
            }
            None => return None,
        };
        let start = line.end - names.len();
        let mut end = start;
        while let Some(name) = self.name(end, line.end) {
            self.header.approvers.push(self.source.words(name));
            end = name.end;
        }
        if end > start && start > at {
            self.gathered.marks.push(Span::new(at, start));
        }
        (end > start).then_some(end)
    }

    /// A person's name of two to four characters; a blank may part the two of `万　钢`.
    fn name(&self, at: usize, end: usize) -> Option<Span> {
        let first = next_field(self.source, at, end)?;
        let spelled = |span: Span| self.source.slice(span).chars().all(is_han);
        let count = |span: Span| self.source.slice(span).chars().count();
        match count(first) {
            1 => {
                let second = next_field(self.source, first.end, end)?;
                (count(second) == 1 && spelled(first) && spelled(second)).then(|| first.hull(second))
            }
            2..=4 => {
                spelled(first).then_some(first).filter(|_| organisations(self.source.slice(first)).is_none())
            }
            _ => None,
        }
    }

    fn number(&mut self, at: usize, line: Span) -> Option<usize> {
        let open = self
            .source
            .slice(line)
            .chars()
            .next()
            .filter(|&c| matches!(c, '（' | '('))
            .map_or(0, char::len_utf8);
        let reach = self.source.floor(line.end.min(at + NUMBER_BYTES));
        let stretch = self.source.stretch(Span::new(at + open, reach));
        let (number, len) = document_number(stretch.as_str())?;
        let first = self.source.slice(field(self.source, at, line.end));
        // 青州省财政厅　青商贸〔2013〕70号 begins with an issuer
        if first.len() < number.agency_code.as_ref().map_or(0, |code| code.end)
            && organisations(first).is_some()
        {
            return None;
        }
        let after = &stretch.as_str()[len..];
        if open > 0 && !after.starts_with(['）', ')']) {
            return None;
        }
        // a number that a title goes on from is part of the title: 海关总署公告2008年第24号（关于…）
        if number.agency_code.is_none() && after.starts_with(['（', '(']) {
            return None;
        }
        if after.starts_with(['，', '。', '、', '》', '的', '文']) || (open == 0 && after.starts_with('）'))
        {
            return None;
        }
        // 第2741号提案的答复 is a title
        let behind = stretch.span(0..len).end;
        if number.agency_code.is_none() && self.source.text[behind..self.end].starts_with(is_han) {
            return None;
        }
        let damaged = number.damaged;
        let number = number.spell(&stretch);
        let end = number.span.end
            + self.source.text[number.span.end..]
                .chars()
                .next()
                .filter(|_| open > 0)
                .map_or(0, char::len_utf8);
        if self.header.doc_number.is_some() {
            self.gathered.set_aside(PageRule::Again, Span::new(at, end));
            return Some(end);
        }
        if damaged {
            let message =
                format!("found document number 「{number}」, expected its year in brackets such as 〔2024〕");
            self.gathered.findings.report(Code::DamagedNumber, number.span, message);
        }
        self.header.doc_number = Some(number);
        Some(end)
    }

    fn recipients(&mut self, at: usize) -> Option<usize> {
        let Addressed { names, span, end } = self.addressed(at)?;
        let stretch = self.source.stretch(span);
        let names = names.into_iter().map(|range| stretch.words(range)).collect();
        self.header.recipients = Some(Recipients { names, span: Span::new(span.start, end) });
        Some(end)
    }

    /// The first `：` or `。` from `at` on, with its place.
    fn first_mark(&self, at: usize) -> Option<(usize, char)> {
        let (from, found) = self.mark.get();
        let limit = self.source.floor((at + RECIPIENTS_BYTES).min(self.end));
        let found = if (from..=found).contains(&at) {
            found
        } else {
            let found = self.mark_between(at, limit).unwrap_or(limit);
            self.mark.set((at, found));
            found
        };
        let mark =
            self.source.text[found..self.end].chars().next().filter(|&c| c == '。' || COLONS.contains(&c))?;
        Some((found, mark))
    }

    /// The first such mark between two places; the colon of a page number is none.
    fn mark_between(&self, mut at: usize, limit: usize) -> Option<usize> {
        loop {
            let found = at + find_mark(self.source.text.get(at..limit)?)?;
            let line =
                Span::new(self.source.line_start(found, 0), self.source.rest_of_line(found, limit).end);
            if !is_page_number(self.source.slice(line), Some('，'), "") {
                return Some(found);
            }
            at = line.end;
        }
    }

    /// Whether a line of `span` before the last is something else than a list that goes on: it holds none of its marks, and no
    /// bracket or mark of the list carries it over.
    fn ends_inside(&self, span: Span) -> bool {
        /// A line of this length may hold one long name, in bytes. A guess.
        const LONG_BYTES: usize = 72;
        let mut depth = 0_usize;
        let mut lines = self.source.lines(span).peekable();
        while let Some(line) = lines.next() {
            let words = self.source.slice(line);
            for c in words.chars() {
                match c {
                    '（' | '(' => depth += 1,
                    '）' | ')' => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
            let carried = |next: Span| {
                depth > 0 || self.source.slice(next).starts_with(['（', '(', '）', ')', '、', '，', ','])
            };
            let goes_on = words.contains(['，', '、', ',']) || words.len() >= LONG_BYTES && !may_end(words);
            let page = || is_page_number(words, Some('，'), "");
            if !goes_on && !page() && lines.peek().is_some_and(|&next| !carried(next)) {
                return true;
            }
        }
        false
    }

    /// The recipients that begin at `at`.
    fn addressed(&self, at: usize) -> Option<Addressed> {
        self.addressed.answer(at, || self.addressees(at))
    }

    fn addressees(&self, at: usize) -> Option<Addressed> {
        let (colon, mark) = self.first_mark(at)?;
        let colon = colon - at;
        let span = self.source.trim(Span::new(at, at + colon));
        if mark == '。' || !may_be(self.source.slice(span)) {
            return None;
        }
        let last = self.source.lines(span).next_back()?;
        if self.ends_inside(span) || self.is_labelled(last.start) {
            return None;
        }
        let end = at + colon + mark.len_utf8();
        // in an attached document 旅游部门：依法承担… tells duties; two wide blanks are the indent of a lost line
        let behind = self.source.slice(self.source.rest_of_line(end, self.end));
        let ends_line = behind.trim_matches(is_blank).is_empty() || behind.starts_with("\u{3000}\u{3000}");
        if self.kind == Kind::Attached && !ends_line {
            return None;
        }
        // 公开程序　部门编制，经办公室审核后公开: a table whose bars were lost
        let table = is_key(self.source.slice(field(self.source, span.start, span.end)));
        if table || !numbers(self.source.slice(span)).is_empty() {
            return None;
        }
        let names = recipients(self.source.stretch(span).as_str())?;
        Some(Addressed { names, span, end })
    }
}

/// The first `：` or `。`.
fn find_mark(text: &str) -> Option<usize> {
    /// The first bytes of both, and of others.
    static MARKS: FirstBytes = FirstBytes::new(&[b':', 0xe2, 0xe3, 0xef]);
    let mut scan = MARKS.scan(text.as_bytes());
    let mut places = std::iter::successors(scan.next(0), |at| scan.next(at + 1));
    places.find(|&at| text[at..].starts_with(|c| c == '。' || COLONS.contains(&c)))
}

/// `2011-04-13 16:49`, `2020年7月4日 星期六`: the page's own.
fn is_timestamp(line: &str) -> bool {
    /// A day, a weekday and a clock: a guess.
    const LONGEST_BYTES: usize = 60;
    if line.len() > LONGEST_BYTES || !line.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let Some((_, len)) = date(line) else { return false };
    let weekday = line[len..].contains("星期");
    let clock = |c: char| is_blank(c) || c.is_ascii_digit() || c == ':';
    weekday || !line.contains('年') && line[len..].chars().all(clock)
}
