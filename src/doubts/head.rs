//! Title and recipients that were not found, or that do not look as such do.

use super::{Doubts, SENT};
use crate::grammar::name::line::{ends_as_organ, organisations};
use crate::grammar::title::{may_end, title_strength};
use crate::lexicon::titles::{COVERS, SUBJECTS};
use crate::model::{Code, Title};
use crate::text::boundary::{ceil, floor};
use crate::text::character::{is_blank, is_han};
use crate::text::span::Span;
use crate::text::words::{COLONS, begins, holds};

/// Genres whose titles say what they are about, behind a word such as 关于.
const ABOUT: &[&str] = &["通知", "决定", "通报", "批复", "函", "请示", "答复"];

impl Doubts<'_, '_> {
    /// A notice with a number, recipients or a signature and no title; a title that is cut or goes on too far.
    pub(super) fn title(&mut self) {
        let Some(title) = &self.document.header.title else { return self.missed_title() };
        let Some(why) = odd_title(title, self.document.header.recipients.is_some()) else { return };
        let message = format!("found title 「{}」, {why}", self.quoted(title.span));
        self.report(Code::DoubtfulTitle, title.span, message);
    }

    fn missed_title(&mut self) {
        let (header, closing) = (&self.document.header, &self.document.closing);
        let signed = closing.date.is_some() && !closing.signatories.is_empty();
        let headed = header.doc_number.is_some() || header.recipients.is_some() || signed;
        if !headed {
            if let Some(line) = self.titled_line() {
                let message = format!("found no title, but 「{}」 looks like one", self.quoted(line));
                self.report(Code::MissedTitle, line, message);
            }
            return;
        }
        if self.notice.metadata.iter().any(|label| label.title.is_some()) {
            return;
        }
        let lines = Span::new(0, self.body_start().max(self.head_end()));
        // one too long to be read begins the body
        let first = self.source.rest_of_line(lines.end, self.end);
        let long = may_end(self.source.slice(first)) && self.source.slice(first).contains("关于");
        let lines = if long { lines.hull(first) } else { lines };
        let mark = header.issuer_mark.as_ref().map(|mark| mark.span);
        let looks = |line: &Span| {
            let words = self.source.slice(*line);
            Some(*line) != mark && (holds(words, SUBJECTS) || COVERS.end(words))
        };
        let like = self.source.lines(lines).find(looks);
        let Some(line) = like else { return };
        let message = format!("found no title, but 「{}」 looks like a part of one", self.quoted(line));
        self.report(Code::MissedTitle, line, message);
    }

    /// What looks like the title of a text without head: the start of the first line up to where a body begins,
    /// `青州省渔港管理细则第一章…`, or the last lines above the first item.
    fn titled_line(&self) -> Option<Span> {
        /// In bytes: a hundred characters, a guess.
        const LONGEST_BYTES: usize = 300;
        /// Lines above the first item that may be one title: a guess.
        const TITLE_LINES: usize = 3;
        // marks of headings stay in the middle of a line: `…转型发展## 实施细则## 第一章`
        let is_title =
            |span: &Span| title_strength(&self.source.words(*span).value.replace('#', "")).is_some();
        let first = self.source.skip_blanks(0, self.end);
        let reach = Span::new(first, self.source.floor((first + LONGEST_BYTES).min(self.end)));
        let words = self.source.slice(reach);
        let body =
            ["第一章", "第一条", "一、", "为", "根据"].iter().filter_map(|word| words.find(word)).min();
        let glued = body.map(|body| self.source.trim(Span::new(first, first + body)));
        let item = self.document.body.sections.first()?.span.start;
        let last = self.source.trim(Span::new(0, item)).end;
        let above = self.source.lines(Span::new(0, item)).rev().take(TITLE_LINES);
        let above = above.map(|line| Span::new(line.start, last)).filter(|span| span.len() <= LONGEST_BYTES);
        glued.into_iter().chain(above).filter(|span| !span.is_empty()).find(is_title)
    }

