//! Which date in the text dates the document, and who signs beside it.

use std::ops::Range;

use super::annotation::is_annotation;
use super::imprint::begins_imprint;
use super::seal::{is_seal, second_name};
use crate::grammar::attachment::{self, list_label};
use crate::grammar::name::line::{has_branches, is_full_name, organisations};
use crate::grammar::name::official::{INNER_BLANKS, fields_from_end, is_official, officials};
use crate::grammar::title::title_strength;
use crate::page::furniture::is_furniture;
use crate::text::character::{is_blank, is_han};
use crate::text::mend::mend;
use crate::text::source::Source;
use crate::text::span::{Span, Text};
use crate::text::words::{begins, holds};

/// Lines of signatories above the date, at most: no joint notice of more was seen.
pub(crate) const SIGNATORY_LINES: usize = 40;

/// Bytes before a date in which the signatories of its line stand. A guess.
const TAIL_BYTES: usize = 1200;

/// The longest line of officials in bytes: two or three of them. A guess.
const OFFICIALS_BYTES: usize = 240;

/// What the last line of a text says above the signature.
const FORMULAS: &[&str] = &["特此", "此复", "专此", "此布"];

/// The names above or before a date.
pub(super) struct Signature {
    pub(super) names: Vec<Span>,
    pub(super) start: usize,
}

/// A date in the text that may date the document.
pub(super) struct Dating<'s, 't> {
    pub(super) source: &'s Source<'t>,
    pub(super) span: Span,
    pub(super) range: Range<usize>,
    /// Whether another document is known to begin at a place.
    pub(super) begins: &'s dyn Fn(usize) -> bool,
}

