//! Sentences of the libraries, in the words of [`gongwen_page`].

use gongwen::{Diagnostic, Why};

use super::{Said, name};

/// What the parser says of a text.
pub(crate) fn finding(finding: &Diagnostic) -> Said {
    gongwen_page::finding(finding).into()
}

/// Why the parser read words so.
pub(crate) fn reason(why: &Why) -> String {
    match why {
        Why::Finding(found) => {
            format!("{}[{}]: {}", name(found.severity.name()), found.code.name(), finding(found))
        }
        why => {
            let english = why.to_string();
            let chinese = gongwen_page::translated(&english).unwrap_or_else(|| english.clone());
            Said { english, chinese }.to_string()
        }
    }
}

/// What a library says. A sentence that is not known stays in English, in brackets.
pub(crate) fn foreign(english: &str) -> Said {
    gongwen_page::foreign(english).into()
}
