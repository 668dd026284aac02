//! The foot of a document: attachment list, signatories, date, annotation, imprint.

use std::ops::Range;

use crate::furniture::is_furniture;
use crate::grammar::date::dates;
use crate::grammar::organisation::{has_branches, is_han, organisations};
use crate::margin::Margin;
use crate::mend::{is_blank, mend};
use crate::parts::attachment_label;
use crate::source::Source;
use crate::{Closing, Code, Date, Imprint, Span, Spanned, Text};

/// A day written in the text; `None` where the words name no day of the calendar.
pub(crate) type Dated = (Range<usize>, Option<Date>);

/// Lines of signatories above the date, at most: no joint notice of more was seen.
const SIGNATORY_LINES: usize = 40;
/// Bytes before a date in which the signatories of its line stand.
const TAIL_REACH: usize = 1200;
/// Bytes before the signature in which its attachment list may begin.
const LIST_REACH: usize = 3000;

/// The foot of the document in `span`, if it has one; returns it with its place. `begins` tells whether the text at its
/// argument is known to begin another document.
pub(crate) fn closing(
    source: &Source<'_>,
    span: Span,
    days: &[Dated],
    begins: &dyn Fn(usize) -> bool,
    margin: &mut Margin,
) -> Option<(Closing, Span)> {
    let first = days.partition_point(|(range, _)| range.start < span.start);
    let inside = days[first..].iter().take_while(|(range, _)| range.end <= span.end);
    for (range, day) in inside {
        let Some(signature) = (Dating { source, span, range, begins }).signature() else { continue };
        return Some(Foot { source, end: span.end, margin }.read(span.start, &signature, range, *day));
    }
    None
}

/// The names above or before a date.
struct Signature {
    names: Vec<Span>,
    start: usize,
}

/// A date in the text that may date the document.
struct Dating<'s, 't> {
    source: &'s Source<'t>,
    span: Span,
    range: &'s Range<usize>,
    begins: &'s dyn Fn(usize) -> bool,
}

impl Dating<'_, '_> {
    /// The signature, if the date stands alone or behind its signatories.
    fn signature(&self) -> Option<Signature> {
        let (source, range) = (self.source, self.range);
        let line_start = source.line_start(range.start, self.span.start);
        let line = source.rest_of_line(line_start, self.span.end);
        let after = &source.text[range.end..line.end.max(range.end)];
        let next = source.skip_blanks(range.end, self.span.end);
        let attached = next < self.span.end && (self.begins)(next);
        if !(attached || may_follow_date(after)) {
            return None;
        }
        let before = source.trim(Span::new(line_start, range.start));
        let tail = self.tail(before);
        if tail.is_empty() {
            let glued = || {
                after
                    .trim_matches(is_blank)
                    .is_empty()
                    .then(|| Signature { names: Vec::new(), start: range.start })
            };
            return if tail.start == before.start {
                self.alone(line_start, after, attached)
            } else {
                glued()
            };
        }
        let mut names = names_at_end(source, tail);
        let start = names.first()?.start;
        if start == before.start {
            names.splice(0..0, self.names_above(line_start));
        }
        let start = names.first()?.start;
        Some(Signature { names, start })
    }

    /// What stands behind the last sentence before the date, stray points left out.
    fn tail(&self, before: Span) -> Span {
        const STOPS: [char; 6] = ['。', '；', '！', '？', '”', ';'];
        // names of signatories reach no further back
        let reach = self.source.floor(before.end.saturating_sub(TAIL_REACH)).max(before.start);
        let before = Span::new(reach, before.end);
        let slice = self.source.slice(before);
        let start =
            slice.rfind(STOPS).map_or(0, |at| slice.len() - slice[at..].trim_start_matches(STOPS).len());
        let tail = slice[start..].trim_matches(|c| is_blank(c) || matches!(c, '.' | '．' | '·'));
        if tail.is_empty() {
            let start = before.start + if start == 0 { 0 } else { slice.len() };
            return Span::new(start, start);
        }
        let at = before.start
            + start
            + (slice[start..].len()
                - slice[start..].trim_start_matches(|c| is_blank(c) || matches!(c, '.' | '．' | '·')).len());
        Span::new(at, at + tail.len())
    }

