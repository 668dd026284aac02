//! The enums of the model by their stable names: printed, and read back.

use std::fmt;
use std::str::FromStr;

use super::{Code, ElementKind, Genre, MarkerStyle, Role, Severity, UnitKind, ValueError};

/// Prints the stable name of each value, and reads it back.
macro_rules! named {
    ($($type:ident, $expected:literal;)*) => {
        $(
            /// Prints the stable name.
            impl fmt::Display for $type {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(self.name())
                }
            }

            /// Reads the stable name.
            impl FromStr for $type {
                type Err = ValueError;

                fn from_str(text: &str) -> Result<Self, ValueError> {
                    let named = $type::ALL.iter().find(|value| value.name() == text);
                    named.copied().ok_or_else(|| ValueError::new(text, $expected))
                }
            }
        )*
    };
}

named! {
    Code, "the code of a finding such as joined-line";
    ElementKind, "a kind of element such as doc-number";
    Genre, "a genre (文种) such as 通知";
    MarkerStyle, "a marker's style such as han-comma";
    Role, "lead, support or responsible";
    Severity, "note, warning or error";
    UnitKind, "organ or group";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_named<T: FromStr<Err = ValueError> + fmt::Display + PartialEq + fmt::Debug>(all: &[T]) {
        assert!(!all.is_empty());
        for value in all {
            assert_eq!(value.to_string().parse().as_ref(), Ok(value));
        }
        assert!("no name of anything".parse::<T>().is_err());
    }

    #[test]
    fn every_name_reads_back_to_its_value() {
        assert_named(Code::ALL);
        assert_named(ElementKind::ALL);
        assert_named(Genre::ALL);
        assert_named(MarkerStyle::ALL);
        assert_named(Role::ALL);
        assert_named(Severity::ALL);
        assert_named(UnitKind::ALL);
    }

    #[test]
    fn a_name_is_padded_to_the_width_that_is_asked_for() {
        assert_eq!(format!("{:8}|", Role::Lead), "lead    |");
    }
}
