//! Attachment lists whose entries have labels of their own, a line each: `附件1：任务表`, `附件2：办理细则`.

use crate::Span;
use crate::grammar::attachment::entry;
use crate::source::Source;

/// Bytes from which a line is long enough that its name goes on below.
const LONG: usize = 60;

/// Where the list that begins at `span.start` ends.
pub(crate) fn labelled_list(source: &Source<'_>, span: Span) -> Option<usize> {
    let mut end = None;
    let mut long = false;
    for line in source.lines(span) {
        let slice = source.slice(line);
        let labelled = entry(slice);
        let goes_on = long && !slice.contains(['。', '，']);
        if !labelled && !goes_on {
            break;
        }
        long = labelled && slice.len() >= LONG;
        end = Some(line.end);
    }
    end
}

/// Where the list begins that ends with `span`.
pub(super) fn labelled_list_before(source: &Source<'_>, span: Span) -> Option<usize> {
    // an entry is among the last two lines, or there is no list
    source.lines(span).rev().take(2).find(|&line| source.slice(line).contains('附'))?;
    let end = source.trim(span).end;
    let mut read = span.start;
    for line in source.lines(span) {
        let slice = source.slice(line);
        // a line break was lost behind the last sentence
        let sentence = slice.rfind('。').filter(|_| !entry(slice)).map_or(0, |at| at + '。'.len_utf8());
        let start = source.skip_blanks(line.start + sentence, line.end);
        if start < read || start == line.end {
            continue;
        }
        match labelled_list(source, Span::new(start, end)) {
            Some(reached) if reached == end => return Some(start),
            Some(reached) => read = reached,
            None => {}
        }
    }
    None
}
