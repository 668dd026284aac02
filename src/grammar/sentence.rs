//! Sentences: `…。` `…；`, quotes and brackets kept whole.

use std::ops::Range;

use crate::model::Measure;
use crate::text::boundary::{ceil, floor};
use crate::text::first_bytes::FirstBytes;
use crate::text::gaps::trim_range;
use crate::text::mend::Stretch;

/// The sentences of `text`, in order; together they hold all of it but blanks at their starts.
///
/// ```text
/// sentence = 1*(char / pair) 1*(。 / ！ / ？ / ； / ;) *closer
/// pair     = open *any close                          ; （） () 〔〕 [] 【】 《》 “” ‘’ 「」 "", up to 6000 bytes
/// ```
///
/// A stop inside a pair ends nothing. A bracket that is never closed pairs with nothing, so it hides no stop.
/// One pass: stops are noted as they come, and a pair that closes takes back those inside it.
///
/// ```
/// let text = "加强监管。落实《办法》（暂行；2024年）。";
/// let sentences = gongwen::sentences(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
/// assert_eq!(sentences, ["加强监管。", "落实《办法》（暂行；2024年）。"]);
/// ```
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = Open::default();
    let mut at = 0;
    let mut scan = SIGNS.scan(bytes);
    while let Some(found_at) = scan.next(at) {
        let (width, sign) = sign(&bytes[found_at..]);
        at = found_at + width;
        match sign {
            Sign::Plain => {}
            Sign::Close(pair) => open.close(pair, at, &mut found),
            Sign::Either(pair) if open.holds(pair) => open.close(pair, at, &mut found),
            Sign::Open(pair) | Sign::Either(pair) => open.push(pair, at, found.len()),
            Sign::Stop => {
                at = tail(bytes, at, &open);
                push(text, &mut found, at);
            }
        }
    }
    push(text, &mut found, bytes.len());
    found
}

/// The sentences of the words at `range` of a stretch; blanks at the ends of the words and of each are left out.
pub(crate) fn measures(stretch: &Stretch<'_>, range: Range<usize>) -> Vec<Measure> {
    let range = trim_range(stretch.as_str(), range);
    let words = &stretch.as_str()[range.clone()];
    let measure = |sentence| {
        let words = trim_range(words, sentence);
        let span = stretch.span(range.start + words.start..range.start + words.end);
        Measure { words, span }
    };
    sentences(words).into_iter().map(measure).collect()
}

/// The stretch from stop to stop around a place, whatever is paired in it; at most some hundred characters on each side.
pub(crate) fn around(text: &str, place: &Range<usize>) -> Range<usize> {
    /// A hundred and thirty characters: a guess.
    const REACH_BYTES: usize = 400;
    let first = ceil(text, place.start.saturating_sub(REACH_BYTES));
    let last = floor(text, place.end + REACH_BYTES);
    let stops = |c: char| matches!(c, '。' | '；' | ';' | '！');
    let start = text[first..place.start]
        .rfind(stops)
        .map_or(first, |at| first + at + text[first + at..].chars().next().map_or(1, char::len_utf8));
    let end = text[place.end..last].find(stops).map_or(last, |at| place.end + at);
    start..end
}

/// Where a [`Sign`] may stand.
static SIGNS: FirstBytes = FirstBytes::new(&[b'(', b')', b'[', b']', b'"', b';', 0xe2, 0xe3, 0xef]);

/// Ends a sentence at `end`, if it holds anything.
fn push(text: &str, found: &mut Vec<Range<usize>>, end: usize) {
    let start = found.last().map_or(0, |last| last.end);
    let blanks = text.as_bytes()[start..end].iter().take_while(|&&byte| byte == b' ').count();
    if start + blanks < end {
        found.push(start + blanks..end);
    }
}

/// Where the run of stops, and of closers that nothing opened, ends.
fn tail(bytes: &[u8], mut at: usize, open: &Open) -> usize {
    while at < bytes.len() {
        match sign(&bytes[at..]) {
            (width, Sign::Stop) => at += width,
            (width, Sign::Close(pair)) if !open.holds(pair) => at += width,
            _ => break,
        }
    }
    at
}

/// What a character means for sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plain,
    Stop,
    Open(Pair),
    Close(Pair),
    /// ASCII quotes open and close alike.
    Either(Pair),
}

/// What opens and closes together; widths may be mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pair {
    Round,
    Square,
    Title,
    Quote,
    InnerQuote,
    Corner,
    Straight,
}

/// The length in bytes of the sign at the start, and what it means; 1 where there is none.
fn sign(bytes: &[u8]) -> (usize, Sign) {
    match *bytes {
        [0xe3, 0x80, last, ..] => (3, cjk_sign(last)),
        [0xef, 0xbc, last, ..] => (3, wide_sign(last)),
        [0xef, 0xb9, 0x9d, ..] => (3, Sign::Open(Pair::Square)),
        [0xef, 0xb9, 0x9e, ..] => (3, Sign::Close(Pair::Square)),
        [0xe2, 0x80, last @ 0x98..=0x9d, ..] => (3, quote_sign(last)),
        [b'(', ..] => (1, Sign::Open(Pair::Round)),
        [b')', ..] => (1, Sign::Close(Pair::Round)),
        [b'[', ..] => (1, Sign::Open(Pair::Square)),
        [b']', ..] => (1, Sign::Close(Pair::Square)),
        [b'"', ..] => (1, Sign::Either(Pair::Straight)),
        [b';', ..] => (1, Sign::Stop),
        _ => (1, Sign::Plain),
    }
}

