//! Steps through the calendar: last days of months, the day before, lengths added.

use crate::Date;

/// The last day of a month.
pub(super) fn last_of_month(year: u16, month: u8) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::new(year, month, day))
}

/// The day before; `None` before 1949.
pub(super) fn day_before(date: Date) -> Option<Date> {
    match (date.month(), date.day()) {
        (1, 1) => Date::new(date.year().checked_sub(1)?, 12, 31),
        (month, 1) => last_of_month(date.year(), month - 1),
        (month, day) => Date::new(date.year(), month, day - 1),
    }
}

/// The same day so many months later; the last day of the month where it has no such day. `None` after 2100.
pub(super) fn months_later(date: Date, months: u32) -> Option<Date> {
    let count = u32::from(date.year()) * 12 + u32::from(date.month() - 1) + months.min(2000);
    let (year, month) = (u16::try_from(count / 12).ok()?, u8::try_from(count % 12).ok()? + 1);
    Date::new(year, month, date.day()).or_else(|| last_of_month(year, month))
}

/// How many months lie from the month of one date to that of another; 0 where it is earlier.
pub(super) fn months_between(from: Date, to: Date) -> u32 {
    let count = |date: Date| u32::from(date.year()) * 12 + u32::from(date.month());
    count(to).saturating_sub(count(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        crate::grammar::date::date(text).and_then(|(date, _)| date).unwrap()
    }

    #[test]
    fn months_end_on_their_last_day() {
        assert_eq!(last_of_month(2024, 2), Some(date("2024-02-29")));
        assert_eq!(last_of_month(2023, 2), Some(date("2023-02-28")));
        assert_eq!(last_of_month(2023, 13), None);
    }

    #[test]
    fn the_day_before_crosses_months_and_years() {
        for (day, before) in
            [("2024-03-01", "2024-02-29"), ("2024-01-01", "2023-12-31"), ("2024-05-10", "2024-05-09")]
        {
            assert_eq!(day_before(date(day)), Some(date(before)), "{day}");
        }
        assert_eq!(day_before(date("1949-01-01")), None);
    }

    #[test]
    fn lengths_are_added_by_the_month() {
        assert_eq!(months_later(date("2024-07-01"), 60), Some(date("2029-07-01")));
        assert_eq!(months_later(date("2024-01-31"), 1), Some(date("2024-02-29")));
        assert_eq!(months_later(date("2099-01-31"), 60), None);
        assert_eq!(months_between(date("2023-11-30"), date("2024-02-01")), 3);
        assert_eq!(months_between(date("2024-02-01"), date("2023-11-30")), 0);
    }
}