impl Dating<'_, '_> {
    /// The signature, if the date stands alone or behind its signatories.
    pub(super) fn signature(&self) -> Option<Signature> {
        let (source, range) = (self.source, &self.range);
        let line_start = source.line_start(range.start, self.span.start);
        let line = source.rest_of_line(line_start, self.span.end);
        let after = &source.text[range.end..line.end.max(range.end)];
        let next = source.skip_blanks(range.end, self.span.end);
        let attached = next < self.span.end && (self.begins)(next);
        if !(attached || may_follow_date(after) || begins_imprint(after.trim_start_matches(is_blank))) {
            return None;
        }
        let before = source.trim(Span::new(line_start, range.start));
        let tail = self.tail(before);
        if tail.is_empty() {
            let glued = || {
                (attached || after.trim_matches(is_blank).is_empty())
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

    /// The signature over a day with parts left out, if it closes the text: tables and forms have such days too.
    pub(super) fn unfinished(&self) -> Option<Signature> {
        let names = self.names_above(self.range.start);
        let start = names.first()?.start;
        let above = self.source.lines(Span::new(self.span.start, start)).next_back()?;
        let above = self.source.slice(above);
        let next = self.source.skip_blanks(self.range.end, self.source.text.len());
        let behind = self.source.slice(self.source.rest_of_line(next, self.source.text.len()));
        let closes = above.ends_with(['。', '！']) || begins(above, FORMULAS);
        (closes && (ends_text(behind) || is_annotation(behind) || (self.begins)(next)))
            .then_some(Signature { names, start })
    }

    /// The issuers of the title alone on the last lines, or organs behind `特此公告`, without a day.
    pub(super) fn undated(&self, issuers: &[Text]) -> Option<Signature> {
        let mut last = self.source.lines(self.span).rev().take(SIGNATORY_LINES);
        let foot =
            |line: &Span| is_annotation(self.source.slice(*line)) || begins_imprint(self.source.slice(*line));
        let end = last.find(|line| !foot(line))?.end;
        let names = self.names_above(end);
        let start = names.first()?.start;
        let issued =
            |name: &Span| issuers.iter().any(|issuer| issuer.value == mend(self.source.slice(*name)));
        let above = self.source.lines(Span::new(self.span.start, start)).next_back();
        let formula = above.is_some_and(|line| begins(self.source.slice(line), FORMULAS));
        (formula || names.iter().all(issued)).then_some(Signature { names, start })
    }

    /// What stands behind the last sentence before the date, stray points left out.
    fn tail(&self, before: Span) -> Span {
        const STOPS: [char; 6] = ['。', '；', '！', '？', '”', ';'];
        // names of signatories reach no further back
        let reach = self.source.floor(before.end.saturating_sub(TAIL_BYTES)).max(before.start);
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
        let mut sealed = false;
        let mut second: Option<Span> = None;
        for line in self.source.lines(Span::new(self.span.start, line_start)).rev().take(SIGNATORY_LINES) {
            let slice = self.source.slice(line);
            if names.is_empty() && !sealed && is_seal(slice) {
                sealed = true;
                continue;
            }
            if let Some(len) = second_name(slice).filter(|_| names.is_empty() && second.is_none()) {
                second = Some(Span::new(line.start, line.start + len));
                continue;
            }
            let signs = if slice.len() <= OFFICIALS_BYTES { officials(slice) } else { Vec::new() };
            if signs.first().is_some_and(|name| name.start == 0) {
                // a person above an organ is on a list
                if names.iter().any(|&name| !is_official(&mend(self.source.slice(name)))) {
                    break;
                }
                names.splice(
                    0..0,
                    signs.into_iter().map(|name| Span::new(line.start + name.start, line.start + name.end)),
                );
                continue;
            }
            let Some(found) = organ_and_officials(slice, &signs).or_else(|| organisations(slice)) else {
                if let Some(whole) = self.over_two_lines(line, &names) {
                    names[0] = whole;
                    continue;
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
            if let (Some(last), Some(second)) = (found.last_mut(), second.take()) {
                *last = last.hull(second);
            }
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
        names.extend(second.filter(|_| names.is_empty()));
        names
    }

    /// The first of the names, if it began on the line above it: `云溪县交通⏎运输局`.
    fn over_two_lines(&self, line: Span, names: &[Span]) -> Option<Span> {
        let first = *names.first()?;
        let (slice, whole) = (self.source.slice(line), line.hull(first));
        let words = mend(self.source.slice(whole));
        let listed = || {
            let above = self.source.lines(Span::new(self.span.start, line.start)).next_back();
            title_strength(slice).is_some()
                || above.is_some_and(|above| list_label(self.source.slice(above)) == Some(above.len()))
        };
        // the rest of a name begins as no name does
        let completes = || is_full_name(&words) && !is_full_name(&mend(self.source.slice(first)));
        let joins = may_sign(slice)
            && organisations(&words).is_some_and(|found| found.len() == 1)
            && (completes() || names.len() == 1 && !slice.contains(['由', '的']) && !listed());
        joins.then_some(whole)
    }

    /// Whether the paragraph above the date says that it makes public: `…已经通过，现予公布，自2020年1月1日起施行。`
    fn published(&self, line_start: usize) -> bool {
        const WORDS: &[&str] = &["现予公布", "现予发布", "现予以公布", "现予以发布", "现公布", "现发布"];
        let above = self.source.lines(Span::new(self.span.start, line_start)).next_back();
        above.is_some_and(|line| {
            let reach =
                Span::new(self.source.floor(line.end.saturating_sub(TAIL_BYTES)).max(line.start), line.end);
            let slice = self.source.slice(reach);
            slice.ends_with('。') && holds(slice, WORDS)
        })
    }

    /// The organisations on the lines below the date, where nothing else stands behind it.
    fn names_below(&self) -> Vec<Span> {
        let mut names = Vec::new();
        let below = Span::new(self.range.end, self.span.end);
        for line in self.source.lines(below) {
            let slice = self.source.slice(line);
            if is_annotation(slice) || begins_imprint(slice) {
                break;
            }
            let found = (names.len() < SIGNATORY_LINES).then(|| organisations(slice)).flatten();
            let Some(found) = found else { return Vec::new() };
            names.extend(
                found.into_iter().map(|name| Span::new(line.start + name.start, line.start + name.end)),
            );
        }
        let behind = self.source.skip_blanks(self.span.end, self.source.text.len());
        // above a document they are who made it
        if (self.begins)(behind) { Vec::new() } else { names }
    }

    /// A date on a line of its own: the lines above it may be its signatories.
    fn alone(&self, line_start: usize, after: &str, attached: bool) -> Option<Signature> {
        let source = self.source;
        let above = Span::new(self.span.start, line_start);
        let mut names = self.names_above(line_start);
        let next = source.skip_blanks(self.range.end, self.span.end);
        let next = source.slice(source.rest_of_line(next, self.span.end));
        let remark = |text: &str| is_annotation(text.trim_start_matches(is_blank));
        let ends = ends_text(next);
        let foot = ends || attached || remark(after) || remark(next);
        if names.is_empty() {
            let below = self.names_below();
            if !below.is_empty() {
                return Some(Signature { names: below, start: self.range.start });
            }
        }
        // a short line right above the date signs, whatever it is called
        let signed = names.is_empty().then(|| source.lines(above).next_back()).flatten();
        names.extend(
            signed.filter(|&line| foot && may_sign(source.slice(line)) && !is_seal(source.slice(line))),
        );
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
            || self.published(line_start)
            || (above_ends && (ends || !next.contains('。')));
        beside.then_some(Signature { names, start })
    }
}

/// An organ and those who sign for it on one line: `青州省人民政府　省长　张某某`.
fn organ_and_officials(line: &str, officials: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let first = officials.first().filter(|first| first.start > 0)?;
    let mut names = organisations(&line[..first.start])?;
    names.extend_from_slice(officials);
    Some(names)
}

/// Whether the line behind the date is none of the document's text.
fn ends_text(next: &str) -> bool {
    next.is_empty() || is_furniture(next) || attachment::label(next).is_some() || begins_imprint(next)
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
    // the day of the page
    let weekday = trimmed.starts_with("星期");
    !printed && !goes_on && !weekday && (!glued || remark || begins(trimmed, &["抄送", "主题词", "附件"]))
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
    // field by field from the end, as long as each is an organ's name
    let mut end = slice.len();
    let mut first = None;
    for start in fields_from_end(slice) {
        if organisations(&slice[start..end]).is_none() {
            break;
        }
        (first, end) = (Some(start), start);
    }
    if let Some(names) = first.and_then(at_end) {
        return names;
    }
    // a name with blanks inside, or an official
    let last: Vec<usize> = fields_from_end(slice).take(INNER_BLANKS).collect();
    if let Some(names) = last.into_iter().rev().find_map(at_end) {
        return names;
    }
    officials(slice)
        .into_iter()
        .map(|name| Span::new(span.start + name.start, span.start + name.end))
        .collect()
}

/// Whether a line is short and holds nothing but a name's characters.
fn may_sign(line: &str) -> bool {
    (6..=75).contains(&line.len()) && line.chars().all(|c| is_han(c) || matches!(c, '（' | '）'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organ_and_officials_may_share_a_line() {
        let found = |line| organ_and_officials(line, &officials(line)).map(|names| names.len());
        assert_eq!(found("青州省人民政府 省长 张某某"), Some(2));
        assert_eq!(found("国务院 总理 张某某 秘书长 李某某"), Some(3));
        assert_eq!(found("省长 张某某"), None, "no organ");
        assert_eq!(found("青州省人民政府"), None, "no official");
        assert_eq!(found("请青州省 省长 张某某"), None, "something else");
    }

    #[test]
    fn the_date_of_a_document_stands_alone_or_before_a_remark() {
        for after in ["", "  ", "（此件公开发布）", "抄送：县人大"] {
            assert!(may_follow_date(after), "{after}");
        }
        for after in ["起施行", "印发", "    星期六", "（星期六）", "前完成", "的通知"] {
            assert!(!may_follow_date(after), "{after}");
        }
    }
}
