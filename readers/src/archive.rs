//! Zip archives that hold a document: parts by name, within a limit of bytes.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::{Format, Unread, xml};

/// The parts of a document.
#[derive(Debug)]
pub(crate) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    format: Format,
    limit: usize,
    /// Bytes that may still be unpacked.
    left: usize,
}

impl<'b> Archive<'b> {
    /// Opens an archive of which at most `limit` bytes are unpacked, whatever its directory says.
    pub(crate) fn open(bytes: &'b [u8], format: Format, limit: usize) -> Result<Self, Unread> {
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| Unread::Damaged { what: format.name(), reason: error.to_string() })?;
        Ok(Archive { zip, format, limit, left: limit })
    }

    /// The names of its parts.
    pub(crate) fn names(&self) -> Vec<String> {
        self.zip
            .file_names_raw()
            .map(|name| String::from_utf8_lossy(name).replace('\\', "/").trim_start_matches('/').to_owned())
            .collect()
    }

    /// The text of an XML part; `None` if there is none of the name.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<String>, Unread> {
        self.part(name)?.map(|bytes| xml::text(&bytes)).transpose()
    }

    /// The text of an XML part that must be there.
    pub(crate) fn needed_xml(&mut self, name: &str) -> Result<String, Unread> {
        let missing =
            || Unread::Damaged { what: self.format.name(), reason: format!("found no part {name}") };
        let missing = missing();
        self.xml(name)?.ok_or(missing)
    }

    /// Unpacks every part and forgets it, for readers that know no limit.
    pub(crate) fn bounded(&mut self) -> Result<(), Unread> {
        (0..self.zip.len()).try_for_each(|index| self.unpacked(index).map(drop))
    }

    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unread> {
        let wanted = name.trim_start_matches('/');
        // writers differ in case and slashes
        let index = self.names().iter().position(|name| name.eq_ignore_ascii_case(wanted));
        index.map(|index| self.unpacked(index)).transpose()
    }

    fn unpacked(&mut self, index: usize) -> Result<Vec<u8>, Unread> {
        let damaged = |reason: String| Unread::Damaged { what: self.format.name(), reason };
        let file = self.zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(reason) if reason.contains("assword") => {
                Unread::Encrypted
            }
            error => damaged(error.to_string()),
        })?;
        let mut bytes = vec![];
        let most = u64::try_from(self.left).unwrap_or(u64::MAX).saturating_add(1);
        file.take(most).read_to_end(&mut bytes).map_err(|error| damaged(error.to_string()))?;
        self.left = self.left.checked_sub(bytes.len()).ok_or(Unread::TooLarge { limit: self.limit })?;
        Ok(bytes)
    }
}

/// The names of the parts of an archive; `None` if its directory is damaged.
pub(crate) fn names(bytes: &[u8]) -> Option<Vec<String>> {
    Archive::open(bytes, Format::Docx, 0).ok().map(|archive| archive.names())
}

/// Where a reference from one part leads: `footnotes.xml` from `word/document.xml`, `/word/styles.xml` from anywhere.
pub(crate) fn target(from: &str, reference: &str) -> String {
    let folder = from.rfind('/').map_or("", |end| &from[..end]);
    let mut parts = if reference.starts_with('/') { vec![] } else { folder.split('/').collect::<Vec<_>>() };
    for part in reference.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_lead_from_the_part_that_holds_them() {
        for (from, reference, path) in [
            ("word/document.xml", "footnotes.xml", "word/footnotes.xml"),
            ("word/document.xml", "/word/styles.xml", "word/styles.xml"),
            ("word/document.xml", "../x/./a.xml", "x/a.xml"),
            ("OFD.xml", "Doc_0/Document.xml", "Doc_0/Document.xml"),
            ("OFD.xml", "../../a", "a"),
        ] {
            assert_eq!(target(from, reference), path);
        }
    }
}
