//! 标题 = 发文机关 + 事由 + 文种: `湖南省人民政府关于印发《…》的通知`.

use std::ops::Range;

use super::name::line::{self, is_organisation};
use crate::lexicon::titles::SUBJECTS;
use crate::model::{Genre, Title};
use crate::text::bracket::opening;
use crate::text::character::is_blank;
use crate::text::gaps::trim_range;
use crate::text::mend::Stretch;
use crate::text::numeral;
use crate::text::span::Spanned;
use crate::text::words::{Words, begins};

/// The parts of a title, as far as they are certain.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct TitleParts {
    /// 发文机关.
    pub(crate) issuers: Vec<Range<usize>>,
    /// 事由, from `关于` to before the genre, without `的`.
    pub(crate) subject: Option<Range<usize>>,
    /// 文种, by the ending.
    pub(crate) genre: Option<(Genre, Range<usize>)>,
}

/// How surely a line is a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// It ends in a genre: `某某市某某工作方案`.
    Likely,
    /// It says what it is about and ends in a genre: `关于…的通知`.
    Certain,
}

/// The parts of a title that stands in one piece.
///
/// ```text
/// title = [issuers] [subject] [的] genre *remark   ; subject begins with 关于 / 印发 / 转发 / …
/// ```
///
/// 党政机关公文处理工作条例, article 9. What stands before the subject is the issuers only if it has the shape of organs' names.
pub(crate) fn title(text: &str) -> TitleParts {
    let range = unmarked(text);
    let genre = genre(text, &range);
    let end = genre.as_ref().map_or_else(|| core(text, &range).end, |(_, place)| place.start);
    let (head, issuers) = head(text, &(range.start..end));
    let start = if issuers.is_empty() { range.start } else { head };
    // what 转发《…的意见》 passes on has the genre
    let quoted = passed_on(&text[core(text, &range)]).is_some();
    let end = if quoted { core(text, &range).end } else { end };
    let subject = text[start..end].strip_suffix('的').unwrap_or(&text[start..end]);
    let start = start + (subject.len() - subject.trim_start_matches(is_blank).len());
    let end = start + subject.trim_matches(is_blank).len();
    TitleParts { issuers, subject: (start < end).then_some(start..end), genre }
}

/// The title that fills `stretch`, its parts spelled.
pub(crate) fn spell(stretch: &Stretch<'_>) -> Title {
    let text = stretch.as_str();
    let TitleParts { issuers, subject, genre } = title(text);
    Title {
        text: text.to_owned(),
        issuers: issuers.into_iter().map(|range| stretch.words(range)).collect(),
        subject: subject.map(|range| stretch.words(range)),
        genre: genre
            .or_else(|| numbered_genre(text))
            .map(|(value, range)| Spanned { value, span: stretch.span(range) }),
        span: stretch.span(0..text.len()),
    }
}

/// The genre before the number in the title of an order or announcement: `海关总署公告2008年第24号（关于…）`.
fn numbered_genre(title: &str) -> Option<(Genre, Range<usize>)> {
    let genres = [("公告", Genre::Announcement), ("通告", Genre::Proclamation), ("令", Genre::Order)];
    genres.into_iter().find_map(|(name, genre)| {
        let at = title.find(name)?;
        let behind = &title[at + name.len()..];
        let numbered = behind.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '第' | '〔' | '（'));
        (at > 0 && numbered && behind.contains('号')).then(|| (genre, at..at + name.len()))
    })
}

/// How surely `text` is a title; `None` for sentences, headings of items and labelled lines.
pub(crate) fn title_strength(text: &str) -> Option<Strength> {
    /// Longer ones were not seen but with joint issuers.
    const LONGEST_CHARS: usize = 120;
    /// A title that ends as one does may name joint issuers: a guess.
    const CERTAIN_CHARS: usize = 240;
    let range = unmarked(text);
    let slice = &text[range.clone()];
    let length = slice.chars().take(CERTAIN_CHARS + 1).count();
    if !(4..=CERTAIN_CHARS).contains(&length) || is_numbered(slice) || is_sentence(slice) {
        return None;
    }
    let (_, genre) = genre(text, &range)?;
    let (head, issuers) = head(text, &(range.start..genre.start));
    if head < genre.start && (head == range.start || !issuers.is_empty()) {
        return Some(Strength::Certain);
    }
    (length <= LONGEST_CHARS).then_some(Strength::Likely)
}

