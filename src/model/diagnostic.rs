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
    /// What was expected in its place, where that is known: the number `2` of an item, the unit `省住房城乡建设厅`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What the words were read as, where that is not what they say: `人` for a compatibility character.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_as: Option<String>,
    /// How many places it tells of, where findings of one kind are told once, at the first of them.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub count: usize,
    /// Where.
    pub span: Span,
    /// Where the span starts, as people count.
    pub position: Position,
}

/// The number of places of most findings, which JSON leaves out.
fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_one(count: &usize) -> bool {
    *count == 1
}

/// Prints as `3:12: warning: …`.
impl std::fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}: {}", self.position, self.severity.name(), self.message)
    }
}

/// A finding without what follows from it: severity and position.
#[derive(Debug)]
pub(crate) struct Finding {
    code: Code,
    span: Span,
    message: String,
    expected: Option<String>,
    read_as: Option<String>,
    count: usize,
}

impl Finding {
    /// A finding at one place; `message` is one lowercase line without a full stop that says what was found and what was
    /// expected.
    pub(crate) fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Finding { code, span, message: message.into(), expected: None, read_as: None, count: 1 }
    }

    /// With what was expected in its place.
    pub(crate) fn expected(self, expected: &dyn std::fmt::Display) -> Self {
        Finding { expected: Some(expected.to_string()), ..self }
    }

    /// With what its words were read as.
    pub(crate) fn read_as(self, read: &dyn std::fmt::Display) -> Self {
        Finding { read_as: Some(read.to_string()), ..self }
    }

    /// With the number of places that it tells of.
    pub(crate) fn counted(self, count: usize) -> Self {
        Finding { count, ..self }
    }
}

/// The sink that every stage reports to.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<Finding>);

impl Findings {
    /// Notes a finding that its message tells in full; see [`Finding::new`].
    pub(crate) fn report(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.add(Finding::new(code, span, message));
    }

    /// Notes a finding.
    pub(crate) fn add(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds what another sink holds.
    pub(crate) fn append(&mut self, mut other: Findings) {
        self.0.append(&mut other.0);
    }

    /// Takes back the findings of this kind at these places, in the order of the text: another says it better.
    pub(crate) fn take_back(&mut self, code: Code, places: &[Span]) {
        self.0.retain(|found| found.code != code || places.binary_search(&found.span).is_err());
    }

    /// Shows the place of each finding.
    pub(crate) fn each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        self.0.iter_mut().for_each(|finding| visit(&mut finding.span));
    }

    /// Reports the compatibility characters of the whole text at the first of them.
    pub(crate) fn report_radicals(&mut self, text: &str, first: usize, count: usize) {
        let Some(radical) = text[first..].chars().next() else { return };
        let span = Span::new(first, first + radical.len_utf8());
        let message = format!(
            "found {count} compatibility characters, the first 「{radical}」, read as 「{}」",
            fold(radical)
        );
        let finding = Finding::new(Code::CompatibilityCharacter, span, message);
        self.add(finding.read_as(&fold(radical)).counted(count));
    }

    /// Reports what shows nothing and was left out.
    pub(crate) fn report_invisible(&mut self, character: char, first: Span, count: usize) {
        let code = u32::from(character);
        let message = match count {
            1 => format!("found an invisible character, U+{code:04X}, left out"),
            _ => format!("found {count} invisible characters, left out; this is the first, U+{code:04X}"),
        };
        self.add(Finding::new(Code::InvisibleCharacter, first, message).counted(count));
    }

    /// The findings in the order of the text, with their positions.
    pub(crate) fn into_diagnostics(mut self, text: &str) -> Vec<Diagnostic> {
        self.0.sort_by_key(|found| (found.span.start, found.span.end, found.code));
        let mut walk = Walk::new(text);
        let diagnostic = |Finding { code, span, message, expected, read_as, count }| {
            let position = walk.advance(span.start);
            Diagnostic { code, severity: code.severity(), message, expected, read_as, count, span, position }
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
    /// All severities, from harmless to bad.
    pub const ALL: &[Severity] = &[Severity::Note, Severity::Warning, Severity::Error];

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
    /// Four or more numbers that go on with each other stand where items hardly do, and were read as text.
    DroppedNumbers = "dropped-numbers", Warning;
    /// A number was taken for an item of one level, or for text, and another reading of the items would be as cheap.
    DoubtfulItem = "doubtful-item", Warning;
    /// The same number stands twice in a row.
    RepeatedNumber = "repeated-number", Warning;
    /// A number without a mark behind it was taken for an item's: `3坚持绿色养殖。` behind `2.`.
    UnmarkedNumber = "unmarked-number", Warning;
    /// A unit's name lacks one character of a name used elsewhere in the notice: `省住房城乡建设`, `市农业农委`.
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
    /// The cells of a table of tasks are mixed, line by line or column by column, or its lines were lost: nothing was read there.
    TableUnread = "table-unread", Warning;
    /// A cell that names units is merged over rows; each of them has its units.
    MergedCell = "merged-cell", Note;
    /// A row has no units, or no number, below one that has, and the text cannot tell whether a cell is merged or empty; or a
    /// merged cell is so long that only its first row has its units.
    MergedCellUnsure = "merged-cell-unsure", Warning;
    /// A row has one cell of units where its table has two columns for them, or a list behind 会同 says 按职责分工负责 of itself: the
    /// role is not sure.
    RoleUnsure = "role-unsure", Warning;
    /// A title ends in no known genre, `关于…的建议`, or is cut or goes on too far: it holds a sentence, says nothing with 关于, or
    /// words stand behind its genre.
    DoubtfulTitle = "doubtful-title", Warning;
    /// A number, recipients or a signature were found and no title, but a line looks like one; or a text without a head begins
    /// as a title does.
    MissedTitle = "missed-title", Warning;
    /// The notice has no document number, but words of its head or at its end look like one: `青政发20241号`.
    MissedNumber = "missed-number", Warning;
    /// The notice has no recipients, but words with a colon behind its head look like them.
    MissedRecipients = "missed-recipients", Warning;
    /// A recipient holds what no name does: `打印】各市人民政府`.
    DoubtfulRecipients = "doubtful-recipients", Warning;
    /// The notice has no date, but a day at its end stands as those of signatures do.
    MissedDate = "missed-date", Warning;
    /// The date's year is not that of the document's number, nor the one behind it.
    DoubtfulDate = "doubtful-date", Warning;
    /// The date has no signatory, but an organ's name stands beside it.
    MissedSignature = "missed-signature", Warning;
    /// A signatory is no organ's name or official, or is cut beside the issuer that the title names: `青州省财政`.
    DoubtfulSignature = "doubtful-signature", Warning;
    /// Letters of a font's own codes, or those that stand for none, between Chinese ones: what they show is lost.
    GarbledText = "garbled-text", Warning;
    /// A date that names no day of the calendar.
    InvalidDate = "invalid-date", Warning;
    /// The document's number is damaged: `全绿字20176号`.
    DamagedNumber = "damaged-number", Warning;
    /// Text that no element of the model holds.
    UnparsedText = "unparsed-text", Error;
}
