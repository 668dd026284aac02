use std::io::Write;

use super::made::{chinese, pages_of, pdf, shown, utf_16};
use super::*;
use crate::Weight;

fn read_of(bytes: &[u8]) -> Result<Read, Unread> {
    crate::read(bytes, &Options::default())
}

#[test]
fn fonts_of_typesetters_are_read_by_their_maps() {
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    for map in ["GBK-EUC-H", "GBKp-EUC-H", "GB-EUC-H", "UniGB-UCS2-H", "UniGB-UTF16-H"] {
        let encoded = |text: &str| if map.starts_with("Uni") { utf_16(text) } else { gbk(text) };
        let page = shown(90, 700, &encoded("关于护林的通知")) + &shown(90, 660, &encoded("一、加强巡查"));
        let read = read_of(&chinese(map, &[page])).unwrap();
        assert_eq!(
            (read.format, read.text.as_str()),
            (Format::Pdf, "关于护林的通知\n一、加强巡查\n"),
            "{map}"
        );
        assert!(read.findings.is_empty(), "{:?}", read.findings);
    }
}

#[test]
fn lines_stand_in_the_order_of_the_page_without_its_furniture() {
    let page = |number: u32, body: &str| {
        shown(280, 40, &utf_16(&format!("— {number} —")))
            + &shown(122, 700, &utf_16(&body[3..]))
            + &shown(90, 700, &utf_16(&body[..3]))
    };
    let read = read_of(&chinese("UniGB-UCS2-H", &[page(1, "一、巡山"), page(2, "二、挂牌")])).unwrap();
    assert_eq!(read.text, "一 、巡山\n二 、挂牌\n".replace(' ', ""));
    assert_eq!(read.findings[0].code, "page-furniture");
}

#[test]
fn drawn_tables_are_told() {
    let text = shown(90, 700, &utf_16("任务")) + &shown(300, 700, &utf_16("责任单位"));
    let across = [720, 690, 660].map(|y| format!("80 {y} m 500 {y} l S\n")).concat();
    let down = [80, 250, 499].map(|x| format!("{x} 660 1 60 re f\n")).concat();
    let told = |lines: &str| {
        let read = read_of(&chinese("UniGB-UCS2-H", &[text.clone() + lines])).unwrap();
        read.findings.iter().map(|finding| finding.code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(told(&format!("{across}{down}")), ["drawn-table"]);
    assert!(told(&across).is_empty() && told(&down).is_empty() && told("0 0 595 842 re f\n").is_empty());
}

#[test]
fn turned_pages_are_read_along_their_lines_and_watermarks_are_left_out() {
    let hex = |text: &str| utf_16(text).iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().concat();
    let turned = |x: u32, text: &str| format!("BT /F1 16 Tf 0 1 -1 0 {x} 90 Tm <{}> Tj ET\n", hex(text));
    let slanted = format!("BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 200 Tm <{}> Tj ET\n", hex("内部"));
    let page = turned(140, "二、挂牌") + &slanted + &turned(100, "一、巡山");
    let read = read_of(&chinese("UniGB-UCS2-H", &[page])).unwrap();
    assert_eq!((read.text.as_str(), &*read.findings[0].code), ("一、巡山\n二、挂牌\n", "watermark"));
}

#[test]
fn scans_and_locked_files_are_named() {
    let empty = chinese("UniGB-UCS2-H", &["0 0 100 100 re f".to_owned(), String::new()]);
    assert_eq!(read_of(&empty), Err(Unread::Scanned { pages: 2 }));
    let none = pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec(),
    ]);
    assert!(read_of(&none).is_err());
    let unread = read_of(b"%PDF-1.7\nnothing").unwrap_err();
    assert!(unread.to_string().starts_with("damaged pdf: "), "{unread}");
}

