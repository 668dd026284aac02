//! Signatures and days that stand glued behind the text.

use std::ops::Range;

use super::element::{is_full, remark, titled_text};
use super::lost::{ELEMENT_BYTES, Lost, line_at};
use crate::grammar::attachment::{self, list_label};
use crate::grammar::name::line::{may_end, organisations};
use crate::grammar::title::title_strength;
use crate::page::furniture::is_own;
use crate::page::metadata::label_at_start;
use crate::text::boundary::{ceil, floor, last_line};
use crate::text::character::{is_blank, is_han};
use crate::text::numeral;
use crate::text::words::{begins, lost_at};

/// The longest title behind a day, in bytes: a hundred characters, a guess.
const TITLE_BYTES: usize = 300;
/// The longest run of signatories before their day, in bytes: 120 characters, a guess.
const SIGNATORIES_BYTES: usize = 360;

impl<'t> Lost<'t> {
    /// A day behind the organs that sign, and what is glued before and behind them.
    pub(super) fn foot(&mut self, day: Range<usize>) {
        let whole = self.before(day.start);
        let start = day.start - whole.len();
        let seal = seal(whole);
        let before = &whole[..seal.unwrap_or(whole.len())];
        let behind = line_at(self.text, day.end, ELEMENT_BYTES);
        let signed = self.signers(before, start);
        let closes = !goes_on(behind) && (signed.is_some() || ends_sentence(before));
        let titled = || closes.then(|| self.titled(day.end)).flatten();
        let issued = self.issued(day.end).or_else(titled);
        // the last name of a list stands before a day of its own
        let apart = signed.is_none() && self.stands_apart(day.start, behind);
        let full = signed.is_some_and(|at| is_full(before[at..].trim_matches(is_blank)));
        let alone = signed == Some(0) && behind.trim_start_matches(is_blank).starts_with(['（', '(']);
        if issued.is_none()
            && !apart
            && (alone || !may_stand_behind_day(behind) && (!full || goes_on(behind)))
        {
            return;
        }
        let first = match signed {
            Some(signed) => start + signed,
            None if apart || ends_sentence(before) => day.start,
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
        // a seal stands on a line of its own
        self.breaks.extend(seal.into_iter().flat_map(|at| [start + at, day.start]));
        self.breaks.extend(issued.into_iter().flatten());
    }

    /// Where the signatories begin that end `before`, which stands at `start`: no further back than the title's issuer, if
    /// what is glued before that is no organ.
    fn signers(&self, before: &str, start: usize) -> Option<usize> {
        let begins_line = start == 0 || self.text[..start].ends_with('\n');
        let found = signatories(before, begins_line);
        let issuer = self.issuer(before, begins_line).or_else(|| state_organ(before));
        let Some(issuer) = issuer else { return found };
        let Some(found) = found.filter(|&found| found < issuer) else { return Some(issuer) };
        let glued = &before[found..issuer];
        let place = glued.ends_with(['省', '市', '县', '区', '州', '盟', '旗']) || glued.ends_with("共和国");
        Some(if place || organisations(glued).is_some() { found } else { issuer })
    }

    /// Where a signer begins whose name lost a character, `青州省财政` for `青州省财政厅`, behind the last sentence of `before`.
    fn damaged_signer(&self, before: &str, behind: &str) -> Option<usize> {
        /// In bytes: 25 and three characters, guesses.
        const LONGEST_BYTES: usize = 75;
        /// Three characters: a guess.
        const SHORTEST_BYTES: usize = 9;
        let end = before.rfind(['。', '！', '!', '；'])?;
        let end = ceil(before, end + 1);
        let name = before[end..].trim_matches(is_blank);
        let of_title = || self.issuers.as_deref().is_some_and(|issuer| lost_at(name, issuer).is_some());
        let ends_text = behind.trim_matches(is_blank).is_empty() && !name.ends_with(BEFORE_DAYS);
        let named = (SHORTEST_BYTES..=LONGEST_BYTES).contains(&name.len()) && name.chars().all(is_han);
        (named && (ends_text || of_title())).then_some(end)
    }

    /// The line of the printer glued behind what stands before it: `3.巡逻表　　公开属性：主动公开　　青州省渔业局 2024年5月10日印发`.
    pub(super) fn printed(&mut self, day: Range<usize>) {
        let Some(behind) = self.text[self.skip_blanks(day.end)..].strip_prefix("印发") else { return };
        let printed = line_at(behind, 0, ELEMENT_BYTES).trim_matches(is_blank).is_empty();
        let before = self.before(day.start);
        let start = day.start - before.len();
        let words = before.trim_end_matches(is_blank);
        let fields = words.trim_end_matches(|c| !(is_blank(c) || matches!(c, '。' | '；'))).len();
        if !printed || fields == 0 || organisations(&words[fields..]).is_none() {
            return;
        }
        self.breaks.push(start + fields);
        let above = words[..fields].trim_end_matches(is_blank);
        let label = above.trim_end_matches(|c| !is_blank(c)).len();
        if label > 0 && label_at_start(&above[label..]).is_some() {
            self.breaks.push(start + label);
        }
    }

    /// Whether a day stands behind a list of attachments with a gap before it and nothing behind it but a remark,
    /// `附件：1.任务表 2.名单      2024年5月10日`; or one in words between a sentence and a title.
    fn stands_apart(&self, day: usize, behind: &str) -> bool {
        /// Blanks of a line's indent that stand for its break, at least: one parts words. A guess.
        const GAP_BLANKS: usize = 3;
        /// Bytes of such a list, at most: three hundred characters, a guess.
        const LIST_BYTES: usize = 900;
        let words = self.text[..day].trim_end_matches(|c| is_blank(c) && c != '\n');
        let blanks = self.text[words.len()..day].chars();
        let gap: usize = blanks.map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum();
        let behind = behind.trim_start_matches(is_blank);
        // 请贯彻执行。 二○三一年四月十九日 《…》任务分工
        let in_words = self.text[day..].starts_with(|c| numeral::is_han_numeral(c) && !numeral::is_digit(c));
        if gap > 0 && in_words && words.ends_with('。') && behind.starts_with('《') {
            return true;
        }
        let listed = || {
            let list = &words[ceil(words, words.len().saturating_sub(LIST_BYTES))..];
            list.rfind("附件").is_some_and(|at| list_label(&list[at..]).is_some())
        };
        gap >= GAP_BLANKS && (behind.is_empty() || behind.starts_with(['（', '('])) && listed()
    }

    /// Words of the page behind a signature without a day: `…遵照执行。青州省人民政府 扫一扫在手机打开当前页`.
    pub(super) fn before_page(&mut self) {
        for at in memchr::memmem::find_iter(self.text.as_bytes(), "扫一扫") {
            let before = self.before(at);
            let end = before.trim_end_matches(is_blank).len();
            let signed = self.signers(before, at - before.len());
            let Some(signed) = signed.filter(|&signed| signed < end) else { continue };
            self.breaks.extend([at - before.len() + signed, at]);
        }
    }

    /// The places around a title with the beginning of its body right behind a day.
    fn titled(&self, foot: usize) -> Option<[usize; 2]> {
        let at = self.skip_blanks(foot);
        let len = titled_text(line_at(self.text, at, TITLE_BYTES))?;
        Some([at, at + len])
    }

    /// What stands before `at` on its line, as far as signatories reach.
    fn before(&self, at: usize) -> &'t str {
        let from = ceil(self.text, at.saturating_sub(SIGNATORIES_BYTES));
        last_line(&self.text[from..at])
    }

