//! How a task is written, as JSON and the like: its sentences, which it keeps as ranges of its text, with their words.

use std::borrow::Cow;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Measure, Responsibility, Task, Unit};
use crate::text::span::{Span, Spanned, Text};

/// A task as it is written.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Task")]
struct Written<'t> {
    text: Cow<'t, Text>,
    measures: Vec<Spanned<Cow<'t, str>>>,
    responsibility: Cow<'t, Option<Responsibility>>,
    inherited: Cow<'t, [Unit]>,
    span: Span,
}

impl Serialize for Task {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Task { text, measures: _, responsibility, inherited, span } = self;
        let measures = self.measures().map(|Spanned { value, span }| Spanned { value: value.into(), span });
        Written {
            text: Cow::Borrowed(text),
            measures: measures.collect(),
            responsibility: Cow::Borrowed(responsibility),
            inherited: inherited.into(),
            span: *span,
        }
        .serialize(serializer)
    }
}

/// # Errors
///
/// - a measure that does not stand in the text behind the one before it: `expected a sentence of the task's text`
impl<'de> Deserialize<'de> for Task {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written { text, measures, responsibility, inherited, span } = Written::deserialize(deserializer)?;
        let mut end = 0;
        let measures = measures.into_iter().map(|Spanned { value, span }| {
            let at = text.value[end..].find(&*value).ok_or_else(|| {
                D::Error::custom(format!(
                    "found the measure 「{value}」, expected a sentence of the task's text"
                ))
            })?;
            let words = end + at..end + at + value.len();
            end = words.end;
            Ok(Measure { words, span })
        });
        let measures = measures.collect::<Result<_, _>>()?;
        let (text, responsibility) = (text.into_owned(), responsibility.into_owned());
        Ok(Task { text, measures, responsibility, inherited: inherited.into_owned(), span })
    }
}
