//! Attachment lists whose entries have labels of their own, a line each: `附件1：任务表`, `附件2：办理细则`.

use crate::grammar::attachment::entry;
use crate::grammar::name::line::is_organisation;
use crate::text::source::Source;
use crate::text::span::Span;

/// Bytes from which a line is long enough that its name goes on below.
const LONG: usize = 60;

/// Where the list that begins at `span.start` ends.
pub(crate) fn labelled_list(source: &Source<'_>, span: Span) -> Option<usize> {
    let mut end = None;
    let mut long = false;
    for line in source.lines(span) {
        let slice = source.slice(line);
        let labelled = entry(slice);
        let signs = || slice.ends_with('日') || is_organisation(slice);
        let goes_on = || long && !slice.contains(['。', '，']) && !signs();
        if !labelled && !goes_on() {
            break;
        }
        long = slice.len() >= LONG;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_over_lines_as_long_as_they_are_long() {
        let long = "青州省农村公路建设养护管理和安全生命防护工程";
        let list = format!("附件1：{long}\n{long}\n任务表\n附件2：细则");
        for (behind, end) in [
            ("", list.len()),
            ("\n青州省交通运输厅\n2024年5月10日", list.len()),
            ("\n任务表说明", list.len()),
        ] {
            let text = format!("{list}{behind}");
            let whole = Span::new(0, text.len());
            assert_eq!(labelled_list(&Source::new(&text), whole), Some(end), "{text}");
        }
        let signed = format!("附件1：{long}\n青州省交通运输厅");
        let end = signed.find('\n');
        assert_eq!(labelled_list(&Source::new(&signed), Span::new(0, signed.len())), end);
    }
}
