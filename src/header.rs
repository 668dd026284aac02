//! The head of a document: issuer mark, number, title, recipients, and the page's labels between them.

use crate::furniture::{is_furniture, metadata};
use crate::grammar::citation::citations;
use crate::grammar::date::{date, dates};
use crate::grammar::document_number::{document_number, numbers};
use crate::grammar::organisation::{is_han, organisations};
use crate::grammar::recipients::recipients;
use crate::grammar::title::{Strength, title, title_strength};
use crate::lines::trim;
use crate::margin::Margin;
use crate::marker::{ends_paragraph, first_item};
use crate::mend::{Stretch, is_blank, mend};
use crate::parts::Kind;
use crate::source::Source;
use crate::{Code, Header, Recipients, Span, Spanned, Text, Title};

/// The longest title in bytes, breaks and blanks included.
const TITLE_REACH: usize = 900;
/// The longest document number in bytes, blanks included.
const NUMBER_REACH: usize = 240;
/// The longest list of recipients in bytes.
const RECIPIENTS_REACH: usize = 2400;

/// Reads the head of the document that begins at `span.start`; returns it with the place where the body begins.
pub(crate) fn header(
    source: &Source<'_>,
    span: Span,
    kind: Kind,
    known: &KnownTitles,
    margin: &mut Margin,
) -> (Header, usize) {
    let mut head =
        Head { source, end: span.end, kind, known, margin, header: Header::default(), certain: false };
    let mut at = span.start;
    loop {
        at = source.skip_blanks(at, span.end);
        match head.element(at) {
            Some(end) if at < span.end && end > at => at = end,
            _ => return (head.header, at),
        }
    }
}

/// Titles of documents that the notice names in `《》` or lists as attachments: where one stands alone, that document begins.
#[derive(Debug, Default)]
pub(crate) struct KnownTitles(Vec<String>);

impl KnownTitles {
    /// Adds a name, without marks and blanks.
    pub(crate) fn add(&mut self, name: &str) {
        let squeezed: String = name.chars().filter(|&c| !is_passed_over(c)).collect();
        if squeezed.chars().count() >= 5 && self.0.len() < 64 && !self.0.contains(&squeezed) {
            self.0.push(squeezed);
        }
    }

    /// The end of a known title that stands at the start of `text`, blanks and marks passed over.
    pub(crate) fn at_start(&self, text: &str) -> Option<usize> {
        self.0.iter().filter_map(|name| prefix_len(text, name)).max()
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        let squeezed: String = name.chars().filter(|&c| !is_passed_over(c)).collect();
        self.0.contains(&squeezed)
    }
}

fn is_passed_over(c: char) -> bool {
    is_blank(c) || matches!(c, '《' | '》' | '〈' | '〉' | '<' | '>' | '#' | '“' | '”' | '"')
}

/// The length of the start of `text` that spells `name`.
fn prefix_len(text: &str, name: &str) -> Option<usize> {
    let mut name = name.chars();
    let mut wanted = name.next()?;
    for (at, c) in text.char_indices() {
        if c == wanted {
            match name.next() {
                Some(next) => wanted = next,
                None => return Some(at + c.len_utf8()),
            }
        } else if !is_passed_over(c) {
            return None;
        }
    }
    None
}

struct Head<'s, 't> {
    source: &'s Source<'t>,
    end: usize,
    kind: Kind,
    known: &'s KnownTitles,
    margin: &'s mut Margin,
    header: Header,
    /// Whether the title found so far has a title's words and ending.
    certain: bool,
}

