//! Line breaks that were lost between the elements of a head or a foot: `…文件青政发〔2024〕1号关于…的通知各市人民政府：`.
//!
//! Elements stand on lines of their own (GB/T 9704—2012, 7.2 and 7.3). Where a page's script or a reader of PDF joined them, each is
//! told by its own shape: a number by its brackets, a title by its genre before recipients, a signature by the day behind an organ.

use std::ops::Range;

use super::furniture::{is_own, is_rule};
use super::metadata::label_in;
use crate::grammar::attachment;
use crate::grammar::date::{Dated, date, dates};
use crate::grammar::known_titles::KnownTitles;
use crate::grammar::name::line::organisations;
use crate::grammar::number::{document_number, numbers};
use crate::grammar::recipients::recipients;
use crate::grammar::title::{Strength, title_strength};
use crate::lexicon::titles::{COVERS, SUBJECTS};
use crate::model::{Code, Findings, Genre};
use crate::text::boundary::{ceil, floor};
use crate::text::character::{is_blank, is_han};
use crate::text::edited::{Edit, Edited};
use crate::text::mend::mend;
use crate::text::numeral;
use crate::text::span::Span;
use crate::text::words::{COLONS, begins, holds};

/// The longest head element before another, in bytes: a title of 240 characters.
const ELEMENT_REACH: usize = 900;
/// The longest list of recipients, in bytes.
const RECIPIENTS_REACH: usize = 2400;
/// The longest run of signatories before their day, in bytes.
const SIGNATORIES_REACH: usize = 360;

/// A text with a line for each element.
#[derive(Debug)]
pub(crate) struct Lines<'t> {
    pub(crate) edited: Edited<'t>,
    /// The places of the breaks that were put in.
    breaks: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Puts breaks in; a text where none was lost is borrowed.
    pub(crate) fn of(text: &'t str) -> Self {
        let breaks = lost_breaks(text, &dates(text));
        let edits: Vec<Edit> = breaks.iter().map(|&at| (Span::new(at, at), Some('\n'))).collect();
        Lines { edited: Edited::new(text, edits), breaks }
    }

    /// Reports the breaks, at the first.
    pub(crate) fn report(&self, findings: &mut Findings) {
        let Some(&first) = self.breaks.first() else { return };
        let message = match self.breaks.len() {
            1 => "found elements glued on one line, read as if a line ended before this".to_owned(),
            count => format!(
                "found elements glued on one line, read as if {count} lines ended; the first before this"
            ),
        };
        findings.report(Code::LostBreak, Span::new(first, first), message);
    }
}

/// The places of `text` where a break was lost, in order; `days` are its days.
fn lost_breaks(text: &str, days: &[Dated]) -> Vec<usize> {
    let mut lost =
        Lost { text, breaks: Vec::new(), title: None, issuers: None, known: KnownTitles::default() };
    lost.head();
    for (day, _) in days {
        lost.foot(day.clone());
    }
    lost.before_page();
    lost.breaks.retain(|&at| !stands_at_break(text, at));
    lost.breaks.sort_unstable();
    lost.breaks.dedup();
    lost.breaks
}

/// Whether a line begins or ends at `at`.
fn stands_at_break(text: &str, at: usize) -> bool {
    let blank = |c: char| is_blank(c) && c != '\n';
    let before = text[..at].trim_end_matches(blank);
    let behind = text[at..].trim_start_matches(blank);
    before.is_empty() || before.ends_with('\n') || behind.is_empty() || behind.starts_with('\n')
}

struct Lost<'t> {
    text: &'t str,
    breaks: Vec<usize>,
    /// The title, where something is glued to it.
    title: Option<String>,
    /// Who issues it, as the title says.
    issuers: Option<String>,
    /// What it issues or passes on.
    known: KnownTitles,
}

