//! Findings: what was repaired, what is doubtful, what was left unparsed.

use serde::{Deserialize, Serialize};

use crate::text::position::{Position, Walk};
use crate::text::radicals::fold;
use crate::text::span::Span;

/// A finding about a stretch of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: Code,
    /// How bad; follows from the code.
    pub severity: Severity,
    /// One line that says what was found and what was expected.
    pub message: String,
    /// Where.
    pub span: Span,
    /// Where the span starts, as people count.
    pub position: Position,
}

/// Prints as `3:12: warning: …`.
impl std::fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}: {}", self.position, self.severity.name(), self.message)
    }
}

/// The sink that every stage reports to.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<(Code, Span, String)>);

impl Findings {
    /// Notes a finding; `message` is one lowercase line without a full stop that says what was found and what was expected.
    pub(crate) fn report(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.0.push((code, span, message.into()));
    }

    /// Adds what another sink holds.
    pub(crate) fn append(&mut self, mut other: Findings) {
        self.0.append(&mut other.0);
    }

    /// Takes back the findings of this kind at these places, in the order of the text: another says it better.
    pub(crate) fn take_back(&mut self, code: Code, places: &[Span]) {
        self.0.retain(|(found, span, _)| *found != code || places.binary_search(span).is_err());
    }

    /// Shows the place of each finding.
    pub(crate) fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        self.0.iter_mut().for_each(|(_, span, _)| visit(span));
    }

    /// Reports the compatibility characters of the whole text at the first of them.
    pub(crate) fn report_radicals(&mut self, text: &str, first: usize, count: usize) {
        let Some(radical) = text[first..].chars().next() else { return };
        let span = Span::new(first, first + radical.len_utf8());
        let message = format!(
            "found {count} compatibility characters, the first 「{radical}」, read as 「{}」",
            fold(radical)
        );
        self.report(Code::CompatibilityCharacter, span, message);
    }

    /// Reports what shows nothing and was left out.
    pub(crate) fn report_invisible(&mut self, character: char, first: Span, count: usize) {
        let code = u32::from(character);
        let message = match count {
            1 => format!("found an invisible character, U+{code:04X}, left out"),
            _ => format!("found {count} invisible characters, left out; this is the first, U+{code:04X}"),
        };
        self.report(Code::InvisibleCharacter, first, message);
    }

    /// The findings in the order of the text, with their positions.
    pub(crate) fn into_diagnostics(mut self, text: &str) -> Vec<Diagnostic> {
        self.0.sort_by_key(|&(code, span, _)| (span.start, span.end, code));
        let mut walk = Walk::new(text);
        let diagnostic = |(code, span, message): (Code, Span, String)| {
            let position = walk.advance(span.start);
            Diagnostic { code, severity: code.severity(), message, span, position }
        };
        self.0.into_iter().map(diagnostic).collect()
    }
}

/// How bad a finding is. The order is from harmless to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Repaired, and surely right.
    Note,
    /// The value may be wrong.
    Warning,
    /// Text was left unparsed.
    Error,
}

impl Severity {
    /// The stable name used in tables, JSON and messages: `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// Declares the codes once: variant, stable name, severity, and the sentence of the table in the README.
macro_rules! codes {
    ($($(#[$meta:meta])* $variant:ident = $name:literal, $severity:ident;)*) => {
        /// The kinds of findings, with names that stay.
        ///
        /// | code | severity |
        /// |---|---|
        $(#[doc = concat!("| [`", $name, "`](Code::", stringify!($variant), ") | ", stringify!($severity), " |")])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$meta])* #[serde(rename = $name)] $variant,)*
        }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// The stable name: `joined-line`.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// How bad a finding of this kind is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A name, a clause or a paragraph broken over lines was joined: `省工业⏎和信息化厅`.
    JoinedLine = "joined-line", Note;
    /// Blanks inside a name were dropped: `市发 展改革委`.
    DroppedBlank = "dropped-blank", Note;
    /// A compatibility character or a look-alike stands for an ordinary one: `⼈` for `人`, `О` for `〇`.
    CompatibilityCharacter = "compatibility-character", Note;
    /// Elements of a head or a foot stand glued on one line and were read as lines of their own: `…文件青政发〔2024〕1号关于…`.
    LostBreak = "lost-break", Note;
    /// Characters that show nothing were left out: NUL and other controls, soft hyphens, joiners, marks of direction.
    InvisibleCharacter = "invisible-character", Note;
    /// A bracket opens in one width or shape and closes in another: `（…)`.
    MixedBrackets = "mixed-brackets", Note;
    /// A line between the elements of the head, or between lines of the page behind the notice, was taken for the page's: a
    /// menu, a site's name.
    PageLine = "page-line", Note;
    /// Markup that a web page left in the text was read as a blank: `<BR>`, `&nbsp;`.
    PageMarkup = "page-markup", Note;
    /// A page number inside the text was set aside.
    PageNumber = "page-number", Note;
    /// A bracket opens and never closes: the clause ends where the next item or line begins. Or it closes and never opens:
    /// the clause is the sentence before it.
    UnclosedBracket = "unclosed-bracket", Warning;
    /// A number follows that leaves out one or more (11 and then 13), or the outermost numbers begin again.
    NumberOutOfOrder = "number-out-of-order", Warning;
    /// The same number stands twice in a row.
    RepeatedNumber = "repeated-number", Warning;
    /// A number without a mark behind it was taken for an item's: `3坚持绿色养殖。` behind `2.`.
    UnmarkedNumber = "unmarked-number", Warning;
    /// A unit's name is one suffix away from a name used elsewhere in the notice: `省住房城乡建设`.
    DoubtfulUnitName = "doubtful-unit-name", Warning;
    /// A clause names something that does not look like an organisation, or has units under a label that says no role, which
    /// are left out.
    DoubtfulUnit = "doubtful-unit", Warning;
    /// A clause has no text before it that it could answer for: `责任单位：省财政厅` behind another clause, or first of all. Its
    /// task has an empty text.
    ClauseWithoutText = "clause-without-text", Warning;
    /// A remark rules over other clauses: `列第一位的为牵头单位，下同`; roles stay as each clause says.
    StandingRemark = "standing-remark", Note;
    /// A remark gives units to other tasks: `以下均需各市州人民政府落实`.
    InheritedUnits = "inherited-units", Note;
    /// The cells of a table of tasks are mixed, line by line or column by column: nothing was read in these lines.
    TableUnread = "table-unread", Warning;
    /// A cell that names units is merged over rows; each of them has its units.
    MergedCell = "merged-cell", Note;
    /// A row has no units, or no number, below one that has, and the text cannot tell whether a cell is merged or empty.
    MergedCellUnsure = "merged-cell-unsure", Warning;
    /// A row has one cell of units where its table has two columns for them: their role is not known.
    RoleUnsure = "role-unsure", Warning;
    /// A line above number or recipients says what it is about and ends in no known genre: `关于…的建议`.
    DoubtfulTitle = "doubtful-title", Warning;
    /// The notice has no document number, but a line of its head looks like one: `青政发20241号`.
    MissedNumber = "missed-number", Warning;
    /// A date that names no day of the calendar.
    InvalidDate = "invalid-date", Warning;
    /// The document's number is damaged: `全绿字20176号`.
    DamagedNumber = "damaged-number", Warning;
    /// Text that no element of the model holds.
    UnparsedText = "unparsed-text", Error;
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
