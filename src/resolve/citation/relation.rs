//! The words around a title that say what is done with the document.
//!
//! ```text
//! citing = before title [number] *(joint title [number]) behind   ; what holds for one title of a list holds for all
//! ```

use std::ops::Range;

use super::Relation;
use super::wording::{
    AMENDED, ATTRIBUTES, CARRIED_OUT, FORMS, HANDED_IN, ISSUED, MADE, NAMES, NOW, PRESS, PUSHING, REPEALED,
    VERBS,
};
use crate::grammar::sentence::around;
use crate::text::boundary::{ceil, floor};
use crate::text::bracket;
use crate::text::character::is_han;
use crate::text::numeral::is_han_numeral;
use crate::text::words::{self, begins, behind, ends, holds};

/// What the words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) relation: Option<Relation>,
    pub(super) planned: bool,
    /// Whether nothing stands before the list of titles, so that words above it may hold.
    pub(super) is_bare: bool,
}

/// What the words around the title at `ranges[index]` say; `ranges` are all titles of the passage.
pub(super) fn relation(text: &str, ranges: &[Range<usize>], index: usize) -> Said {
    let title = &ranges[index];
    let (first, list) = list(text, ranges, index);
    let sentence = around(text, &list);
    let before = unquoted(&text[sentence.start..list.start]);
    let after = &text[list.end..sentence.end];
    let words = Words {
        title: &text[title.clone()],
        own: remark_end(text, title.end, text.len()),
        before,
        after,
        next: next_sentence(text, sentence.end),
        text,
    };
    let above = first.checked_sub(1).map_or(0, |above| remark_end(text, ranges[above].end, list.start));
    let own = last_clause(&text[above.max(sentence.start)..list.start]);
    let is_bare = own.chars().all(|c| !is_han(c) || is_han_numeral(c))
        && !holds(after, &["印发", "发布", "公布", "转发"]);
    let (relation, planned) = words.judge();
    Said { relation, planned, is_bare: is_bare && relation == Some(Relation::Mentions) }
}

/// What a line says about the list below it: `下列规章予以废止：`.
pub(super) fn of_list(text: &str) -> Option<Relation> {
    /// A hundred characters: a guess.
    const LONGEST_BYTES: usize = 300;
    let tail = &text[ceil(text, text.len().saturating_sub(LONGEST_BYTES))..];
    let announces = tail.ends_with(['：', ':']) || ANNOUNCING.any_in(tail);
    if !announces || tail.contains("通知如下") && !holds(tail, &["废止", "失效"]) {
        return None;
    }
    if holds(tail, &["废止", "失效", "停止执行"]) && !holds(tail, &["修改和废止", "修改、废止", "废止和修改"])
    {
        return Some(Relation::Repeals);
    }
    if holds(tail, &["予以修改", "作出修改", "进行修改", "作如下修改"]) {
        return Some(Relation::Amends);
    }
    let issues = holds(
        tail,
        &[
            "现予发布",
            "予以发布",
            "并予发布",
            "现发布",
            "现予公布",
            "现批准",
            "批准发布",
            "予以公布",
            "现予以公告",
        ],
    );
    issues.then_some(Relation::Issues)
}

/// What announces a list, a line's end in `：` apart.
static ANNOUNCING: words::Words =
    words::Words::new(&words::plain(["如下", "现批准", "下列", "以下文件", "以下规章", "目录"]));

/// The titles that the one at `index` is listed with: which is the first, and from it to the end of the last and its number.
fn list(text: &str, ranges: &[Range<usize>], index: usize) -> (usize, Range<usize>) {
    let joined = |left: &Range<usize>, right: &Range<usize>| {
        let end = remark_end(text, left.end, right.start);
        is_joint(&text[end..right.start])
    };
    let mut first = index;
    while first > 0 && joined(&ranges[first - 1], &ranges[first]) {
        first -= 1;
    }
    let mut last = index;
    while last + 1 < ranges.len() && joined(&ranges[last], &ranges[last + 1]) {
        last += 1;
    }
    (first, ranges[first].start..remark_end(text, ranges[last].end, text.len()))
}