impl Lost<'_> {
    /// The elements of a head that stand glued: of each line up to the first sentence, from its start on.
    fn head(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            at = self.skip_blanks(at);
            let line = line_at(self.text, at, ELEMENT_REACH);
            match may_hold_element(line).then(|| self.element(line)).flatten() {
                Some(len) => {
                    at += len;
                    self.breaks.push(at);
                }
                None if line.contains('。') => return,
                None => {
                    if title_strength(&mend(line)) == Some(Strength::Certain) {
                        self.note_title(line);
                    }
                    at = memchr::memchr(b'\n', &self.text.as_bytes()[at..])
                        .map_or(self.text.len(), |end| at + end);
                }
            }
        }
    }

    fn skip_blanks(&self, at: usize) -> usize {
        self.text.len() - self.text[at..].trim_start_matches(is_blank).len()
    }

    /// The length of the element of a head that begins `line`.
    fn element(&mut self, line: &str) -> Option<usize> {
        rule(line)
            .or_else(|| mark(line))
            .or_else(|| number_at_start(line))
            .or_else(|| dated(line))
            .or_else(|| self.labels(line))
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
        let len = closed
            .or_else(|| given_again(words, given().chain(self.title.as_deref())))
            .or_else(|| fields(words).find(|&at| self.title(&words[at..]).is_some()))
            .or_else(|| self.addressed(words))?;
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
        let genres =
            COVERS.iter().flat_map(|genre| line.match_indices(genre).map(|(at, genre)| at + genre.len()));
        let mut ends: Vec<usize> = genres.collect();
        ends.sort_unstable();
        let glued = |&end: &usize| {
            let behind = line[end..].trim_start_matches(|c| is_blank(c) || matches!(c, '（' | '('));
            document_number(behind).is_some_and(|(number, _)| number.agency_code.is_some())
                || label_in(behind, 0, behind.len()).is_some_and(|(start, _)| start == 0)
                || mark(behind).is_some()
                || self.is_addressed(line, end)
        };
        let is_title = |end: &usize| {
            let strength = title_strength(&mend(&line[..*end])).filter(|_| is_balanced(&line[..*end]));
            strength == Some(Strength::Certain)
        };
        let end = ends.into_iter().filter(glued).find(is_title)?;
        self.note_title(&line[..end]);
        Some(end + bracketed_number(&line[end..]))
    }

    /// Notes what a title says of the signature and of what is issued.
    fn note_title(&mut self, title: &str) {
        let title = mend(title);
        self.known.add_issued(&title);
        if self.title.is_none() {
            let issuers =
                title.find("关于").map(|at| &title[..at]).filter(|issuers| organisations(issuers).is_some());
            self.issuers = issuers.map(str::to_owned);
            self.title = Some(title.into_owned());
        }
    }

    /// Whether recipients follow at `end` of the line.
    fn is_addressed(&self, line: &str, end: usize) -> bool {
        let from = line.as_ptr() as usize - self.text.as_ptr() as usize + end;
        let behind = line_at(self.text, from, RECIPIENTS_REACH);
        let colon = behind.find(|c| c == '。' || COLONS.contains(&c));
        colon.is_some_and(|colon| {
            behind[colon..].starts_with(COLONS) && recipients(&mend(&behind[..colon])).is_some()
        })
    }

    /// A day behind the organs that sign, and what is glued before and behind them.
    fn foot(&mut self, day: Range<usize>) {
        let before = self.before(day.start);
        let behind = line_at(self.text, day.end, ELEMENT_REACH);
        let issued = self.issued(day.end);
        let signed = signatories(before).or_else(|| self.issuer(before));
        let full = signed.is_some_and(|at| is_full(before[at..].trim_matches(is_blank)));
        if issued.is_none() && !may_stand_behind_day(behind) && (!full || goes_on(behind)) {
            return;
        }
        let start = day.start - before.len();
        let first = match signed {
            Some(signed) => start + signed,
            None if before.trim_end_matches(is_blank).ends_with(['。', '！', '!']) => day.start,
            None if before.trim_matches(is_blank).is_empty() => day.end,
            // a signer whose last character is lost
            None if behind.trim_matches(is_blank).is_empty() => match last_sentence(before) {
                Some(sentence) => start + sentence,
                None => return,
            },
            None => return,
        };
        self.breaks.extend([first, day.end]);
        self.breaks.extend(issued.into_iter().flatten());
    }

    /// Words of the page behind a signature without a day: `…遵照执行。青州省人民政府 扫一扫在手机打开当前页`.
    fn before_page(&mut self) {
        for (at, _) in self.text.match_indices("扫一扫") {
            let before = self.before(at);
            let end = before.trim_end_matches(is_blank).len();
            let Some(signed) =
                signatories(before).or_else(|| self.issuer(before)).filter(|&signed| signed < end)
            else {
                continue;
            };
            self.breaks.extend([at - before.len() + signed, at]);
        }
    }

    /// What stands before `at` on its line, as far as signatories reach.
    fn before(&self, at: usize) -> &str {
        let from = ceil(self.text, at.saturating_sub(SIGNATORIES_REACH));
        let before = &self.text[from..at];
        &before[before.rfind('\n').map_or(0, |at| at + 1)..]
    }

    /// Where the title's issuers begin that end `before`, if something else stands before them.
    fn issuer(&self, before: &str) -> Option<usize> {
        let before = before.trim_end_matches(is_blank);
        let at = before.strip_suffix(self.issuers.as_deref().filter(|issuers| is_full(issuers))?)?.len();
        (at > 0).then_some(at)
    }

    /// The places around a title that the notice names, behind its foot and a remark: `（此件公开发布）青州省渔港方案为加强…`.
    fn issued(&self, foot: usize) -> Option<[usize; 2]> {
        const REMARK: usize = 120;
        let mut at = self.skip_blanks(foot);
        if self.text[at..].starts_with(['（', '(']) {
            let remark = line_at(self.text, at, REMARK);
            let close = at + remark.find(['）', ')'])?;
            at = self.skip_blanks(ceil(self.text, close + 1));
        }
        let len = self.known.at_start(&self.text[at..])?;
        Some([at, at + len])
    }
}

