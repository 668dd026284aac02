//! The title among the lines of a head: gathered over lines, cut from what is glued to it, told from its repetitions.

use super::head::{Head, Kind, next_field};
use super::issuer::begins_with_number;
use crate::grammar::attachment;
use crate::grammar::citation::citations;
use crate::grammar::date::{date, dates};
use crate::grammar::known_titles::{again, is_named_in, is_repetition};
use crate::grammar::name::line::organisations;
use crate::grammar::number::{document_number, numbers};
use crate::grammar::title::{Strength, may_begin, may_end, spell, title_strength};
use crate::lexicon::titles::{COVERS, SUBJECTS};
use crate::outline::first_item;
use crate::page::furniture::is_furniture;
use crate::page::holds::Holds;
use crate::page::metadata::label_in;
use crate::text::character::is_han;
use crate::text::numeral;
use crate::text::page_number::is_page_number;
use crate::text::span::{Span, Spanned};
use crate::text::words::{begins, ends, holds};

/// The longest title in bytes, breaks and blanks included. A guess.
const TITLE_BYTES: usize = 900;

/// The bytes before a title in which an attachment's label stands. A guess.
const LABEL_BYTES: usize = 90;

/// The most fields that a title is gathered from: 14 were seen.
const MOST_FIELDS: usize = 24;

/// How names of sites end.
const SITES: &[&str] = &["网", "网站", "首页"];

/// A run of words that may belong to a title.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Its place, without what is glued to its end.
    span: Span,
    /// Whether something is: a number, a label, recipients.
    glued: bool,
}

impl Head<'_, '_> {
    pub(super) fn title(&mut self, at: usize) -> Option<usize> {
        if self.is_byline_of_repetition(at) {
            return None;
        }
        let found = self.known_title(at).or_else(|| self.order_title(at)).or_else(|| self.title_at(at));
        let found = found.or_else(|| self.labelled_title(at));
        let (span, strength) = found?;
        let own = self.without_marks(span);
        let words = self.source.words(own);
        // what was cut off is read on its own: a number in brackets, a status
        let end = if own.start == span.start { own.end } else { own.end + '》'.len_utf8() };
        let certain = strength == Strength::Certain;
        let Some(first) = &self.header.title else {
            self.set_title(words.span);
            self.certain = certain;
            return Some(end);
        };
        if self.known.contains(&words.value) || is_named_in(&first.text, &words.value) {
            return None;
        }
        let repeated = is_repetition(&first.text, &words.value);
        // right above number or recipients stands the document's own title, whatever the page's headline said
        let next = self.source.skip_blanks(end, self.end);
        let own =
            certain && (!self.certain || self.followed_by_number(end) || self.addressed(next).is_some());
        if !repeated && !own {
            return None;
        }
        let repeated = if repeated && first.text.chars().count() > words.value.chars().count() {
            words
        } else {
            let first = Spanned { value: first.text.clone(), span: first.span };
            self.set_title(words.span);
            first
        };
        self.header.repeated_titles.push(repeated);
        Some(end)
    }

    pub(super) fn set_title(&mut self, words: Span) {
        self.header.title = Some(spell(&self.source.stretch(words)));
    }

    /// A title without the `《》` around the whole, without its number or day in brackets and without a site's status mark.
    pub(super) fn without_marks(&self, span: Span) -> Span {
        /// A number, a day and a status.
        const MOST_REMARKS: usize = 3;
        let mut own = span;
        for _ in 0..MOST_REMARKS {
            match self.without_mark(own) {
                same if same == own => break,
                within => own = within,
            }
        }
        own
    }

    /// A title without one of them: `（青政办发〔2021〕12号）`, `（已废止）`, `（2021年5月8日）`.
    fn without_mark(&self, span: Span) -> Span {
        let slice = self.source.slice(span);
        if let Some(cited) = citations(slice).first().filter(|cited| cited.span.start == 0) {
            let behind = &slice[cited.span.end..];
            if behind.is_empty() || behind.starts_with(['（', '(']) {
                return Span::new(span.start + cited.title.start, span.start + cited.title.end);
            }
        }
        let bracket =
            slice.strip_suffix(['）', ')']).and_then(|open| open.rfind(['（', '('])).filter(|&at| at > 0);
        let Some(open) = bracket else { return span };
        let inside = slice[open..].trim_matches(['（', '(', '）', ')']);
        let number = document_number(inside).is_some_and(|(_, len)| len == inside.len());
        let day = || date(inside).is_some_and(|(_, len)| len == inside.len());
        if number || is_status(inside) || day() { Span::new(span.start, span.start + open) } else { span }
    }