impl Head<'_, '_> {
    /// Reads the element at `at`; returns its end.
    fn element(&mut self, at: usize) -> Option<usize> {
        let line = self.source.rest_of_line(at, self.end);
        if line.is_empty() || self.header.recipients.is_some() {
            return None;
        }
        if self.source.begins_line(at) && is_furniture(self.source.slice(line)) {
            self.margin.furniture.push(line);
            return Some(line.end);
        }
        let labelled = metadata(self.source, at, self.end);
        if let Some(last) = labelled.last() {
            let end = last.span.end;
            self.margin.metadata.extend(labelled);
            return Some(end);
        }
        self.grades(at, line)
            .or_else(|| self.approvers(at, line))
            .or_else(|| self.number(at, line))
            .or_else(|| self.dated(at, line))
            .or_else(|| self.mark(at, line))
            .or_else(|| self.title(at))
            .or_else(|| self.recipients(at))
            .or_else(|| self.issuer(at, line))
    }

    /// 份号, 密级 and 紧急程度: words of their own in the first lines.
    fn grades(&mut self, at: usize, line: Span) -> Option<usize> {
        let field = field(self.source, at, line.end);
        let words = self.source.slice(field);
        let text = || self.source.words(field);
        if self.header.title.is_some() {
            return None;
        }
        if words.len() == 6 && words.bytes().all(|b| b.is_ascii_digit()) && self.header.copy_number.is_none()
        {
            self.header.copy_number = Some(text());
        } else if ["绝密", "机密", "秘密"].iter().any(|grade| words.starts_with(grade)) && words.len() <= 30
        {
            self.header.secrecy = Some(text());
        } else if ["特急", "加急", "特提", "平急", "急件"].contains(&words) {
            self.header.urgency = Some(text());
        } else {
            return None;
        }
        Some(field.end)
    }

    /// `签发人：张某某　李某某`
    fn approvers(&mut self, at: usize, line: Span) -> Option<usize> {
        let rest = self.source.slice(line).strip_prefix("签发人")?.trim_start_matches(is_blank);
        let names = rest.strip_prefix(['：', ':'])?;
        let start = line.end - names.len();
        let mut end = start;
        while let Some(name) = next_field(self.source, end, line.end) {
            let words = self.source.slice(name);
            if words.chars().count() > 4 || document_number(words).is_some() {
                break;
            }
            self.header.approvers.push(self.source.words(name));
            end = name.end;
        }
        if end > start {
            self.margin.marks.push(Span::new(at, start));
        }
        (end > start).then_some(end)
    }

    fn number(&mut self, at: usize, line: Span) -> Option<usize> {
        let reach = floor(self.source.text, line.end.min(at + NUMBER_REACH));
        let stretch = Stretch::new(self.source.text, Span::new(at, reach));
        let (number, len) = document_number(stretch.as_str())?;
        let after = &stretch.as_str()[len..];
        // a number that a title goes on from is part of the title: 海关总署公告2008年第24号（关于…）
        if number.agency_code.is_none() && after.starts_with(['（', '(']) {
            return None;
        }
        if after.starts_with(['，', '。', '、', '）', '》', '的', '文']) {
            return None;
        }
        // 第2741号提案的答复 is a title
        let behind = stretch.span(0..len).end;
        if number.agency_code.is_none() && self.source.text[behind..self.end].starts_with(is_han) {
            return None;
        }
        let damaged = number.damaged;
        let number = number.spell(&stretch);
        let end = number.span.end;
        if self.header.doc_number.is_some() {
            self.margin.furniture.push(number.span);
            return Some(end);
        }
        if damaged {
            let message =
                format!("found document number 「{number}」, expected its year in brackets such as 〔2024〕");
            self.margin.findings.report(Code::DamagedNumber, number.span, message);
        }
        self.header.doc_number = Some(number);
        Some(end)
    }

