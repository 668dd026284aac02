//! Labelled lines of a web page: `发布日期：2020-07-15`, `【发布文号】财税〔2005〕72号`.

use crate::grammar::date::date;
use crate::grammar::number::document_number;
use crate::grammar::title::{spell, title_strength};
use crate::model::{DocumentNumber, Metadata, Title};
use crate::text::boundary::{ceil, floor};
use crate::text::character::{is_blank, squeezed};
use crate::text::source::Source;
use crate::text::span::{Span, Spanned};
use crate::text::words::{COLONS, Words, ends, plain};

/// Labels of metadata lines, blanks inside left out. Seen on portals of the State Council, ministries and provinces.
static KEYS: Words = Words::new(&plain([
    "索引号",
    "信息索引号",
    "索取号",
    "主题分类",
    "主题词",
    "发文机关",
    "发文机构",
    "发文单位",
    "发布机构",
    "发布机关",
    "发布单位",
    "发布部门",
    "发文部门",
    "批准部门",
    "批准日期",
    "法规类别",
    "法规名称",
    "效力等级",
    "制发机关",
    "成文日期",
    "成文时间",
    "生成日期",
    "生成时间",
    "标题",
    "名称",
    "信息名称",
    "文件名称",
    "发文字号",
    "文号",
    "文件编号",
    "编号",
    "发文文号",
    "公文文号",
    "发布文号",
    "发布日期",
    "发布时间",
    "公开日期",
    "公开时间",
    "发文日期",
    "发文时间",
    "印发日期",
    "印发时间",
    "更新时间",
    "更新日期",
    "政策类型",
    "政策层级",
    "来源",
    "信息来源",
    "文章来源",
    "稿件来源",
    "内容来源",
    "关键字",
    "关键词",
    "有效性",
    "时效性",
    "效力状态",
    "是否有效",
    "有效期",
    "施行日期",
    "生效日期",
    "实施日期",
    "废止日期",
    "失效时间",
    "失效日期",
    "公开方式",
    "公开范围",
    "公开类别",
    "公开属性",
    "公开形式",
    "信息分类",
    "信息类别",
    "分类",
    "体裁",
    "体裁分类",
    "服务对象",
    "统一登记号",
    "规范性文件编号",
    "登记号",
    "统一编号",
    "作者",
    "责任编辑",
    "编辑",
    "浏览次数",
    "点击数",
    "阅读次数",
    "点击率",
    "访问量",
    "浏览量",
    "阅读",
    "字体",
    "字号",
    "字体大小",
    "公文种类",
    "公文类别",
    "公文时效",
    "组配分类",
    "文种",
    "发布人",
    "文件类型",
    "政策文号",
    "主题",
    "内容概述",
    "效力级别",
    "时效状态",
    "文件状态",
    "地区",
    "所属地区",
    "发文标题",
    "公文标题",
    "实施时间",
    "生效时间",
    "施行时间",
    "执行日期",
    "执行时间",
    "废止时间",
    "归档时间",
    "颁布时间",
    "颁布日期",
    "颁布单位",
    "颁布部门",
    "颁布机关",
    "文件来源",
    "视力保护色",
    "下载地址",
    "人气",
    "点击",
    "点击次数",
    "阅读量",
    "阅读人次",
    "评论人次",
    "注释",
    "摘要",
    "内容摘要",
    "简介",
    "发布者",
    "整理者",
    "投稿邮箱",
    "公开时限",
    "法规类型",
    "所属行业",
    "所属区域",
    "所属分类",
    "页面功能",
    "发文内容",
    "信息标题",
    "正文",
    "公开目录",
    "访问次数",
    "公开程序",
    "效力状况",
    "效力属性",
    "所属类别",
    "法规编号",
    "公开责任部门",
    "公文目录",
    "备注/文号",
]));

/// The keys whose value is the document's number.
pub(crate) const NUMBER_KEYS: &[&str] =
    &["发文字号", "文号", "发文文号", "公文文号", "发布文号", "政策文号", "文件编号", "备注/文号"];

/// Keys behind others on their line; alone on one they are the notice's own words: `时间：3月5日`.
const KEYS_BEHIND: &[&str] = &["时间", "日期", "发布", "浏览", "访问"];

/// The keys whose value is the document's title.
pub(crate) const TITLE_KEYS: &[&str] =
    &["标题", "名称", "文件名称", "信息名称", "发文标题", "公文标题", "信息标题", "法规名称"];

fn title(source: &Source<'_>, value: Span) -> Option<Title> {
    let stretch = source.stretch(value);
    title_strength(stretch.as_str())?;
    Some(spell(&stretch))
}

fn number(source: &Source<'_>, value: Span) -> Option<DocumentNumber> {
    let stretch = source.stretch(value);
    let (number, _) = document_number(stretch.as_str())?;
    Some(number.spell(&stretch))
}

/// The longest key in bytes, with room for blanks inside (`标 题`). A guess.
const KEY_BYTES: usize = 40;

