//! Date and signature that were not found, or that do not look as such do.

use super::{Doubts, PUBLISHED, SENT};
use crate::closing::SIGNATORY_LINES;
use crate::grammar::date::{Dated, dates};
use crate::grammar::name::line::{ends_as_organ, organisations};
use crate::grammar::name::official::is_official;
use crate::model::Code;
use crate::text::boundary::last_line;
use crate::text::character::{is_blank, is_han};
use crate::text::numeral;
use crate::text::span::{Span, Text};
use crate::text::words::{begins, lost_at};

/// Bytes at the end of the notice in which a signature stands: five hundred characters, a guess.
const REACH_BYTES: usize = 1500;

/// What may begin a name that is no Han character: signs that hide one, and brackets.
const MASKS: [char; 8] = ['（', '(', '《', '×', 'X', '*', '○', '□'];

/// Bytes from which words without a mark before a day are names: a guess.
const LONG_NAME_BYTES: usize = 45;

/// The longest line that may be a signature, in bytes: forty characters, a guess.
const LONGEST_BYTES: usize = 120;

/// Bytes of a name glued to the last sentence: three to twenty characters, a guess.
const GLUED_BYTES: std::ops::RangeInclusive<usize> = 9..=60;

/// Whether a word between blanks looks like a signature: `交通运输部安委会`.
fn signs(word: &str) -> bool {
    /// In bytes: four to twenty characters. A guess.
    const LENGTH_BYTES: std::ops::RangeInclusive<usize> = 12..=60;
    LENGTH_BYTES.contains(&word.len())
        && word.ends_with(['会', '部', '厅', '局', '委', '办', '府', '院', '室'])
        && word.chars().all(is_han)
}

/// Whether a line is a day without its 日: `（2031年2月25）`.
fn is_cut_day(line: &str) -> bool {
    let words = line.trim_matches(|c| is_blank(c) || matches!(c, '（' | '）' | '(' | ')'));
    let is_digit = |c| numeral::is_digit(c) || numeral::is_han_numeral(c);
    let number = |digits: &str, length: std::ops::RangeInclusive<usize>| {
        length.contains(&digits.chars().count()) && digits.chars().all(is_digit)
    };
    // 201812月21日
    let Some((year, rest)) = words.split_once('年') else {
        let day = words.strip_suffix('日').and_then(|words| words.split_once('月'));
        return day.is_some_and(|(year, day)| number(year, 5..=6) && number(day, 1..=3));
    };
    rest.split_once('月')
        .is_some_and(|(month, day)| number(year, 4..=4) && number(month, 1..=2) && number(day, 1..=3))
}

impl Doubts<'_, '_> {
    /// A notice without a day while one stands as signatures have it; a day that another one at the end, or the year of the
    /// number, speaks against.
    pub(super) fn date(&mut self) {
        let (header, closing) = (&self.document.header, &self.document.closing);
        if let Some(date) = &closing.date {
            let year = header.doc_number.as_ref().and_then(|number| number.year);
            let far = |year: u16| date.value.year() < year || date.value.year() > year + 1;
            if let Some(year) = year.filter(|&year| far(year)) {
                let message =
                    format!("found date {} and a document number of {year}, expected one year", date.value);
                self.report(Code::DoubtfulDate, date.span, message);
            }
            return;
        }
        let signed = self.is_of(SENT) || self.is_of(PUBLISHED);
        if header.dated.is_some() || !signed {
            return;
        }
        let Some(day) = self.like_signature_day().or_else(|| self.cut_day()) else { return };
        let message = format!("found no date, but 「{}」 looks like one", self.quoted(day));
        self.report(Code::MissedDate, day, message);
    }