    /// `（2005年3月1日）` under the title.
    fn dated(&mut self, at: usize, line: Span) -> Option<usize> {
        self.header.title.as_ref()?;
        let slice = self.source.slice(line);
        let close = if slice.starts_with(['（', '(']) { slice.find(['）', ')'])? + 1 } else { slice.len() };
        let close = (close..=slice.len()).find(|&at| slice.is_char_boundary(at))?;
        let words = &slice[..close];
        let (range, found) = dates(words).into_iter().next()?;
        let bare = words.trim_matches(['（', '）', '(', ')']).len() == range.len();
        if close < slice.len() || !(bare || words.starts_with(['（', '('])) || words.len() > 200 {
            return None;
        }
        let span = Span::new(at, at + close);
        match found {
            Some(value) if self.header.dated.is_none() => self.header.dated = Some(Spanned { value, span }),
            _ => self.margin.furniture.push(span),
        }
        Some(span.end)
    }

    /// `湖南省人民政府文件`, `中华人民共和国国务院令`
    fn mark(&mut self, at: usize, line: Span) -> Option<usize> {
        let field = field(self.source, at, line.end);
        let words = mend(self.source.slice(field));
        let issuer = words.strip_suffix("文件").or_else(|| words.strip_suffix('令'))?;
        let alone = field.end == line.end || self.followed_by_number(field.end);
        if self.header.issuer_mark.is_some() || issuer.is_empty() || words.len() > 240 || !alone {
            return None;
        }
        organisations(issuer)?;
        self.header.issuer_mark = Some(self.source.words(field));
        Some(field.end)
    }

    /// Names of organs on lines of their own before the number: a head without the word 文件.
    fn issuer(&mut self, at: usize, line: Span) -> Option<usize> {
        if self.header.issuer_mark.is_some() || self.header.title.is_some() || !self.source.begins_line(at) {
            return None;
        }
        organisations(self.source.slice(line))?;
        if !self.followed_by_number(line.end) {
            return None;
        }
        self.header.issuer_mark = Some(self.source.words(line));
        Some(line.end)
    }

    fn followed_by_number(&self, at: usize) -> bool {
        let next = self.source.skip_blanks(at, self.end);
        document_number(self.source.slice(self.source.rest_of_line(next, self.end))).is_some()
    }

    fn title(&mut self, at: usize) -> Option<usize> {
        let found = self.known_title(at).or_else(|| self.title_at(at));
        let (span, strength) = found?;
        let words = self.source.words(self.without_marks(span));
        let certain = strength == Strength::Certain;
        let Some(first) = &self.header.title else {
            self.set_title(&words);
            self.certain = certain;
            return Some(span.end);
        };
        if self.known.contains(&words.value) || is_named_in(&first.text, &words.value) {
            return None;
        }
        if is_repetition(&first.text, &words.value) || (certain && !self.certain) {
            let repeated = if first.text.chars().count() > words.value.chars().count() {
                words
            } else {
                let first = Spanned { value: first.text.clone(), span: first.span };
                self.set_title(&words);
                first
            };
            self.header.repeated_titles.push(repeated);
            return Some(span.end);
        }
        None
    }

    /// A title that stands in `《》` as a whole, without them and the number behind.
    fn without_marks(&self, span: Span) -> Span {
        let slice = self.source.slice(span);
        match citations(slice).first() {
            Some(cited)
                if cited.span.start == 0
                    && (cited.span.end == slice.len()
                        || slice[cited.span.end..].starts_with(['（', '('])) =>
            {
                Span::new(span.start + cited.title.start, span.start + cited.title.end)
            }
            _ => span,
        }
    }

    fn set_title(&mut self, words: &Text) {
        self.header.title = Some(spell_title(self.source, words));
    }

    /// A title that the notice named before.
    fn known_title(&self, at: usize) -> Option<(Span, Strength)> {
        let len = self.known.at_start(&self.source.text[at..self.end])?;
        let close = &self.source.text[at + len..self.end];
        // 《…》已经同意 cites; a title stands alone
        let cited = self.source.text[at..].starts_with('《') && !close.starts_with("》\n");
        (!cited && self.header.title.is_none()).then(|| (Span::new(at, at + len), Strength::Certain))
    }

