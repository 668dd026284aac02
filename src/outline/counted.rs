//! What is counted or measured behind a number, and what an item behind its number begins with.

use crate::text::boundary::floor;
use crate::text::character::is_blank;
use crate::text::numeral;
use crate::text::words::begins;

/// Whether the words behind `二、` go on with a list of grades: `三级医院`, `三类人员`.
pub(super) fn enumerates(text: &str) -> bool {
    let mut chars = text.trim_start_matches(is_blank).chars();
    chars.next().is_some_and(numeral::is_han_numeral)
        && chars.next().is_some_and(|c| matches!(c, '、' | '级' | '类' | '线'))
}

/// Whether the words behind `4.` begin with a number of things, which are rarely counted by halves: `2个渔港`.
pub(super) fn counts_things(text: &str) -> bool {
    let behind = text.trim_start_matches(numeral::is_digit);
    let words = behind.trim_start_matches(' ');
    behind.len() < text.len() && words.starts_with(THINGS) && !begins(words, &["个百分点", "人次", "户次"])
}

/// What is counted, and rarely by halves: `2个渔港`, `4人户`.
const THINGS: [char; 27] = [
    '个', '名', '家', '项', '类', '种', '所', '座', '处', '人', '户', '口', '岁', '艘', '辆', '台', '张',
    '件', '份', '条', '只', '间', '篇', '寸', '本', '部', '套',
];

/// Whether the words behind `一、` begin with the next numeral: `一、二年级`.
pub(super) fn is_next(words: &str, ordinal: u16) -> bool {
    let behind = words.trim_start_matches(numeral::is_han_numeral);
    let numeral = &words[..words.len() - behind.len()];
    numeral::han(numeral) == Some(u32::from(ordinal) + 1)
}

/// Whether the words behind a number at a line's start may be an item whose dot was lost: `3建立考核制度。`, `01优化服务`.
pub(super) fn is_dotless(words: &str) -> bool {
    /// An item of forty characters: a guess.
    const LONGEST_BYTES: usize = 120;
    const MORE: [char; 39] = [
        '时', '秒', '名', '次', '条', '项', '种', '类', '号', '期', '批', '天', '周', '级', '所', '座', '处',
        '台', '辆', '套', '支', '款', '届', '轮', '步', '株', '栋', '间', '页', '层', '岁', '位', '件', '场',
        '只', '本', '份', '篇', '道',
    ];
    let line = &words[..floor(words, LONGEST_BYTES)];
    let line = line.split_once('\n').map_or(line, |(line, _)| line).trim_end_matches(is_blank);
    line.len() < LONGEST_BYTES
        && !line.starts_with(COUNTED)
        && !line.starts_with(MORE)
        && line.find('。').is_none_or(|stop| stop + '。'.len_utf8() == line.len())
}

/// What is counted or measured: `1.5亿元`, `3个月`.
pub(super) const COUNTED: [char; 30] = [
    '亿', '万', '元', '个', '倍', '米', '吨', '度', '年', '月', '公', '平', '千', '百', '分', '户', '人',
    '至', '英', '升', '日', '家', '毫', '厘', '亩', '克', '伏', '比', '微', '立',
];
