//! Marks between Chinese characters.

use gongwen::{Notice, Span};

use crate::Rule;
use crate::remark::Remarks;

/// Half-width marks, with those that stand in Chinese text.
const WIDE: [(char, char); 7] =
    [(',', '，'), (';', '；'), (':', '：'), ('?', '？'), ('!', '！'), ('(', '（'), (')', '）')];

/// Looks at the whole text, what a page put around the notice apart.
pub(crate) fn marks(notice: &Notice, remarks: &mut Remarks<'_>) {
    let text = remarks.text;
    let bytes = text.as_bytes();
    let mut furniture = notice.furniture.iter().chain(&notice.unparsed).copied().collect::<Vec<_>>();
    furniture.extend(notice.metadata.iter().map(|metadata| metadata.span));
    furniture.sort_unstable();
    let mut aside = furniture.into_iter().peekable();
    for (at, &byte) in bytes.iter().enumerate().filter(|(_, byte)| byte.is_ascii_punctuation()) {
        while aside.next_if(|span| span.end <= at).is_some() {}
        if aside.peek().is_some_and(|span| span.start <= at) {
            continue;
        }
        let mark = char::from(byte);
        let before = text[..at].chars().next_back().is_some_and(is_chinese);
        let behind = text[at + 1..].chars().next().is_some_and(is_chinese);
        let place = Span::new(at, at + 1);
        if let (true, Some((_, wide))) = (before && behind, WIDE.iter().find(|(half, _)| *half == mark)) {
            remarks.add(
                Rule::HalfWidth,
                place,
                format!("found 「{mark}」 between Chinese characters, expected 「{wide}」"),
            );
        } else if mark == '"' && (before || behind) {
            remarks.add(Rule::StraightQuotes, place, "found 「\"」, expected “ or ”");
        }
    }
}

/// Whether a character belongs to Chinese text: a Han character, or a mark of full width.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff5e}' | '“' | '”' | '‘' | '’')
}
