//! Elements of a head by their own shape, at the start of a line that goes on.

use crate::grammar::date::date;
use crate::grammar::name::line::organisations;
use crate::grammar::number::{document_number, numbers};
use crate::grammar::title::{GENRES, title_strength};
use crate::lexicon::titles::SUBJECTS;
use crate::page::furniture::is_rule;
use crate::text::boundary::{ceil, floor};
use crate::text::character::{is_blank, is_han};
use crate::text::mend::mend;
use crate::text::words::{begins, holds};

/// The length of 发文机关标志 at the start of a line that goes on with number or title: `青州省人民政府文件`.
pub(super) fn mark(line: &str) -> Option<usize> {
    let end = line.find("文件").map(|at| at + "文件".len());
    let named = end.filter(|&end| {
        let behind = line[end..].trim_start_matches(is_blank);
        organisations(&line[..end - "文件".len()]).is_some()
            && (number_at_start(behind).is_some() || begins(behind, SUBJECTS))
    });
    named.or_else(|| organ_before_number(line)).or_else(|| organ_before_title(line))
}

/// The length of the organ before its number: `青州省渔业局青渔函〔2031〕33号`.
pub(super) fn organ_before_number(line: &str) -> Option<usize> {
    let number = numbers(line).into_iter().next()?;
    let code = number.agency_code?;
    let start = number.range.start;
    if start > 0 {
        return organisations(&line[..start]).is_some().then_some(start);
    }
    // a code begins with its place: 青渔函
    let first = line.chars().next()?;
    let again = |&(at, c): &(usize, char)| {
        at > 0 && c == first && is_full(&line[..at]) && organisations(&line[..at]).is_some()
    };
    line[..code.end].char_indices().find(again).map(|(at, _)| at)
}

/// The length of the organ before a title that begins with the same organ.
pub(super) fn organ_before_title(line: &str) -> Option<usize> {
    let about = line.find("关于")?;
    let issuers = &line[..about];
    let half = issuers.len() / 2;
    let twice = issuers.is_char_boundary(half) && half > 0 && issuers[..half] == issuers[half..];
    (twice && organisations(&issuers[..half]).is_some()).then_some(half)
}

/// The length of a telegram's head before its number: `发电单位 青州省防汛办公室 等级 特急·明电青汛电〔2031〕5号`.
pub(super) fn telegram(line: &str) -> Option<usize> {
    const WORDS: &[&str] = &["发电", "明电", "密电", "电报", "传真", "等级", "签批盖章"];
    /// In bytes: who sends, who signs, how urgent. A guess.
    const LONGEST_BYTES: usize = 240;
    let head = &line[..floor(line, LONGEST_BYTES)];
    if !holds(head, WORDS) {
        return None;
    }
    let number = numbers(line).into_iter().find(|number| number.agency_code.is_some())?;
    let code = &line[..number.agency_code?.end];
    // 翠政明电 ends in a word of the head and is the code
    let own = floor(code, code.len().saturating_sub("明电".len()));
    let grades = ["特急", "特提", "加急", "平急", "急件", "等级", "明电", "密电", "电报"];
    let behind = |word: &&str| code[..own].rfind(word).map(|at| at + word.len());
    let start = grades.iter().filter_map(behind).max().unwrap_or(0).max(number.range.start);
    let before = &line[..start];
    let is_head = start > 0 && start <= LONGEST_BYTES && holds(before, WORDS);
    let sentence = before.contains(['，', '。', '；', '《']) || holds(before, SUBJECTS);
    (is_head && !sentence && number_at_start(&line[start..]).is_some()).then_some(start)
}

/// The length of the title at the start of a text that has no more of a head: `青州省渔港管理办法（试行）第一条…`.
pub(super) fn titled_text(line: &str) -> Option<usize> {
    /// In bytes: eight characters. A guess.
    const SHORTEST_BYTES: usize = 24;
    let mut ends = GENRES.ends_in(line).map(|end| end + remark(&line[end..]));
    let is_title = |&end: &usize| {
        end >= SHORTEST_BYTES
            && begins_body(&line[end..])
            && is_balanced(&line[..end])
            && title_strength(&mend(&line[..end])).is_some()
    };
    ends.find(is_title)
}

