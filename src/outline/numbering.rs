//! What a marker says: the grammars of every style, over the start of a text.

use super::candidate::Numbering;
use super::counted::{COUNTED, counts_things, is_dotless, is_next};
use crate::model::{MarkerPlace, MarkerStyle};
use crate::text::boundary::floor;
use crate::text::character::{is_blank, is_han};
use crate::text::numeral;
use crate::text::words::begins;

/// At most two readings of the same place: `2.30个` may be item 2 or item 2.30.
pub(super) type Readings = [(Numbering, usize); 2];

const NOTHING: (Numbering, usize) = (Numbering { style: MarkerStyle::Arabic, ordinal: 0, prefix: 0 }, 0);

pub(super) trait Retain {
    fn retain_followed(&mut self, rest: &str, place: MarkerPlace);
}

impl Retain for [(Numbering, usize)] {
    /// Removes the readings whose following text cannot begin an item.
    fn retain_followed(&mut self, rest: &str, place: MarkerPlace) {
        for reading in self {
            if !may_follow(&rest[reading.1..], reading.0, place) {
                *reading = NOTHING;
            }
        }
    }
}

/// Whether `text` may be what such a marker numbers.
fn may_follow(text: &str, numbering: Numbering, place: MarkerPlace) -> bool {
    let text = text.trim_start_matches(is_blank);
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    let second = chars.next().unwrap_or(' ');
    if parts(first) {
        return false;
    }
    match numbering.style {
        MarkerStyle::Article | MarkerStyle::Chapter | MarkerStyle::SectionOfChapter | MarkerStyle::Part => {
            let close = matches!(
                place,
                MarkerPlace::LineStart | MarkerPlace::AfterSentence | MarkerPlace::AfterHeading
            );
            // 第三条以…为… is an item at a line's start, 第三条以上 in running text is not
            !begins(text, CITED) || (close && text.starts_with('以'))
        }
        // 一、一年 is an item, 一、二级 lists grades
        MarkerStyle::HanComma if numeral::is_han_numeral(first) => {
            place == MarkerPlace::LineStart || begins_item(place) && !is_next(text, numbering.ordinal)
        }
        MarkerStyle::HanComma => true,
        MarkerStyle::ArabicBracket if is_register_number(text) => false,
        MarkerStyle::HanBracket
        | MarkerStyle::ArabicBracket
        | MarkerStyle::ArabicHalfBracket
        | MarkerStyle::Circled => {
            // 第三条（二）项 cites; at a line's start 项目… is an item
            let cites = match first {
                '项' | '款' => !matches!(second, '目' | '项'),
                '目' => !matches!(second, '标' | '的' | '录' | '前'),
                '至' | '和' | '、' | '类' | '中' => place > MarkerPlace::AfterClause,
                _ => false,
            };
            let cites = cites || place == MarkerPlace::AfterComma && begins(text, CITED);
            !cites || place <= MarkerPlace::AfterHeading
        }
        _ => true,
    }
}

/// Whether a sign that parts words stands where the words of an item would begin.
#[rustfmt::skip]
fn parts(first: char) -> bool {
    matches!(
        first,
        '，' | '。' | '；' | '：' | '、' | '）' | ')' | '》' | '”' | ',' | '.' | ';' | ':' | '！' | '？' | '—' | '～' | '-' | '/' | '%'
            | '％'
    )
}

/// Whether items stand in such a place where a line break was lost, rather than the parts of an enumeration.
fn begins_item(place: MarkerPlace) -> bool {
    matches!(
        place,
        MarkerPlace::AfterSentence
            | MarkerPlace::AfterHeading
            | MarkerPlace::AfterClauseAndBlank
            | MarkerPlace::AfterClause
    )
}

/// What follows an article that is cited, or that a decision amends.
#[rustfmt::skip]
const CITED: &[&str] = &[
    "规定", "第", "的", "和", "至", "款", "或", "与", "及", "所列", "中的", "之", "以", "要求", "情形", "执行",
    "修改为", "改为", "中增加", "中删", "后增加", "增加一",
];

/// Whether words behind a year of two digits are the rest of a document's number: `（88）青税字第163号`.
fn is_register_number(text: &str) -> bool {
    /// Twelve characters, as codes of agencies have at most: a guess.
    const CODE_BYTES: usize = 36;
    let head = &text[..floor(text, CODE_BYTES)];
    let code = head.find("字第").filter(|&at| head[..at].chars().all(is_han));
    code.is_some_and(|at| text[at + "字第".len()..].starts_with(numeral::is_digit))
}