    /// The last day near the notice's end that stands alone on its line, or right behind an organ; or near the head, above
    /// what is attached and was not found.
    fn like_signature_day(&self) -> Option<Span> {
        let head = self.head_end().min(self.end);
        let from = self.source.floor(self.end.saturating_sub(REACH_BYTES)).max(head);
        let near = Span::new(head, self.source.floor(head + REACH_BYTES).min(from).max(head));
        self.like_signature_day_in(Span::new(from, self.end)).or_else(|| self.like_signature_day_in(near))
    }

    fn like_signature_day_in(&self, span: Span) -> Option<Span> {
        let from = span.start;
        let text = self.source.slice(span);
        let stands = |(range, day): &Dated| {
            let before = &text[..range.start];
            let line = last_line(before);
            let behind = &text[range.end..];
            let behind = behind[..behind.find('\n').unwrap_or(behind.len())].trim_matches(is_blank);
            let closes =
                behind.is_empty() || behind.starts_with(['（', '(']) || begins(behind, &["附件", "印发"]);
            let line = line.trim_matches(is_blank);
            // 7号） 交通运输部安委会
            let last = line.rsplit(is_blank).next().unwrap_or(line);
            let cut = line.len() > LONG_NAME_BYTES && line.chars().all(|c| is_han(c) || is_blank(c));
            let named =
                line.is_empty() || cut || ends_as_organ(line) || last.len() < line.len() && signs(last);
            day.is_some() && closes && named
        };
        let day = dates(text).into_iter().rev().find(stands)?.0;
        Some(Span::new(from + day.start, from + day.end))
    }

    /// A day that lost its 日 in brackets or alone on its line, behind the title or at the end: `（2031年2月25）`.
    fn cut_day(&self) -> Option<Span> {
        /// Lines behind the head in which a day stands: a guess.
        const NEAR_LINES: usize = 3;
        let head = self.source.lines(Span::new(self.head_end().min(self.end), self.end)).take(NEAR_LINES);
        let foot =
            self.source.lines(Span::new(self.source.floor(self.end.saturating_sub(REACH_BYTES)), self.end));
        let day = |line: Span| is_cut_day(self.source.stretch(line).as_str()).then_some(line);
        head.chain(foot.rev().take(NEAR_LINES * 2)).find_map(day)
    }

    /// A day without signatories while an organ stands beside it; a signatory whose name is cut or goes back too far.
    pub(super) fn signature(&mut self) {
        let closing = &self.document.closing;
        let odd = closing.signatories.iter().find_map(|name| Some((name, self.odd_signatory(name)?)));
        if let Some((name, why)) = odd {
            let message = format!("found signatory 「{}」, {why}", name.value);
            self.report(Code::DoubtfulSignature, name.span, message);
            return;
        }
        let Some(date) = &closing.date else { return };
        if let Some(first) =
            closing.signatories.first().filter(|_| closing.signatories.len() >= SIGNATORY_LINES)
        {
            let above = self.source.lines(Span::new(0, first.span.start)).next_back();
            if let Some(line) = above.filter(|&line| organisations(self.source.slice(line)).is_some()) {
                let message = format!("found signatory 「{}」, expected those above it", first.value);
                self.report(Code::DoubtfulSignature, line.hull(first.span), message);
            }
            return;
        }
        if !closing.signatories.is_empty() || !(self.is_of(SENT) || self.is_of(PUBLISHED)) {
            return;
        }
        let Some(like) = self.like_signatory(date.span) else { return };
        let message = format!("found no signatory, but 「{}」 looks like one", self.quoted(like));
        self.report(Code::MissedSignature, like, message);
    }

    /// The words before the day on its line, or the line above it, if they end as an organ's name or in the title's issuer.
    fn like_signatory(&self, day: Span) -> Option<Span> {
        let mut lines = self.source.lines(Span::new(self.head_end().min(day.start), day.start)).rev();
        let line = lines.next()?;
        let words = self.source.slice(line);
        // names between blanks, more than are read
        if line.len() > LONGEST_BYTES
            && !words.split(is_blank).all(|word| word.is_empty() || ends_as_organ(word))
        {
            return None;
        }
        let name = words.rsplit(['。', '；', '！', '，', ' ', '\u{3000}']).next()?;
        let issuers = self.document.header.title.as_ref().map_or(&[][..], |title| &title.issuers);
        let issued = issuers.iter().any(|issuer| name.ends_with(issuer.value.as_str()));
        (!name.is_empty() && (issued || ends_as_organ(name))).then_some(line)
    }