/// A stream of a PDF, packed.
fn packed_stream(content: &str) -> Vec<u8> {
    let mut packing = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::best());
    packing.write_all(content.as_bytes()).unwrap();
    let packed = packing.finish().unwrap();
    let head = format!("<< /Length {} /Filter /FlateDecode >>\nstream\n", packed.len());
    [head.as_bytes(), &packed, b"\nendstream"].concat()
}

/// Two pages whose content is packed.
fn packed() -> Vec<u8> {
    let line = |y: u32, text: &str| shown(90, y, &utf_16(text));
    let page = |from: u32| {
        (0..12).map(move |at| line(760 - at * 30, &format!("第{}条巡山护林，不留死角", from + at)))
    };
    pages_of(
        "UniGB-UCS2-H",
        [page(1), page(13)].map(|page| packed_stream(&page.collect::<String>())).to_vec(),
    )
}

#[test]
fn damage_inside_streams_and_files_cut_off_are_told() {
    let whole = packed();
    let Read { text, findings, .. } = read_of(&whole).unwrap();
    assert!(text.contains("第24条") && findings.is_empty(), "{findings:?}");
    let told = |bytes: &[u8]| match read_of(bytes) {
        Ok(read) => read.text == text || read.findings.iter().any(|found| found.code == "damaged-file"),
        Err(_) => true,
    };
    for end in (b"%PDF-1.4".len()..whole.len()).step_by(3) {
        assert!(told(&whole[..end]), "cut at {end}");
    }
    let streams = memchr::memmem::find_iter(&whole, b">>\nstream\n")
        .zip(memchr::memmem::find_iter(&whole, b"endstream"));
    for (start, end) in streams.map(|(start, end)| (start + 10, end)) {
        for at in (start..end).step_by(2) {
            let mut flipped = whole.clone();
            flipped[at] ^= 0x10;
            assert!(told(&flipped), "flipped at {at}");
            let without = [&whole[..at], &whole[(at + 9).min(end)..]].concat();
            assert!(told(&without), "nine bytes out at {at}");
        }
    }
    let plain = chinese(
        "UniGB-UCS2-H",
        &[shown(90, 700, &utf_16("一、巡山")) + &shown(90, 600, &utf_16("二、挂牌"))],
    );
    let at = memchr::memmem::find(&plain, b"BT").unwrap();
    let read = read_of(&[&plain[..at], &plain[at + 30..]].concat()).unwrap();
    assert_eq!(read.findings[0].message, "1 of 1 streams of the file are damaged: the text may have gaps");
}

#[test]
fn pages_without_text_among_others_are_told() {
    let text = |text: &str| shown(90, 700, &utf_16(text));
    let pages = [text("一、巡山"), "q 0 0 100 100 re f Q".to_owned(), "q Q".to_owned(), text("二、挂牌")];
    let read = read_of(&chinese("UniGB-UCS2-H", &pages)).unwrap();
    let found: Vec<_> = read.findings.iter().map(|found| (&*found.code, found.weight)).collect();
    assert_eq!(found, [("page-without-text", Weight::Warning), ("blank-page", Weight::Note)]);
    assert!(read.findings[1].message.starts_with("1 of 4 pages are blank (page 3)"), "{read:?}");
}

#[test]
fn damaged_files_never_panic() {
    let whole = chinese("GBK-EUC-H", &[shown(90, 700, &encoding_rs::GBK.encode("关于护林的通知").0)]);
    for at in (0..whole.len()).step_by(7) {
        let _ = read_of(&whole[..at]);
        let mut bytes = whole.clone();
        bytes[at] ^= 0x13;
        let _ = read_of(&bytes);
    }
}

#[test]
fn objects_nested_deeper_than_a_stack_are_refused() {
    let deep = format!("<< /Type /Catalog /X {}{} >>", "[".repeat(100_000), "]".repeat(100_000));
    let unread = read_of(&pdf(&[deep.into_bytes()])).unwrap_err();
    assert_eq!(unread.to_string().split(';').next(), Some("damaged pdf: nested deeper than 500 objects"));
}
