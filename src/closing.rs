//! The foot of a document: attachment list, signatories, date, annotation, imprint.

use std::ops::Range;

use crate::furniture::is_furniture;
use crate::grammar::date::dates;
use crate::grammar::organisation::{glued, is_han, organisations};
use crate::lines::trim;
use crate::margin::Margin;
use crate::mend::{is_blank, mend};
use crate::parts::attachment_label;
use crate::source::Source;
use crate::{Closing, Code, Date, Imprint, Span, Spanned, Text};

/// A day written in the text; `None` where the words name no day of the calendar.
pub(crate) type Dated = (Range<usize>, Option<Date>);

/// Lines of signatories above the date, at most: no joint notice of more was seen.
const SIGNATORY_LINES: usize = 40;
/// Bytes before the signature in which its attachment list may begin.
const LIST_REACH: usize = 3000;

/// The foot of the document in `span`, if it has one; returns it with its place.
pub(crate) fn closing(
    source: &Source<'_>,
    span: Span,
    days: &[Dated],
    margin: &mut Margin,
) -> Option<(Closing, Span)> {
    let first = days.partition_point(|(range, _)| range.start < span.start);
    let inside = days[first..].iter().take_while(|(range, _)| range.end <= span.end);
    for (range, day) in inside {
        let Some(signature) = signature(source, span, range) else { continue };
        return Some(Foot { source, end: span.end, margin }.read(span.start, &signature, range, *day));
    }
    None
}

/// The names above or before a date.
struct Signature {
    names: Vec<Span>,
    start: usize,
}

/// Whether the date at `range` dates the document: it stands alone, or behind its signatories.
fn signature(source: &Source<'_>, span: Span, range: &Range<usize>) -> Option<Signature> {
    let line_start =
        source.text[span.start..range.start].rfind('\n').map_or(span.start, |at| span.start + at + 1);
    let line = source.rest_of_line(line_start, span.end);
    let before = source.slice(trim(source.text, Span::new(line_start, range.start)));
    let after = &source.text[range.end..line.end.max(range.end)];
    if !may_follow_date(after) {
        return None;
    }
    // behind the last sentence on the line
    let tail = before.rfind(['。', '；', '！', '？', '”', ';']).map_or(before, |at| {
        let rest = &before[at..];
        rest.trim_start_matches(['。', '；', '！', '？', '”', ';'])
    });
    let tail = tail.trim_start_matches(|c| is_blank(c) || matches!(c, '.' | '．' | '·'));
    let tail_start = range.start
        - (source.text[line_start..range.start].len() - tail_offset(source, line_start, range.start, tail));
    if tail.is_empty() {
        return if before.is_empty() {
            alone(source, span, line_start, range, after)
        } else {
            (after.trim_matches(is_blank).is_empty())
                .then(|| Signature { names: Vec::new(), start: range.start })
        };
    }
    let names = names_at_end(source, Span::new(tail_start, range.start));
    let start = names.first()?.start;
    Some(Signature { names, start })
}