/// A labelled piece.
#[derive(Debug, Clone, Copy)]
struct Label {
    /// Where it begins: before its key, or the bracket around it.
    start: usize,
    key: Span,
    /// The place behind its colon or bracket.
    value: usize,
}

/// Reads the metadata that begin at `at`, all of one line: `发文机关：国务院 成文日期：2006年9月7日`.
pub(crate) fn metadata(source: &Source<'_>, at: usize, end: usize) -> Vec<Metadata> {
    let line = source.rest_of_line(at, end);
    let Some(first) = label_at(source.text, line.start, line.end) else { return Vec::new() };
    let mut labels = vec![first];
    let mut from = first.value;
    // a page's own labels stand near its head: text this far behind one is the notice
    while let Some(label) = next_label(source.text, from, line.end.min(from + 600)) {
        labels.push(label);
        from = label.value;
    }
    let mut metadata = Vec::with_capacity(labels.len());
    for (index, label) in labels.iter().enumerate() {
        let next = labels.get(index + 1).map_or(line.end, |next| next.start);
        let long = index + 1 == labels.len() && line.end > label.value + 240;
        let value =
            Span::new(label.value, if long { first_field(source.text, label.value, next) } else { next });
        let value = if index + 1 == labels.len() { over_line(source, value, end) } else { value };
        let value = source.words(within(source, value));
        let span = Span::new(label.start, value.span.end.max(label.value));
        let key = source.words(label.key);
        let doc_number =
            NUMBER_KEYS.contains(&key.value.as_str()).then(|| number(source, value.span)).flatten();
        let title = TITLE_KEYS
            .contains(&key.value.as_str())
            .then(|| title(source, value.span))
            .flatten()
            .map(Box::new);
        let day = (key.value == "成文日期").then(|| date(&value.value)).flatten().and_then(|(day, _)| day);
        let date = day.map(|day| Spanned { value: day, span: value.span });
        metadata.push(Metadata { key, value, title, doc_number, date, span });
    }
    metadata
}

/// A value without the bars of a table around it and the bracket that closes behind it: `| 2022-07-23 |`, `2019年5月31日)`.
fn within(source: &Source<'_>, value: Span) -> Span {
    let bars = |c: char| is_blank(c) || matches!(c, '|' | '｜');
    let words = source.slice(value).trim_end_matches(bars);
    let open = words.contains(['（', '(']);
    let words = words.strip_suffix(['）', ')']).filter(|_| !open).unwrap_or(words);
    let start = value.start + words.len() - words.trim_start_matches(bars).len();
    Span::new(start, (value.start + words.len()).max(start))
}

/// A list of keywords that a line ends in the middle of goes on on the next: `防汛;⏎抗灾`.
fn over_line(source: &Source<'_>, value: Span, end: usize) -> Span {
    /// Forty characters: a guess.
    const LONGEST_BYTES: usize = 120;
    let mut value = value;
    while source.slice(value).trim_end_matches(is_blank).ends_with(';') {
        let next = source.rest_of_line(source.skip_blanks(value.end, end), end);
        let labelled = label_at(source.text, next.start, next.end).is_some();
        if next.is_empty()
            || labelled
            || source.slice(next).contains(['。', '：', '，'])
            || next.len() > LONGEST_BYTES
        {
            break;
        }
        value = value.hull(next);
    }
    value
}

/// Where the first run of words from `at` on ends.
fn first_field(text: &str, at: usize, end: usize) -> usize {
    let rest = text[at..end].trim_start_matches(is_blank);
    let start = end - rest.len();
    start + rest.find(is_blank).unwrap_or(rest.len())
}

/// A label that begins at `at`.
fn label_at(text: &str, at: usize, end: usize) -> Option<Label> {
    let reach = floor(text, (at + KEY_BYTES).min(end));
    let head = &text[at..reach];
    if head.starts_with(OPENING) {
        let close = head.find(CLOSING)?;
        return bracketed(&text[..end], at + close, at);
    }
    let (colon, mark) = head.char_indices().find(|&(_, c)| PARTS.contains(&c))?;
    let key = Span::new(at, at + colon);
    let value = &text[key.end + mark.len_utf8()..end];
    let text_of_notice = || value.len() > SUMMARY_BYTES || value.contains(COLONS);
    let summary = || SUMMARIES.contains(&squeezed(&head[..colon]).as_str());
    (is_key(&head[..colon]) && !(summary() && text_of_notice())).then(|| Label {
        start: at,
        key,
        value: key.end + mark.len_utf8(),
    })
}

/// What parts a key from its value: a colon, and in flattened tables a tab or a bar.
const PARTS: [char; 6] = ['：', ':', '︰', '\t', '|', '｜'];
/// Keys whose value is a sentence; a collector has the text of the notice behind them too.
const SUMMARIES: &[&str] = &["摘要", "内容摘要", "简介", "注释"];
/// The longest of their values in bytes. A guess.
const SUMMARY_BYTES: usize = 400;
const OPENING: [char; 3] = ['【', '[', '［'];
const CLOSING: [char; 3] = ['】', ']', '］'];