/// Whether a marker may begin with this character.
pub(super) fn may_begin(c: char) -> bool {
    match c {
        '（' | '(' | '〔' | '第' => true,
        '\u{4e00}'..='\u{9fff}' => numeral::is_han_numeral(c),
        _ => numeral::is_digit(c) || numeral::is_han_numeral(c) || numeral::enclosed(c).is_some(),
    }
}

/// Whether a numeral stands where a marker at the text's start has one: most brackets, and 第, stand before words.
pub(super) fn may_number(text: &str) -> bool {
    let Some(words) = text.strip_prefix(['（', '(', '〔', '第']) else { return true };
    words.trim_start_matches(is_blank).starts_with(|c| numeral::is_digit(c) || numeral::is_han_numeral(c))
}

/// What the text before tells of a marker.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// The last `1.1`.
    pub(super) dotted: Option<Numbering>,
    /// Whether the text's marks were folded to half-width, full stops and all: `制定本方案.一,加强领导`.
    pub(super) folded: bool,
}

/// The readings of the text's start as a marker.
pub(super) fn readings(text: &str, place: MarkerPlace, context: Context) -> (Readings, usize) {
    let mut readings = [NOTHING; 2];
    let mut count = 0;
    let mut push = |reading: Option<(Numbering, usize)>| {
        if let Some(reading) = reading.filter(|_| count < 2) {
            readings[count] = reading;
            count += 1;
        }
    };
    let Some(first) = text.chars().next() else { return (readings, 0) };
    match first {
        '（' | '(' | '〔' => push(bracketed(text)),
        '第' => push(ordinal_word(text)),
        _ if numeral::is_han_numeral(first) => push(han(text, place, context.folded)),
        _ if numeral::is_digit(first) => {
            if place < MarkerPlace::Organ {
                push(dotted(text, context.dotted));
            }
            push(arabic(text, place));
        }
        _ => push(enclosed(text, first)),
    }
    (readings, count)
}

/// A marker of one number: `（一）`.
fn numbering(style: MarkerStyle, ordinal: u16) -> Numbering {
    Numbering { style, ordinal, prefix: 0 }
}

/// Line ends in a bracketed number: one on each side.
const MOST_BREAKS: usize = 2;

/// `（一）` `（1）` in brackets of either width.
fn bracketed(text: &str) -> Option<(Numbering, usize)> {
    // a page may have the number in a span, on a line of its own
    let mut breaks = 0;
    let mut chars = text.char_indices().skip(1).filter(|&(_, c)| {
        breaks += usize::from(c == '\n');
        // where there are more, the line's end is no numeral
        !is_blank(c) || breaks > MOST_BREAKS
    });
    let mut digits = Numeral::default();
    loop {
        let (at, c) = chars.next()?;
        if !digits.push(c) {
            let style = digits.style(MarkerStyle::HanBracket, MarkerStyle::ArabicBracket)?;
            let closed = matches!(c, '）' | ')' | '〕');
            let end = at + c.len_utf8();
            // （一）、 and （一）． are common slips
            let slip = skip(&text[end..], |c| matches!(c, '、' | '．' | '.' | '﹒'));
            return Some((numbering(style, digits.value()?), end + slip)).filter(|_| closed);
        }
    }
}

/// `第一章` `第十二条` `第1节` `第一部分`
fn ordinal_word(text: &str) -> Option<(Numbering, usize)> {
    let mut chars = text.char_indices().skip(1).filter(|&(_, c)| !matches!(c, ' ' | '\u{3000}'));
    let mut digits = Numeral::default();
    loop {
        let (at, c) = chars.next()?;
        if !digits.push(c) {
            let style = match c {
                '编' | '篇' => MarkerStyle::Part,
                '部' if text[at..].starts_with("部分") => MarkerStyle::Part,
                '章' => MarkerStyle::Chapter,
                '节' => MarkerStyle::SectionOfChapter,
                '条' => MarkerStyle::Article,
                _ => return None,
            };
            let len = if c == '部' { "部分".len() } else { c.len_utf8() };
            return Some((numbering(style, digits.value()?), at + len));
        }
    }
}

/// `一、` `一．` and, at a line's start, `一.` `四，` `一）`; `一,` where marks were folded.
fn han(text: &str, place: MarkerPlace, folded: bool) -> Option<(Numbering, usize)> {
    let mut digits = Numeral::default();
    let (at, mark) = mark_behind(text, &mut digits)?;
    let style = match mark {
        '、' | '．' | '﹑' => MarkerStyle::HanComma,
        '.' | '，' | ',' | '：' if place == MarkerPlace::LineStart => MarkerStyle::HanComma,
        ',' if folded && place <= MarkerPlace::AfterClauseAndBlank => MarkerStyle::HanComma,
        '）' | ')' if place == MarkerPlace::LineStart => MarkerStyle::HanBracket,
        _ => return None,
    };
    Some((numbering(style, digits.value()?), at + mark.len_utf8()))
}

