//! From text to [`Parsed`]: the stages in their order.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::gathered::Margin;
use crate::leftovers::{leftovers, markup_aside};
use crate::model::places::bring_home;
use crate::model::{Diagnostic, Error, Notice, Severity};
use crate::page::lost_breaks::Lines;
use crate::parts;
use crate::text::markdown::Unmarked;
use crate::text::source::Source;
use crate::text::visible::Visible;
use crate::text::{markup, radicals};

/// The result of [`parse`]: the notice, and what was found doubtful in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Parsed {
    notice: Notice,
    diagnostics: Vec<Diagnostic>,
}

impl Parsed {
    /// The notice.
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// The findings, in the order of the text.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The notice alone.
    pub fn into_notice(self) -> Notice {
        self.notice
    }

    /// The notice, if nothing about it is doubtful.
    ///
    /// # Errors
    ///
    /// - a finding of severity [`Warning`](Severity::Warning): a value may be wrong
    /// - a finding of severity [`Error`](Severity::Error): text was left unparsed
    ///
    /// ```
    /// let error = gongwen::parse("一、修路。\n三、种树。\n四、挖渠。").into_result().unwrap_err();
    /// assert_eq!(error.to_string(), "2:1: warning: found item 「三、」, expected number 2");
    /// ```
    pub fn into_result(self) -> Result<Notice, Error> {
        match self.diagnostics.into_iter().find(|d| d.severity >= Severity::Warning) {
            Some(diagnostic) => Err(Error::new(diagnostic)),
            None => Ok(self.notice),
        }
    }
}

/// Reads a notice. Never fails, never panics: what is uncertain is in the findings.
///
/// ```
/// let parsed = gongwen::parse("云政发〔2020〕31号\n云溪县人民政府关于修复城东水厂的通知\n县水务局：\n请抓紧施工。");
/// assert_eq!(parsed.notice().doc_number().unwrap().serial, 31);
/// assert!(parsed.diagnostics().is_empty());
/// ```
pub fn parse(text: &str) -> Parsed {
    let visible = Visible::of(text);
    let unmarked = Unmarked::of(&visible.edited.text);
    let (folded, radicals) = radicals::folded(&unmarked.edited.text);
    let (plain, mut markup) = markup::blanked(folded);
    let lines = Lines::of(&plain);
    let source = Source::new(&lines.edited.text);
    let mut margin = Margin::default();
    let mut notice = parts::notice(&source, &mut margin);
    leftovers(&mut margin, &source, &mut notice);
    let findings = &mut margin.findings;
    bring_home(&lines.edited, [&mut notice, findings]);
    lines.report(findings);
    if let Some((first, count)) = radicals {
        findings.report_radicals(&unmarked.edited.text, first, count);
    }
    bring_home(&unmarked.edited, [&mut notice, findings, &mut markup]);
    markup.extend(&unmarked.marks);
    markup_aside(markup, &mut notice, findings);
    bring_home(&visible.edited, [&mut notice, findings]);
    if let Some((character, first, count)) = visible.invisible() {
        findings.report_invisible(character, first, count);
    }
    Parsed { notice, diagnostics: margin.findings.into_diagnostics(text) }
}

/// The strict form: any warning or error is an [`Error`].
impl FromStr for Notice {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).into_result()
    }
}
