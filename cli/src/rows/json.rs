//! Rows of JSON Lines.

use std::borrow::Cow;
use std::fmt;

use gongwen::Parsed;
use gongwen_tables::{Column, ColumnType, Table};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::messages::{Said, no_result, no_row};
use crate::rows::{Fault, KNOWN, Row, needed, unfit};

/// Hands over each row of a table.
///
/// # Errors
///
/// - a line is no object, lacks a column, or a value does not hold what its column holds
/// - what `take` says
pub(super) fn read(
    text: &str,
    table: Table,
    mut take: impl FnMut(Row) -> Result<(), String>,
) -> Result<(), Fault> {
    let expected = |said: &str| no_row(said, table.name());
    lines(text).try_for_each(|(at, line)| {
        let row = object(line, |json| RowOf(table).deserialize(json));
        let row = row.map_err(|fault| fault.moved(at, expected))?;
        take(row).map_err(|message| Fault::new(at, message))
    })
}

/// Hands over each result of `json --lines` with its name.
///
/// # Errors
///
/// - a line is no such result
/// - what `take` says
pub(super) fn results(
    text: &str,
    mut take: impl FnMut(&str, &Parsed) -> Result<(), String>,
) -> Result<(), Fault> {
    /// The name beside a result. Names and results are read apart: a flattened field has no place in the line.
    #[derive(Deserialize)]
    struct Name<'l> {
        #[serde(borrow)]
        doc: Cow<'l, str>,
    }
    let expected = |said: &str| no_result(said);
    lines(text).try_for_each(|(at, line)| {
        let name: Name<'_> =
            object(line, |json| Name::deserialize(json)).map_err(|fault| fault.moved(at, expected))?;
        let parsed =
            object(line, |json| Parsed::deserialize(json)).map_err(|fault| fault.moved(at, expected))?;
        take(&name.doc, &parsed).map_err(|message| Fault::new(at, message))
    })
}

/// The lines that are not blank, with their places.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        end += line.len();
        (end - line.len(), line.trim_end_matches(['\n', '\r']))
    });
    lines.filter(|(_, line)| !line.trim().is_empty())
}

impl Fault {
    /// In the file, and with what was expected.
    fn moved(self, by: usize, expected: impl Fn(&str) -> Said) -> Self {
        Fault::new(self.at + by, expected(&self.message))
    }
}

/// Reads the one value of a line.
fn object<'l, T>(
    line: &'l str,
    read: impl FnOnce(&mut serde_json::Deserializer<serde_json::de::StrRead<'l>>) -> serde_json::Result<T>,
) -> Result<T, Fault> {
    let mut json = serde_json::Deserializer::from_str(line);
    let read = read(&mut json).and_then(|value| json.end().map(|()| value));
    read.map_err(|error| {
        let message = error.to_string();
        // `… at line 1 column 12`: the place is told in front of the message, and counts characters there
        let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
        Fault::new(floor(line, error.column().saturating_sub(1)), message)
    })
}

/// The start of the character at a byte.
fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Reads a row of a table.
struct RowOf(Table);

impl<'de> DeserializeSeed<'de> for RowOf {
    type Value = Row;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Row, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowOf {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Row, M::Error> {
        let columns = KNOWN.columns(self.0);
        let mut row = Row::new(self.0);
        let mut seen = vec![false; columns.len()];
        while let Some(name) = map.next_key::<Cow<'de, str>>()? {
            match columns.iter().position(|column| column.name == name) {
                Some(place) => {
                    row.cells[place] = map.next_value_seed(CellOf(&columns[place]))?;
                    seen[place] = true;
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        match needed(self.0).find(|(place, _)| !seen[*place]) {
            Some((_, column)) => Err(M::Error::custom(format!("no column {}", column.name))),
            None => Ok(row),
        }
    }
}

/// Reads what stands under a column, in the form of CSV.
struct CellOf<'c>(&'c Column);

impl<'de> DeserializeSeed<'de> for CellOf<'_> {
    type Value = Box<str>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Box<str>, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for CellOf<'_> {
    type Value = Box<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let holds = match self.0.holds {
            ColumnType::Text => "a string",
            ColumnType::Integer => "a whole number",
            ColumnType::Boolean => "true or false",
            ColumnType::Date => "a day such as \"2024-05-10\"",
            ColumnType::List => "a list of strings",
        };
        write!(f, "{holds} or null under column {}", self.0.name)
    }

    fn visit_unit<E>(self) -> Result<Box<str>, E> {
        Ok(Box::default())
    }

    fn visit_str<E: serde::de::Error>(self, words: &str) -> Result<Box<str>, E> {
        let fits = match self.0.holds {
            ColumnType::Text => true,
            ColumnType::Date => unfit(self.0, words).is_none(),
            ColumnType::Integer | ColumnType::Boolean | ColumnType::List => false,
        };
        if fits { Ok(words.into()) } else { Err(E::invalid_type(serde::de::Unexpected::Str(words), &self)) }
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Box<str>, E> {
        match self.0.holds {
            ColumnType::Boolean => Ok(value.to_string().into()),
            _ => Err(E::invalid_type(serde::de::Unexpected::Bool(value), &self)),
        }
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Box<str>, E> {
        match self.0.holds {
            ColumnType::Integer => Ok(number.to_string().into()),
            _ => Err(E::invalid_type(serde::de::Unexpected::Signed(number), &self)),
        }
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Box<str>, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => Err(E::invalid_value(serde::de::Unexpected::Unsigned(number), &self)),
        }
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Box<str>, S::Error> {
        if self.0.holds != ColumnType::List {
            return Err(S::Error::invalid_type(serde::de::Unexpected::Seq, &self));
        }
        let mut words: Vec<String> = Vec::new();
        while let Some(word) = list.next_element()? {
            words.push(word);
        }
        Ok(words.join("|").into())
    }
}