    /// Whether the organ stands at `at` between a title and the same title again, as collections of laws print them. Before
    /// 关于…, 转发… it is part of the title.
    fn is_byline_of_repetition(&self, at: usize) -> bool {
        let Some(title) = &self.header.title else { return false };
        let line = self.source.rest_of_line(at, self.end);
        let behind = &self.source.text[self.source.skip_blanks(line.end, self.end)..self.end];
        organisations(self.source.slice(line)).is_some()
            && (!begins(&title.text, SUBJECTS) || !self.header.repeated_titles.is_empty())
            && begins_again(&title.text, behind)
    }

    /// A title that the notice or its page named before, or its own again.
    pub(super) fn known_title(&self, at: usize) -> Option<(Span, Strength)> {
        let rest = &self.source.text[at..self.end];
        let len = match &self.header.title {
            Some(own) => again(&own.text, rest)?,
            None => self.known.at_start(rest).or_else(|| self.gathered.titles.at_start(rest))?,
        };
        // a label may name no more than the first line of a title: `标题：青州省人民政府关于…的指⏎导意见`
        let whole = || title_strength(self.source.stretch(Span::new(at, at + len)).as_str()).is_some();
        let goes_on = || self.title_at(at).is_some_and(|(title, _)| title.end > at + len);
        if self.header.title.is_none() && !whole() && goes_on() {
            return None;
        }
        let closed = rest[len..].strip_prefix('》').is_some_and(|behind| behind.starts_with('\n'));
        let marked = rest.starts_with('《') && closed;
        let len = if marked { len + '》'.len_utf8() } else { len };
        // 《…》已经同意 cites; a title stands alone
        let whole = rest[..len].contains('》');
        let cited = rest.starts_with('《') && !whole;
        (!cited).then(|| (Span::new(at, at + len), Strength::Certain))
    }

    /// `海关总署令第141号（关于…的决定）`: a number with the subject in brackets, as portals name orders.
    pub(super) fn order_title(&self, at: usize) -> Option<(Span, Strength)> {
        let limit = self.source.floor((at + TITLE_BYTES).min(self.end));
        let head = &self.source.text[at..limit];
        let (number, len) = document_number(head).filter(|(number, _)| number.agency_code.is_none())?;
        let subject = &head[number.range.end.max(len)..];
        if !subject.starts_with(['（', '(']) || !(subject.contains("关于") || subject.contains("公布")) {
            return None;
        }
        let mut depth = 0_usize;
        for (close, c) in subject.char_indices() {
            match c {
                '（' | '(' => depth += 1,
                '）' | ')' if depth == 1 => {
                    let end = limit - subject.len() + close + c.len_utf8();
                    return Some((Span::new(at, end), Strength::Certain));
                }
                '）' | ')' => depth -= 1,
                _ => {}
            }
        }
        None
    }

    /// The line under or behind an attachment's label, whatever it calls itself: `附件2⏎生态修复指标体系` (GB/T 9704—2012, 7.3.7).
    fn labelled_title(&self, at: usize) -> Option<(Span, Strength)> {
        /// In characters: four to forty. A guess.
        const LENGTH_CHARS: std::ops::RangeInclusive<usize> = 4..=40;
        if self.kind == Kind::Notice || self.header.title.is_some() {
            return None;
        }
        let label = self
            .source
            .lines(Span::new(self.source.floor(at.saturating_sub(LABEL_BYTES)), at))
            .next_back()?;
        let label = self.source.slice(label);
        if attachment::label(label) != Some(label.len()) {
            return None;
        }
        let line = self.source.rest_of_line(at, self.end);
        let words = self.source.slice(line);
        let sentence = words.contains(['。', '，', '；', '：', ':', ',', ';', '_']);
        let begins = first_item(words) || begins(words, &["序号", "附件", "附表", "目录", "（", "("]);
        let fits = LENGTH_CHARS.contains(&words.chars().take(LENGTH_CHARS.end() + 1).count())
            && words.trim_start_matches(numeral::is_digit).starts_with(|c| is_han(c) || c == '《');
        (fits && !sentence && !begins).then_some((line, Strength::Likely))
    }

    /// The title that begins at `at`, gathered over lines and blanks until its words are complete.
    pub(super) fn title_at(&self, at: usize) -> Option<(Span, Strength)> {
        self.titles.answer(at, || self.gathered_title(at))
    }

