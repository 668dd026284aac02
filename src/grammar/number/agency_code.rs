//! Where the words before a number begin: 机关代字 (`渝府办发`) and the issuers of orders (`国务院`).

use std::ops::Range;

use super::backwards::{Back, closing};
use crate::grammar::name::line;
use crate::text::character::{is_blank, is_han};
use crate::text::numeral;
use crate::text::radicals::fold;
use crate::text::words::{Words, plain};

/// Where the name of the organ that ends at `end` begins. `和` and the like stand inside such names.
pub(super) fn organ_start(text: &str, floor: usize, end: usize) -> Option<usize> {
    let run = undated(text, floor, han_run(text, floor, end));
    let start = run.start + after_last(&STOPS, &text[run.clone()]);
    line::ends_as_organ(&text[start..run.end]).then_some(start)
}

/// 机关代字 that ends at `end`: `渝府办发` of `关于…通知渝府办发`, `皖政（普发）`.
///
/// What stands before it is cut at punctuation, digits, words that no code holds and names of organs.
pub(super) fn agency_code(text: &str, floor: usize, end: usize) -> Option<Range<usize>> {
    /// A guess, blanks included.
    const LONGEST_CHARS: usize = 16;
    let run = undated(text, floor, han_run(text, floor, end));
    let slice = &text[run.clone()];
    let organ =
        Some(after_last(&ORGANS, slice)).filter(|&at| slice[at..].chars().nth(1).is_some()).unwrap_or(0);
    let cut = after_last(&STOPS, slice).max(after_last(&JOINTS, slice)).max(organ);
    let code = slice[cut..].trim_start_matches(is_blank);
    let code = code.strip_prefix('对').unwrap_or(code);
    let start = run.end - code.len();
    (start < run.end && code.chars().nth(LONGEST_CHARS).is_none()).then_some(start..run.end)
}

/// `豫政` of `7日豫政`.
fn undated(text: &str, floor: usize, run: Range<usize>) -> Range<usize> {
    let slice = &text[run.clone()];
    let dated = text[floor..run.start].trim_end_matches(is_blank).ends_with(numeral::is_digit);
    let unit = |c| matches!(fold(c), '年' | '月' | '日' | '号');
    let rest = slice.strip_prefix(unit).filter(|_| dated).unwrap_or(slice);
    run.end - rest.len()..run.end
}

/// Where the last of the words in `text` ends; 0 without one.
fn after_last(words: &Words, text: &str) -> usize {
    words.last_in(text).map_or(0, |(word, ())| word.end)
}

/// Words that stand before a code and in none (checked on the 917 codes of 15,000 numbers).
#[rustfmt::skip]
static STOPS: Words = Words::new(&plain([
    "的通知", "的意见", "的决定", "的批复", "的函", "的公告", "的报告", "方案", "按照", "应按", "按", "根据", "依据",
    "依照", "参照", "遵照", "转发", "印发", "颁发", "下发", "印送", "发布", "公布", "关于", "落实",
    "执行", "贯彻", "废止", "文号", "文件", "文字号", "号", "或", "以", "由", "见", "为",
    "即", "了", "是", "在", "将", "同", "《", "》", "年", "特急", "加急",
]));

/// Words that stand before a code and in none, but inside names of organs.
static JOINTS: Words = Words::new(&plain(["和", "及", "与"]));

/// Ends of the names of organs, cut off where a code of two characters or more is left.
static ORGANS: Words = Words::new(&plain(["办公厅", "办公室", "政府", "国务院", "委员会", "总局", "保护局"]));

/// The run of Han characters that ends at `end`, with one bracketed part near its end, blanks between single characters.
fn han_run(text: &str, floor: usize, end: usize) -> Range<usize> {
    /// Twice the longest code, so that what is cut from its front is in sight. A guess.
    const LONGEST_CHARS: usize = 32;
    let mut back = Back { text: &text[floor..end] };
    back.blanks();
    let stop = floor + back.text.len();
    let (mut start, mut piece) = (stop, 0);
    for _ in 0..LONGEST_CHARS {
        let Some(c) = back.text.chars().next_back() else { break };
        if is_han(c) {
            piece += 1;
        } else if is_blank(c) {
            if piece > 1 {
                break;
            }
            piece = 0;
        } else if closing(c).is_none() || text[start..stop].chars().nth(1).is_some() || !back.group() {
            break;
        }
        if !is_blank(c) && closing(c).is_none() {
            back.text = &back.text[..back.text.len() - c.len_utf8()];
            start = floor + back.text.len();
        } else if is_blank(c) {
            back.text = &back.text[..back.text.len() - c.len_utf8()];
        } else {
            start = floor + back.text.len();
        }
    }
    start..stop
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_is_found_as_a_search_for_each_finds_it() {
        let texts = [
            "",
            "a",
            "湘政发",
            "按照省政府办公厅的通知湘政办发",
            "和",
            "湘和",
            "国务院关于落实",
            "号a",
            "贯彻执行",
        ];
        for (words, text) in
            [&STOPS, &JOINTS, &ORGANS].into_iter().flat_map(|words| texts.map(|text| (words, text)))
        {
            let ends = words.iter().filter_map(|(word, ())| text.rfind(word).map(|at| at + word.len()));
            assert_eq!(after_last(words, text), ends.max().unwrap_or(0), "{text}");
        }
    }
}