/// `1.` `1．` `1、` `1﹒` `1）` and, at a line's start, `1。`; a year or a figure with letters may follow the dot: `17.2025年`, `16.5G`.
fn arabic(text: &str, place: MarkerPlace) -> Option<(Numbering, usize)> {
    let mut digits = Numeral::default();
    let (at, mark) = mark_behind(text, &mut digits)?;
    let value = digits.value().filter(|&value| value < 1000)?;
    let rest = &text[at + mark.len_utf8()..];
    let begins =
        place == MarkerPlace::LineStart || place == MarkerPlace::WrappedLine && text.starts_with('0');
    if begins && at <= 2 && is_han(mark) && is_dotless(&text[at..]) {
        return Some((numbering(MarkerStyle::Arabic, value), at));
    }
    let style = match mark {
        '.' | '．' | '﹒' if !numeral::begins_a_decimal(rest) => MarkerStyle::Arabic,
        '.' | '．' if place == MarkerPlace::LineStart && counts_things(rest) => MarkerStyle::Arabic,
        '、' | '﹑' if !rest.starts_with(numeral::is_digit) || place == MarkerPlace::LineStart => {
            MarkerStyle::Arabic
        }
        // …的自然人。 2、2022年1月1日至…
        '、' if place <= MarkerPlace::AfterClauseAndBlank && begins_year(rest) => MarkerStyle::Arabic,
        '。' if place == MarkerPlace::LineStart && value < 100 && rest.starts_with(is_han) => {
            MarkerStyle::Arabic
        }
        '）' | ')' => MarkerStyle::ArabicHalfBracket,
        _ if place == MarkerPlace::LineStart && SLIPS.contains(&mark) && rest.starts_with(is_han) => {
            MarkerStyle::Arabic
        }
        // `1 总则`, as emergency plans have it
        ' ' | '\u{3000}'
            if place == MarkerPlace::LineStart && rest.trim_start_matches(is_blank).starts_with(is_han) =>
        {
            return Some((numbering(MarkerStyle::Arabic, value), at));
        }
        _ => return None,
    };
    Some((numbering(style, value), at + mark.len_utf8()))
}

/// Whether a year of four digits begins the words: `2031年`.
fn begins_year(words: &str) -> bool {
    let digits = words.len() - words.trim_start_matches(numeral::is_digit).len();
    words[..digits].chars().count() == 4 && words[digits..].starts_with('年')
}

/// What stands for the dot behind a number by a slip: `4,推荐人员`.
pub(super) const SLIPS: [char; 5] = [',', '，', '：', '·', '‧'];

/// The character behind the numeral at the text's start and its place, blanks before a mark left out: a page may have the
/// number in a span, on a line of its own, `1⏎．需求`.
fn mark_behind(text: &str, digits: &mut Numeral) -> Option<(usize, char)> {
    let at = text.find(|c| !digits.push(c))?;
    let behind = over_break(&text[at..]);
    let rest = if behind.starts_with(['、', '．', '.']) { behind } else { &text[at..] };
    Some((text.len() - rest.len(), rest.chars().next()?))
}

/// What stands behind blanks and at most one line's end.
fn over_break(text: &str) -> &str {
    let rest = text.trim_start_matches(' ');
    rest.strip_prefix('\n').map_or(rest, |rest| rest.trim_start_matches(' '))
}

/// `1 总则` and `2组织指挥体系` over `2.1`, as emergency plans have it: a bare number before a chapter's words, behind the
/// chapter `last`.
///
/// That `2.1` follows, or that the next chapter's words stand alone on their line, makes sure that nothing is counted.
pub(super) fn chapter(text: &str, last: u16) -> Option<(Numbering, u32)> {
    /// Two digits of either width.
    const DIGITS_BYTES: usize = 6;
    /// Five hundred characters: a guess.
    const NEAR_BYTES: usize = 1500;
    /// Eight characters: a guess.
    const SHORT_BYTES: usize = 24;
    let head = &text[..floor(text, DIGITS_BYTES)];
    let digits = skip(head, numeral::is_digit);
    let ordinal = numeral::arabic(&head[..digits]).and_then(small).filter(|&ordinal| ordinal == last + 1)?;
    // the words may stand on the next line
    let start = digits + skip(&text[digits..], is_blank);
    let words = &text[start..floor(text, start + NEAR_BYTES)];
    if !words.starts_with(is_han) || words.starts_with(['个', '名', '项', '家', '号']) {
        return None;
    }
    let line = words.lines().next().unwrap_or_default().trim_end_matches(is_blank);
    let alone =
        last > 0 && line.len() <= SHORT_BYTES && line.chars().all(is_han) && !line.starts_with(COUNTED);
    let number = &head[..digits];
    let begins_child = |at: usize| {
        let dot = words[at + number.len()..].strip_prefix(['.', '．']);
        words[..at].ends_with(|c| is_blank(c) || c == '。')
            && dot.is_some_and(|rest| rest.starts_with(['1', '１']))
    };
    let child = || words.match_indices(number).any(|(at, _)| begins_child(at));
    let numbering = numbering(MarkerStyle::Dotted1, ordinal);
    (alone || child()).then_some((numbering, u32::try_from(digits).ok()?))
}