    /// Where the title's issuers begin that end `before`: a short name only behind what is whole.
    fn issuer(&self, before: &str, begins_line: bool) -> Option<usize> {
        let before = before.trim_end_matches(|c| is_blank(c) || matches!(c, '.' | '．'));
        let issuers = self.issuers.as_deref()?;
        let at = before.strip_suffix(issuers)?.len();
        let stands = at == 0 && begins_line || at > 0 && (is_full(issuers) || ends_element(&before[..at]));
        stands.then_some(at)
    }

    /// The places around a title that the notice names, behind its foot and a remark: `（此件公开发布）青州省渔港方案为加强…`.
    fn issued(&self, foot: usize) -> Option<[usize; 2]> {
        /// In bytes: forty characters, a guess.
        const REMARK_BYTES: usize = 120;
        let mut at = self.skip_blanks(foot);
        if self.text[at..].starts_with(['（', '(']) {
            let remark = line_at(self.text, at, REMARK_BYTES);
            let close = at + remark.find(['）', ')'])?;
            at = self.skip_blanks(ceil(self.text, close + 1));
        }
        let len = self.known.at_start(&self.text[at..])?;
        Some([at, at + len + remark(&self.text[at + len..])])
    }
}

/// Where the signatories begin that end `before`, what stands before them being whole or nothing.
fn signatories(before: &str, begins_line: bool) -> Option<usize> {
    /// No name begins so; what ends so is cut: `2014年…`, `（第一批）…`.
    const INNER: [char; 8] = ['年', '月', '日', '及', '和', '等', '的', '项'];
    let before = before.trim_end_matches(is_blank);
    // most days stand in sentences
    if !may_end(before) {
        return None;
    }
    let starts = before.char_indices().rev().take_while(|&(at, c)| {
        let name = is_han(c)
            || is_blank(c)
            || c.is_ascii_alphanumeric()
            || matches!(c, '（' | '）' | '(' | ')' | '、');
        name && before.len() - at <= SIGNATORIES_BYTES
    });
    let whole = |at: &usize| {
        let name = &before[*at..];
        (ends_element(&before[..*at]) || *at == 0 && begins_line)
            && name.matches(['（', '(']).count() == name.matches(['）', ')']).count()
            && organisations(name).is_some()
    };
    // the farthest; each answer is dear
    let starts = starts.filter(|&(_, c)| is_han(c) && !INNER.contains(&c)).map(|(at, _)| at);
    starts.collect::<Vec<_>>().into_iter().rev().find(whole)
}

