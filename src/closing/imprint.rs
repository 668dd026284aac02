//! 版记: subject words, copies, printer and printing date.

use crate::gathered::Gathered;
use crate::grammar::attachment;
use crate::grammar::date::{Dated, dates};
use crate::grammar::name::line::{is_organisation, organisations};
use crate::model::Imprint;
use crate::page::furniture::is_furniture;
use crate::text::boundary::floor;
use crate::text::character::is_blank;
use crate::text::numeral;
use crate::text::source::Source;
use crate::text::span::{Span, Spanned, Text};
use crate::text::words::{COLONS, begins};

/// Whether the line belongs to a 版记.
pub(crate) fn begins_imprint(line: &str) -> bool {
    imprint_label(line).is_some() || printed_on(line).is_some()
}

/// The label that the line begins with, and its length.
fn imprint_label(line: &str) -> Option<(&'static str, usize)> {
    const LABELS: &[&str] =
        &["主题词", "抄送", "抄报", "分送", "主送", "报送", "发送", "发", "发送范围", "署内分送"];
    LABELS.iter().find_map(|&label| {
        let mut rest = line;
        for c in label.chars() {
            rest = rest.trim_start_matches(is_blank).strip_prefix(c)?;
        }
        let rest = rest.trim_start_matches(is_blank).strip_prefix(COLONS)?;
        Some((label, line.len() - rest.len()))
    })
}

/// Keywords of a document at most; 12 were seen.
const MOST_KEYWORDS: usize = 40;
/// The bytes of a line in which it says who printed and when. A guess.
const PRINTED_BYTES: usize = 400;

/// The printing date of `…办公厅 2023年3月28日印发`, with the place behind 印发.
fn printed_on(line: &str) -> Option<(Dated, usize)> {
    let line = &line[..floor(line, PRINTED_BYTES)];
    dates(line).into_iter().find_map(|found| {
        let rest = line[found.0.end..].trim_start_matches(is_blank).strip_prefix('印')?;
        let rest = rest.trim_start_matches(is_blank).strip_prefix('发')?;
        let named = organisations(&line[..found.0.start]).is_some()
            || line[..found.0.start].trim_matches(is_blank).is_empty();
        // 办公厅2016年5月30日印发的方案 cites
        let ends =
            rest.is_empty() || rest.starts_with(is_blank) || begins(rest, &["附件", "共印", "。", "（", "("]);
        (named && ends).then(|| (found, line.len() - rest.len()))
    })
}

/// 版记 from `at` on: 主题词, 抄送 and 印发 lines.
pub(crate) fn imprint(source: &Source<'_>, at: usize, end: usize, gathered: &mut Gathered) -> Imprint {
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
            if !printer.is_empty() {
                imprint.printer = Some(source.words(printer));
            }
            let span = Span::new(line.start + range.start, line.start + range.end);
            imprint.printed_on = day.map(|value| Spanned { value, span });
            if day.is_none() {
                gathered.report_no_day(source, span);
            }
            line.start + len
        } else if let Some(printed) = printed_below(source, Span::new(at, end)) {
            let (copies, printer) = match printed.split_last() {
                Some((last, above)) if is_organisation(source.slice(*last)) => (above, Some(*last)),
                _ => (printed.as_slice(), None),
            };
            imprint.copies_to.extend(copies.iter().flat_map(|&line| list_items(source, line)));
            if let Some(printer) = printer {
                imprint.printer = Some(source.words(printer));
            }
            printed.last().map_or(line.end, |last| last.end)
        } else {
            return imprint;
        };
        imprint.span.end = last;
        at = last;
    }
}

/// The lines from `span.start` on above that of the printing date: more organs that get copies, the printer alone.
fn printed_below(source: &Source<'_>, span: Span) -> Option<Vec<Span>> {
    /// Such lines, at most: a guess.
    const LINES: usize = 4;
    let mut above = Vec::new();
    for line in source.lines(span).take(LINES + 1) {
        let slice = source.slice(line);
        if printed_on(slice).is_some() {
            return (!above.is_empty()).then_some(above);
        }
        let listed = slice.ends_with('。') && list_stop(slice) == Some(slice.len());
        let organs = slice.trim_end_matches('。');
        if !listed && !is_organisation(organs) {
            return None;
        }
        above.push(line);
    }
    None
}

/// The words behind a label of the imprint, over lines up to their `。` or the next element.
fn labelled(source: &Source<'_>, span: Span, label: &str, imprint: &mut Imprint) -> usize {
    /// Twenty characters: a guess.
    const SHORT_BYTES: usize = 60;
    let mut end = span.start;
    for line in source.lines(span) {
        let slice = source.slice(line);
        if end > span.start
            && (begins_imprint(slice) || is_furniture(slice) || attachment::label(slice).is_some())
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
        let cut = cut.or_else(|| behind_keywords(slice).filter(|_| label == "主题词"));
        let stop = list_stop(slice);
        end = line.start + stop.or(cut).unwrap_or(slice.len()).min(cut.unwrap_or(slice.len()));
        let goes_on = source.slice(line).ends_with(['，', '、', ',']);
        // keywords over a line: only short words stand before the next label
        let next = source.rest_of_line(source.skip_blanks(line.end, span.end), span.end);
        let behind = source.rest_of_line(source.skip_blanks(next.end, span.end), span.end);
        let words = label == "主题词"
            && next.len() < SHORT_BYTES
            && !begins_imprint(source.slice(next))
            && begins_imprint(source.slice(behind));
        if words && end == line.end {
            continue;
        }
        if stop.is_some() || cut.is_some() || label == "主题词" || (line.len() < SHORT_BYTES && !goes_on) {
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

/// Where the list of a line ends: behind its first `。`, and behind those after it as long as organs alone stand between
/// (`农业部办公厅。省委办公厅，省人大常委会办公厅。`).
fn list_stop(line: &str) -> Option<usize> {
    let mut stops = line.match_indices('。').map(|(at, stop)| at + stop.len());
    let mut last = stops.next()?;
    for stop in stops {
        let names = line[last..stop].trim_end_matches('。').split(['，', '、', '；']);
        if !names.map(|name| name.trim_matches(is_blank)).all(is_organisation) {
            break;
        }
        last = stop;
    }
    Some(last)
}

/// Where behind the keywords of a line that lost its breaks other text begins: who printed, or a document.
fn behind_keywords(line: &str) -> Option<usize> {
    /// No keyword is longer: a guess.
    const LONGEST_CHARS: usize = 8;
    let blanks = line.char_indices().filter(|&(_, c)| is_blank(c));
    let starts = blanks.map(|(at, c)| at + c.len_utf8()).filter(|&at| !line[at..].starts_with(is_blank));
    starts.take(MOST_KEYWORDS).find(|&at| {
        let rest = &line[at..];
        let word = &rest[..rest.find(is_blank).unwrap_or(rest.len())];
        let prints = || is_organisation(word) || word.starts_with(numeral::is_digit);
        word.chars().nth(LONGEST_CHARS).is_some() || prints() && printed_on(rest).is_some()
    })
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
