//! Signatures and days that stand glued behind the text.

use std::ops::Range;

use super::element::is_full;
use super::lost::{ELEMENT_REACH, Lost, line_at};
use crate::grammar::attachment;
use crate::grammar::name::line::organisations;
use crate::grammar::title::title_strength;
use crate::page::furniture::is_own;
use crate::text::boundary::{ceil, floor};
use crate::text::character::{is_blank, is_han};
use crate::text::numeral;
use crate::text::words::begins;

/// The longest run of signatories before their day, in bytes.
const SIGNATORIES_REACH: usize = 360;

impl Lost<'_> {
    /// A day behind the organs that sign, and what is glued before and behind them.
    pub(super) fn foot(&mut self, day: Range<usize>) {
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
            None => match self.damaged_signer(before, behind) {
                Some(signer) => {
                    // a name that is no organ's signs on a line of its own
                    self.breaks.push(day.start);
                    start + signer
                }
                None => return,
            },
        };
        self.breaks.extend([first, day.end]);
        self.breaks.extend(issued.into_iter().flatten());
    }

    /// Where a signer begins whose name lost a character, `青州省财政` for `青州省财政厅`, behind the last sentence of `before`.
    fn damaged_signer(&self, before: &str, behind: &str) -> Option<usize> {
        const LONGEST: usize = 75;
        const SHORTEST: usize = 9;
        let end = before.rfind(['。', '！', '!', '；'])?;
        let end = ceil(before, end + 1);
        let name = before[end..].trim_matches(is_blank);
        let of_title = || self.issuers.as_deref().is_some_and(|issuer| lacks_one(name, issuer));
        let ends_text = behind.trim_matches(is_blank).is_empty() && !name.ends_with(BEFORE_DAYS);
        let named = (SHORTEST..=LONGEST).contains(&name.len()) && name.chars().all(is_han);
        (named && (ends_text || of_title())).then_some(end)
    }

    /// Words of the page behind a signature without a day: `…遵照执行。青州省人民政府 扫一扫在手机打开当前页`.
    pub(super) fn before_page(&mut self) {
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

/// What stands before a day in a sentence: `有效期至2024年5月10日`.
const BEFORE_DAYS: [char; 12] = ['至', '于', '自', '到', '从', '在', '截', '期', '为', '间', '即', '的'];

/// Whether `name` is `whole` but for one character.
fn lacks_one(name: &str, whole: &str) -> bool {
    let (mut words, mut lost) = (name.chars().peekable(), 0_usize);
    for c in whole.chars() {
        if words.peek() == Some(&c) {
            words.next();
        } else {
            lost += 1;
        }
    }
    lost == 1 && words.next().is_none()
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