/// Where the brackets behind a title end: its number, a short name.
fn remark_end(text: &str, at: usize, end: usize) -> usize {
    let mut at = at;
    loop {
        let rest = &text[at..end.max(at)];
        if !rest.starts_with(bracket::opens) {
            return at;
        }
        let mut depth = 0_usize;
        let close = rest.char_indices().take(REMARK_CHARS).find(|&(_, c)| {
            depth += usize::from(bracket::opens(c));
            depth -= usize::from(bracket::closes(c)).min(depth);
            depth == 0
        });
        match close {
            Some((close, c)) => at += close + c.len_utf8(),
            None => return at,
        }
    }
}

/// The longest bracket behind a title, in characters. A guess.
const REMARK_CHARS: usize = 120;

/// Whether nothing but a joint, an issuer or `等` stands between two titles of a list.
fn is_joint(between: &str) -> bool {
    /// Fifty characters: a guess.
    const LONGEST_BYTES: usize = 150;
    if between.is_empty() {
        return true;
    }
    if between.len() > LONGEST_BYTES
        || between.contains(['。', '；', '，', ',', ';', '：', ':']) && between.chars().count() > 1
    {
        return false;
    }
    let rest = behind(between, &["、", "和", "及", "以及", "与", "，", "；"])
        .or_else(|| between.strip_prefix([',', ';', '/']));
    // 、国务院《…》
    rest.is_some_and(|rest| {
        !holds(rest, &["根据", "按照", "依据", "落实", "执行", "修订", "制定", "废止", "编制", "印发"])
    })
}

/// What follows the sentence that ends at `end`, some words of it.
fn next_sentence(text: &str, end: usize) -> &str {
    /// Thirty characters: a guess.
    const REACH_BYTES: usize = 90;
    &text[end..floor(text, end + REACH_BYTES)]
}

/// The words before a title without an opening quote at their end.
fn unquoted(before: &str) -> &str {
    before.trim_end_matches(['“', '"', '「'])
}

/// The words around a list of titles.
struct Words<'t> {
    title: &'t str,
    /// Where the title's own brackets end.
    own: usize,
    before: &'t str,
    after: &'t str,
    next: &'t str,
    text: &'t str,
}