/// Whether a title may begin with these words: what begins as a sentence or an item goes on as one, if no `《` stands
/// before it.
pub(crate) fn may_begin(text: &str) -> bool {
    text.starts_with('《') || !is_numbered(text) && !is_sentence(text)
}

/// Whether `text` may end as a title does, in a genre or a bracket behind one: asked before its words are mended, so of
/// the last character alone.
pub(crate) fn may_end(text: &str) -> bool {
    let Some(last) = text.chars().next_back().filter(|_| !text.is_ascii()) else { return false };
    closes_remark(last) || matches!(last, '》' | '”') || GENRES.may_end(last)
}

/// Where the subject begins, and the issuers before it: at the first of its words behind organs' names or at the start; at the end
/// if there is none.
fn head(text: &str, range: &Range<usize>) -> (usize, Vec<Range<usize>>) {
    let slice = &text[range.clone()];
    let starts = slice.char_indices().filter(|&(at, _)| begins(&slice[at..], SUBJECTS));
    let limit = slice.char_indices().nth(ISSUERS_CHARS).map_or(slice.len(), |(at, _)| at);
    for (at, c) in starts.take_while(|&(at, _)| at <= limit) {
        let issuers = issuers(text, range.start..range.start + at);
        if at == 0 && c != '对' || !issuers.is_empty() {
            return (range.start + at, issuers);
        }
        if slice[at..].starts_with("关于") {
            break;
        }
    }
    let issuers = issuers(text, range.clone());
    let end = if issuers.is_empty() { range.end } else { trim_range(text, range.clone()).end };
    (end, issuers)
}

/// The longest run of issuers in characters: as long as a title may be.
const ISSUERS_CHARS: usize = 240;

/// The issuers that fill `range`: cut at blanks, `、`, `，` and between glued full names; empty if anything else stands there.
fn issuers(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let range = trim_range(text, range);
    if text[range.clone()].chars().nth(ISSUERS_CHARS).is_some() {
        return Vec::new();
    }
    let Some(names) = line::organisations(&text[range.clone()]) else { return counted(text, range) };
    names
        .into_iter()
        .flat_map(|name| line::glued(text, range.start + name.start..range.start + name.end))
        .collect()
}

/// `两部门`, `省财政厅等五部门`.
fn counted(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let slice = &text[range.clone()];
    let rest = slice
        .strip_suffix("部门")
        .or_else(|| slice.strip_suffix("部委"))
        .or_else(|| slice.strip_suffix("单位"));
    let number = rest.is_some_and(|rest| {
        rest.ends_with(|c| numeral::is_han_numeral(c) || c == '两' || numeral::is_digit(c))
    });
    if number { vec![range] } else { Vec::new() }
}

/// The place of the title without book marks around the whole of it.
fn unmarked(text: &str) -> Range<usize> {
    let range = trim_range(text, 0..text.len());
    let inner = text[range.clone()].strip_prefix('《').and_then(|inner| core_of(inner).strip_suffix('》'));
    match inner {
        Some(inner)
            if !inner.contains('》') || inner.find('《') < inner.find('》') && inner.contains('《') =>
        {
            range.start + '《'.len_utf8()..range.start + '《'.len_utf8() + inner.len()
        }
        _ => range,
    }
}

/// The genre at the title's end, remarks in brackets skipped. `实施意见` is 意见, `复函` is 函.
fn genre(text: &str, range: &Range<usize>) -> Option<(Genre, Range<usize>)> {
    let core = core(text, range);
    let slice = &text[core.clone()];
    let slice = passed_on(slice).map_or(slice, |close| &slice[..close]);
    let (word, genre) = GENRES.at_end(slice)?;
    let name = &slice[word..];
    let broken = name == "函" && slice.ends_with("信函") || name == ORDER && !is_order(&slice[..word]);
    (!broken).then_some((genre, core.start + word..core.start + slice.len()))
}