/// Where an organ of the state begins that ends `before`: `…数量中华人民共和国商务部`.
fn state_organ(before: &str) -> Option<usize> {
    let before = before.trim_end_matches(is_blank);
    let at = before.rfind("中华人民共和国")?;
    organisations(&before[at..]).map(|_| at)
}

/// Whether a text's last sentence or the last name of its list of attachments ends so.
fn ends_sentence(before: &str) -> bool {
    before.trim_end_matches(is_blank).ends_with(['。', '！', '!', '》'])
}

/// Where the bracket opens that says whose seal stands for the signer's: `青州省…办公室（青州省水务局代章）`.
fn seal(before: &str) -> Option<usize> {
    let inside = before.trim_end_matches(is_blank).strip_suffix(['）', ')'])?;
    let open = inside.rfind(['（', '('])?;
    inside.ends_with("代章").then_some(open)
}

/// What stands before a day in a sentence: `有效期至2024年5月10日`.
const BEFORE_DAYS: [char; 12] = ['至', '于', '自', '到', '从', '在', '截', '期', '为', '间', '即', '的'];

/// Whether a sentence goes on behind a day: `2024年5月10日第3次会议`.
fn goes_on(behind: &str) -> bool {
    /// In bytes: eight characters, a guess.
    const MEETING_BYTES: usize = 24;
    let behind = behind.trim_start_matches(is_blank);
    let counted =
        behind.starts_with('第') && behind[..floor(behind, MEETING_BYTES.min(behind.len()))].contains('次');
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
        || begins(
            words,
            &[
                "附件",
                "抄送",
                "主题词",
                "公开方式",
                "主动公开",
                "此件",
                "扫一扫",
                "分享",
                "打印",
                "【",
                "上一篇",
                "下一篇",
            ],
        )
        || is_own(words)
        || attachment::label(words).is_some()
        || label_at_start(words).is_some()
        || begins(words, &["相关链接", "相关解读", "相关文件", "相关附件", "责任编辑"])
}
