//! PDF files that tests make.

/// A PDF of objects, numbered from 1; the first is the catalogue.
pub(crate) fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut offsets = vec![];
    for (number, object) in (1..).zip(objects) {
        offsets.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in &offsets {
        bytes.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let end = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    bytes.extend(end.bytes());
    bytes
}

/// A stream of a PDF.
pub(crate) fn stream(content: &str) -> Vec<u8> {
    format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()).into_bytes()
}

/// Pages with a font of Adobe-GB1 that is not embedded, has no table to Unicode, and is encoded by `map`.
pub(crate) fn chinese(map: &str, pages: &[String]) -> Vec<u8> {
    pages_of(map, pages.iter().map(|page| stream(page)).collect())
}

/// Such pages whose content is a stream of any kind.
pub(crate) fn pages_of(map: &str, pages: Vec<Vec<u8>>) -> Vec<u8> {
    let kids = (0..pages.len()).map(|page| format!("{} 0 R", 5 + page * 2)).collect::<Vec<_>>().join(" ");
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()).into_bytes(),
        format!("<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /{map} /DescendantFonts [4 0 R] >>").into_bytes(),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) \
          /Supplement 2 >> /DW 1000 >>"
            .to_vec(),
    ];
    for (at, page) in pages.into_iter().enumerate() {
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
                6 + at * 2
            )
            .into_bytes(),
        );
        objects.push(page);
    }
    pdf(&objects)
}

/// A line at a place of the page, in the bytes of an encoding.
pub(crate) fn shown(x: u32, y: u32, bytes: &[u8]) -> String {
    let hex = bytes.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().concat();
    format!("BT /F1 16 Tf 1 0 0 1 {x} {y} Tm <{hex}> Tj ET\n")
}

/// The bytes of a text in UTF-16BE.
pub(crate) fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}