/// Whether a line may hold an element with another behind it.
fn may_hold_element(line: &str) -> bool {
    line.contains('号') || line.contains(COLONS) || holds(line, SUBJECTS)
}

/// The line at `at`, no more than `reach` bytes of it.
fn line_at(text: &str, at: usize, reach: usize) -> &str {
    let line = &text[at..floor(text, (at + reach).min(text.len()))];
    &line[..line.find('\n').unwrap_or(line.len())]
}

/// The length of 发文机关标志 at the start of a line that goes on with number or title: `青州省人民政府文件`.
fn mark(line: &str) -> Option<usize> {
    let end = line.find("文件").map(|at| at + "文件".len());
    let named = end.filter(|&end| {
        let behind = line[end..].trim_start_matches(is_blank);
        organisations(&line[..end - "文件".len()]).is_some()
            && (number_at_start(behind).is_some() || begins(behind, SUBJECTS))
    });
    named.or_else(|| organ_before_number(line)).or_else(|| organ_before_title(line))
}

/// The length of the organ before its number: `青州省渔业局青渔函〔2031〕33号`.
fn organ_before_number(line: &str) -> Option<usize> {
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
fn organ_before_title(line: &str) -> Option<usize> {
    let about = line.find("关于")?;
    let issuers = &line[..about];
    let half = issuers.len() / 2;
    let twice = issuers.is_char_boundary(half) && half > 0 && issuers[..half] == issuers[half..];
    (twice && organisations(&issuers[..half]).is_some()).then_some(half)
}

/// The length of the title at the start of a text that has no more of a head: `青州省渔港管理办法（试行）第一条…`.
fn titled_text(line: &str) -> Option<usize> {
    /// In bytes: eight characters.
    const SHORTEST: usize = 24;
    let genres = Genre::ALL
        .iter()
        .flat_map(|genre| line.match_indices(genre.name()).map(|(at, name)| at + name.len()));
    let mut ends: Vec<usize> = genres.map(|end| end + remark(&line[end..])).collect();
    ends.sort_unstable();
    let is_title = |&end: &usize| {
        end >= SHORTEST
            && begins_body(&line[end..])
            && is_balanced(&line[..end])
            && title_strength(&mend(&line[..end])).is_some()
    };
    ends.into_iter().find(is_title)
}

/// The length of a remark in brackets at the start of `text`: `（试行）`.
fn remark(text: &str) -> usize {
    const LONGEST: usize = 60;
    let close = text
        .starts_with(['（', '('])
        .then(|| text.find(['）', ')']))
        .flatten()
        .filter(|&close| close < LONGEST);
    close.map_or(0, |close| ceil(text, close + 1))
}

/// Whether the text behind a title begins a body: a purpose or the first item.
fn begins_body(text: &str) -> bool {
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
fn bracketed_number(behind: &str) -> usize {
    let inside = behind.strip_prefix(['（', '(']);
    let number = inside.and_then(|inside| Some((inside, document_number(inside)?.1)));
    let close = number.and_then(|(inside, len)| inside[len..].strip_prefix(['）', ')']));
    close.map_or(0, |rest| behind.len() - rest.len())
}

/// The length of the document number at the start of a line, if the line goes on with words.
fn number_at_start(line: &str) -> Option<usize> {
    let (number, len) = document_number(line)?;
    let behind = line[len..].trim_start_matches(is_blank);
    let words =
        behind.starts_with(|c| is_han(c) || is_rule(c) || c == '《') && !behind.starts_with(['的', '文']);
    (number.agency_code.is_some() && words).then_some(len)
}

/// Where the signatories begin that end `before`, what stands before them being whole.
fn signatories(before: &str) -> Option<usize> {
    let before = before.trim_end_matches(is_blank);
    let starts = before.char_indices().rev().take_while(|&(at, c)| {
        let name = is_han(c)
            || is_blank(c)
            || c.is_ascii_alphanumeric()
            || matches!(c, '（' | '）' | '(' | ')' | '、');
        name && before.len() - at <= SIGNATORIES_REACH
    });
    let whole = |at: &usize| ends_element(&before[..*at]) && organisations(&before[*at..]).is_some();
    starts.filter(|&(_, c)| is_han(c)).map(|(at, _)| at).filter(whole).last().filter(|&at| at > 0)
}

/// Where the last sentence of `before` ends, if no more than a name stands behind it.
fn last_sentence(before: &str) -> Option<usize> {
    const LONGEST: usize = 75;
    let end = before.rfind(['。', '！'])?;
    let end = ceil(before, end + 1);
    let name = before[end..].trim_matches(is_blank);
    ((6..=LONGEST).contains(&name.len()) && name.chars().all(is_han)).then_some(end)
}

/// Whether a name is written in full, as signatures are: `青州省人民政府`, not `省政府`.
fn is_full(name: &str) -> bool {
    const SHORTEST: usize = 15;
    name.len() >= SHORTEST
        && !begins(name, &["省", "市", "县", "区", "州", "我", "本", "各", "经", "由", "在", "自"])
}

/// Whether a sentence goes on behind a day: `2024年5月10日第3次会议`.
fn goes_on(behind: &str) -> bool {
    const MEETING: usize = 24;
    let counted =
        behind.starts_with('第') && behind[..floor(behind, MEETING.min(behind.len()))].contains('次');
    counted || begins(behind, GOES_ON)
}

/// Words of such sentences.
const GOES_ON: &[&str] = &[
    "召开", "印发", "发布", "下发", "批准", "常务", "审议", "决定", "公布", "作出", "会议", "起", "前", "至",
    "以", "之", "后", "在", "与", "的", "举行", "出台", "成立", "发出", "正式", "通过", "颁布", "，", "。",
    "、", "；", "—", "－", "-", "～", "到", "为", "上午", "下午", "星期", "开始", "实施", "施行",
];

/// Whether the words before a signature are a sentence's end, a clause, a file's name or the last name of a list.
fn ends_element(before: &str) -> bool {
    let before = before.trim_end_matches(is_blank);
    before.ends_with(['。', '！', '!', '；', ';', '？', '）', ')', '”', '》'])
        || before.ends_with(|c: char| c.is_ascii_alphanumeric())
        || title_strength(last_field(before)).is_some()
}

/// The last run of characters of names.
fn last_field(text: &str) -> &str {
    let start = text
        .rfind(|c: char| !(is_han(c) || numeral::is_digit(c) || matches!(c, '（' | '）')))
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    &text[start..]
}

/// What may stand glued behind the day of a signature.
fn may_stand_behind_day(behind: &str) -> bool {
    let words = behind.trim_start_matches(is_blank);
    let inside = words.strip_prefix(['（', '(']);
    words.is_empty()
        || inside.is_some_and(|inside| !begins(inside, &["星期", "周", "含", "农历", "以"]))
        || begins(words, &["附件", "抄送", "主题词", "公开方式", "主动公开", "此件", "扫一扫", "分享"])
        || is_own(words)
        || attachment::label(words).is_some()
}

/// Where a value of the page's labels stands again: title and number below them.
fn given_again<'g>(words: &str, given: impl Iterator<Item = &'g str>) -> Option<usize> {
    /// In bytes: six characters.
    const SHORTEST: usize = 18;
    let found = given.filter(|given| given.len() >= SHORTEST).filter_map(|given| words.find(given));
    found.filter(|&at| !words[..at].ends_with(['《', '“'])).min()
}

/// Where the words between blanks begin.
fn fields(text: &str) -> impl Iterator<Item = usize> + '_ {
    let behind = text.match_indices(is_blank).map(|(at, blank)| at + blank.len());
    std::iter::once(0).chain(behind).filter(|&at| !text[at..].starts_with(is_blank))
}

