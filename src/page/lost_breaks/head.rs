//! The elements of a head that stand glued.

use super::element::{
    begins_body, bracketed_number, dated, is_balanced, mark, number_at_start, rule, telegram, titled_text,
};
use super::lost::{ELEMENT_BYTES, Lost, line_at};
use crate::grammar::citation::citations;
use crate::grammar::date::date;
use crate::grammar::number::document_number;
use crate::grammar::recipients::recipients;
use crate::grammar::title::{self as grammar, Strength, may_end, title_strength};
use crate::lexicon::titles::{COVERS, SUBJECTS};
use crate::page::holds::Holds;
use crate::page::metadata::{label_at_start, label_in};
use crate::text::boundary::{ceil, floor};
use crate::text::character::{is_blank, is_han};
use crate::text::mend::mend;
use crate::text::words::{COLONS, holds};

/// The longest list of recipients, in bytes: eight hundred characters, as the grammar of recipients has it.
const RECIPIENTS_BYTES: usize = 2400;

impl Lost<'_> {
    /// The elements of a head that stand glued: of each line up to the first sentence, from its start on.
    pub(super) fn head(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            at = self.skip_blanks(at);
            let line = line_at(self.text, at, ELEMENT_BYTES);
            match may_hold_element(line).then(|| self.element(line)).flatten() {
                Some(len) => {
                    at += len;
                    self.breaks.push(at);
                }
                None if line.contains('。') => return self.note_named(line),
                None => {
                    let whole = line.trim_end_matches(is_blank);
                    if may_end(whole) && title_strength(&mend(whole)) == Some(Strength::Certain) {
                        self.note_title(line);
                    }
                    at = memchr::memchr(b'\n', &self.text.as_bytes()[at..])
                        .map_or(self.text.len(), |end| at + end);
                }
            }
        }
    }

    /// The length of the element of a head that begins `line`.
    fn element(&mut self, line: &str) -> Option<usize> {
        // the others are told by Chinese words
        if line.is_ascii() {
            return rule(line).or_else(|| dated(line));
        }
        let holds = Holds::of(line);
        let numbered = || telegram(line).or_else(|| number_at_start(line));
        rule(line)
            .or_else(|| mark(line))
            .or_else(|| if holds.may_number() { numbered() } else { None })
            .or_else(|| dated(line))
            .or_else(|| if holds.may_label() { self.labels(line) } else { None })
            .or_else(|| self.title(line))
            .or_else(|| (self.breaks.is_empty() && self.title.is_none()).then(|| titled_text(line)).flatten())
    }

    /// The length of the page's labels at the start of `line`: up to the end of a day or number, or to where an element begins.
    fn labels(&mut self, line: &str) -> Option<usize> {
        let labels = labels(line);
        let &(_, last) = labels.last()?;
        let value = line.len() - line[last..].trim_start_matches(is_blank).len();
        let words = &line[value..];
        let day = date(words).map(|(_, len)| len);
        let day = day.filter(|&len| words[len..].trim_start_matches(is_blank).starts_with(is_han));
        let closed = day.or_else(|| number_at_start(words));
        let given = || labels.windows(2).map(|pair| line[pair[0].1..pair[1].0].trim_matches(is_blank));
        let addressed = self.addressed(words);
        let first = |at: &usize| addressed.is_none_or(|addressed| *at < addressed);
        let again = given_again(words, given().chain(self.title.as_deref())).filter(first);
        let mut starts = fields(words).take_while(first);
        let len = closed
            .or(again)
            .or_else(|| starts.find(|&at| self.title(&words[at..]).is_some()))
            .or(addressed)?;
        let end = value + len;
        (!line[end..].trim_matches(is_blank).is_empty()).then_some(end)
    }

    /// Where recipients begin behind a label's value: `来源：省政府办公厅各市、县人民政府：`.
    fn addressed(&self, words: &str) -> Option<usize> {
        let mut all = words.match_indices('各').map(|(at, _)| at).filter(|&at| at > 0);
        let at = all.find(|&at| self.is_addressed(words, at))?;
        // 机关各部门
        let field = words[..at].rfind(is_blank).map_or(at, |blank| ceil(words, blank + 1));
        Some(if self.is_addressed(words, field) { field } else { at })
    }

    /// The length of the title that begins `line`, if a number, a label or recipients are glued to it.
    fn title(&mut self, line: &str) -> Option<usize> {
        let glued = |&end: &usize| {
            let behind = line[end..].trim_start_matches(|c| is_blank(c) || matches!(c, '（' | '('));
            document_number(behind).is_some_and(|(number, _)| number.agency_code.is_some())
                || label_at_start(behind).is_some()
                || mark(behind).is_some()
                || self.is_addressed(line, end)
        };
        let is_title = |end: &usize| {
            let strength = title_strength(&mend(&line[..*end])).filter(|_| is_balanced(&line[..*end]));
            strength == Some(Strength::Certain)
        };
        let end = COVERS.ends_in(line).filter(glued).find(is_title)?;
        self.note_title(&line[..end]);
        Some(end + bracketed_number(&line[end..]))
    }

    /// Notes what a title says of the signature and of what is issued.
    fn note_title(&mut self, title: &str) {
        let title = mend(title);
        self.known.add_issued(&title);
        if self.title.is_none() {
            let issuers = grammar::title(&title).issuers;
            let whole = issuers.first().zip(issuers.last());
            self.issuers = whole.map(|(first, last)| title[first.start..last.end].to_owned());
            self.title = Some(title.into_owned());
        }
    }

    /// Notes the documents that the first sentence says are handed on: `《…》已经同意，现印发给你们。`
    fn note_named(&mut self, line: &str) {
        const HANDED_ON: &[&str] = &["印发给", "转发给", "下发给"];
        let line = mend(line);
        let sentence = &line[..line.find('。').unwrap_or(line.len())];
        if holds(sentence, HANDED_ON) {
            citations(sentence).into_iter().take(2).for_each(|cited| self.known.add(&sentence[cited.title]));
        }
    }

    /// Whether recipients follow at `end` of the line.
    fn is_addressed(&self, line: &str, end: usize) -> bool {
        let from = line.as_ptr() as usize - self.text.as_ptr() as usize + end;
        let behind = line_at(self.text, from, RECIPIENTS_BYTES);
        let colon = behind.find(|c| c == '。' || COLONS.contains(&c));
        colon.is_some_and(|colon| {
            behind[colon..].starts_with(COLONS) && recipients(&mend(&behind[..colon])).is_some()
        })
    }
}