    /// The organisations on the lines above, from the first to the last.
    fn names_above(&self, line_start: usize) -> Vec<Span> {
        let mut names: Vec<Span> = Vec::new();
        for line in self.source.lines(Span::new(self.span.start, line_start)).rev().take(SIGNATORY_LINES) {
            let slice = self.source.slice(line);
            if names.is_empty() && is_official(slice) {
                return vec![line];
            }
            let Some(found) = organisations(slice) else {
                // one name over two lines
                if let [name] = names[..] {
                    let whole = line.hull(name);
                    let words = mend(self.source.slice(whole));
                    if may_sign(slice) && organisations(&words).is_some_and(|found| found.len() == 1) {
                        return vec![whole];
                    }
                }
                // 落实。某某人民政府 on the line above
                let behind = slice.rfind('。').map_or(slice.len(), |at| at + '。'.len_utf8());
                if names.is_empty() && behind < slice.len() {
                    names = names_at_end(self.source, Span::new(line.start + behind, line.end));
                }
                break;
            };
            let mut found: Vec<Span> = found
                .into_iter()
                .map(|name| Span::new(line.start + name.start, line.start + name.end))
                .collect();
            if let (Some(last), Some(first)) = (found.last_mut(), names.first()) {
                // 监督管理委员会⏎淮北监管分局 is one name over two lines
                let branch = self.source.slice(*first);
                if has_branches(self.source.slice(*last))
                    && branch.ends_with(['局', '行'])
                    && !branch.contains(['市', '省', '县'])
                    && !branch.starts_with(['国', '中'])
                {
                    *last = last.hull(*first);
                    names.remove(0);
                }
            }
            names.splice(0..0, found);
        }
        names
    }

    /// A date on a line of its own: the lines above it may be its signatories.
    fn alone(&self, line_start: usize, after: &str, attached: bool) -> Option<Signature> {
        let source = self.source;
        let above = Span::new(self.span.start, line_start);
        let mut names = self.names_above(line_start);
        let next = source.skip_blanks(self.range.end, self.span.end);
        let next = source.slice(source.rest_of_line(next, self.span.end));
        let remark = |text: &str| is_annotation(text.trim_start_matches(is_blank));
        let ends =
            next.is_empty() || is_furniture(next) || attachment_label(next).is_some() || begins_imprint(next);
        let foot = ends || attached || remark(after) || remark(next);
        // a short line right above the date signs, whatever it is called
        let signed = names.is_empty().then(|| source.lines(above).next_back()).flatten();
        names.extend(signed.filter(|&line| foot && may_sign(source.slice(line))));
        let start = names.first().map_or(self.range.start, |name| name.start);
        let above_ends = source
            .lines(Span::new(self.span.start, start))
            .next_back()
            .is_none_or(|line| source.slice(line).ends_with(['。', '）', ')', '！', '”', '》']));
        // a date in a table stands alone too: something of a foot must be beside it
        let beside = !names.is_empty()
            || attached
            || remark(after)
            || remark(next)
            || next.is_empty()
            || (above_ends && (ends || !next.contains('。')));
        beside.then_some(Signature { names, start })
    }
}

/// What may stand behind the date of a document on its line.
fn may_follow_date(after: &str) -> bool {
    let trimmed = after.trim_start_matches(is_blank);
    let printed = trimmed.starts_with("印发") || trimmed.starts_with("印 发");
    let glued = trimmed.len() == after.len() && !trimmed.is_empty();
    let remark =
        trimmed.starts_with(['（', '(']) && !trimmed.starts_with("（星期") && !trimmed.starts_with("（含");
    let goes_on = trimmed.starts_with([
        '至', '起', '前', '，', '。', '、', '—', '～', '-', '上', '下', '；', '以', '之', ',', '到', '为',
        '开',
    ]);
    !printed
        && !goes_on
        && (!glued || remark || ["抄送", "主题词", "附件"].iter().any(|word| trimmed.starts_with(word)))
}

