//! Plain text.

use crate::encoding::decoded;
use crate::records::is_unnamed_table;
use crate::{Finding, Format, Options, Read, Unread};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Read, Unread> {
    let decoded = decoded(bytes, options.charset, None)?;
    let mut read = Read::new(Format::Text);
    read.text = decoded.text;
    read.charset = Some(decoded.charset);
    read.findings = decoded.findings;
    if is_unnamed_table(&read.text) {
        let message =
            "read as one text, though it looks like a table of records: name the column with their text";
        read.findings.push(Finding::warning("table-of-records", message));
    }
    Ok(read)
}