    /// The title that begins at `at`, gathered over lines and blanks until its words are complete.
    fn title_at(&self, at: usize) -> Option<(Span, Strength)> {
        let limit = floor(self.source.text, (at + TITLE_REACH).min(self.end));
        let mut best = None;
        let mut end = at;
        let mut at = at;
        while let Some(piece) = next_field(self.source, end, limit) {
            if end == at {
                at = piece.start;
            }
            if self.ends_title(piece, at) {
                break;
            }
            let (cut, glued) = self.glued_end(piece);
            let words = mend(&self.source.text[at..cut]);
            let words = words.as_ref();
            let strength = balanced(words).then(|| title_strength(words)).flatten();
            let whole_line = glued || self.source.rest_of_line(cut, self.end).is_empty();
            match strength {
                Some(Strength::Certain) => {
                    best = Some((Span::new(at, cut), Strength::Certain));
                    if !self.goes_on(cut, limit) {
                        break;
                    }
                }
                Some(Strength::Likely) if whole_line => best = Some((Span::new(at, cut), Strength::Likely)),
                _ => {}
            }
            if glued {
                break;
            }
            end = piece.end;
        }
        best
    }

    /// Whether the piece cannot belong to a title that began at `start`.
    fn ends_title(&self, piece: Span, start: usize) -> bool {
        let words = self.source.slice(piece);
        let starts_line = self.source.begins_line(piece.start);
        let first = piece.start == start;
        let rule =
            starts_line && is_furniture(self.source.slice(self.source.rest_of_line(piece.start, self.end)));
        rule || words.contains(['。', '；', '★'])
            || words.matches('，').count() > 2
            || (!first && !metadata(self.source, piece.start, self.end).is_empty())
            || (!first && starts_line && (document_number(words).is_some() || date(words).is_some()))
            || (starts_line && first_item(&self.source.text[piece.start..self.end]))
            || (self.recipients_span(piece.start).is_some() && !words.contains("关于"))
    }

    /// Where a title that ends inside the piece ends: before the number or the recipients glued to it.
    fn glued_end(&self, piece: Span) -> (usize, bool) {
        let words = self.source.slice(piece);
        if let Some(number) = numbers(words).into_iter().find(|number| number.range.end == words.len()) {
            let start = number.range.start;
            if start > 0 && title_strength(&mend(&words[..start])) == Some(Strength::Certain) {
                return (piece.start + start, true);
            }
        }
        for (ending, _) in words
            .match_indices("的通知")
            .chain(words.match_indices("的意见"))
            .chain(words.match_indices("的函"))
        {
            let len = words[ending..]
                .chars()
                .take(if words[ending..].starts_with("的函") { 2 } else { 3 })
                .map(char::len_utf8)
                .sum::<usize>();
            let cut = piece.start + ending + len;
            if cut < piece.end && self.recipients_span(cut).is_some() {
                return (cut, true);
            }
        }
        (piece.end, false)
    }

    /// Whether a title that seems complete goes on behind `at`: `…意见⏎的通知`, `…通知⏎（2021年版）`.
    fn goes_on(&self, at: usize, limit: usize) -> bool {
        let Some(next) = next_field(self.source, at, limit) else { return false };
        let words = self.source.slice(next);
        let bracket = words.starts_with(['（', '(']) && words.ends_with(['）', ')']) && words.len() < 60;
        let dated = bracket && !dates(words).is_empty();
        words.starts_with('的') || words.starts_with('》') || (bracket && !dated && !words.contains("此件"))
    }

    fn recipients(&mut self, at: usize) -> Option<usize> {
        let span = self.recipients_span(at)?;
        let stretch = Stretch::new(self.source.text, span);
        let names = recipients(stretch.as_str())?;
        let name = |range: &std::ops::Range<usize>| Spanned {
            value: stretch.as_str()[range.clone()].to_owned(),
            span: stretch.span(range.clone()),
        };
        let names = names.iter().map(name).collect();
        let colon = self.source.text[span.end..].chars().next().map_or(0, char::len_utf8);
        self.header.recipients = Some(Recipients { names, span: Span::new(span.start, span.end + colon) });
        Some(span.end + colon)
    }

