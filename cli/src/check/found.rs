//! What `check` finds in a text: the parser's findings and, of a draft, where its form is not that of the standards.

use gongwen::{Diagnostic, Parsed, Position, Severity, Span};
use gongwen_drafts::{Remark, Rule, remarks};

use crate::messages::{self, Said};

/// A finding of either kind.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) severity: Severity,
    /// The stable name: `unclosed-bracket`, `number-brackets`.
    pub(crate) code: &'static str,
    pub(crate) message: Said,
    pub(crate) span: Span,
    pub(crate) position: Position,
    /// Where the rule of a draft stands.
    pub(crate) source: Option<&'static str>,
    /// What was expected, and what the words were read as, where that is known.
    pub(crate) expected: Option<String>,
    pub(crate) read_as: Option<String>,
}

/// What is found in a text, in its order; of a draft all rules but `silenced` are held to it.
pub(crate) fn found(text: &str, parsed: &Parsed, silenced: Option<&[Rule]>) -> Vec<Found> {
    let mut found: Vec<Found> = parsed.diagnostics().iter().map(Found::doubt).collect();
    if let Some(silenced) = silenced {
        let remarks = remarks(text, parsed.notice());
        let held = remarks.iter().filter(|remark| !silenced.contains(&remark.rule));
        found.extend(held.map(Found::remark));
        found.sort_by_key(|found| found.span);
    }
    found
}

impl Found {
    fn doubt(finding: &Diagnostic) -> Self {
        Found {
            severity: finding.severity,
            code: finding.code.name(),
            message: messages::finding(finding),
            span: finding.span,
            position: finding.position,
            source: None,
            expected: finding.expected.clone(),
            read_as: finding.read_as.clone(),
        }
    }

    fn remark(remark: &Remark) -> Self {
        Found {
            severity: remark.rule.severity(),
            code: remark.rule.name(),
            message: messages::foreign(&remark.message),
            span: remark.span,
            position: remark.position,
            source: Some(remark.rule.source()),
            expected: None,
            read_as: None,
        }
    }
}

/// A bracket of `text` that does not close, from `start` to `end`.
#[cfg(test)]
pub(super) fn specimen(text: &str, start: usize, end: usize) -> Found {
    let finding = serde_json::json!({
        "code": "unclosed-bracket", "severity": "warning", "message": "found no 「）」", "span": [start, end],
        "position": Position::of(text, start),
    });
    Found::doubt(&serde_json::from_value(finding).unwrap())
}