/// The organisations at the end of a stretch, blanks between them: `…方案 环境保护部办公厅`; or an official with the
/// office: `审计长 张某某`.
fn names_at_end(source: &Source<'_>, span: Span) -> Vec<Span> {
    let span = source.trim(span);
    let slice = source.slice(span);
    let at_end = |start: usize| {
        let names = organisations(&slice[start..])?;
        let base = span.start + start;
        Some(names.into_iter().map(|name| Span::new(base + name.start, base + name.end)).collect::<Vec<_>>())
    };
    let starts: Vec<usize> = slice
        .char_indices()
        .filter(|&(at, _)| at == 0 || slice[..at].ends_with(is_blank))
        .map(|(at, _)| at)
        .collect();
    // field by field from the end, as long as each is an organ's name
    let mut end = slice.len();
    let mut first = None;
    for &start in starts.iter().rev() {
        if organisations(&slice[start..end]).is_none() {
            break;
        }
        (first, end) = (Some(start), start);
    }
    if let Some(names) = first.and_then(at_end) {
        return names;
    }
    // a name with blanks inside, or an official
    let mut last = starts.iter().rev().take(INNER_BLANKS);
    if let Some(names) = last.clone().rev().find_map(|&start| at_end(start)) {
        return names;
    }
    let official = last.find(|&&start| is_official(&slice[start..]));
    official.map_or_else(Vec::new, |&start| vec![Span::new(span.start + start, span.end)])
}

/// Blanks that may stand inside one name at the end of a line, and one more.
const INNER_BLANKS: usize = 8;

/// `省长 张某某`: an office and a name of two to four characters, blanks between and inside.
fn is_official(text: &str) -> bool {
    const OFFICES: &[&str] = &[
        "省长",
        "市长",
        "县长",
        "区长",
        "部长",
        "署长",
        "局长",
        "行长",
        "委员长",
        "审计长",
        "秘书长",
        "主任",
        "主席",
        "总理",
        "书记",
    ];
    if text.len() > 120 {
        return false;
    }
    let squeezed: String = text.chars().filter(|&c| !is_blank(c)).collect();
    let named = |office: &&str| {
        let name = squeezed.rfind(*office).map(|at| &squeezed[at + office.len()..]);
        name.is_some_and(|name| (2..=4).contains(&name.chars().count()))
    };
    squeezed.chars().all(is_han) && squeezed.chars().count() <= 16 && OFFICES.iter().any(named)
}

/// Whether a line is short and holds nothing but a name's characters.
fn may_sign(line: &str) -> bool {
    (6..=75).contains(&line.len()) && line.chars().all(|c| is_han(c) || matches!(c, '（' | '）'))
}

/// `附件：1.…` at the end of a document without a signature; returns where it begins.
pub(crate) fn list_at_end(
    source: &Source<'_>,
    span: Span,
    closing: &mut Closing,
    margin: &mut Margin,
) -> Option<usize> {
    let tail = source
        .lines(span)
        .rev()
        .take(SIGNATORY_LINES)
        .take_while(|&line| line.len() < 240 && !source.slice(line).contains(['。', '；']));
    let label = tail.filter(|&line| list_label(source.slice(line)).is_some()).last()?;
    let mut foot = Foot { source, end: span.end, margin };
    foot.list(Span::new(label.start, span.end), closing).then_some(label.start)
}

struct Foot<'s, 't> {
    source: &'s Source<'t>,
    end: usize,
    margin: &'s mut Margin,
}

impl Foot<'_, '_> {
    fn read(
        mut self,
        body: usize,
        signature: &Signature,
        range: &Range<usize>,
        day: Option<Date>,
    ) -> (Closing, Span) {
        let mut closing = Closing::default();
        let mut start = signature.start;
        if let Some(list) = self.list_before(body, signature.start, &mut closing) {
            start = list;
        }
        closing.signatories = signature.names.iter().map(|&name| self.source.words(name)).collect();
        let span = Span::from(range.clone());
        match day {
            Some(value) => {
                self.look_alikes(span, value);
                closing.date = Some(Spanned { value, span });
            }
            None => {
                let message = format!(
                    "found date 「{}」, expected a day of the calendar",
                    mend(self.source.slice(span))
                );
                self.margin.findings.report(Code::InvalidDate, span, message);
            }
        }
        self.seals(signature, range.start);
        let end = self.after_date(range.end, &mut closing);
        (closing, Span::new(start, end))
    }