impl Words<'_> {
    fn judge(&self) -> (Option<Relation>, bool) {
        if self.is_no_document() {
            return (None, false);
        }
        let passed_on = self.passed_on();
        if let Some(relation) = passed_on {
            return (Some(relation), false);
        }
        // 《…》修正案, 《…》实施后
        let own = &self.text[self.own..];
        let dated = begins(own, &["修正案", "实施后", "施行后", "实施以来", "颁布", "出台后", "印发后"]);
        let replaced_by = ends(self.before, &["被", "由"]);
        if dated || replaced_by {
            return (Some(Relation::Mentions), false);
        }
        if let Some(relation) = self.behind() {
            return (Some(relation), false);
        }
        self.nearest()
    }

    /// Certificates, forms and magazines stand in the same marks.
    fn is_no_document(&self) -> bool {
        let name = self.title.trim_end_matches('》').trim_end_matches(['）', ')']);
        let form = ends(name, FORMS);
        let press = begins(&self.text[self.own..], PRESS);
        form && !ends(name, &["情况通报", "通报", "简报"]) || press || ends(self.before, HANDED_IN)
    }

    /// Forwarded or issued by the notice itself.
    fn passed_on(&self) -> Option<Relation> {
        /// Forty characters: a guess.
        const HANDED_BYTES: usize = 120;
        let clause = last_clause(self.before);
        let hands_over =
            ends(clause, &["现将", "将"]) || holds(clause, &["现将"]) || self.before.ends_with("现把");
        let handed = &self.after[..floor(self.after, HANDED_BYTES)];
        if hands_over && holds(handed, &["转发"]) || ends(clause, &["转发", "转发了"]) {
            return Some(Relation::Forwards);
        }
        let approves = holds(clause, &["现批准", "现发布", "现公布"]);
        if (hands_over || approves) && holds(handed, ISSUED) {
            return Some(Relation::Issues);
        }
        if ends(clause, &["印发", "公布", "发布", "颁布"])
            && holds(clause, &["现印发", "现公布", "现发布", "现予", "兹"])
        {
            return Some(Relation::Issues);
        }
        let made = MADE;
        let subject = self.before.trim().is_empty() || ends(clause, made) || clause.is_empty();
        if subject && (holds(handed, NOW) || holds(self.next, NOW) && ends(clause, made)) {
            return Some(Relation::Issues);
        }
        let adopted = begins(self.after, &["已经", "已", "业经", "经"]);
        if adopted && holds(self.after, &["现转发", "现予转发"]) {
            return Some(Relation::Forwards);
        }
        (adopted && (holds(self.after, NOW) || holds(self.next, NOW))).then_some(Relation::Issues)
    }

    /// Words behind the list: `同时废止`, `作如下修改`, `实施`.
    fn behind(&self) -> Option<Relation> {
        /// Twenty-five characters: a guess.
        const NEAR_BYTES: usize = 75;
        let near = &self.after[..floor(self.after, NEAR_BYTES)];
        let own = near.trim_start_matches(['等', '的', '，', ',', '”', '"']);
        if holds(near, REPEALED) || begins(own, &["废止", "失效", "不再执行"]) {
            return Some(Relation::Repeals);
        }
        if holds(near, AMENDED) || own.starts_with('第') && near.contains("修改为") {
            return Some(Relation::Amends);
        }
        let carried_out = begins(own, CARRIED_OUT);
        (carried_out && !begins(own, NAMES) && holds(last_clause(self.before), PUSHING))
            .then_some(Relation::Implements)
    }

    /// The verb nearest before the list in its clause.
    fn nearest(&self) -> (Option<Relation>, bool) {
        /// A guess.
        const BETWEEN_CHARS: usize = 45;
        // 设定依据：1.《…》
        let label = self.before.rfind("依据").map(|at| &self.before[at + "依据".len()..]);
        let rest = label.and_then(|rest| rest.strip_prefix(['：', ':']));
        if rest.is_some_and(|rest| !rest.contains(['：', ':'])) {
            return (Some(Relation::Basis), false);
        }
        let clause = without_attribute(last_clause(self.before));
        let Some((verb, relation)) = VERBS.last_in(clause) else {
            return (Some(Relation::Mentions), false);
        };
        let end = verb.end;
        let between = &clause[end..];
        // 实施方案, 执行中: the verb is part of another word
        let other = begins(between, &["方案", "细则", "办法", "意见", "条例", "中的", "情况", "了"])
            || between.chars().count() > BETWEEN_CHARS;
        if other {
            return (Some(Relation::Mentions), false);
        }
        let planned = relation == Relation::Amends
            && !holds(self.before, &["决定"])
            && !self.before.trim_start_matches(|c: char| !is_han(c)).starts_with("修改");
        (Some(relation), planned || relation == Relation::Mentions && end > 0)
    }
}

/// The clause that a text ends with.
fn last_clause(before: &str) -> &str {
    let at = before
        .rfind(['，', ',', '。', '；', '：', ':', '\n'])
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    &before[at..]
}

/// The words without what only describes the title: `新修订的`, `市旅游局印发的`.
fn without_attribute(clause: &str) -> &str {
    let shorter = ATTRIBUTES
        .iter()
        .filter_map(|attribute| clause.strip_suffix(attribute))
        .min_by_key(|shorter| shorter.len());
    shorter.filter(|shorter| !shorter.is_empty()).unwrap_or(clause)
}