    fn gathered_title(&self, at: usize) -> Option<(Span, Strength)> {
        let limit = self.source.floor((at + TITLE_BYTES).min(self.end));
        let start = next_field(self.source, at, limit)?.start;
        let (mut best, mut end) = (None, at);
        // what else a piece may be is asked where a title is whole behind it: a head of code has hundreds and no title
        let mut unasked: Vec<Piece> = Vec::new();
        for _ in 0..MOST_FIELDS {
            let Some(piece) = next_field(self.source, end, limit) else { break };
            if let Some(page) = self.page_number(piece.start).filter(|_| end > start) {
                end = page.end;
                continue;
            }
            let holds = Holds::of(self.source.slice(self.source.rest_of_line(piece.start, limit)));
            let piece = self.piece(start, piece, limit, holds);
            end = piece.span.end;
            let words = self.source.slice(piece.span);
            if holds.may_be_no_title() && cannot_be_title(words)
                || piece.span.start == start && !may_begin(words)
            {
                break;
            }
            unasked.push(piece);
            if let Some(strength) = self.strength_at_end(start, piece) {
                let is_other = |piece: Piece| {
                    self.ends_title(piece, start)
                        || best.is_some_and(|(title, _)| self.begins_other(piece.span, title))
                };
                if unasked.drain(..).any(is_other) {
                    break;
                }
                best = Some((Span::new(start, end), strength));
                if strength == Strength::Certain && !self.goes_on(end, limit) {
                    break;
                }
            }
            if piece.glued {
                break;
            }
        }
        best
    }

    /// The line that begins at `at`, if it is a page number: words go on behind it.
    fn page_number(&self, at: usize) -> Option<Span> {
        let line = self.source.begins_line(at).then(|| self.source.rest_of_line(at, self.end))?;
        is_page_number(self.source.slice(line), Some('。'), "").then_some(line)
    }

    /// The piece of a title that began at `start`, without what is glued to its end; what its line holds.
    fn piece(&self, start: usize, piece: Span, limit: usize, holds: Holds) -> Piece {
        let cut = self.glued_end(start, piece, limit, holds);
        Piece { span: Span::new(piece.start, cut.unwrap_or(piece.end)), glued: cut.is_some() }
    }

    /// How surely these words are a whole title.
    fn strength_of(&self, title: Span) -> Option<Strength> {
        let title = self.source.trim(title);
        may_end(self.source.slice(title)).then(|| strength(self.source.stretch(title).as_str())).flatten()
    }

    /// How surely the words from `start` to the piece's end are a title; a likely one takes its line.
    fn strength_at_end(&self, start: usize, piece: Piece) -> Option<Strength> {
        let cut = piece.span.end;
        let whole_line = || {
            let next = self.source.skip_blanks(cut, self.end);
            piece.glued || self.source.rest_of_line(cut, self.end).is_empty() || self.is_labelled(next)
        };
        self.strength_of(Span::new(start, cut))
            .filter(|strength| *strength == Strength::Certain || whole_line())
    }

    /// Whether the piece cannot belong to a title that began at `start`.
    fn ends_title(&self, piece: Piece, start: usize) -> bool {
        let Piece { span: piece, glued } = piece;
        let words = self.source.slice(piece);
        let starts_line = self.source.begins_line(piece.start);
        let first = piece.start == start;
        let line = || self.source.slice(self.source.rest_of_line(piece.start, self.end));
        (first && starts_line && ends(line(), SITES) && !line().contains("关于"))
            || (!first && (words.starts_with("序号") || words == "目录" || words == "目"))
            || (words.starts_with('第') && first_item(words))
            || (starts_line && (is_furniture(line()) || first_item(&self.source.text[piece.start..self.end])))
            || (!first && begins_with_number(line()) && is_balanced(&self.source.text[start..piece.start]))
            || (!first
                && starts_line
                && (is_dated(words) || is_byline(words) && !self.says_subject(piece.end)))
            || (!first && starts_line && line().contains('\t'))
            || (!first && starts_line && (date(words).is_some() || attachment::label(line()).is_some()))
            || (!first && self.is_labelled(piece.start))
            || (!glued && !words.contains("关于") && self.addressed(piece.start).is_some())
    }

    /// Whether what a title is about stands behind `at`: what is before it belongs to the issuer.
    fn says_subject(&self, at: usize) -> bool {
        begins(&self.source.text[self.source.skip_blanks(at, self.end)..self.end], SUBJECTS)
    }

    /// Whether a line behind a title that is whole is something else: an organ alone, or the title again.
    fn begins_other(&self, piece: Span, title: Span) -> bool {
        if !self.source.begins_line(piece.start) {
            return false;
        }
        let line = self.source.slice(self.source.rest_of_line(piece.start, self.end));
        organisations(line).is_some() || begins_again(self.source.slice(title), line)
    }