    /// The words before the colon, if they are recipients.
    fn recipients_span(&self, at: usize) -> Option<Span> {
        let limit = floor(self.source.text, (at + RECIPIENTS_REACH).min(self.end));
        let slice = &self.source.text[at..limit];
        let (colon, mark) = slice.char_indices().find(|&(_, c)| matches!(c, '：' | ':' | '。' | '；'))?;
        let span = trim(self.source.text, Span::new(at, at + colon));
        if span.is_empty() || !matches!(mark, '：' | ':') || !numbers(self.source.slice(span)).is_empty() {
            return None;
        }
        let last = self.source.lines(span).next_back()?;
        let ended = |line: Span| line.end < span.end && ends_paragraph(self.source.slice(line));
        if self.source.lines(span).any(ended) || !metadata(self.source, last.start, self.end).is_empty() {
            return None;
        }
        // in an attached document 旅游部门：依法承担… tells duties
        let behind = self.source.rest_of_line(at + colon + mark.len_utf8(), self.end);
        if self.kind == Kind::Attached && !self.source.slice(behind).trim_matches(is_blank).is_empty() {
            return None;
        }
        recipients(&mend(self.source.slice(span))).map(|_| span)
    }
}

/// The run of words at `at`.
fn field(source: &Source<'_>, at: usize, end: usize) -> Span {
    let rest = &source.text[at..end];
    Span::new(at, at + rest.find(is_blank).unwrap_or(rest.len()))
}

/// The next run of words behind `at`.
fn next_field(source: &Source<'_>, at: usize, end: usize) -> Option<Span> {
    let mut start = source.skip_blanks(at, end);
    // `## ` before a heading
    while source.text[start..end].starts_with('#') {
        start = source.skip_blanks(start + 1, end);
    }
    (start < end).then(|| field(source, start, end))
}

fn balanced(words: &str) -> bool {
    words.matches('《').count() == words.matches('》').count()
        && words.matches('（').count() + words.matches('(').count()
            == words.matches('）').count() + words.matches(')').count()
}

/// Whether the second title is the first again, with or without its issuer.
fn is_repetition(first: &str, second: &str) -> bool {
    let squeeze = |title: &str| -> String {
        title.chars().filter(|&c| !is_passed_over(c) && !matches!(c, '（' | '）' | '(' | ')')).collect()
    };
    let (first, second) = (squeeze(first), squeeze(second));
    // a page's headline names fewer issuers: 十二部门关于…
    let about = |title: &str| title.find("关于").map_or(0, |at| at);
    first.ends_with(&second) || second.ends_with(&first) || first[about(&first)..] == second[about(&second)..]
}

/// Whether `first` names `second` in book marks, or as what it issues.
fn is_named_in(first: &str, second: &str) -> bool {
    let squeeze = |title: &str| -> String { title.chars().filter(|&c| !is_passed_over(c)).collect() };
    let (first, second) = (squeeze(first), squeeze(second));
    first.len() > second.len() && first.contains(&second) && !first.ends_with(&second)
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The title's parts, spelled.
pub(crate) fn spell_title(source: &Source<'_>, words: &Text) -> Title {
    let stretch = Stretch::new(source.text, words.span);
    let spell = |range: std::ops::Range<usize>| Spanned {
        value: stretch.as_str()[range.clone()].to_owned(),
        span: stretch.span(range),
    };
    let parts = title(stretch.as_str());
    Title {
        text: words.value.clone(),
        issuers: parts.issuers.into_iter().map(spell).collect(),
        subject: parts.subject.map(spell),
        genre: parts.genre.map(|(value, range)| Spanned { value, span: stretch.span(range) }),
        span: words.span,
    }
}