    /// Recipients that hold what no name does; words with a colon behind the title that look like recipients.
    pub(super) fn recipients(&mut self) {
        if let Some(recipients) = &self.document.header.recipients {
            let before = self.source.text[..recipients.span.start].trim_end_matches(is_blank);
            let labels = self.notice.metadata.iter().map(|label| label.key.span.start);
            let near = recipients.span.end..self.source.floor(recipients.span.end + NEAR_BYTES);
            let cut = before.ends_with(['，', '、', ',']);
            // what a page says of the notice stands above its recipients
            if cut || labels.filter(|at| near.contains(at)).count() > 1 {
                let message = format!(
                    "found recipients 「{}」, expected their beginning",
                    self.quoted(recipients.span)
                );
                self.report(Code::DoubtfulRecipients, recipients.span, message);
                return;
            }
            if let Some(odd) = recipients.names.iter().find(|name| is_odd_recipient(&name.value)) {
                let message = format!("found recipient 「{}」, expected the name of organs", odd.value);
                self.report(Code::DoubtfulRecipients, odd.span, message);
            }
            return;
        }
        if !(self.is_of(SENT) || self.genre().is_none()) || self.document.header.title.is_none() {
            return;
        }
        let behind = Span::new(self.head_end(), self.end);
        let mut lines = self.source.lines(behind).take(FAR_LINES).enumerate();
        let found = lines.find_map(|(at, line)| {
            self.like_recipients(line, if at < NEAR_LINES { Nearness::Near } else { Nearness::Far })
        });
        let Some(found) = found.or_else(|| self.unclosed_recipients(behind)) else { return };
        let message = format!("found no recipients, but 「{}」 looks like them", self.quoted(found));
        self.report(Code::MissedRecipients, found, message);
    }

    /// The words up to a colon that look like names of organs and say no sentence: from the line's start if the colon ends
    /// a line, else, near the head, from 各 on.
    fn like_recipients(&self, line: Span, place: Nearness) -> Option<Span> {
        let whole = self.addressed(line.start);
        match place {
            Nearness::Far => whole.filter(|words| {
                let behind = ceil(self.source.text, words.end + 1);
                self.source.rest_of_line(behind, self.end).is_empty()
            }),
            Nearness::Near => whole.or_else(|| {
                /// 各 stands in many words of a sentence. A guess.
                const MOST_PLACES: usize = 8;
                let words = self.source.slice(line);
                let mut all = words.match_indices('各').take(MOST_PLACES);
                all.find_map(|(at, _)| self.addressed(line.start + at))
            }),
        }
    }

    /// The line behind the head, if it is names of organs alone: their colon may be lost.
    fn unclosed_recipients(&self, behind: Span) -> Option<Span> {
        let line = self.source.lines(behind).next()?;
        let words = self.source.slice(line);
        let listed = words.contains(['、', '，', ',']) && !words.contains(['。', '；', '《']);
        (listed && organisations(words).is_some() && self.source.lines(behind).nth(1).is_some())
            .then_some(line)
    }

    /// The words at `at` up to a colon, if they look like names of organs and say no sentence.
    fn addressed(&self, at: usize) -> Option<Span> {
        /// In bytes: four hundred characters, a guess.
        const LONGEST_BYTES: usize = 1200;
        const SENTENCES: &[&str] = &[
            "如下",
            "通知",
            "现将",
            "为",
            "根据",
            "按照",
            "附件",
            "电话",
            "地址",
            "负责",
            "关于",
            "单位：",
            "要求",
            "《",
            "应",
            "工作",
            "责任",
        ];
        // more than that on one line are too many to be read, and to be told of
        let line = self.source.rest_of_line(at, self.end).end;
        let reach = self.source.floor((at + LONGEST_BYTES).min(self.end)).max(line);
        let text = &self.source.text[at..reach];
        let colon = text.find(|c| c == '。' || COLONS.contains(&c));
        let words = text[..colon.filter(|&colon| text[colon..].starts_with(COLONS))?].trim_end();
        let last = words.rsplit(['，', '、', ',', '\n']).next().unwrap_or(words);
        let named = words.starts_with('各')
            || words.contains(['，', '、']) && (ends_as_organ(last) || last.ends_with("单位"));
        (named && !holds(words, SENTENCES)).then(|| Span::new(at, at + words.len()))
    }
}

