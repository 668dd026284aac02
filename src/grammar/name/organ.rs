//! What an organisation looks like: its ending, its level prefix, groups.

use super::division::{Divisions, divisions};
use super::person::{is_named_leader, is_office};
use crate::lexicon::not_organs::{DOINGS, GLUED, LIKE_ORGANS, NOBODY, PROSE};
use crate::lexicon::organs::{ENDINGS, Ending, GROUP_ENDS, GROUP_STARTS, GROUP_WORDS, LEVEL_STARTS};
use crate::model::UnitKind;
use crate::text::bracket::{closes, opening, opens};
use crate::text::words::{Marks, ends};

/// How sure the shape of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// Nothing of an organisation: `项目`.
    None,
    /// A common noun that names nobody: `政府`, `企业`.
    Bare,
    /// An ending that ordinary words have too: `市`, `处`.
    Weak,
    /// `省财政厅`, `各市州人民政府`.
    Strong,
}

/// A name and what it looks like, each found once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name<'t> {
    pub(crate) text: &'t str,
    pub(crate) shape: Shape,
    /// Without the bracket at its end.
    base: &'t str,
    /// The same as a list of kinds of divisions.
    divisions: Option<Divisions<'t>>,
}

impl<'t> Name<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let base = without_bracket(text);
        let divisions = divisions(base);
        Name { text, shape: shape_of(text, base, || divisions), base, divisions }
    }

    /// Whether it stands for more than one organ: `各市州人民政府`, `省直有关部门`.
    pub(crate) fn kind(&self) -> UnitKind {
        match self.divisions.is_some() || names_many(self.base) {
            true => UnitKind::Group,
            false => UnitKind::Organ,
        }
    }
}

/// The shape of `name`.
pub(crate) fn shape(name: &str) -> Shape {
    let base = without_bracket(name);
    shape_of(name, base, || divisions(base))
}

fn shape_of<'t>(name: &str, base: &'t str, divisions: impl FnOnce() -> Option<Divisions<'t>>) -> Shape {
    /// Fifty characters: a guess.
    const LONGEST_BYTES: usize = 150;
    /// Eight characters: a guess.
    const SURE_BYTES: usize = 24;
    if base.is_empty() || base.len() > LONGEST_BYTES {
        return Shape::None;
    }
    let Some(last) = base.chars().next_back() else { return Shape::None };
    if NOBODY.get(base).is_some() {
        return Shape::Bare;
    }
    if last.is_ascii() || name.contains(is_foreign) {
        return Shape::None;
    }
    if base.len() <= last.len_utf8() {
        return Shape::None;
    }
    if is_office(base) {
        return Shape::None;
    }
    let ending = ENDINGS.at_end(base).map(|(_, ending)| ending).filter(|_| LIKE_ORGANS.get(base).is_none());
    if ending == Some(Ending::Sure) {
        return Shape::Strong;
    }
    if is_named_leader(base) {
        return Shape::None;
    }
    if divisions().is_some_and(|d| d.lead || d.seat) {
        return Shape::Strong;
    }
    let weak = ending == Some(Ending::Shared);
    let short = base.starts_with('各') && base.chars().count() <= 8;
    if !weak && !short || base.len() > SURE_BYTES && !base.ends_with("单位") && is_prose(base) {
        return Shape::None;
    }
    if weak && (is_group(base) || leads_with_level(base)) { Shape::Strong } else { Shape::Weak }
}

fn is_prose(name: &str) -> bool {
    PROSE.any_in(name) || !leads_with_level(name) && DOINGS.any_in(name)
}

/// The length of the organisation at the start of `name`, where a sentence is glued to it: `省财政厅` of `省财政厅及时公开…`.
pub(crate) fn before_prose(name: &str) -> Option<usize> {
    /// A guess.
    const LONGEST_CHARS: usize = 30;
    let ends = name.char_indices().take(LONGEST_CHARS).skip(1).filter(|(_, c)| is_organ_end(*c));
    let mut ends = ends.map(|(at, c)| at + c.len_utf8());
    ends.find(|&at| GLUED.begin(&name[at..]) && shape(&name[..at]) == Shape::Strong)
}

/// The last characters of names to which a sentence is glued.
fn is_organ_end(c: char) -> bool {
    matches!(
        c,
        '会' | '府' | '厅' | '局' | '委' | '办' | '门' | '位' | '司' | '团' | '行' | '关' | '心' | '院'
    )
}