/// Whether a line may hold an element with another behind it: one that begins the body holds none.
fn may_hold_element(line: &str) -> bool {
    !begins_body(line) && (line.contains('号') || line.contains(COLONS) || holds(line, SUBJECTS))
}

/// Where a value of the page's labels stands again: title and number below them.
fn given_again<'g>(words: &str, given: impl Iterator<Item = &'g str>) -> Option<usize> {
    /// In bytes: six characters. A guess.
    const SHORTEST_BYTES: usize = 18;
    /// In bytes: twelve characters, a guess. Brackets of another width may stand further on.
    const NEEDED_BYTES: usize = 36;
    let found = given.filter(|given| given.len() >= SHORTEST_BYTES);
    let found = found.filter_map(|given| words.find(&given[..floor(given, NEEDED_BYTES.min(given.len()))]));
    found.filter(|&at| !words[..at].ends_with(['《', '“'])).min()
}

/// Where the words between blanks begin.
fn fields(text: &str) -> impl Iterator<Item = usize> + '_ {
    let behind = text.match_indices(is_blank).map(|(at, blank)| at + blank.len());
    std::iter::once(0).chain(behind).filter(|&at| !text[at..].starts_with(is_blank))
}

/// The page's labels at the start of a line: where each begins, and where its value does.
fn labels(line: &str) -> Vec<(usize, usize)> {
    let first = label_at_start(line).map(|value| (0, value));
    std::iter::successors(first, |last| label_in(line, last.1, line.len())).collect()
}