/// U+3000 to U+303F.
fn cjk_sign(last: u8) -> Sign {
    match last {
        0x82 => Sign::Stop,
        0x8a => Sign::Open(Pair::Title),
        0x8b => Sign::Close(Pair::Title),
        0x8c | 0x8e => Sign::Open(Pair::Corner),
        0x8d | 0x8f => Sign::Close(Pair::Corner),
        0x90 | 0x94 => Sign::Open(Pair::Square),
        0x91 | 0x95 => Sign::Close(Pair::Square),
        _ => Sign::Plain,
    }
}

/// U+FF00 to U+FF3F.
fn wide_sign(last: u8) -> Sign {
    match last {
        0x81 | 0x9b | 0x9f => Sign::Stop,
        0x88 => Sign::Open(Pair::Round),
        0x89 => Sign::Close(Pair::Round),
        0xbb => Sign::Open(Pair::Square),
        0xbd => Sign::Close(Pair::Square),
        _ => Sign::Plain,
    }
}

/// U+2018 to U+201D.
fn quote_sign(last: u8) -> Sign {
    match last {
        0x98 => Sign::Open(Pair::InnerQuote),
        0x99 => Sign::Close(Pair::InnerQuote),
        0x9c => Sign::Open(Pair::Quote),
        0x9d => Sign::Close(Pair::Quote),
        _ => Sign::Plain,
    }
}

/// Pairs that wait for their closers; beyond eight the outermost is given up.
#[derive(Debug, Default)]
struct Open {
    pairs: [Option<Opened>; 8],
    len: usize,
}

#[derive(Debug, Clone, Copy)]
struct Opened {
    pair: Pair,
    at: usize,
    /// Sentences that ended before it.
    ended: usize,
}

impl Open {
    /// The longest pair in bytes: 2000 Han characters. A guess.
    const LONGEST_BYTES: usize = 6000;

    fn push(&mut self, pair: Pair, at: usize, ended: usize) {
        if self.len == self.pairs.len() {
            self.pairs.rotate_left(1);
            self.len -= 1;
        }
        self.pairs[self.len] = Some(Opened { pair, at, ended });
        self.len += 1;
    }

    fn place(&self, pair: Pair) -> Option<usize> {
        self.pairs[..self.len].iter().rposition(|opened| opened.is_some_and(|opened| opened.pair == pair))
    }

    fn holds(&self, pair: Pair) -> bool {
        self.place(pair).is_some()
    }

    /// Closes the innermost `pair`; what opened inside it was never closed.
    fn close(&mut self, pair: Pair, at: usize, found: &mut Vec<Range<usize>>) {
        let Some(place) = self.place(pair) else { return };
        self.len = place;
        if let Some(opened) = self.pairs[place].filter(|opened| at - opened.at <= Self::LONGEST_BYTES) {
            found.truncate(opened.ended);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_sentences(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_end_sentences() {
        assert_sentences("甲。乙；丙！丁？戊", &["甲。", "乙；", "丙！", "丁？", "戊"]);
        assert_sentences("甲。。乙！？丙;丁", &["甲。。", "乙！？", "丙;", "丁"]);
        assert_sentences("甲。 AEO企业。", &["甲。", "AEO企业。"]);
    }

    #[test]
    fn pairs_are_kept_whole() {
        for text in [
            "说“甲。乙。”的人",
            "甲（乙。丙；丁）戊",
            "《甲。乙》丙",
            "甲(乙。丙）丁",
            "甲“乙（丙。）丁；”戊",
            "甲\"乙。丙\"丁",
        ] {
            assert_sentences(text, &[text]);
        }
    }

    #[test]
    fn stops_behind_a_pair_end_the_sentence_around_it() {
        assert_sentences("甲（乙。丙）丁。戊", &["甲（乙。丙）丁。", "戊"]);
    }

    #[test]
    fn closers_behind_a_stop_belong_to_its_sentence() {
        assert_sentences("甲。”乙。）丙", &["甲。”", "乙。）", "丙"]);
    }

    #[test]
    fn an_unclosed_bracket_hides_no_stop() {
        assert_sentences("甲（乙。丙。丁", &["甲（乙。", "丙。", "丁"]);
        assert_sentences("甲（乙“丙。丁）戊。己", &["甲（乙“丙。丁）戊。", "己"]);
        let long = format!("甲（{}）", "乙。".repeat(2000));
        assert_eq!(sentences(&long).len(), 2001);
    }

    #[test]
    fn a_decimal_point_or_a_comma_ends_nothing() {
        assert_sentences("增长3.5%，其中，A.B", &["增长3.5%，其中，A.B"]);
        assert_sentences("", &[]);
    }
}