/// The length of a remark in brackets at the start of `text`: `（试行）`.
pub(super) fn remark(text: &str) -> usize {
    /// In bytes: twenty characters, a guess.
    const LONGEST_BYTES: usize = 60;
    let close = text
        .starts_with(['（', '('])
        .then(|| text.find(['）', ')']))
        .flatten()
        .filter(|&close| close < LONGEST_BYTES);
    close.map_or(0, |close| ceil(text, close + 1))
}

/// Whether the text behind a title begins a body: a purpose or the first item.
pub(super) fn begins_body(text: &str) -> bool {
    let words = text.trim_start_matches(is_blank);
    begins(
        words,
        &[
            "第一条",
            "第一章",
            "一、",
            "（一）",
            "(一)",
            "为了",
            "为贯",
            "为进",
            "为加",
            "为全",
            "为深",
            "为推",
            "为规",
            "为落",
            "为促",
            "为切",
            "根据",
            "按照",
        ],
    )
}

/// The length of a number in brackets behind a title: `（青政办发〔2021〕12号）`.
pub(super) fn bracketed_number(behind: &str) -> usize {
    let inside = behind.strip_prefix(['（', '(']);
    let number = inside.and_then(|inside| Some((inside, document_number(inside)?.1)));
    let close = number.and_then(|(inside, len)| inside[len..].strip_prefix(['）', ')']));
    close.map_or(0, |rest| behind.len() - rest.len())
}

/// The length of the document number at the start of a line, if the line goes on with words.
pub(super) fn number_at_start(line: &str) -> Option<usize> {
    let (number, len) = document_number(line)?;
    let behind = line[len..].trim_start_matches(is_blank);
    let words = behind.starts_with(|c| is_han(c) || is_rule(c) || matches!(c, '《' | '★'))
        && !behind.starts_with(['的', '文']);
    (number.agency_code.is_some() && words).then_some(len)
}

/// The length of a day in brackets under a title: `（2031年1月30日青州省人民政府发布）`.
pub(super) fn dated(line: &str) -> Option<usize> {
    let inside = line.strip_prefix(['（', '('])?;
    date(inside)?;
    let close = line.find(['）', ')'])?;
    let len = ceil(line, close + 1);
    (close < 200 && !line[len..].trim_matches(is_blank).is_empty()).then_some(len)
}

/// The length of a rule or the star behind a number at the start of a line that goes on: `————`, `★`.
pub(super) fn rule(line: &str) -> Option<usize> {
    /// In bytes: four of its signs. A guess.
    const SHORTEST_BYTES: usize = 12;
    let behind = line.trim_start_matches(|c| is_rule(c) || is_blank(c));
    let len = line.len() - behind.len();
    // 青政发〔2022〕2号★关于…
    let star = line.strip_prefix('★').filter(|behind| !behind.is_empty()).map(|_| '★'.len_utf8());
    (len >= SHORTEST_BYTES && !behind.is_empty()).then_some(len).or(star)
}

/// Whether each mark that opens closes.
pub(super) fn is_balanced(words: &str) -> bool {
    let count = |open, close| words.matches(open).count() == words.matches(close).count();
    count('《', '》') && count('（', '）') && count('“', '”')
}

/// Whether a name is written in full, as signatures are: `青州省人民政府`, not `省政府`.
pub(super) fn is_full(name: &str) -> bool {
    /// In bytes: five characters, as 某某县政府 has. A guess.
    const SHORTEST_BYTES: usize = 15;
    name.len() >= SHORTEST_BYTES
        && !begins(name, &["省", "市", "县", "区", "州", "我", "本", "各", "经", "由", "在", "自"])
}