/// `1.1` `1.1.1` `1.1.1.1`, followed by a blank or by words; what is counted begins no words but where the number goes on with
/// the one before: `4.2分级应对` behind `4.1`.
fn dotted(text: &str, last: Option<Numbering>) -> Option<(Numbering, usize)> {
    let mut values = [0u16; 4];
    let (mut count, mut at) = (0, 0);
    loop {
        let digits = skip(&text[at..], numeral::is_digit);
        // 0.01 measures
        let value = numeral::arabic(&text[at..at + digits]).and_then(small);
        let value = value.filter(|&value| (1..100).contains(&value) && !text[at..].starts_with('0'))?;
        *values.get_mut(count)? = value;
        count += 1;
        at += digits;
        let dot = skip(&text[at..], |c| matches!(c, '.' | '．'));
        if dot == 0 || !text[at + dot..].starts_with(numeral::is_digit) {
            if dot > 0 {
                at += dot;
            }
            break;
        }
        at += dot;
    }
    let style = match count {
        2 => MarkerStyle::Dotted2,
        3 => MarkerStyle::Dotted3,
        4 => MarkerStyle::Dotted4,
        _ => return None,
    };
    let rest = &text[at..];
    let prefix = values[..count - 1].iter().fold(0, |packed, &value| packed * 100 + u32::from(value));
    let numbering = Numbering { style, ordinal: values[count - 1], prefix };
    let before = Numbering { ordinal: numbering.ordinal.saturating_sub(1), ..numbering };
    let counted = count == 2 && rest.starts_with(COUNTED) && last != Some(before);
    let words = rest.trim_start_matches(is_blank);
    let lettered = words.len() < rest.len() || count > 2 || last == Some(before);
    let worded = words.starts_with(|c: char| match c {
        '“' | '《' | '、' | 'Ⅰ'..='Ⅻ' => true,
        _ => is_han(c) || lettered && c.is_ascii_alphabetic(),
    });
    let rest_comma = skip(rest, |c| c == '、');
    (worded && !counted).then_some((numbering, at + rest_comma))
}

/// `①` `⑴` `⒈` `㈠`
fn enclosed(text: &str, first: char) -> Option<(Numbering, usize)> {
    use numeral::Enclosed;
    let (family, value) = numeral::enclosed(first)?;
    let style = match family {
        Enclosed::Circled => MarkerStyle::Circled,
        Enclosed::Bracketed => MarkerStyle::ArabicBracket,
        Enclosed::Dotted => MarkerStyle::Arabic,
        Enclosed::HanBracketed => MarkerStyle::HanBracket,
    };
    let len = first.len_utf8();
    Some((numbering(style, small(value)?), len + skip(&text[len..], |c| matches!(c, '、' | '.' | '．'))))
}

/// Gathers the digits of one script; at most eight, so that a wall of digits costs nothing.
#[derive(Default)]
struct Numeral {
    digits: [char; 8],
    count: usize,
    overflow: bool,
}

impl Numeral {
    /// Whether `c` belongs to the numeral.
    fn push(&mut self, c: char) -> bool {
        let han = numeral::is_han_numeral(c);
        if !(han || numeral::is_digit(c))
            || (self.count > 0 && han != numeral::is_han_numeral(self.digits[0]))
        {
            return false;
        }
        if self.count == self.digits.len() {
            self.overflow = true;
            return false;
        }
        self.digits[self.count] = c;
        self.count += 1;
        true
    }

    fn value(&self) -> Option<u16> {
        let digits = self.digits[..self.count].iter().copied();
        if self.overflow {
            None
        } else {
            numeral::number_of(digits).and_then(small).filter(|value| (1..1000).contains(value))
        }
    }

    fn style(&self, han: MarkerStyle, arabic: MarkerStyle) -> Option<MarkerStyle> {
        let first = self.digits[..self.count].first()?;
        Some(if numeral::is_han_numeral(*first) { han } else { arabic })
    }
}

fn small(value: u32) -> Option<u16> {
    u16::try_from(value).ok()
}

pub(super) fn skip(text: &str, what: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_start_matches(what).len()
}
