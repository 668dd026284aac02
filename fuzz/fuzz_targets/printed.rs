//! What each grammar reads, printed into a small notice, is read back as itself.
#![no_main]

#[path = "../../tests/laws/mod.rs"]
mod laws;

use arbitrary::Arbitrary;
use gongwen::{Date, Role};
use laws::printed::{
    CITED, CODES, DAY_FORMS, GENRES, MARKERS, MATTERS, MOST_ITEMS, RECIPIENTS, SHAPES, TIMES, UNITS,
    citation, day, deadline, items, number, recipients, title, units,
};

#[derive(Debug, Arbitrary)]
enum Printed {
    Number { code: usize, year: u16, serial: u32, shape: usize, ordinal: bool },
    Day { year: u16, month: u8, day: u8, form: usize },
    Title { matter: usize, genre: usize },
    Recipients { names: Vec<usize> },
    Citation { title: usize, code: usize, year: u16, serial: u32 },
    Deadline { words: usize },
    Items { marker: usize, count: u8 },
    Units { names: Vec<usize>, separator: bool, role: u8 },
}

libfuzzer_sys::fuzz_target!(|printed: Printed| {
    let wrong = match printed {
        Printed::Number { code, year, serial, shape, ordinal } => {
            let shape = SHAPES[shape % SHAPES.len()];
            let ordinal = if ordinal { "第" } else { "" };
            number(CODES[code % CODES.len()], 1949 + year % 152, 1 + serial % 99_999, shape, ordinal)
        }
        Printed::Day { year, month, day: of_month, form } => {
            let date = Date::new(1949 + year % 152, 1 + month % 12, 1 + of_month % 31);
            date.and_then(|date| day(date, DAY_FORMS[form % DAY_FORMS.len()]))
        }
        Printed::Title { matter, genre } => {
            title(MATTERS[matter % MATTERS.len()], GENRES[genre % GENRES.len()])
        }
        Printed::Recipients { names } => {
            let names: Vec<&str> =
                names.iter().take(20).map(|at| RECIPIENTS[at % RECIPIENTS.len()]).collect();
            if names.is_empty() { None } else { recipients(&names) }
        }
        Printed::Citation { title, code, year, serial } => {
            let title = format!("关于{}", CITED[title % CITED.len()]);
            citation(&title, CODES[code % CODES.len()], 1949 + year % 152, 1 + serial % 99_999)
        }
        Printed::Deadline { words } => deadline(TIMES[words % TIMES.len()]),
        Printed::Items { marker, count } => items(MARKERS[marker % MARKERS.len()], 1 + count % MOST_ITEMS),
        Printed::Units { names, separator, role } => {
            let names: Vec<&str> = names.iter().take(40).map(|at| UNITS[at % UNITS.len()]).collect();
            let separator = if separator { "、" } else { "，" };
            let role = [Role::Lead, Role::Support, Role::Responsible][usize::from(role) % 3];
            if names.is_empty() { None } else { units(&names, separator, role) }
        }
    };
    if let Some(wrong) = wrong {
        panic!("comes back changed: {wrong}");
    }
});
