use super::*;

const NOTICE: &str = "翠湖市人民政府办公室关于做好护林工作的通知\n各镇人民政府：\n一、加强巡查。\n";

fn gb(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

#[track_caller]
fn assert_read(bytes: &[u8], charset: &str, text: &str, codes: &[&str]) {
    let decoded = decoded(bytes, None, None).unwrap();
    let found = decoded.findings.iter().map(|finding| &*finding.code).collect::<Vec<_>>();
    assert_eq!((decoded.charset.name(), decoded.text.as_str(), found.as_slice()), (charset, text, codes));
}

#[test]
fn each_encoding_is_told_by_its_bytes() {
    let utf_16 = |unit: fn(u16) -> [u8; 2]| NOTICE.encode_utf16().flat_map(unit).collect::<Vec<_>>();
    assert_read(NOTICE.as_bytes(), "UTF-8", NOTICE, &[]);
    assert_read(&gb(NOTICE), "GB18030", NOTICE, &[]);
    assert_read(&utf_16(u16::to_le_bytes), "UTF-16LE", NOTICE, &[]);
    assert_read(&utf_16(u16::to_be_bytes), "UTF-16BE", NOTICE, &[]);
}

#[test]
fn marks_tell_and_stay_only_where_offsets_are_the_files() {
    let marked = format!("\u{feff}{NOTICE}");
    assert_read(marked.as_bytes(), "UTF-8", &marked, &[]);
    assert_read(&gb(&marked), "GB18030", NOTICE, &[]);
    let utf_16 = marked.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    assert_read(&utf_16, "UTF-16LE", NOTICE, &[]);
}

#[test]
fn utf_8_with_a_bad_byte_stays_utf_8_and_says_so() {
    for at in [0, 3, 30, NOTICE.len() - 1] {
        let mut bytes = NOTICE.as_bytes().to_vec();
        bytes[at] = 0xff;
        let decoded = decoded(&bytes, None, None).unwrap();
        assert_eq!(decoded.charset, Charset::UTF_8);
        assert_eq!(decoded.findings[0].code, "damaged-text");
        assert!(
            decoded.findings[0].message.contains(&format!("byte {}", at / 3 * 3)) || at + 1 == NOTICE.len()
        );
        assert!(decoded.text.contains('\u{fffd}'));
    }
}

#[test]
fn a_cut_off_end_is_named() {
    let bytes = &NOTICE.as_bytes()[..NOTICE.len() - 2];
    let decoded = decoded(bytes, None, None).unwrap();
    assert_eq!(decoded.charset, Charset::UTF_8);
    assert!(decoded.findings[0].message.starts_with("1 places are no UTF-8"), "{:?}", decoded.findings);
    let bytes = gb(NOTICE);
    let decoded = super::decoded(&bytes[..bytes.len() - 2], None, None).unwrap();
    assert_eq!(decoded.charset, Charset::GB18030);
    assert_eq!(decoded.findings[0].code, "damaged-text");
}

#[test]
fn short_and_odd_bytes_are_read_with_a_doubt() {
    assert_read(&gb("通知"), "GB18030", "通知", &["doubtful-encoding"]);
    let big_5 = encoding_rs::BIG5.encode("臺北市政府關於加強護林工作的通知").0.into_owned();
    let decoded = decoded(&big_5, None, None).unwrap();
    assert!(!decoded.findings.is_empty(), "{}", decoded.text);
}

#[test]
fn points_of_gb18030_without_a_place_in_unicode_are_named() {
    let mut bytes = gb(NOTICE);
    bytes.extend(b"\xa6\xd9\xfe\x59");
    assert_read(&bytes, "GB18030", &format!("{NOTICE}\u{fe10}\u{9fb4}"), &[]);
    bytes.extend(b"\xa6\xfe");
    let decoded = decoded(&bytes, None, None).unwrap();
    assert_eq!(decoded.findings[0].code, "private-use");
}

#[test]
fn what_is_no_text_is_refused_by_its_first_odd_byte() {
    let refused = |bytes: &[u8]| decoded(bytes, None, None).unwrap_err();
    assert_eq!(refused(b"ab\0\xffcd\x01\x02\x03"), Unread::Binary { byte: 0, offset: 2 });
    assert_eq!(refused(b"\xff"), Unread::Binary { byte: 0xff, offset: 0 });
    assert!(matches!(refused(b"\xff\xfe\0\0a\0\0\0"), Unread::Unsupported { what: "UTF-32", .. }));
    assert!(matches!(refused(&(0..=255).cycle().take(4096).collect::<Vec<u8>>()), Unread::Binary { .. }));
}

#[test]
fn an_encoding_that_is_asked_for_is_taken_or_refused() {
    let forced = |bytes: &[u8], name: &str| decoded(bytes, Some(name.parse().unwrap()), None);
    assert_eq!(forced(&gb("通知"), "gbk").unwrap().text, "通知");
    assert!(forced(&gb("通知"), "gbk").unwrap().findings.is_empty());
    let refused = forced(&gb(NOTICE), "utf-8").unwrap_err();
    assert_eq!(refused, Unread::OtherCharset { charset: "UTF-8", byte: 0xb4, offset: 0 });
    assert!("klingon".parse::<Charset>().is_err());
}

#[test]
fn what_a_page_declares_counts_for_what_is_no_utf_8() {
    let gbk = Charset::of_label(b"gb2312");
    assert_eq!(gbk, Some(Charset::GB18030));
    let decoded = decoded(NOTICE.as_bytes(), None, gbk).unwrap();
    assert_eq!((decoded.charset, decoded.text.as_str()), (Charset::UTF_8, NOTICE));
    let big_5 = encoding_rs::BIG5.encode("關於加強護林工作的通知").0.into_owned();
    let decoded = super::decoded(&big_5, None, Charset::of_label(b"big5")).unwrap();
    assert_eq!(decoded.text, "關於加強護林工作的通知");
}

/// Beginnings of real notices, in both encodings, whole and with a bad byte.
#[test]
fn real_notices_are_told_apart() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/text");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    for file in files {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for length in [40, 200, 2000, usize::MAX] {
            let start = text.chars().take(length).collect::<String>();
            assert_eq!(charset(start.as_bytes()).unwrap(), Charset::UTF_8);
            let decoded = decoded(&gb(&start), None, None).unwrap();
            assert_eq!(decoded.text, start.trim_start_matches('\u{feff}'));
            let mut bad = start.clone().into_bytes();
            let middle = bad.len() / 2;
            bad[middle] = 0x81;
            if std::str::from_utf8(&bad).is_err() {
                assert_eq!(charset(&bad).unwrap(), Charset::UTF_8, "{start}");
            }
        }
    }
}
