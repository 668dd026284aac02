//! The day under a title, with what stands beside it: a number, who issued the document.

use super::head::Head;
use super::issuer::begins_with_number;
use crate::grammar::date::{date, dates};
use crate::grammar::name::line::organisations;
use crate::grammar::number::{Number, document_number, numbers};
use crate::model::PageRule;
use crate::text::boundary::ceil;
use crate::text::character::is_blank;
use crate::text::span::{Span, Spanned};
use crate::text::words::ends;

impl Head<'_, '_> {
    /// `（2005年3月1日）` under the title.
    pub(super) fn dated(&mut self, at: usize, line: Span) -> Option<usize> {
        /// Sixty-six characters: a guess.
        const LONGEST_BYTES: usize = 200;
        self.header.title.as_ref()?;
        let line = Span::new(line.start, self.source.floor(line.end.min(line.start + 240)));
        let line = self.bracketed_day(line).unwrap_or(line);
        let slice = self.source.slice(line);
        let close = if slice.starts_with(['（', '(']) { slice.find(['）', ')'])? + 1 } else { slice.len() };
        let close = ceil(slice, close);
        let words = &slice[..close];
        let (range, found) = dates(words).into_iter().next()?;
        // 2005年1月5日　青财会〔2005〕1号
        let behind = &words[range.end..];
        let next = self.source.skip_blanks(at + range.end, self.end);
        let numbered = range.start == 0
            && (begins_with_number(behind.trim_start_matches(is_blank))
                || !self.source.begins_line(next) && self.is_labelled(next));
        let issued = range.start == 0 && !numbered && is_issue(behind);
        let words = if numbered { &slice[range.clone()] } else { words };
        let bare = || words.trim_matches(['（', '）', '(', ')']).len() == range.len();
        let alone = || close == slice.len() && (bare() || words.starts_with(['（', '(']));
        if words.len() > LONGEST_BYTES || !(numbered || issued || alone()) {
            return None;
        }
        let end = at + words.len();
        if issued && ends(words, IN_FORCE) {
            self.gathered.set_aside(PageRule::InForce, Span::new(at, end));
            return Some(end);
        }
        let span = match self.number_beside(at, words) {
            Some(before) => Span::new(at, before),
            None if issued => {
                let day = at + range.end;
                self.gathered.set_aside(PageRule::InForce, self.source.trim(Span::new(day, end)));
                Span::new(at, day)
            }
            None => Span::new(at, end),
        };
        match found {
            Some(value) if self.header.dated.is_none() => self.header.dated = Some(Spanned { value, span }),
            Some(_) => self.gathered.set_aside(PageRule::Again, span),
            None => {
                self.gathered.report_no_day(self.source, span);
                self.gathered.set_aside(PageRule::NoDay, span);
            }
        }
        Some(end)
    }

    /// The words from a bracket that opens on `line` to where it closes on the next, broken inside its day: `（2030年4月20⏎日）`.
    fn bracketed_day(&self, line: Span) -> Option<Span> {
        let words = self.source.slice(line);
        let opens = words.starts_with(['（', '(']) && !words.contains(['）', ')']);
        let reach = self.source.floor((line.end + DAY_BYTES).min(self.end));
        let close = opens.then(|| self.source.text[line.end..reach].find(['）', ')'])).flatten()?;
        let end = ceil(self.source.text, line.end + close + 1);
        let inside = self.source.stretch(Span::new(line.start, end));
        let inside = inside.as_str().trim_matches(['（', '(', '）', ')']);
        date(inside).is_some_and(|(_, len)| len == inside.len()).then(|| Span::new(line.start, end))
    }

    /// Notes the number that `words`, which begin at `at`, give with their date: `（2023年1月30日青政发〔2023〕1号发布）`; where
    /// what stands before it ends.
    fn number_beside(&mut self, at: usize, words: &str) -> Option<usize> {
        if self.header.doc_number.is_some() {
            return None;
        }
        let own =
            |number: &Number| number.agency_code.is_some() || words[number.range.clone()].contains('令');
        let number = numbers(words).into_iter().find(own)?;
        let place = Span::new(at + number.range.start, at + number.range.end);
        let before = self.source.trim(Span::new(at, place.start));
        if before.is_empty() {
            return None;
        }
        let stretch = self.source.stretch(place);
        let (number, _) = document_number(stretch.as_str())?;
        self.header.doc_number = Some(number.spell(&stretch));
        let behind = self.source.trim(Span::new(place.end, at + words.len()));
        if !behind.is_empty() {
            self.gathered.marks.push(behind);
        }
        Some(before.end)
    }
}

/// A day with blanks inside, in bytes. A guess.
const DAY_BYTES: usize = 60;

/// What is said of a day under a title that is not the day of issue.
const IN_FORCE: &[&str] = &["施行", "执行", "生效"];

/// Whether the words behind a day say who issued the document, or how: `，最高人民法院`, `　青州省人民政府令第3号公布`.
fn is_issue(behind: &str) -> bool {
    /// Forty characters: a guess.
    const LONGEST_BYTES: usize = 120;
    let words = behind.trim_matches(|c| is_blank(c) || matches!(c, ',' | '，'));
    let how = ends(words, &["公布", "发布", "颁布", "通过", "批准", "修订", "修正", "印发"])
        || ends(words, IN_FORCE);
    words.len() <= LONGEST_BYTES && !words.contains('。') && (how || organisations(words).is_some())
}