/// The page's labels at the start of a line: where each begins, and where its value does.
fn labels(line: &str) -> Vec<(usize, usize)> {
    let mut labels: Vec<(usize, usize)> = Vec::new();
    while let Some((start, value)) = label_in(line, labels.last().map_or(0, |last| last.1), line.len()) {
        if labels.is_empty() && start > 0 {
            break;
        }
        labels.push((start, value));
    }
    labels
}

/// The length of a day in brackets under a title: `（2031年1月30日青州省人民政府发布）`.
fn dated(line: &str) -> Option<usize> {
    let inside = line.strip_prefix(['（', '('])?;
    date(inside)?;
    let close = line.find(['）', ')'])?;
    let len = ceil(line, close + 1);
    (close < 200 && !line[len..].trim_matches(is_blank).is_empty()).then_some(len)
}

/// The length of a rule at the start of a line that goes on: `————`.
fn rule(line: &str) -> Option<usize> {
    const SHORTEST: usize = 12;
    let behind = line.trim_start_matches(|c| is_rule(c) || is_blank(c));
    let len = line.len() - behind.len();
    (len >= SHORTEST && !behind.is_empty()).then_some(len)
}

/// Whether each mark that opens closes.
fn is_balanced(words: &str) -> bool {
    let count = |open, close| words.matches(open).count() == words.matches(close).count();
    count('《', '》') && count('（', '）') && count('“', '”')
}
