//! A notice that its page or a collector gives twice: the second is the page's.

use crate::text::boundary::floor;
use crate::text::character::is_blank;
use crate::text::source::Source;
use crate::text::span::Span;

/// Bytes of a notice's beginning by which a second one is looked for: four to twenty characters, a guess. `云溪县水务局：` may
/// be all.
const BEGINNING_BYTES: std::ops::RangeInclusive<usize> = 12..=60;
/// Bytes of a notice, at least: a hundred characters. What is shorter may be a title and a line below it. A guess.
const SHORTEST_BYTES: usize = 300;
/// Characters of a file's name, at most: a guess.
const FILE_CHARS: usize = 100;
/// Places at which the beginning stands again, at most: it may be the heading of each of many forms. A guess.
const PLACES: usize = 8;

/// Where the text up to `end` begins again and goes on with the same words up to its end, or to that of its first half.
///
/// Blanks and the breaks between the lines may differ. A text that goes on behind the repetition has more to say, and one that
/// holds tables in it would lose them: neither is one.
pub(crate) fn repetition(source: &Source<'_>, end: usize) -> Option<usize> {
    let first = source.trim(Span::new(0, end));
    let text = source.slice(first);
    let half = floor(text, text.len() / 2);
    // the halves differ by their blanks at most
    let from = floor(text, half - half / 8);
    let line = text.lines().next()?;
    let beginning = &text[..floor(text, line.len().min(*BEGINNING_BYTES.end()))];
    if text.len() < 2 * SHORTEST_BYTES || !BEGINNING_BYTES.contains(&beginning.len()) {
        return None;
    }
    let places = memchr::memmem::find_iter(&text.as_bytes()[from..], beginning).map(|at| from + at);
    let mut places = places.take(PLACES).filter(|&at| is_again(&text[..at], &text[at..]));
    let at = first.start + places.next()?;
    (source.last_table_end() <= at).then_some(at)
}

/// Whether `second` says what `first` does, and no more; of what stands behind the notice a file's name may be set aside.
fn is_again(first: &str, second: &str) -> bool {
    let mut letters = first.chars().filter(|&c| !is_blank(c));
    let mut again = second.chars().filter(|&c| !is_blank(c));
    again.all(|c| letters.next() == Some(c)) && letters.count() <= FILE_CHARS
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTICE: &str = "云溪县水务局、各镇人民政府：\n城东水厂已经修复，现将供水时间公布如下。\n一、城东片区自六月一日起全天供水，其他片区仍按原定时间供水。\n二、各镇要做好管网检查，发现漏水及时报告县水务局，不得延误，以免影响居民用水。\n云溪县人民政府\n2031年5月20日";

    #[test]
    fn a_notice_that_stands_twice_ends_before_the_second() {
        for between in ["\n", " ", "\n\n"] {
            let text = format!("{NOTICE}{between}{}", NOTICE.replace('\n', ""));
            let at = repetition(&Source::new(&text), text.len());
            assert_eq!(at, Some(NOTICE.len() + between.len()), "{between:?}");
        }
    }

    #[test]
    fn what_says_more_or_less_than_before_is_none() {
        for text in [
            NOTICE.to_owned(),
            format!("{NOTICE}\n{NOTICE}\n附件：供水时间表"),
            format!("{NOTICE}\n{}", NOTICE.replace("六月", "七月")),
            "云溪县水务局、各镇人民政府：\n".repeat(2),
        ] {
            assert_eq!(repetition(&Source::new(&text), text.len()), None, "{text}");
        }
    }
}
