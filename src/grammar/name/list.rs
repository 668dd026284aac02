//! Names in a piece of a list: tails cut off, joined names parted, carried-over prefixes restored.
//!
//! ```text
//! piece = name { ( "和" | "及" | "与" … ) name } [ "等" tail ]
//! ```

use std::mem;
use std::ops::Range;

use super::division::divisions;
use super::organ::{Shape, shape};
use super::person::is_person;
use super::prefix::{level, subject};
use crate::lexicon::organs::{FIELDS, LEVELS};
use crate::text::bracket::{closes, opens};
use crate::text::words::{Marks, Words, begins, holds, plain};

/// What joins two names.
static JOINTS: Words = Words::new(&plain(["以及", "和", "及", "与", "暨", "或", "并", "/", "／"]));

/// Names behind which another may begin without a sign between.
static GLUING: Words =
    Words::new(&plain(["厅", "局", "委", "办", "中心", "政府", "公司", "海关", "分行", "支行", "管委会"]));

/// Names of tax bureaus, which have no field of their own before 局.
static TAX_BUREAUS: Words = Words::new(&plain(["地税局", "国税局", "税务局"]));

/// Reads a piece that holds no `、` and no role phrase: gives the range of each name in it, in order, and says whether a
/// tail such as `等有关单位` leaves the list open.
pub(crate) fn names(piece: &str, found: &mut impl FnMut(Range<usize>)) -> bool {
    if is_plain(piece) {
        push(piece, 0..piece.len(), 0, found);
        return false;
    }
    let Some((at, after)) = tail(piece) else {
        part(piece, 0, found);
        return false;
    };
    part(&piece[..at], 0, found);
    if let Some(start) = behind_tail(&piece[after..]) {
        part(&piece[after + start..], after + start, found);
    }
    true
}

/// A piece without the tail that leaves the list open: `县人民政府` of `县人民政府等`.
pub(crate) fn without_tail(piece: &str) -> &str {
    tail(piece).map_or(piece, |(at, _)| &piece[..at])
}

/// The characters at which a piece may be parted: those that begin a joint or 等, and those that end a glued name.
static SEAMS: Marks = Marks::NONE.beginning(&JOINTS, JOINT).characters("等", JOINT).ending(&GLUING, GLUE);
const JOINT: u8 = 1;
const GLUE: u8 = 2;

/// Whether a piece is one name: no joint, no bracket, no 等, no ending before its end.
fn is_plain(piece: &str) -> bool {
    let mut before = 0;
    piece.char_indices().all(|(at, c)| {
        let seams = SEAMS.of(c);
        let joint = seams & JOINT != 0 && (c == '等' || JOINTS.begin(&piece[at..]));
        let parted = before & GLUE != 0 && GLUING.end(&piece[..at]) && may_begin_glued(&piece[at..]);
        before = seams;
        ('\u{4e00}'..='\u{9fff}').contains(&c) && !joint && !parted
    })
}

/// Whether a name that is glued to another may begin so.
fn may_begin_glued(text: &str) -> bool {
    LEVELS.begin(text) || FIELDS.begin(text) || TAX_BUREAUS.begin(text)
}

/// Where `等` stands, and where what follows it begins.
fn tail(piece: &str) -> Option<(usize, usize)> {
    let mut level = 0;
    let mut before = ' ';
    for (at, c) in piece.char_indices() {
        let after = at + c.len_utf8();
        match c {
            c if opens(c) || c == '“' => level += 1,
            c if closes(c) || c == '”' => level -= 1,
            '等' if level == 0 => {
                let rest = &piece[after..];
                // 高等, 平等 … are words, unless a place ends so: `南平等设区市`.
                let word =
                    "高中初同平对优特均".contains(before) && !rest.is_empty() && !goes_on_as_tail(rest);
                if !word && !rest.starts_with(['级', '候', '离']) {
                    return Some((at, after));
                }
            }
            _ => {}
        }
        before = c;
    }
    None
}

fn goes_on_as_tail(rest: &str) -> bool {
    begins(rest, &["设区", "市", "县", "区", "州", "有关", "相关", "部门", "单位", "各", "地"])
}