/// Offset of `tail` behind `line_start`.
fn tail_offset(source: &Source<'_>, line_start: usize, end: usize, tail: &str) -> usize {
    let slice = source.text[line_start..end].trim_end_matches(is_blank);
    slice.len() - tail.len()
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

/// A date on a line of its own: the lines above it may be its signatories.
fn alone(
    source: &Source<'_>,
    span: Span,
    line_start: usize,
    range: &Range<usize>,
    after: &str,
) -> Option<Signature> {
    let above = Span::new(span.start, line_start);
    let mut names = Vec::new();
    for line in source.lines(above).rev().take(SIGNATORY_LINES) {
        let slice = source.slice(line);
        if let Some(found) = organisations(slice) {
            names.splice(
                0..0,
                found.into_iter().map(|name| Span::new(line.start + name.start, line.start + name.end)),
            );
        } else {
            // 落实。某某人民政府 on the line above
            let behind = slice.rfind('。').map_or(slice.len(), |at| at + '。'.len_utf8());
            if names.is_empty() && behind < slice.len() {
                names = names_at_end(source, Span::new(line.start + behind, line.end));
            }
            break;
        }
    }
    let signed = names.is_empty().then(|| source.lines(above).next_back()).flatten();
    let next = source.skip_blanks(range.end, span.end);
    let next = source.slice(source.rest_of_line(next, span.end));
    let remark = |text: &str| is_annotation(text.trim_start_matches(is_blank));
    let ends =
        next.is_empty() || is_furniture(next) || attachment_label(next).is_some() || begins_imprint(next);
    // a short line right above the date signs, whatever it is called
    if let Some(line) =
        signed.filter(|&line| (ends || remark(after) || remark(next)) && may_sign(source.slice(line)))
    {
        names.push(line);
    }
    let start = names.first().map_or(range.start, |name| name.start);
    let above_ends = source
        .lines(Span::new(span.start, start))
        .next_back()
        .is_none_or(|line| source.slice(line).ends_with(['。', '）', ')', '！', '”']));
    // a date in a table stands alone too: something of a foot must be beside it
    (!names.is_empty()
        || remark(after)
        || remark(next)
        || (ends && above_ends)
        || (above_ends && !next.contains('。')))
    .then_some(Signature { names, start })
}

/// Names at their places, those that stand glued together cut apart.
fn parted(text: &str, names: Vec<Range<usize>>, base: usize) -> impl Iterator<Item = Span> + use<'_> {
    names
        .into_iter()
        .flat_map(|name| glued(text, name))
        .map(move |name| Span::new(base + name.start, base + name.end))
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

/// The organisations at the end of a stretch, blanks between them: `…方案 环境保护部办公厅`.
fn names_at_end(source: &Source<'_>, span: Span) -> Vec<Span> {
    let span = trim(source.text, span);
    let slice = source.slice(span);
    let starts =
        slice.char_indices().filter(|&(at, _)| at == 0 || slice[..at].ends_with(is_blank)).map(|(at, _)| at);
    for start in starts.filter(|&at| slice.len() - at < 1200) {
        if let Some(names) = organisations(&slice[start..]) {
            let base = span.start + start;
            return parted(&slice[start..], names, base).collect();
        }
    }
    Vec::new()
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
            Some(value) => closing.date = Some(Spanned { value, span }),
            None => {
                let message = format!(
                    "found date 「{}」, expected a day of the calendar",
                    mend(self.source.slice(span))
                );
                self.margin.findings.report(Code::InvalidDate, span, message);
                self.margin.marks.push(span);
            }
        }
        self.seals(signature, range.start);
        let end = self.after_date(range.end, &mut closing);
        (closing, Span::new(start, end))
    }

    /// `（章）` between the names and the date.
    fn seals(&mut self, signature: &Signature, date: usize) {
        let ends = signature.names.iter().map(|name| name.end);
        let starts = signature.names.iter().skip(1).map(|name| name.start).chain([date]);
        for (end, start) in ends.zip(starts) {
            let gap = trim(self.source.text, Span::new(end, start));
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
        let mut marks = vec![trim(self.source.text, Span::new(span.start, span.start + label))];
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
                let name = trim(self.source.text, Span::new(entry.start + number, entry.end));
                if number > 0 {
                    marks.push(trim(self.source.text, Span::new(entry.start, entry.start + number)));
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
                *last = self.source.words(last.span.hull(name))
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
    let inside = &inside[..inside.find(['）', ')', '\n']).unwrap_or(inside.len())];
    let inside = inside.trim_start_matches(is_blank);
    ["此件", "此文", "本文", "本件", "信息公开", "联系", "公开方式", "共印", "有删", "此文件"]
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

/// The printing date of `…办公厅 2023年3月28日印发`, with the place behind 印发.
fn printed_on(line: &str) -> Option<(Dated, usize)> {
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
            let printer = trim(source.text, Span::new(line.start, line.start + range.start));
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
        let cut = ["抄送", "抄 送", "抄报"].iter().filter_map(|next| slice.find(next)).min();
        let stop = slice.find('。').map(|at| at + '。'.len_utf8());
        end = line.start + stop.or(cut).unwrap_or(slice.len()).min(cut.unwrap_or(slice.len()));
        if stop.is_some() || cut.is_some() || label == "主题词" || source.slice(line).len() < 60 {
            break;
        }
    }
    let words = trim(source.text, Span::new(span.start, end));
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
                let item = trim(source.text, Span::new(start, span.start + at));
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
