//! Titles that the notice names before they stand in it.

use super::citation::citations;
use crate::lexicon::titles::COVERS;
use crate::text::character::is_blank;

/// Titles of documents that the notice names in `《》`, lists as attachments or labels on its page: where one stands alone,
/// that document begins.
#[derive(Debug, Default)]
pub(crate) struct KnownTitles(Vec<String>);

/// The bytes in which a title stands, blanks and breaks included. A guess.
const REACH_BYTES: usize = 1200;

/// Names kept at most, so that a list of thousands costs no more than it says. A guess.
const MOST_NAMES: usize = 64;

impl KnownTitles {
    /// One title alone.
    pub(crate) fn of(title: &str) -> Self {
        let mut known = KnownTitles::default();
        known.add(title);
        known
    }

    /// Adds a name, without marks and blanks; a word of under five characters could stand anywhere.
    pub(crate) fn add(&mut self, name: &str) {
        let squeezed = squeeze(name);
        if squeezed.chars().count() >= 5 && self.0.len() < MOST_NAMES && !self.0.contains(&squeezed) {
            self.0.push(squeezed);
        }
    }

    /// Adds what a notice's title says is issued or passed on: `关于印发《…》的通知`.
    pub(crate) fn add_issued(&mut self, title: &str) {
        const VERBS: [&str; 8] =
            ["关于印发", "关于转发", "印发", "转发", "批转", "颁布", "关于公布", "关于发布"];
        for cited in citations(title) {
            self.add(&title[cited.title]);
        }
        if let Some((_, rest)) = VERBS.iter().find_map(|verb| title.split_once(verb)) {
            let name = rest.trim_end_matches("的通知").trim_end_matches("的公告");
            self.add(name);
            self.add(&format!("关于{name}"));
        }
    }

    /// The end of the longest known title that stands at the start of `text`, blanks and marks passed over.
    pub(crate) fn at_start(&self, text: &str) -> Option<usize> {
        if self.0.is_empty() {
            return None;
        }
        // most lines begin as no title does
        let (_, first) = within_reach(text).find(|&(_, c)| !is_passed_over(c))?;
        let names = self.0.iter().filter(|name| name.starts_with(first));
        let end = names.filter_map(|name| prefix_len(text, name)).max()?;
        // 转发…办公厅关于做好工作的通知 leaves out the second 的通知
        let rest = text[end..].strip_prefix('的').and_then(|genre| COVERS.behind(genre));
        Some(rest.map_or(end, |rest| text.len() - rest.len()))
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.contains(&squeeze(name))
    }
}

/// The end of the title at the start of `text`, if it stands there again.
pub(crate) fn again(title: &str, text: &str) -> Option<usize> {
    let first = |words| within_reach(words).map(|(_, c)| c).find(|&c| !is_passed_over(c));
    // most lines begin otherwise
    if first(title) == first(text) { KnownTitles::of(title).at_start(text) } else { None }
}

/// Whether the second title is the first again, with or without its issuer, or with fewer of them (`十二部门关于…`).
pub(crate) fn is_repetition(first: &str, second: &str) -> bool {
    let (first, second) = (squeeze(first), squeeze(second));
    let about = |title: &str| title.find("关于").unwrap_or(0);
    is_end_of(&second, &first)
        || is_end_of(&first, &second)
        || first[about(&first)..] == second[about(&second)..]
}

/// Whether a title ends in the other, and not because it passes that on.
fn is_end_of(end: &str, title: &str) -> bool {
    title.strip_suffix(end).is_some_and(|before| !before.ends_with("转发") && !before.ends_with("批转"))
}

/// Whether `first` names `second` as what it issues.
pub(crate) fn is_named_in(first: &str, second: &str) -> bool {
    let (first, second) = (squeeze(first), squeeze(second));
    first.len() > second.len() && first.contains(&second) && !is_end_of(&second, &first)
}

/// A title without its blanks and marks.
fn squeeze(title: &str) -> String {
    title.split(is_passed_over).collect()
}

#[rustfmt::skip]
fn is_passed_over(c: char) -> bool {
    let mark = matches!(
        c,
        '《' | '》' | '«' | '»' | '〈' | '〉' | '<' | '>' | '#' | '“' | '”' | '"' | '（' | '）' | '(' | ')' | '—' | '-' | '－' | '–' | '─' | '―' | '~'
            | '～'
    );
    !('\u{4e00}'..='\u{9fff}').contains(&c) && (mark || is_blank(c))
}

/// The characters in which a title stands.
fn within_reach(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    text.char_indices().take_while(|&(at, c)| at + c.len_utf8() <= REACH_BYTES)
}

/// The length of the start of `text` that spells `name`.
fn prefix_len(text: &str, name: &str) -> Option<usize> {
    let mut name = name.chars();
    let mut wanted = name.next()?;
    for (at, c) in within_reach(text) {
        if c == wanted {
            match name.next() {
                Some(next) => wanted = next,
                None => {
                    let end = at + c.len_utf8();
                    return Some(end + closing_bracket(&text[..end], &text[end..]));
                }
            }
        } else if !is_passed_over(c) {
            return None;
        }
    }
    None
}

/// The length of the bracket that a title passed over leaves open.
fn closing_bracket(title: &str, behind: &str) -> usize {
    let open = title.rfind(['（', '(']).is_some_and(|at| !title[at..].contains(['）', ')']));
    let rest = behind.trim_start_matches(|c| is_blank(c) && c != '\n').strip_prefix(['）', ')']);
    rest.filter(|_| open).map_or(0, |rest| behind.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_title_is_found_over_lines_and_marks() {
        let known = KnownTitles::of("青州省雷电防护办法（试行）");
        let text = "青州省雷电\n防护办法（试行）\n第一条";
        assert_eq!(known.at_start(text).map(|len| &text[..len]), Some("青州省雷电\n防护办法（试行）"));
        assert_eq!(known.at_start("青州省雷电灾害"), None);
    }

    #[test]
    fn a_headline_with_fewer_issuers_is_a_repetition() {
        assert!(is_repetition("两部门关于修路的通知", "青州省交通运输厅青州省财政厅关于修路的通知"));
        assert!(!is_repetition("关于印发《修路方案》的通知", "修路方案"));
    }
}