/// Behind `等有关部门和` a list may go on: where its next name begins.
fn behind_tail(rest: &str) -> Option<usize> {
    JOINTS.iter().filter_map(|(joint, ())| rest.find(joint).map(|at| (at, at + joint.len()))).find_map(
        |(at, start)| {
            let right = &rest[start..];
            let own = shape(right) == Shape::Strong && own_start(right);
            let beside = shape(right) >= Shape::Weak && divisions(&rest[..at]).is_some();
            let kinds = divisions(right).is_some_and(|d| d.rest.is_empty());
            (own || beside || kinds).then_some(start)
        },
    )
}

/// Cuts `text` at the joints that part two organisations.
fn part(text: &str, offset: usize, names: &mut impl FnMut(Range<usize>)) {
    /// A longer stretch is no list of names and is not searched for joints: four hundred characters, a guess.
    const REST_BYTES: usize = 1200;
    let mut start = 0;
    let mut level = 0;
    let mut at = 0;
    let mut before = 0;
    while at < text.len() && text.len() - start <= REST_BYTES {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        let seams = SEAMS.of(c);
        let may_glue = mem::replace(&mut before, seams) & GLUE != 0;
        match c {
            c if opens(c) => level += 1,
            c if closes(c) => level -= 1,
            _ if level == 0 && at > start && seams & JOINT != 0 && JOINTS.begin(rest) => {
                let right = JOINTS.behind(rest).unwrap_or_default();
                if joins(&text[start..at], right) {
                    push(text, start..at, offset, names);
                    start = text.len() - right.len();
                    at = start;
                    continue;
                }
            }
            _ if level == 0 && may_glue && GLUING.end(&text[start..at]) && glued(&text[start..at], rest) => {
                push(text, start..at, offset, names);
                start = at;
            }
            _ => {}
        }
        at += c.len_utf8();
    }
    push(text, start..text.len(), offset, names);
}

fn push(text: &str, range: Range<usize>, offset: usize, names: &mut impl FnMut(Range<usize>)) {
    let name = &text[range.clone()];
    let han = |at: Option<char>| at.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    if han(name.chars().next()) && han(name.chars().next_back()) {
        names(offset + range.start..offset + range.end);
        return;
    }
    // a command of the typesetting: 〖JP2〗省财政厅
    let name = name.strip_prefix('〖').and_then(|rest| rest.split_once('〗')).map_or(name, |(_, name)| name);
    let trimmed = name.trim_start_matches([' ', '：', ':', '　', '—', '-', '"']);
    let start = range.end - trimmed.len();
    let end = start + trimmed.trim_end_matches([' ', '　', '.', '"']).len();
    if start < end {
        names(offset + start..offset + end);
    }
}

/// Whether a joint between `left` and `right` parts two units: never inside `工业和信息化厅`, never before a bare noun
/// (`各有关部门和单位`).
fn joins(left: &str, right: &str) -> bool {
    if right.starts_with('其') {
        return false;
    }
    let next = JOINTS
        .iter()
        .filter_map(|(joint, ())| right.find(joint))
        .filter(|&at| at > 0)
        .min()
        .unwrap_or(right.len());
    let (left_shape, whole, first) = (shape(left), shape(right), shape(&right[..next]));
    let right_shape = whole.max(first);
    // `市财政局和分管副市长`, `市长和市财政局`
    if is_person(left) && whole == Shape::Strong
        || left_shape == Shape::Strong && is_person(right) && !shares_office(right)
    {
        return true;
    }
    if left_shape < Shape::Weak || right_shape < Shape::Weak {
        return false;
    }
    if own_start(right) {
        return true;
    }
    let places = ['市', '州', '县', '区', '盟'];
    if left.ends_with(places) && !starts_group(left) && (right.ends_with(places) || right.ends_with("政府"))
    {
        return true;
    }
    if divisions(left).is_some_and(|d| d.lead && d.rest.is_empty()) && !starts_group(right) {
        return divisions(right).is_none();
    }
    if starts_group(left) {
        return right_shape == Shape::Strong && !starts_group(right) && hard_end(right);
    }
    left_shape == Shape::Strong && right_shape == Shape::Strong
        || left.chars().next_back() == right.chars().next_back()
}

/// Whether the person's office is that of what stands before it too: `党委和政府主要负责同志`.
fn shares_office(person: &str) -> bool {
    begins(person, &["政府", "人民政府", "党委", "主要", "有关", "相关", "部门", "单位"])
}

fn starts_group(name: &str) -> bool {
    holds(name, &["各", "有关", "相关", "其他"])
}

#[rustfmt::skip]
static HARD_ENDS: Words = Words::new(&plain([
    "政府", "管委会", "厅", "局", "委", "行署", "海关", "支行", "分行", "公司", "集团", "法院", "检察院",
]));

