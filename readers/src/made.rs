//! Files that tests make.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

/// A zip archive of parts.
pub(crate) fn zipped<'p>(parts: impl IntoIterator<Item = (&'p str, &'p [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word file: the inside of its body, and other parts under `word/`, without their outermost elements.
pub(crate) fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    docx_with_prefix("w", body, others)
}

/// A Word file whose elements have another prefix than `w:`.
pub(crate) fn docx_with_prefix(prefix: &str, body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let wrapped = |name: &str, inside: &str| {
        let inside = inside.replace("<w:", &format!("<{prefix}:")).replace("</w:", &format!("</{prefix}:"));
        let inside = inside.replace(" w:", &format!(" {prefix}:"));
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><{prefix}:{name} xmlns:{prefix}=\"{SPACE}\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:v\" \
             xmlns:wps=\"urn:wps\">{inside}</{prefix}:{name}>"
        )
    };
    let body = wrapped("document", &format!("<w:body>{body}</w:body>"));
    let mut parts = vec![("word/document.xml".to_owned(), body)];
    for (name, inside) in others {
        parts.push((format!("word/{name}.xml"), wrapped(name, inside)));
    }
    zipped(parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
}

/// An OFD file of pages: the insides of their layers.
pub(crate) fn ofd(pages: &[&str]) -> Vec<u8> {
    let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    let main = format!(
        "<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    );
    let list =
        (0..pages.len()).map(|at| format!("<ofd:Page ID=\"{at}\" BaseLoc=\"Pages/Page_{at}/Content.xml\"/>"));
    let root = format!(
        "<ofd:Document {space}><ofd:Pages>{}</ofd:Pages></ofd:Document>",
        list.collect::<Vec<_>>().concat()
    );
    let mut parts = vec![("OFD.xml".to_owned(), main), ("Doc_0/Document.xml".to_owned(), root)];
    for (at, page) in pages.iter().enumerate() {
        let page =
            format!("<ofd:Page {space}><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>");
        parts.push((format!("Doc_0/Pages/Page_{at}/Content.xml"), page));
    }
    zipped(parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
}

/// Words at a place of a page of OFD, in millimetres.
pub(crate) fn text_object(left: u32, top: u32, text: &str) -> String {
    let width = text.chars().count() * 5;
    format!(
        "<ofd:TextObject Boundary=\"{left} {top} {width} 5\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"4\">{text}</ofd:TextCode></ofd:TextObject>"
    )
}
