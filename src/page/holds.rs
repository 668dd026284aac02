//! What a line of a head holds, told in one look at its characters: [`Holds`].

/// What stands in a line that rules of heads look for; most lines hold little of it, and those rules need not be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Holds(u8);

const NUMBER: u8 = 1;
const LABEL: u8 = 2;
const NO_TITLE: u8 = 4;
const SITE: u8 = 8;
const OF: u8 = 16;

impl Holds {
    pub(crate) fn of(line: &str) -> Self {
        let of = |c| match c {
            '号' => NUMBER,
            '的' => OF,
            '\u{4e00}'..='\u{9fff}' => 0,
            '〕' | '﹞' => NUMBER,
            ']' | '］' | '】' => NUMBER | LABEL,
            '：' | ':' | '︰' | '\t' => LABEL,
            '|' | '｜' => LABEL | NO_TITLE,
            '_' => SITE | NO_TITLE,
            '。' | '；' | '★' | '»' | '>' | '，' => NO_TITLE,
            _ => 0,
        };
        Holds(line.chars().fold(0, |all, c| all | of(c)))
    }

    /// Whether a document number may end in it: in 号 or, without that, behind the bracket around its year.
    pub(crate) fn may_number(self) -> bool {
        self.0 & NUMBER != 0
    }

    /// Whether a label of the page may stand in it: a sign that parts a key from its value, or the bracket around a key.
    pub(crate) fn may_label(self) -> bool {
        self.0 & LABEL != 0
    }

    /// Whether it may hold what no title does.
    pub(crate) fn may_be_no_title(self) -> bool {
        self.0 & NO_TITLE != 0
    }

    /// Whether the name of a site may be glued to it: `…的通知_省财政厅`.
    pub(crate) fn may_name_site(self) -> bool {
        self.0 & SITE != 0
    }

    /// Whether a genre may stand behind 的 in it.
    pub(crate) fn may_hold_genre(self) -> bool {
        self.0 & OF != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::number::document_number;
    use crate::page::metadata::label_at_start;

    #[test]
    fn what_rules_look_for_is_held() {
        for line in
            ["湘政发〔2024〕7号", "湘政发[2024]7号", "湘政发［2024］7", "湘政发﹝2024﹞7", "湘政发【2024】7"]
        {
            assert!(document_number(line).is_some() && Holds::of(line).may_number(), "{line}");
        }
        for line in [
            "来源：省",
            "来源: 省",
            "来源︰省",
            "来源\t省",
            "来源|省",
            "来源｜省",
            "【来源】省",
            "[来源]省",
            "［来源］省",
        ] {
            assert!(label_at_start(line).is_some() && Holds::of(line).may_label(), "{line}");
        }
        let plain = Holds::of("青州省人民政府关于修路《》（）12年");
        assert_eq!(plain, Holds(0));
        assert!(Holds::of("…的通知_省财政厅").may_name_site());
        assert!(Holds::of("修路的通知").may_hold_genre());
    }
}
