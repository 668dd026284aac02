//! Lists of kinds of divisions: `各市、县（区）人民政府`, `有关市`, `市州`.

use crate::lexicon::places::{DIVISION_KINDS, DIVISION_LEADS, SEATS};
use crate::text::bracket::{closes, opens};

/// A list of kinds of divisions: `各市、县（区）人民政府`, `有关市`, `市州`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Divisions<'t> {
    /// Starts with 各, 有关 …
    pub(crate) lead: bool,
    /// Ends with 人民政府, 管委会 …
    pub(crate) seat: bool,
    /// What follows the kinds and is no seat of government: `教育局` of `各市教育局`.
    pub(crate) rest: &'t str,
}

/// Reads `name` as a list of divisions; `None` if it does not start as one.
pub(crate) fn divisions(name: &str) -> Option<Divisions<'_>> {
    // most names are an organ's
    let lead = DIVISION_LEADS.begin(name);
    if !lead && name.ends_with(['厅', '局', '司', '心', '院']) {
        return None;
    }
    if !lead && !DIVISION_KINDS.begin(name) {
        // 项目所在县（市）
        let ends = name.ends_with(['市', '州', '县', '区', '）', ')']);
        let kinds = if ends { name.rsplit_once("所在")?.1 } else { return None };
        return divisions(kinds).map(|divisions| Divisions { lead: true, ..divisions });
    }
    let kinds = DIVISION_LEADS.behind(name).unwrap_or(name);
    // 各园区所在市
    let seated = || kinds.split_once("所在").map_or(kinds, |(_, kinds)| kinds);
    let kinds = if lead && DIVISION_KINDS.behind(kinds).is_none() { seated() } else { kinds };
    let mut rest = kinds;
    let mut any = false;
    loop {
        // 街道办 is a seat, 街道 a kind
        let seat = if any { SEATS.at_start(rest) } else { None };
        if let Some((len, ())) = DIVISION_KINDS.at_start(rest).filter(|&kind| seat <= Some(kind)) {
            rest = &rest[len..];
            any = true;
        } else if let Some(next) = any.then(|| after_bracket(rest)).flatten() {
            rest = next;
        } else if any && rest.starts_with('级') && rest.len() > '级'.len_utf8() {
            // 各市州、县级人民政府
            rest = &rest['级'.len_utf8()..];
        } else {
            break;
        }
    }
    if !any {
        return None;
    }
    if !rest.is_empty()
        && SEATS.behind(rest).is_some_and(|next| after_bracket(next).unwrap_or(next).is_empty())
    {
        return Some(Divisions { lead, seat: true, rest: "" });
    }
    (rest.is_empty() || lead).then_some(Divisions { lead, seat: false, rest })
}

fn after_bracket(text: &str) -> Option<&str> {
    /// A guess.
    const LIST_CHARS: usize = 200;
    if !text.starts_with(opens) {
        return None;
    }
    let mut depth = 0;
    for (at, c) in text.char_indices().take(LIST_CHARS) {
        match c {
            c if opens(c) => depth += 1,
            c if closes(c) => {
                depth -= 1;
                if depth == 0 {
                    return Some(&text[at + c.len_utf8()..]);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_are_read_with_lead_and_seat() {
        assert_eq!(divisions("各市"), Some(Divisions { lead: true, seat: false, rest: "" }));
        assert_eq!(divisions("县（市、区）人民政府"), Some(Divisions { lead: false, seat: true, rest: "" }));
        assert_eq!(divisions("县市区人民政府"), Some(Divisions { lead: false, seat: true, rest: "" }));
        assert_eq!(divisions("各区县教育局"), Some(Divisions { lead: true, seat: false, rest: "教育局" }));
        assert_eq!(divisions("市财政局"), None);
        assert_eq!(divisions("昆明市"), None);
    }

    #[test]
    fn every_word_of_a_list_of_divisions_is_read() {
        for (word, ()) in DIVISION_LEADS.iter() {
            let name = format!("{word}市");
            assert_eq!(divisions(&name), Some(Divisions { lead: true, seat: false, rest: "" }), "{name}");
        }
        for (word, ()) in DIVISION_KINDS.iter() {
            let name = format!("各{word}");
            assert_eq!(divisions(&name), Some(Divisions { lead: true, seat: false, rest: "" }), "{name}");
        }
        for (word, ()) in SEATS.iter() {
            let name = format!("各市{word}");
            assert_eq!(divisions(&name).map(|divisions| divisions.rest), Some(""), "{name}");
        }
    }
}
