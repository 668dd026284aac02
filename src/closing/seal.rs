//! What stands between the name of an organ and the day: `（某某局代章）`, a second name.

use crate::grammar::name::line::organisations;
use crate::text::character::{is_blank, is_han};
use crate::text::words::ends;

/// `（某某局代章）` between the signatory and the date.
pub(super) fn is_seal(line: &str) -> bool {
    const SEALS: &[&str] =
        &["代章）", "代章)", "公章）", "公章)", "盖章）", "盖章)", "印章）", "印章)", "（章）", "(章)"];
    /// In bytes: forty characters. A guess.
    const LONGEST_BYTES: usize = 120;
    let one = || line.matches(['（', '(']).count() == 1;
    let is_name = || line.chars().all(|c| is_han(c) || matches!(c, '（' | '(' | '）' | ')'));
    line.starts_with(['（', '(']) && ends(line, SEALS) && line.len() < LONGEST_BYTES && one() && is_name()
}

/// The length of the second name of the organ on the line above, its seal left out: `（爱国卫生运动委员会）（代章）`.
pub(super) fn second_name(line: &str) -> Option<usize> {
    let inside = line.strip_prefix(['（', '('])?;
    let close = inside.find(['）', ')'])?;
    let len = line.len() - inside.len() + close + inside[close..].chars().next()?.len_utf8();
    let behind = line[len..].trim_matches(is_blank);
    let named = organisations(&inside[..close]).is_some();
    (named && (behind.is_empty() || is_seal(behind))).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_one_pair_of_brackets() {
        assert!(is_seal("（云溪县水利局代章）"));
        assert!(!is_seal("（云溪县水利局代章）（云溪县财政局代章）"));
        assert!(!is_seal("（云溪县水利局）"));
        assert!(!is_seal("（云溪县water水利局代章）"));
    }

    #[test]
    fn a_second_name_ends_before_its_seal() {
        let name = "（爱国卫生运动委员会）";
        assert_eq!(second_name(name), Some(name.len()));
        assert_eq!(second_name("（爱国卫生运动委员会）（代章）"), Some(name.len()));
        for line in
            ["（代章）", "（云溪县水利局代章）", "（此件公开发布）", "（云溪县水利局）印发", "云溪县水利局"]
        {
            assert_eq!(second_name(line), None, "{line}");
        }
    }
}