/// Where the marks close in which a title passes another on, and has no genre of its own: `转发“关于印发《…》的通知”`, as sites
/// name what they print `某某省人民政府办公厅印发《关于…的意见》`.
fn passed_on(title: &str) -> Option<usize> {
    const MARKS: [[char; 2]; 2] = [['“', '”'], ['《', '》']];
    MARKS.iter().find_map(|&[open, close]| {
        let inside = title.strip_suffix(close)?;
        let before = &title[..title.find(open)?];
        let issued = || {
            let issuers = before.strip_suffix("印发")?;
            (close == '》' && !issuers.is_empty()).then(|| line::organisations(issuers)).flatten()
        };
        (before.ends_with("转发") || before.ends_with("批转") || issued().is_some()).then_some(inside.len())
    })
}

/// All genres by their names, an order by its short one too.
pub(crate) static GENRES: Words<Genre> = Words::new(&named());

const ORDER: &str = "令";

const fn named() -> [(&'static str, Genre); Genre::ALL.len() + 1] {
    let mut words = [(ORDER, Genre::Order); Genre::ALL.len() + 1];
    let mut at = 0;
    while at < Genre::ALL.len() {
        words[at] = (Genre::ALL[at].name(), Genre::ALL[at]);
        at += 1;
    }
    words
}

/// Whether what stands before `令` issues orders: `国务院`, `广东省人民政府`.
fn is_order(before: &str) -> bool {
    is_organisation(before)
}

/// The title without remarks in brackets at its end: `（试行）`, `(修订)`, `（黔府办函〔2021〕93号）`.
fn core(text: &str, range: &Range<usize>) -> Range<usize> {
    let slice = &text[range.clone()];
    range.start..range.start + core_of(slice).len()
}

fn core_of(mut text: &str) -> &str {
    /// A guess.
    const MOST_REMARKS: usize = 4;
    let opens = |c| matches!(c, '（' | '(' | '〔' | '[' | '［' | '【');
    for _ in 0..MOST_REMARKS {
        text = text.trim_end_matches(is_blank);
        let Some(at) = opening(text, opens, closes_remark) else { break };
        text = &text[..at];
    }
    text
}

/// Closes a remark behind a title.
fn closes_remark(c: char) -> bool {
    matches!(c, '）' | ')' | '〕' | ']' | '］' | '】')
}

/// Whether `text` begins with an item's number: `一、` `（一）` `1.` `第一条`, and no year.
fn is_numbered(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '第']);
    let rest = bare.trim_start_matches(|c| numeral::is_digit(c) || numeral::is_han_numeral(c));
    let digits = bare.len() - rest.len();
    let sign = if bare.len() < text.len() { "）)章节条编、.．" } else { "、.．）)" };
    digits > 0 && rest.starts_with(|c| sign.contains(c))
        || text.starts_with(|c| numeral::enclosed(c).is_some())
}

