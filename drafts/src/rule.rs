//! What the standards say: [`Rule`].

use std::fmt;
use std::str::FromStr;

use gongwen::Severity;

/// Declares each rule once: variant, stable name, severity, and where it stands.
macro_rules! rules {
    ($($(#[$meta:meta])* $variant:ident = $name:literal, $severity:ident, $source:literal;)*) => {
        /// What the standards say of a draft's text, with names that stay.
        ///
        /// | rule | severity | source |
        /// |---|---|---|
        $(#[doc = concat!("| [`", $name, "`](Rule::", stringify!($variant), ") | ", stringify!($severity), " | ", $source, " |")])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$meta])* $variant,)*
        }

        impl Rule {
            /// All rules, in the order of the table.
            pub const ALL: &[Rule] = &[$(Rule::$variant),*];

            /// The stable name: `number-brackets`.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$variant => $name,)* }
            }

            /// How bad it is to break it: a warning where the standard says what must be, a note where practice differs.
            pub fn severity(self) -> Severity {
                match self { $(Rule::$variant => Severity::$severity,)* }
            }

            /// Where it stands: `GB/T 9704—2012, 7.2.5`.
            pub fn source(self) -> &'static str {
                match self { $(Rule::$variant => $source,)* }
            }
        }
    };
}

rules! {
    /// The year of the number stands in 〔〕: `青政发〔2024〕7号`, not `[2024]`.
    NumberBrackets = "number-brackets", Warning, "GB/T 9704—2012, 7.2.5";
    /// The serial stands without 第: `〔2024〕7号`, not `〔2024〕第7号`.
    NumberOrdinal = "number-ordinal", Warning, "GB/T 9704—2012, 7.2.5";
    /// The serial has no leading zero: `7号`, not `07号`.
    NumberZero = "number-zero", Warning, "GB/T 9704—2012, 7.2.5";
    /// The title names one of the fifteen kinds of documents (文种): 通知, 意见, 函 …
    TitleGenre = "title-genre", Warning, "党政机关公文处理工作条例, articles 8 and 9";
    /// The recipients end with a full-width colon.
    RecipientsColon = "recipients-colon", Warning, "GB/T 9704—2012, 7.3.2";
    /// Items nest in the order `一、` `（一）` `1.` `（1）`.
    LevelOrder = "level-order", Warning, "GB/T 9704—2012, 7.3.3";
    /// Behind the number of an item stands its own mark: `一、`, `1.`, and none behind `（一）` and `（1）`.
    MarkerMark = "marker-mark", Note, "GB/T 15834—2011, 4.5.3 and 4.10";
    /// A heading `一、…` or `（一）…` on a line of its own ends without a mark.
    HeadingMark = "heading-mark", Note, "GB/T 15834—2011, 4.1";
    /// As many attachments stand behind the notice as its list names.
    AttachmentCount = "attachment-count", Warning, "GB/T 9704—2012, 7.3.4 and 7.3.7";
    /// No mark stands behind the name of an attachment in the list.
    AttachmentMark = "attachment-mark", Warning, "GB/T 9704—2012, 7.3.4";
    /// `附件1` above an attachment stands without a colon.
    AttachmentColon = "attachment-colon", Warning, "GB/T 9704—2012, 7.3.7";
    /// A notice with a number or recipients has a date.
    DateMissing = "date-missing", Warning, "党政机关公文处理工作条例, article 9";
    /// The date is written in Arabic numerals without leading zeros: `2024年5月1日`.
    DateForm = "date-form", Warning, "GB/T 9704—2012, 7.3.5.4";
    /// A full stop stands behind the last of those who get a copy.
    CopiesStop = "copies-stop", Note, "GB/T 9704—2012, 7.4.2";
    /// Between Chinese characters stand full-width marks: `，` `；` `：` `？` `！` `（）`.
    HalfWidth = "half-width", Note, "GB/T 15834—2011, 5.1";
    /// Quotation marks are “ ” and ‘ ’, no straight ones.
    StraightQuotes = "straight-quotes", Note, "GB/T 15834—2011, 4.8";
}

/// Prints the stable name.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Reads the stable name.
impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(name: &str) -> Result<Self, UnknownRule> {
        Rule::ALL.iter().find(|rule| rule.name() == name).copied().ok_or_else(|| UnknownRule(name.to_owned()))
    }
}

/// Words that name no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRule(String);

impl fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "found 「{}」, expected a rule such as number-brackets", self.0)
    }
}

impl std::error::Error for UnknownRule {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for rule in Rule::ALL {
            assert_eq!(rule.name().parse(), Ok(*rule));
        }
        let error = "brackets".parse::<Rule>().unwrap_err();
        assert_eq!(error.to_string(), "found 「brackets」, expected a rule such as number-brackets");
    }
}
