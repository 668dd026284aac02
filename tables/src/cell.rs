//! What stands in a row under a column.

use gongwen::{Date, Text};

/// A value of a row, borrowed from the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'c> {
    /// Nothing: the notice does not say it.
    Empty,
    /// Words, not empty.
    Text(&'c str),
    /// A whole number.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
    /// A day.
    Date(Date),
    /// Several words; none of them is an empty list.
    List(List<'c>),
}

/// The words of a list, from wherever they are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List<'c> {
    /// Values of the model.
    Texts(&'c [Text]),
    /// Owned words.
    Strings(&'c [String]),
}

impl<'c> List<'c> {
    /// The words, in their order.
    pub fn iter(self) -> impl Iterator<Item = &'c str> {
        let (texts, strings): (&[Text], &[String]) = match self {
            List::Texts(texts) => (texts, &[]),
            List::Strings(strings) => (&[], strings),
        };
        texts.iter().map(|text| text.value.as_str()).chain(strings.iter().map(String::as_str))
    }

    /// The words joined by `|`, in `scratch`: the form of formats without lists.
    pub(crate) fn join(self, scratch: &mut String) -> &str {
        scratch.clear();
        for (place, words) in self.iter().enumerate() {
            if place > 0 {
                scratch.push('|');
            }
            scratch.push_str(words);
        }
        scratch
    }
}

impl<'c> Cell<'c> {
    /// The words of the cell where every cell is words, as in CSV: `true`, `2024-05-10`, `省财政厅|省教育厅`. What is not
    /// text is written into `scratch`.
    pub fn words(self, scratch: &'c mut String) -> &'c str {
        scratch.clear();
        match self {
            Cell::Empty => "",
            Cell::Text(text) => text,
            Cell::Integer(number) => {
                scratch.push_str(itoa::Buffer::new().format(number));
                scratch
            }
            Cell::Boolean(true) => "true",
            Cell::Boolean(false) => "false",
            Cell::Date(date) => {
                scratch.push_str(&date.to_string());
                scratch
            }
            Cell::List(list) => list.join(scratch),
        }
    }
}

/// Words, or nothing for none and for an empty text.
impl<'c> From<Option<&'c str>> for Cell<'c> {
    fn from(text: Option<&'c str>) -> Self {
        text.map_or(Cell::Empty, Cell::from)
    }
}

impl<'c> From<&'c str> for Cell<'c> {
    fn from(text: &'c str) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

impl From<bool> for Cell<'_> {
    fn from(value: bool) -> Self {
        Cell::Boolean(value)
    }
}

impl From<Date> for Cell<'_> {
    fn from(date: Date) -> Self {
        Cell::Date(date)
    }
}

impl<'c> From<&'c [Text]> for Cell<'c> {
    fn from(texts: &'c [Text]) -> Self {
        Cell::List(List::Texts(texts))
    }
}

impl<'c> From<&'c [String]> for Cell<'c> {
    fn from(words: &'c [String]) -> Self {
        Cell::List(List::Strings(words))
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Cell::Integer(number.into())
    }
}

/// No count and no offset of a text in memory is beyond [`i64::MAX`].
impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