/// Whether `text` is a sentence or a labelled line, by what stands outside brackets and marks.
fn is_sentence(text: &str) -> bool {
    const OPENINGS: [&str; 14] = [
        "现将", "为了", "根据", "按照", "请", "经", "附件", "抄送", "主送", "以上", "上述", "本", "各", "此",
    ];
    let mut depth = 0_usize;
    let stopped = text.chars().any(|c| {
        match c {
            '（' | '(' | '《' | '〈' | '“' | '〔' => depth += 1,
            '）' | ')' | '》' | '〉' | '”' | '〕' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, '。' | '；' | '！' | '？' | ';' | '：' | ':')
    });
    stopped || begins(text, &OPENINGS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_title(text: &str, issuers: &[&str], subject: Option<&str>, genre: Option<Genre>) {
        let parts = title(text);
        let found: Vec<_> = parts.issuers.into_iter().map(|range| &text[range]).collect();
        assert_eq!((found, parts.subject.map(|range| &text[range])), (issuers.to_vec(), subject), "{text}");
        assert_eq!(parts.genre.map(|(genre, _)| genre), genre, "{text}");
    }

    #[test]
    fn a_title_has_issuers_subject_and_genre() {
        assert_title(
            "某某省人民政府关于印发《某某方案》的通知",
            &["某某省人民政府"],
            Some("关于印发《某某方案》"),
            Some(Genre::Circular),
        );
        assert_title(
            "国务院办公厅转发财政部关于某某意见的通知",
            &["国务院办公厅"],
            Some("转发财政部关于某某意见"),
            Some(Genre::Circular),
        );
        assert_title("颁布《某某规定》的通知", &[], Some("颁布《某某规定》"), Some(Genre::Circular));
        assert_title(
            "国务院办公厅对第2996号建议的答复",
            &["国务院办公厅"],
            Some("对第2996号建议"),
            Some(Genre::Answer),
        );
        assert_title("某某市促进某某若干措施", &[], Some("某某市促进某某若干"), Some(Genre::Steps));
        assert_title("国家税务总局公告", &["国家税务总局"], None, Some(Genre::Announcement));
        assert_title("中华人民共和国国务院令", &["中华人民共和国国务院"], None, Some(Genre::Order));
        assert_title("全省某某工作", &[], Some("全省某某工作"), None);
    }

    #[test]
    fn issuers_are_cut_where_certain() {
        for (text, issuers) in [
            (
                "重庆市人民政府办公厅 四川省人民政府办公厅关于某某的通知",
                &["重庆市人民政府办公厅", "四川省人民政府办公厅"][..],
            ),
            ("交通运输部财政部农业农村部关于某某的通知", &["交通运输部", "财政部", "农业农村部"]),
            ("财政部、审计署关于某某的通知", &["财政部", "审计署"]),
            ("教育部等五部门关于某某的通知", &["教育部等五部门"]),
            ("四部门关于某某的通知", &["四部门"]),
            ("某某工作关于某某的通知", &[]),
        ] {
            let found: Vec<_> = title(text).issuers.into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, issuers, "{text}");
        }
    }

    #[test]
    fn what_is_passed_on_may_have_the_genre() {
        assert_title(
            "转发“关于印发《某某办法》的通知”",
            &[],
            Some("转发“关于印发《某某办法》的通知”"),
            Some(Genre::Circular),
        );
        assert_title(
            "某某市水务局转发《关于某某的意见》",
            &["某某市水务局"],
            Some("转发《关于某某的意见》"),
            Some(Genre::Opinions),
        );
    }

    #[test]
    fn what_an_organ_issues_has_the_genre() {
        assert_title(
            "中共某某省委办公厅 某某省人民政府办公厅印发《关于某某的意见》",
            &["中共某某省委办公厅", "某某省人民政府办公厅"],
            Some("印发《关于某某的意见》"),
            Some(Genre::Opinions),
        );
        assert_eq!(title_strength("某某省水务局印发《某某方案》"), Some(Strength::Certain));
        for text in [
            "关于印发《某某方案》",
            "印发《某某方案》",
            "某某工作印发《某某方案》",
            "某某省水务局印发《某某》",
        ] {
            assert_eq!(title_strength(text), None, "{text}");
        }
    }

    #[test]
    fn the_ending_tells_the_genre() {
        for (text, genre) in [
            ("关于某某的实施意见", Some(Genre::Opinions)),
            ("关于某某的复函", Some(Genre::Letter)),
            ("某某行动计划", Some(Genre::Schedule)),
            ("某某办法(暂行)", Some(Genre::Measures)),
            ("关于某某的通知（黔府办函〔2021〕93号）", Some(Genre::Circular)),
            ("某某实施细则（试行）（2021年修订）", Some(Genre::DetailedRules)),
            ("某某三年行动方案（2023—2027年）", Some(Genre::Plan)),
            ("《某某管理规定》", Some(Genre::Provisions)),
            ("某某信函", None),
            ("司令", None),
        ] {
            assert_eq!(title(text).genre.map(|(genre, _)| genre), genre, "{text}");
        }
    }

    #[test]
    fn titles_are_known_among_lines() {
        for (text, strength) in [
            ("某某省人民政府关于某某的通知", Some(Strength::Certain)),
            ("关于某某的决定", Some(Strength::Certain)),
            ("印发《某某。某某》的通知", Some(Strength::Certain)),
            ("2015年某某工作要点", Some(Strength::Likely)),
            ("某某市某某办法（试行）", Some(Strength::Likely)),
            ("现将有关事项通知如下：", None),
            ("根据某某要求，制定本方案", None),
            ("（三）制定工作方案", None),
            ("二、主要任务", None),
            ("1.完善规划", None),
            ("第三条 制定办法", None),
            ("附件：某某方案", None),
            ("请各单位报送方案。", None),
            ("通知", None),
            ("", None),
        ] {
            assert_eq!(title_strength(text), strength, "{text}");
        }
    }
}