    /// Why a name looks like no signatory's.
    fn odd_signatory(&self, name: &Text) -> Option<&'static str> {
        let words = name.value.as_str();
        let begins_oddly = words.starts_with(|c| numeral::is_digit(c) || !is_han(c) && !MASKS.contains(&c))
            || begins(words, &["的", "和", "及", "与", "项）", "）", "年", "等"]);
        if begins_oddly || words.matches(['（', '(']).count() != words.matches(['）', ')']).count() {
            return Some("expected its beginning");
        }
        if organisations(words).is_none()
            && !ends_as_organ(words)
            && !words.ends_with('会')
            && !is_official(words)
        {
            return Some("expected the name of an organ");
        }
        if words.find("中华人民共和国").is_some_and(|at| at > 0)
            || !is_official(words) && self.is_preceded(name)
        {
            return Some("expected its beginning");
        }
        let issuers = &self.document.header.title.as_ref()?.issuers;
        issuers.iter().find_map(|issuer| self.beside(name, &issuer.value))
    }

    /// Whether another organ's name that signs nothing stands right before the name on its line: `人事部 卫生部` of
    /// which one was found.
    fn is_preceded(&self, name: &Text) -> bool {
        let closing = &self.document.closing;
        let before = self.source.trim(Span::new(0, name.span.start));
        let line = self.source.line_start(before.end, 0);
        let words = self.source.slice(Span::new(line, before.end));
        let tail = words.rsplit(['。', '；', '，', '：', ')', '）']).next().unwrap_or(words);
        let signs = closing.signatories.iter().any(|other| other.span.end == before.end);
        !signs && self.is_glued(before)
            || !signs
                && (tail.ends_with("共和国") || tail.len() <= LONGEST_BYTES && organisations(tail).is_some())
    }

    /// Whether the line above a signature ends in words glued to its last sentence: `…请及时联系。人事部⏎卫生部`.
    fn is_glued(&self, before: Span) -> bool {
        let Some(line) = self.source.lines(before).next_back() else { return false };
        let words = self.source.slice(line);
        let Some((_, tail)) = words.rsplit_once('。') else { return false };
        GLUED_BYTES.contains(&tail.len())
            && tail.chars().all(is_han)
            && tail.ends_with(['会', '部', '厅', '局', '委', '办', '府', '院', '室', '署'])
            && !begins(tail, &["特此", "此", "专此"])
    }

    /// Why a signatory that is not the issuer, but holds it or stands in it, looks cut wrongly.
    fn beside(&self, name: &Text, issuer: &str) -> Option<&'static str> {
        let words = name.value.as_str();
        if words == issuer {
            return None;
        }
        // what is lost at an end may be a word of its own
        if lost_at(words, issuer).is_some_and(|at| (1..words.len()).contains(&at)) {
            return Some("expected the whole name of the title's issuer");
        }
        if let Some(before) = words.strip_suffix(issuer) {
            const PLACES: [char; 9] = ['省', '市', '县', '区', '州', '盟', '旗', '国', '自'];
            let place = before.ends_with(PLACES) || issuer.starts_with(PLACES);
            return (!place && organisations(before).is_none())
                .then_some("expected no more than the title's issuer");
        }
        let missing = issuer.strip_suffix(words).filter(|missing| organisations(missing).is_none())?;
        let last = missing.chars().next_back()?;
        let before = self.source.text[..name.span.start].trim_end_matches(is_blank);
        before.ends_with(last).then_some("expected the whole name of the title's issuer")
    }
}