    /// Reports characters in a date that stand for others: `О` for `〇`, `曰` for `日`.
    fn look_alikes(&mut self, span: Span, value: Date) {
        let words = mend(self.source.slice(span));
        let odd = |c: char| {
            !(is_blank(c) || crate::numeral::is_digit(c) || "〇零一二三四五六七八九十廿卅年月日".contains(c))
        };
        if words.chars().any(odd) {
            let message =
                format!("found date 「{words}」 with characters that stand for others, read as {value}");
            self.margin.findings.report(Code::CompatibilityCharacter, span, message);
        }
    }

    /// `（章）` between the names and the date.
    fn seals(&mut self, signature: &Signature, date: usize) {
        let ends = signature.names.iter().map(|name| name.end);
        let starts = signature.names.iter().skip(1).map(|name| name.start).chain([date]);
        for (end, start) in ends.zip(starts) {
            let gap = self.source.trim(Span::new(end, start));
            if !gap.is_empty() {
                self.margin.marks.push(gap);
            }
        }
    }

    /// `附件：1.…` above the signatories; returns where it begins.
    fn list_before(&mut self, body: usize, end: usize, closing: &mut Closing) -> Option<usize> {
        let mut from = end.saturating_sub(LIST_REACH).max(body);
        while !self.source.text.is_char_boundary(from) {
            from += 1;
        }
        let label = self
            .source
            .lines(Span::new(from, end))
            .find(|&line| list_label(self.source.slice(line)).is_some())?;
        let names = Span::new(label.start, end);
        let length: usize = self.source.lines(names).map(Span::len).sum();
        if length > 1200 && self.source.slice(names).contains('。') {
            return None;
        }
        self.list(names, closing).then_some(label.start)
    }

    /// The names of an attachment list: one a line, or one a number. Whether there was any.
    fn list(&mut self, span: Span, closing: &mut Closing) -> bool {
        let label = list_label(self.source.slice(span)).unwrap_or(0);
        let mut marks = vec![self.source.trim(Span::new(span.start, span.start + label))];
        for line in self.source.lines(Span::new(span.start + label, span.end)) {
            let slice = self.source.slice(line);
            let mut starts: Vec<usize> = slice
                .char_indices()
                .filter(|&(at, _)| entry_number(slice, at).is_some())
                .map(|(at, _)| at)
                .collect();
            if starts.first() != Some(&0) {
                starts.insert(0, 0);
            }
            for (index, &at) in starts.iter().enumerate() {
                let entry_end = starts.get(index + 1).map_or(slice.len(), |&next| next);
                let number = entry_number(slice, at).unwrap_or(0);
                let entry = Span::new(line.start + at, line.start + entry_end);
                let name = self.source.trim(Span::new(entry.start + number, entry.end));
                if number > 0 {
                    marks.push(self.source.trim(Span::new(entry.start, entry.start + number)));
                }
                let words = self.source.slice(name).trim_end_matches(['；', '。', ';']);
                let name = Span::new(name.start, name.start + words.len());
                self.name(name, number > 0, closing);
            }
        }
        let found = !closing.attachment_list.is_empty();
        if found {
            self.margin.marks.extend(marks);
        }
        found
    }

    fn name(&mut self, name: Span, numbered: bool, closing: &mut Closing) {
        if name.is_empty() {
            return;
        }
        match closing.attachment_list.last_mut() {
            // a name goes on over a line
            Some(last) if !numbered && last.value.len() < 300 => {
                *last = self.source.words(last.span.hull(name));
            }
            _ => closing.attachment_list.push(self.source.words(name)),
        }
    }

    /// Annotation, attachment list and imprint behind the date, in any order.
    fn after_date(&mut self, mut at: usize, closing: &mut Closing) -> usize {
        loop {
            let next = self.source.skip_blanks(at, self.end);
            let line = self.source.rest_of_line(next, self.end);
            let slice = self.source.slice(line);
            if slice.is_empty() {
                return at;
            }
            at = if closing.annotation.is_none() && is_annotation(slice) {
                self.annotation(line, closing)
            } else if closing.imprint.is_none() && begins_imprint(slice) {
                let imprint = imprint(self.source, line.start, self.end);
                let end = imprint.span.end;
                closing.imprint = Some(imprint);
                end
            } else if closing.attachment_list.is_empty() && self.list_follows(line) {
                match self.list_after(line, closing) {
                    end if end > line.start => end,
                    _ => return at,
                }
            } else if closing.annotation.is_some() && is_annotation(slice) {
                let end = line.start
                    + slice
                        .find(['）', ')'])
                        .map_or(slice.len(), |at| at + slice[at..].chars().next().map_or(0, char::len_utf8));
                self.margin.furniture.push(Span::new(line.start, end));
                end
            } else if is_furniture(slice) && self.source.begins_line(line.start) {
                self.margin.furniture.push(line);
                line.end
            } else {
                return at;
            };
        }
    }

