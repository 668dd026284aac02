//! What a file was, whatever became of it.

use gongwen_readers::{Charset, Format};
use gongwen_tables::{Cell, Column, ColumnType, Layout};
use sha2::{Digest, Sha256};

/// What a text was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    /// How many bytes the file has; of a record, its text.
    pub(crate) bytes: usize,
    /// Their digest.
    pub(crate) sha256: Digits,
    /// What the file is.
    pub(crate) format: Format,
    /// How its text was encoded; nothing where the format says it.
    pub(crate) charset: Option<Charset>,
    /// The other fields of a record, as a JSON object; empty for a file of one text.
    pub(crate) fields: String,
}

/// A SHA-256 digest, in hexadecimal as `sha256sum` prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digits(String);

impl Digits {
    /// That of these bytes.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
        Digits(Sha256::digest(bytes).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Origin {
    /// How many columns it has in `documents`.
    const COLUMNS: usize = 5;

    /// Adds its columns to `documents`.
    pub(crate) fn add_columns(layout: &mut Layout) {
        let columns: [_; Self::COLUMNS] = [
            ("format", ColumnType::Text, "what the file is, told by its content", "文件格式（按内容判断）"),
            ("encoding", ColumnType::Text, "how its text was encoded", "文本编码"),
            (
                "bytes",
                ColumnType::Integer,
                "size of the file; of a record, of its text",
                "文件字节数（一条记录为其文本的字节数）",
            ),
            ("sha256", ColumnType::Text, "SHA-256 digest of these bytes", "SHA-256 摘要"),
            (
                "fields",
                ColumnType::Text,
                "other fields of a record, as a JSON object",
                "记录的其他字段（JSON）",
            ),
        ];
        for (name, of, english, chinese) in columns {
            layout.add_field(Column::new(name, of, english, chinese));
        }
    }

    /// Its cells in these columns.
    pub(crate) fn cells(&self) -> [Cell<'_>; Self::COLUMNS] {
        [
            Cell::from(self.format.name()),
            Cell::from(self.charset.map(Charset::name)),
            i64::try_from(self.bytes).map_or(Cell::Empty, Cell::Integer),
            Cell::from(self.sha256.as_str()),
            Cell::from(self.fields.as_str()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_standards() {
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Digits::of(b"abc").as_str(), digest);
    }
}