/// How near to the head a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nearness {
    Near,
    Far,
}

/// Bytes behind recipients in which labels of the page are looked for: fifty characters, a guess.
const NEAR_BYTES: usize = 150;

/// Lines behind the head that are near it: a guess.
const NEAR_LINES: usize = 3;

/// Lines behind the head in which recipients are looked for: a guess.
const FAR_LINES: usize = 12;

/// Why a title looks as no title does; it stands over recipients if `addressed`.
fn odd_title(title: &Title, addressed: bool) -> Option<&'static str> {
    /// In characters: longer ones were not seen.
    const LONGEST_CHARS: usize = 120;
    let text = title.text.as_str();
    let Some(genre) = &title.genre else {
        return addressed.then_some("expected a genre such as 通知 at its end");
    };
    let outside = without_marks(text);
    if text.contains('。') || outside.contains(['：', ':', '；']) {
        return Some("expected no sentence in it");
    }
    if text.chars().nth(LONGEST_CHARS).is_some() {
        return Some("expected a shorter one");
    }
    if ABOUT.contains(&genre.value.name()) && !holds(text, SUBJECTS) {
        return Some("expected a word such as 关于 in it");
    }
    if !text.starts_with(|c: char| is_han(c) || c.is_ascii_digit() || "《“\"（(〈[【".contains(c))
        || begins(text, &["的", "和", "及", "与", "等"])
    {
        return Some("expected its beginning");
    }
    let goes_on = outside.match_indices('的').any(|(at, of)| {
        let behind = &outside[at + of.len()..];
        ABOUT.iter().filter_map(|genre| behind.strip_prefix(genre)).any(|rest| {
            // …的通知-翠湖市人民政府
            let page = rest.starts_with(['-', '_', '|']) && rest[1..].starts_with(is_han);
            page || rest.starts_with(is_han)
                && !begins(
                    rest,
                    &["的", "精神", "要求", "中", "》", "书", "和", "等", "若干", "有关", "实施"],
                )
        })
    });
    goes_on.then_some("expected it to end in its genre")
}

/// A title without what stands in `《》`, `“”` and brackets.
fn without_marks(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '《' | '“' | '（' | '(' | '〈' => depth += 1,
            '》' | '”' | '）' | ')' | '〉' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// Whether 各 may follow: `省直各单位`, `在京各部门`; 防汛抗灾各省 hold words of the page.
fn may_stand_before_all(words: &str) -> bool {
    const WORDS: &str = "直属府委厅局区市省县州盟旗部院会辖在驻内外及和与级团司行央国社所校镇乡道门位业构关办协作系统网营站点心学组议京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁）)、，,；;";
    words.chars().next_back().is_some_and(|c| WORDS.contains(c) || is_blank(c) || !is_han(c))
}

/// Whether a recipient holds what no name does.
fn is_odd_recipient(name: &str) -> bool {
    /// In characters: a guess.
    const LONGEST_CHARS: usize = 60;
    const WORDS: &[&str] = &["打印", "发布", "来源", "首页", "分享", "字体", "浏览", "日期"];
    /// Thirty characters: a guess.
    const HEAD_BYTES: usize = 90;
    let head = &name[..floor(name, HEAD_BYTES)];
    name.chars().nth(LONGEST_CHARS).is_some() && !name.contains('、')
        || name.contains(['[', ']', '【', '】', '〔', '〕', '|', '>', '/', '。'])
        || name.starts_with(['的', '和', '及', '与', '）', ')'])
        || holds(head, WORDS)
        || name.chars().nth(1).is_none()
        || organisations(name).is_none() && name.contains('的')
        || begins(
            name,
            &["会国", "会各", "构", "门，", "位，", "关单位", "关部门", "省、", "市、", "区、", "县、"],
        )
        || name.matches(['（', '(']).count() != name.matches(['）', ')']).count()
        || name.find('各').is_some_and(|at| at > 0 && !may_stand_before_all(&name[..at]))
}