    fn annotation(&mut self, line: Span, closing: &mut Closing) -> usize {
        let slice = self.source.slice(line);
        let close = slice.find(['）', ')']).unwrap_or(slice.len());
        let open = slice.chars().next().map_or(0, char::len_utf8);
        let end = (close + 1..=slice.len()).find(|&at| slice.is_char_boundary(at)).unwrap_or(slice.len());
        self.margin.marks.push(Span::new(line.start, line.start + open));
        if close < slice.len() {
            self.margin.marks.push(Span::new(line.start + close, line.start + end));
        }
        closing.annotation = Some(self.source.words(Span::new(line.start + open, line.start + close)));
        line.start + end
    }

    /// Whether an attachment list, not an attachment, follows the date: names and nothing else up to the end.
    fn list_follows(&self, line: Span) -> bool {
        let slice = self.source.slice(line);
        list_label(slice).is_some_and(|label| label < slice.len())
            && !self.source.slice(Span::new(line.start, self.end)).contains('。')
    }

    fn list_after(&mut self, line: Span, closing: &mut Closing) -> usize {
        let mut end = line.end;
        for next in self.source.lines(Span::new(line.end, self.end)) {
            let slice = self.source.slice(next);
            if entry_number(slice, 0).is_none() {
                break;
            }
            end = next.end;
        }
        if self.list(Span::new(line.start, end), closing) { end } else { line.start }
    }
}

/// The length of `附件：` or `附：`.
fn list_label(line: &str) -> Option<usize> {
    let rest = line.strip_prefix("附件").or_else(|| line.strip_prefix('附'))?;
    let rest = rest.trim_start_matches(is_blank).strip_prefix(['：', ':', '︰'])?;
    Some(line.len() - rest.len())
}

/// The length of an entry's number: `1.`, `2、`, behind nothing or a blank.
pub(crate) fn entry_number(line: &str, at: usize) -> Option<usize> {
    let rest = &line[at..];
    let digits = rest.len() - rest.trim_start_matches(crate::numeral::is_digit).len();
    if digits == 0 || digits > 6 || (at > 0 && crate::numeral::is_digit(line[..at].chars().next_back()?)) {
        return None;
    }
    let dot = rest[digits..].chars().next()?;
    let after = rest[digits + dot.len_utf8()..].chars().next();
    let decimal = after.is_some_and(crate::numeral::is_digit) && dot != '、';
    (matches!(dot, '.' | '．' | '、' | '﹒') && !decimal).then_some(digits + dot.len_utf8())
}

/// `（此件公开发布）`, `（本文有删减）`
fn is_annotation(text: &str) -> bool {
    let Some(inside) = text.strip_prefix(['（', '(']) else { return false };
    let inside = inside.get(..inside.len().min(300)).unwrap_or(inside);
    let inside = &inside[..inside.find(['）', ')', '\n']).unwrap_or(inside.len())];
    let inside = inside.trim_start_matches(is_blank);
    [
        "此件",
        "此文",
        "本文",
        "公开属性",
        "公开形式",
        "本件",
        "信息公开",
        "联系",
        "公开方式",
        "共印",
        "有删",
        "此文件",
    ]
    .iter()
    .any(|word| inside.starts_with(word))
}

/// Whether the line belongs to a 版记.
pub(crate) fn begins_imprint(line: &str) -> bool {
    imprint_label(line).is_some() || printed_on(line).is_some()
}

/// The label that the line begins with, and its length.
fn imprint_label(line: &str) -> Option<(&'static str, usize)> {
    const LABELS: &[&str] = &["主题词", "抄送", "抄报", "分送", "主送", "报送", "发送", "发"];
    LABELS.iter().find_map(|&label| {
        let mut rest = line;
        for c in label.chars() {
            rest = rest.trim_start_matches(is_blank).strip_prefix(c)?;
        }
        let rest = rest.trim_start_matches(is_blank).strip_prefix(['：', ':', '︰'])?;
        Some((label, line.len() - rest.len()))
    })
}