/// Whether the words are a key, blanks inside or not.
pub(crate) fn is_key(words: &str) -> bool {
    let last = words.trim_end_matches(is_blank).chars().next_back();
    last.is_some_and(|last| KEYS.may_end(last)) && KEYS.get(&squeezed(words)).is_some()
}

/// The label whose bracket closes at `close`, a colon behind it or none: `【发布文号】财税〔2005〕72号`.
fn bracketed(text: &str, close: usize, from: usize) -> Option<Label> {
    let reach = ceil(text, close.saturating_sub(KEY_BYTES).max(from));
    let (start, open) = text[reach..close].char_indices().rfind(|(_, c)| OPENING.contains(c))?;
    let start = reach + start;
    let key = Span::new(start + open.len_utf8(), close);
    let behind = text[close..].trim_start_matches(CLOSING);
    let value = text.len() - behind.strip_prefix(COLONS).unwrap_or(behind).len();
    is_key(&text[key.range()]).then_some(Label { start, key, value })
}

/// Where the value of the page's label begins that stands at the start of `text`.
pub(crate) fn label_at_start(text: &str) -> Option<usize> {
    // its colon or bracket stands within the reach of a key, and few signs behind that
    let reach = floor(text, 2 * KEY_BYTES);
    next_label(text, 0, reach).filter(|label| label.start == 0).map(|label| label.value)
}

/// Where the page's first label in `text[from..end]` begins, and where its value does: `…的通知发布日期：…`.
pub(crate) fn label_in(text: &str, from: usize, end: usize) -> Option<(usize, usize)> {
    next_label(text, from, end).map(|label| (label.start, label.value))
}

/// The next label behind `from`: behind a blank, glued to a value (`2022-01-07来源：`), or in a bracket.
fn next_label(text: &str, from: usize, end: usize) -> Option<Label> {
    let end = floor(text, end);
    for (at, mark) in text[from..end].match_indices(|c| PARTS.contains(&c) || CLOSING.contains(&c)) {
        let at = from + at;
        if mark.starts_with(CLOSING) {
            match bracketed(&text[..end], at, from) {
                Some(label) => return Some(label),
                None => continue,
            }
        }
        let reach = ceil(text, at.saturating_sub(KEY_BYTES).max(from));
        let before = &text[reach..at];
        // keys are Chinese, most words before a colon in code are not
        if before.is_ascii() {
            continue;
        }
        let squeezed = squeezed(before);
        if !KEYS.end(&squeezed) && !ends(&squeezed, KEYS_BEHIND) {
            continue;
        }
        // from the longest to the shortest key that may end at the colon
        let starts = before.char_indices().filter(|&(_, c)| !is_blank(c)).map(|(at, _)| at);
        let is_key = |word: &str| KEYS.get(word).is_some() || KEYS_BEHIND.contains(&word);
        let key = starts.zip(squeezed.char_indices()).find(|&(_, (at, _))| is_key(&squeezed[at..]));
        if let Some((start, _)) = key {
            let key = Span::new(reach + start, at);
            return Some(Label { start: key.start, key, value: at + mark.len() });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_metadata(text: &str, expected: &[(&str, &str)]) {
        let found = metadata(&Source::new(text), 0, text.len());
        let pairs: Vec<_> = found.iter().map(|m| (m.key.value.as_str(), m.value.value.as_str())).collect();
        assert_eq!(pairs, expected);
    }

    #[test]
    fn one_label_takes_its_line() {
        assert_metadata("发布日期 :2020-07-15 \n各市", &[("发布日期", "2020-07-15")]);
    }

    #[test]
    fn labels_on_one_line_part_at_the_next_label() {
        assert_metadata(
            "索 引 号：\t 0001/2006-1\t 主题分类：\t 其他",
            &[("索引号", "0001/2006-1"), ("主题分类", "其他")],
        );
        assert_metadata("来源：省政府 时间：2022-01-07", &[("来源", "省政府"), ("时间", "2022-01-07")]);
        assert_metadata("时间：3月5日", &[]);
        assert_metadata(
            "文 号 | 青财〔2005〕72号 | 公开日期: |  |",
            &[("文号", "青财〔2005〕72号"), ("公开日期", "")],
        );
        assert_metadata(
            "发布日期: 2022-01-07来源：省政府办公厅",
            &[("发布日期", "2022-01-07"), ("来源", "省政府办公厅")],
        );
    }

    #[test]
    fn a_label_may_stand_in_a_bracket() {
        assert_metadata(
            "【发布文号】青财〔2005〕72号　【发布日期】：2005-05-25",
            &[("发布文号", "青财〔2005〕72号"), ("发布日期", "2005-05-25")],
        );
    }

    #[test]
    fn an_open_label_has_an_empty_value() {
        assert_metadata("发文机构：\n", &[("发文机构", "")]);
    }

    #[test]
    fn words_before_a_colon_are_no_label() {
        assert_metadata("各市、县人民政府：", &[]);
        assert_metadata("现将有关事项通知如下：来源：", &[]);
    }
}