/// What no name holds.
fn is_foreign(c: char) -> bool {
    matches!(c, '。' | '《' | '：' | '？' | '！' | '%' | '％')
}

/// Whether a level stands before at least two more characters: `省财政厅`.
fn leads_with_level(name: &str) -> bool {
    LEVEL_STARTS.behind(name).is_some_and(|rest| rest.chars().count() >= 2)
}

/// The name without the bracketed second name at its end: `市委宣传部` of `市委宣传部（市新闻出版局）`.
pub(crate) fn without_bracket(name: &str) -> &str {
    opening(name, opens, closes).map_or(name, |at| &name[..at])
}

/// Whether `name` stands for more than one organ: `各市州人民政府`, `省直有关部门`.
pub(crate) fn kind(name: &str) -> UnitKind {
    if is_group(name) { UnitKind::Group } else { UnitKind::Organ }
}

pub(crate) fn is_group(name: &str) -> bool {
    let base = without_bracket(name);
    names_many(base) || divisions(base).is_some()
}

/// Whether words of a name stand for many: 各, 有关, 们.
fn names_many(base: &str) -> bool {
    /// The characters that begin a word inside: most names hold none.
    static INSIDE: Marks = Marks::NONE.beginning(&GROUP_WORDS, 1);
    GROUP_STARTS.begin(base)
        || INSIDE.of_all(base) != 0 && GROUP_WORDS.any_in(base)
        || GROUP_ENDS.end(base)
        || base.strip_suffix("机关").is_some_and(|owner| !is_one_organ(owner))
}

/// Whether an organ runs the 机关 behind it, as in `省纪委监委机关`; `公安机关` are many.
fn is_one_organ(owner: &str) -> bool {
    shape(owner) == Shape::Strong && !is_group(owner) || ends(owner, &["人大", "政协"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_names() {
        for name in [
            "省财政厅",
            "各市州人民政府",
            "有关市、县〔市、区〕政府",
            "市委宣传部（市新闻出版局）",
            "杭州海关",
            "各有关部门",
            "省政务服务和大数据中心",
            "各师市",
            "中国船级社",
        ] {
            assert_eq!(shape(name), Shape::Strong, "{name}");
        }
        for name in ["政府", "企业", "部门"] {
            assert_eq!(shape(name), Shape::Bare, "{name}");
        }
        for name in ["项目", "不动产投资信托基金", "试行", "湖南", "万元", "全部", "由国务院规定的除外"]
        {
            assert_eq!(shape(name), Shape::None, "{name}");
        }
    }

    #[test]
    fn the_offices_of_one_organ_are_no_group() {
        for name in ["省纪委监委机关", "省军区机关", "市委机关", "县人大机关", "省总工会机关"]
        {
            assert_eq!(kind(name), UnitKind::Organ, "{name}");
        }
        for name in ["各级行政机关", "公安机关", "党政机关", "政府机关", "省直机关", "机关", "各部门机关"]
        {
            assert_eq!(kind(name), UnitKind::Group, "{name}");
        }
    }

    #[test]
    fn every_word_of_a_name_is_read() {
        for (word, ending) in ENDINGS.iter() {
            let found = shape(&format!("云溪{word}"));
            let right = match ending {
                Ending::Sure => found == Shape::Strong,
                Ending::Shared => found >= Shape::Weak,
                Ending::Other => found == Shape::None,
            };
            assert!(right, "{word} {found:?}");
        }
        for (word, ()) in NOBODY.iter() {
            assert_eq!(shape(word), Shape::Bare, "{word}");
        }
        for (word, ()) in LIKE_ORGANS.iter() {
            assert!(shape(word) < Shape::Weak, "{word}");
        }
        for (word, ()) in GROUP_STARTS.iter().chain(GROUP_WORDS.iter()) {
            assert!(is_group(&format!("{word}财政局")), "{word}");
        }
        for (word, ()) in GROUP_ENDS.iter() {
            assert!(is_group(&format!("云溪{word}")), "{word}");
        }
        for (word, ()) in LEVEL_STARTS.iter() {
            assert!(leads_with_level(&format!("{word}财政")), "{word}");
        }
        for (word, ()) in GLUED.iter() {
            assert_eq!(before_prose(&format!("省财政厅{word}账目")), Some("省财政厅".len()), "{word}");
        }
    }
}
