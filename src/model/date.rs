//! A day of the calendar: [`Date`].

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ValueError;

/// A calendar day, checked: 1949 to 2100, month and day that exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or `None` if there is no such day between 1949 and 2100.
    ///
    /// ```
    /// use gongwen::Date;
    /// assert_eq!(Date::new(2024, 5, 10).map(|d| d.to_string()).as_deref(), Some("2024-05-10"));
    /// assert_eq!(Date::new(2023, 2, 29), None);
    /// ```
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1949..=2100).contains(&year) && (1..=last).contains(&day)).then_some(Date { year, month, day })
    }

    /// The year, 1949 to 2100.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// ISO 8601: `2024-05-10`.
impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

/// Reads ISO 8601: `2024-05-10`.
///
/// ```
/// use gongwen::Date;
/// assert_eq!("2024-05-10".parse(), Ok(Date::new(2024, 5, 10).unwrap()));
/// assert!("2024-5-10".parse::<Date>().is_err());
/// ```
impl FromStr for Date {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let read = || {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        };
        // what is read may be written otherwise: `+2024-5-10`
        let date = read().filter(|date| date.to_string() == text);
        date.ok_or_else(|| ValueError::new(text, "a day of the calendar such as 2024-05-10"))
    }
}

impl TryFrom<String> for Date {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, ValueError> {
        text.parse()
    }
}
