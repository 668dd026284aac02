//! What a column is called, holds and means.

use std::borrow::Cow;

/// A column of a table: the one source of headers, types, codebook and schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The name in every format: `doc_number`.
    pub name: Cow<'static, str>,
    /// What its cells hold; any of them may be empty.
    pub holds: ColumnType,
    /// What it means.
    pub english: Cow<'static, str>,
    /// What it means, in Chinese.
    pub chinese: Cow<'static, str>,
    /// The only values that its cells may have; no entry where any may stand.
    pub values: &'static [Value],
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColumnType {
    /// Words, UTF-8.
    Text,
    /// A whole number, 64 bits with sign.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A day: `2024-05-10`.
    Date,
    /// Several words; joined by `|` where a format has no lists.
    List,
}

/// One of the values that a column may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// As it stands in the cell: `lead`.
    pub name: &'static str,
    /// What it means.
    pub english: &'static str,
    /// What it means, in Chinese.
    pub chinese: &'static str,
}

impl Column {
    /// A column with what it means in English and Chinese.
    pub const fn new(
        name: &'static str,
        holds: ColumnType,
        english: &'static str,
        chinese: &'static str,
    ) -> Self {
        Column::of(name, holds, english, chinese, &[])
    }

    /// A column whose cells may have these values only; none listed: any.
    pub const fn of(
        name: &'static str,
        holds: ColumnType,
        english: &'static str,
        chinese: &'static str,
        values: &'static [Value],
    ) -> Self {
        let [name, english, chinese] = [Cow::Borrowed(name), Cow::Borrowed(english), Cow::Borrowed(chinese)];
        Column { name, holds, english, chinese, values }
    }
}

impl Value {
    pub(crate) const fn new(name: &'static str, english: &'static str, chinese: &'static str) -> Self {
        Value { name, english, chinese }
    }
}