    /// Where a title ends inside the piece: before the number, the page's label or the recipients glued to it. The rest of the
    /// piece's line tells what may be.
    fn glued_end(&self, start: usize, piece: Span, limit: usize, holds: Holds) -> Option<usize> {
        let is_title =
            |cut: &usize| *cut > start && self.strength_of(Span::new(start, *cut)) == Some(Strength::Certain);
        let words = self.source.slice(piece);
        let number = || {
            let line = self.source.rest_of_line(piece.start, limit);
            let starts = numbers(self.source.slice(line)).into_iter();
            let mut starts = starts.map(|number| line.start + number.range.start);
            starts.by_ref().take_while(|&cut| cut < piece.end).find(is_title)
        };
        let label =
            || label_in(self.source.text, piece.start, piece.end).map(|label| label.0).filter(is_title);
        // …的通知_省财政厅 names the site
        let site = || words.find('_').map(|at| piece.start + at).filter(is_title);
        // …的通知0 counts how often a page was read
        let counter = || {
            let cut = words.trim_end_matches(|c: char| c.is_ascii_digit());
            let glued = cut.len() < words.len() && COVERS.end(cut);
            glued.then_some(piece.start + cut.len()).filter(is_title)
        };
        let addressed = || {
            let behind = words.match_indices('的').map(|(at, of)| at + of.len());
            let covers = behind.filter_map(|at| {
                let (len, ()) = COVERS.at_start(&words[at..])?;
                Some(piece.start + at + len)
            });
            covers.filter(|&cut| cut < piece.end).find(|cut| is_title(cut) && self.addressed(*cut).is_some())
        };
        let number = if holds.may_number() { number() } else { None };
        number
            .or_else(|| if holds.may_label() { label() } else { None })
            .or_else(|| if holds.may_name_site() { site() } else { None })
            .or_else(counter)
            .or_else(|| if holds.may_hold_genre() { addressed() } else { None })
    }

    /// Whether a title that seems complete goes on behind `at`: `…意见⏎的通知`, `…通知⏎（2021年版）`.
    fn goes_on(&self, at: usize, limit: usize) -> bool {
        /// Twenty characters: a guess.
        const BRACKET_BYTES: usize = 60;
        let Some(next) = next_field(self.source, at, limit) else { return false };
        let words = self.source.slice(next);
        let bracket =
            words.starts_with(['（', '(']) && words.ends_with(['）', ')']) && words.len() < BRACKET_BYTES;
        let inside = words.trim_matches(['（', '(', '）', ')']);
        let other = || {
            !dates(words).is_empty()
                || inside.contains("公开")
                || inside.contains("此件")
                || is_byline(words)
                || document_number(inside).is_some()
        };
        words.starts_with('的') || words.starts_with('》') || (bracket && !other())
    }
}

/// Whether `text` begins with the title again.
pub(super) fn begins_again(title: &str, text: &str) -> bool {
    again(title, text).is_some()
}

/// Whether no title holds these words, by their marks alone.
fn cannot_be_title(words: &str) -> bool {
    words.contains(['。', '；', '★', '|', '｜', '»', '_'])
        || words.contains('>') && !words.contains('<')
        || words.matches('，').count() > 2
}

/// `（2005年3月1日通过）`, begun at least: when the document was adopted, under its title.
fn is_dated(words: &str) -> bool {
    words.strip_prefix(['（', '(']).is_some_and(|inside| date(inside).is_some())
}

/// `（省发展改革委）`: who wrote the document, under its title.
fn is_byline(words: &str) -> bool {
    let inside = words.strip_prefix(['（', '(']).and_then(|inside| inside.strip_suffix(['）', ')']));
    inside.is_some_and(|inside| organisations(inside).is_some())
}

/// How sure words are a whole title.
fn strength(words: &str) -> Option<Strength> {
    let strength = is_balanced(words).then(|| title_strength(words)).flatten()?;
    let issues = holds(words, &["印发", "转发", "批转", "颁布"]);
    let closes = ['）', ')', '”', '》'];
    let covered = COVERS.end(words.trim_end_matches(closes)) || words.ends_with(['）', ')']);
    Some(if issues && !covered { Strength::Likely } else { strength })
}

/// `已废止`, as sites mark titles; `试行` belongs to one.
pub(super) fn is_status(words: &str) -> bool {
    ["已废止", "已失效", "废止", "失效", "现行有效", "有效", "已修改", "已修订"].contains(&words)
}

/// Whether each mark that opens closes; before `》的通知` the opening one may be lost.
fn is_balanced(words: &str) -> bool {
    let count = |mark: char| words.matches(mark).count();
    let (opened, closed) = (count('《'), count('》'));
    let brackets = |marks: [char; 2]| words.matches(marks).count();
    (opened == closed || opened + 1 == closed && words.contains("》的"))
        && brackets(['（', '(']) == brackets(['）', ')'])
}