#[rustfmt::skip]
static OWN_STARTS: Words = Words::new(&plain([
    "各", "有关", "相关", "其他", "省", "市", "县", "区", "州", "自治区", "兵团", "国家", "中国", "全国",
    "国务院", "局",
]));

/// Words that begin as names do.
static NO_OWN_STARTS: Words = Words::new(&plain(["市场", "区域", "国家级", "县域", "市政", "局域"]));

/// An ending that no common noun has.
fn hard_end(name: &str) -> bool {
    HARD_ENDS.end(name)
}

/// Brings its own 各, 有关 or level.
fn own_start(name: &str) -> bool {
    if divisions(name).is_some_and(|d| d.lead) {
        return true;
    }
    let own = OWN_STARTS.behind(name).is_some_and(|rest| rest.chars().nth(1).is_some());
    own && !NO_OWN_STARTS.begin(name)
}

/// `省财政厅省商务厅`, `工业和信息化委教育厅`: a separator was lost where a full name, whose ending is one of
/// `GLUING`, meets the start of another.
fn glued(left: &str, right: &str) -> bool {
    /// Eight characters: a guess.
    const RIGHT_BYTES: usize = 24;
    static PARTY: Words = Words::new(&plain(["党委", "省委", "市委", "区委", "县委", "州委", "工委"]));
    let departmental = left.ends_with(['厅', '局', '委']);
    if left.len() < 9 {
        return false;
    }
    let known = || subject(right) || TAX_BUREAUS.begin(right);
    if departmental && known() && right.len() <= RIGHT_BYTES && right.ends_with(['厅', '局', '委']) {
        return !PARTY.end(left);
    }
    level(right).is_some_and(|(_, rest)| subject(rest)) && shape(right) == Shape::Strong
}

/// The shape of what may be several names.
pub(crate) fn list_shape(text: &str) -> Shape {
    let mut least = None;
    names(text, &mut |range| {
        let found = shape(&text[range]);
        least = Some(least.map_or(found, |least: Shape| least.min(found)));
    });
    least.unwrap_or(Shape::None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_between_organisations_only() {
        let table: &[(&str, &[&str], bool)] = &[
            ("省工业和信息化厅", &["省工业和信息化厅"], false),
            ("各设区市政府和平潭综合实验区管委会", &["各设区市政府", "平潭综合实验区管委会"], false),
            ("各有关部门和单位", &["各有关部门和单位"], false),
            ("驻局监察室和各单位各部门", &["驻局监察室", "各单位各部门"], false),
            ("省政务服务和大数据中心", &["省政务服务和大数据中心"], false),
            ("省财政厅及省商务厅", &["省财政厅", "省商务厅"], false),
            ("省能源局等有关单位", &["省能源局"], true),
            (
                "市住房和城乡建设局等部门和各县（市、区）人民政府",
                &["市住房和城乡建设局", "各县（市、区）人民政府"],
                true,
            ),
            ("省高等教育学会", &["省高等教育学会"], false),
            ("市财政局市商务局", &["市财政局", "市商务局"], false),
            ("农业厅地税局", &["农业厅", "地税局"], false),
            ("〖JP2〗省财政厅", &["省财政厅"], false),
            ("市市场监管局", &["市市场监管局"], false),
            ("省人力资源和社会保障厅与省医保局", &["省人力资源和社会保障厅", "省医保局"], false),
        ];
        for (piece, want, open) in table {
            let mut got = Vec::new();
            let is_open = names(piece, &mut |range| got.push(&piece[range]));
            assert_eq!((got.as_slice(), is_open), (*want, *open), "{piece}");
        }
    }

    #[test]
    fn every_joint_and_every_glued_field_parts_two_names() {
        let count = |piece: &str| {
            let mut count = 0;
            names(piece, &mut |_| count += 1);
            count
        };
        for (joint, ()) in JOINTS.iter() {
            assert_eq!(count(&format!("省财政厅{joint}省教育厅")), 2, "{joint}");
        }
        for (bureau, ()) in TAX_BUREAUS.iter() {
            assert_eq!(count(&format!("省财政厅{bureau}")), 2, "{bureau}");
        }
        for (field, ()) in FIELDS.iter() {
            assert_eq!(count(&format!("省财政厅省{field}厅")), 2, "{field}");
        }
    }
}