/// The longest line in bytes that says who printed and when.
const PRINTED_REACH: usize = 400;

/// The printing date of `…办公厅 2023年3月28日印发`, with the place behind 印发.
fn printed_on(line: &str) -> Option<(Dated, usize)> {
    if line.len() > PRINTED_REACH {
        return None;
    }
    dates(line).into_iter().find_map(|found| {
        let rest = line[found.0.end..].trim_start_matches(is_blank).strip_prefix('印')?;
        let rest = rest.trim_start_matches(is_blank).strip_prefix('发')?;
        let named = organisations(&line[..found.0.start]).is_some()
            || line[..found.0.start].trim_matches(is_blank).is_empty();
        named.then(|| (found, line.len() - rest.len()))
    })
}

/// 版记 from `at` on: 主题词, 抄送 and 印发 lines.
pub(crate) fn imprint(source: &Source<'_>, at: usize, end: usize) -> Imprint {
    let mut imprint = Imprint { span: Span::new(at, at), ..Imprint::default() };
    let mut at = at;
    loop {
        at = source.skip_blanks(at, end);
        let line = source.rest_of_line(at, end);
        let slice = source.slice(line);
        let last = if let Some((label, len)) = imprint_label(slice) {
            labelled(source, Span::new(line.start + len, end), label, &mut imprint)
        } else if let Some(((range, day), len)) = printed_on(slice) {
            let printer = source.trim(Span::new(line.start, line.start + range.start));
            imprint.printer = (!printer.is_empty()).then(|| source.words(printer));
            let span = Span::new(line.start + range.start, line.start + range.end);
            imprint.printed_on = day.map(|value| Spanned { value, span });
            line.start + len
        } else {
            return imprint;
        };
        imprint.span.end = last;
        at = last;
    }
}

/// The words behind a label of the imprint, over lines up to their `。` or the next element.
fn labelled(source: &Source<'_>, span: Span, label: &str, imprint: &mut Imprint) -> usize {
    let mut end = span.start;
    for line in source.lines(span) {
        let slice = source.slice(line);
        if end > span.start
            && (begins_imprint(slice) || is_furniture(slice) || attachment_label(slice).is_some())
        {
            break;
        }
        if label == "主题词"
            && end == span.start
            && line.start > span.start
            && source.text[span.start..line.start].contains('\n')
        {
            break;
        }
        let cut = ["抄送", "抄 送", "抄报"].iter().filter_map(|next| slice.find(next)).min();
        let stop = slice.find('。').map(|at| at + '。'.len_utf8());
        end = line.start + stop.or(cut).unwrap_or(slice.len()).min(cut.unwrap_or(slice.len()));
        let goes_on = source.slice(line).ends_with(['，', '、', ',']);
        // keywords over a line: only short words stand before the next label
        let next = source.rest_of_line(source.skip_blanks(line.end, span.end), span.end);
        let behind = source.rest_of_line(source.skip_blanks(next.end, span.end), span.end);
        let words = label == "主题词"
            && next.len() < 60
            && !begins_imprint(source.slice(next))
            && begins_imprint(source.slice(behind));
        if words && end == line.end {
            continue;
        }
        if stop.is_some() || cut.is_some() || label == "主题词" || (line.len() < 60 && !goes_on) {
            break;
        }
    }
    let words = source.trim(Span::new(span.start, end));
    match label {
        "主题词" => imprint.subject_words = Some(source.words(words)),
        _ => imprint.copies_to.extend(list_items(source, words)),
    }
    words.end.max(span.start)
}

/// Names parted by `，` `、` `；` and closed by `。`.
fn list_items(source: &Source<'_>, span: Span) -> Vec<Text> {
    let mut items = Vec::new();
    let (mut start, mut depth) = (span.start, 0_usize);
    let slice = source.slice(span);
    for (at, c) in slice.char_indices().chain([(slice.len(), '。')]) {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '，' | '；' | '。' | ',' | ';' if depth == 0 || at == slice.len() => {
                let item = source.trim(Span::new(start, span.start + at));
                if !item.is_empty() {
                    items.push(source.words(item));
                }
                start = (span.start + at + c.len_utf8()).min(span.end);
            }
            _ => {}
        }
    }
    items
}
