//! The file of `gongwen review`: notices that were read, each as an island of data.

use std::io::{self, Write};

use serde::Serialize;

use crate::entry::Entry;
use crate::frame::Frame;
use crate::overview::{Line, Overview};
use crate::said::Said;

/// The page while it is written.
#[derive(Debug)]
pub struct Page<W> {
    out: W,
    frame: Frame,
    overview: Overview,
}

impl<W: Write> Page<W> {
    /// Begins with what stands before the notices.
    ///
    /// # Errors
    ///
    /// - what `out` says
    pub fn begin(mut out: W) -> io::Result<Self> {
        let frame = Frame::of_notices();
        out.write_all(frame.head().as_bytes())?;
        Ok(Page { out, frame, overview: Overview::new() })
    }

    /// Adds a notice: its line in the overview, and its [`island`].
    ///
    /// # Errors
    ///
    /// - what `out` says
    pub fn add(&mut self, line: Line, island: &str) -> io::Result<()> {
        let number = self.overview.add(line);
        writeln!(self.out, "<script type=\"application/json\" id=\"notice-{number}\">{island}</script>")
    }

    /// Ends with the overview, which names what could not be read, and the program, and gives back `out`.
    ///
    /// # Errors
    ///
    /// - what `out` says
    pub fn finish(mut self, failures: Vec<Said>) -> io::Result<W> {
        self.overview.fail(failures);
        let overview = json(&self.overview)?;
        writeln!(self.out, "<script type=\"application/json\" id=\"overview\">{overview}</script>")?;
        self.out.write_all(self.frame.tail().as_bytes())?;
        Ok(self.out)
    }
}

/// A notice as data that no browser takes for markup.
///
/// # Errors
///
/// - none that is known: the entry's types can all be written as JSON
pub fn island(entry: &Entry<'_>) -> io::Result<String> {
    json(entry)
}

/// JSON without `<`, which could end the element that it stands in, or begin a comment. It stands in strings alone, where
/// `\u003c` says the same.
pub(crate) fn json(value: &impl Serialize) -> io::Result<String> {
    Ok(serde_json::to_string(value)?.replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::digest;

    fn page() -> String {
        let text = "云溪县水利局关于修渠的通知\n一、修渠。（县水利局牵头，2024年底前完成）";
        let parsed = gongwen::parse(text);
        let mut page = Page::begin(Vec::new()).unwrap();
        let entry = Entry::new("</script><!--<b>", text, &parsed);
        page.add(Line::of(&parsed, &entry), &island(&entry).unwrap()).unwrap();
        String::from_utf8(page.finish(vec![]).unwrap()).unwrap()
    }

    #[test]
    fn a_page_is_whole_and_names_what_may_run() {
        let page = page();
        assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
        assert!(!page.contains("{{"), "a place of the frame is empty");
        let between = |from: &str, to: &str| {
            page.split_once(from).and_then(|(_, rest)| rest.split_once(to)).unwrap().0.to_owned()
        };
        assert!(page.contains(&format!("script-src '{}'", digest(&between("<script>", "</script>")))));
        assert!(page.contains(&format!("style-src '{}'", digest(&between("<style>", "</style>")))));
    }

    #[test]
    fn data_holds_no_sign_that_begins_markup() {
        let page = page();
        let island = page.split_once("id=\"notice-0\">").unwrap().1;
        let (island, _) = island.split_once("</script>").unwrap();
        assert!(!island.contains('<') && island.contains("\\u003c/script>\\u003c!--\\u003cb>"), "{island}");
        let data: serde_json::Value = serde_json::from_str(island).unwrap();
        assert_eq!(data["doc"], "</script><!--<b>");
    }
}
