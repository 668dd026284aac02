use super::*;
use crate::made::zipped;

/// A workbook: the names of its sheets, what else they say, and the insides of `sheetData` with what stands behind it.
fn xlsx(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
        xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut names, mut relations, mut parts) = (vec![], vec![], vec![]);
    for (at, (name, more, inside)) in (1..).zip(sheets) {
        names.push(format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"rId{at}\" {more}/>"));
        let target = format!("worksheets/sheet{at}.xml");
        relations
            .push(format!("<Relationship Id=\"rId{at}\" Type=\"{kind}/worksheet\" Target=\"{target}\"/>"));
        parts.push((format!("xl/{target}"), format!("<worksheet {space}>{inside}</worksheet>")));
    }
    let (names, relations) = (names.concat(), relations.concat());
    let styles = "<numFmts/><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    parts.push(("xl/styles.xml".into(), format!("<styleSheet {space}>{styles}</styleSheet>")));
    parts.push(("xl/workbook.xml".into(), format!("<workbook {space}><sheets>{names}</sheets></workbook>")));
    let head = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    parts.push(("xl/_rels/workbook.xml.rels".into(), format!("{head}{relations}</Relationships>")));
    let main =
        format!("<Relationship Id=\"rId1\" Type=\"{kind}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    parts.push(("_rels/.rels".into(), format!("{head}{main}</Relationships>")));
    zipped(parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
}

fn text(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn data(rows: &[&[String]]) -> String {
    let rows = rows.iter().map(|row| format!("<row>{}</row>", row.concat()));
    format!("<sheetData>{}</sheetData>", rows.collect::<Vec<_>>().concat())
}

#[test]
fn sheets_are_named_without_being_read() {
    let bytes = xlsx(&[("tasks", "", "no data"), ("单位", "", "</")]);
    assert_eq!(crate::sheet_names(Cursor::new(&bytes)), ["tasks", "单位"]);
    assert!(crate::sheet_names(Cursor::new(&bytes[..bytes.len() / 2])).is_empty());
    assert!(crate::sheet_names(Cursor::new(zipped([("a.txt", &b"a"[..])].into_iter()))).is_empty());
}

#[test]
fn a_sheet_is_a_table_with_its_merged_cells() {
    let number =
        |place: &str, value: &str, style: u32| format!("<c r=\"{place}\" s=\"{style}\"><v>{value}</v></c>");
    let inside = data(&[
        &[text("A1", "分工表")],
        &[text("A3", "序号"), text("B3", "任务"), text("D3", "责任单位")],
        &[
            number("A4", "1", 0),
            text("B4", "巡山&#10;值守"),
            text("D4", "县林业局"),
            number("E4", "47999", 1),
        ],
        &[number("A5", "2", 0), text("B5", "挂牌")],
    ]) + "<mergeCells><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"D4:D5\"/></mergeCells>";
    let read = crate::read(&xlsx(&[("Sheet1", "", &inside)]), &Options::default()).unwrap();
    assert_eq!(read.format, Format::Xlsx);
    assert_eq!(
        read.text,
        "分工表\t\t\t\n序号\t任务\t责任单位\t\n1\t巡山\u{2028}值守\t县林业局\t2031年5月31日\n2\t挂牌\t\t\n"
    );
    let spans = |row: usize, cell: usize| {
        (read.grids[0].rows[row][cell].rowspan, read.grids[0].rows[row][cell].colspan)
    };
    assert_eq!((spans(0, 0), spans(2, 2)), ((1, 4), (2, 1)));
    assert_eq!(read.grids[0].rows[3].len(), 3);
}

#[test]
fn hidden_sheets_are_left_out_and_told() {
    let inside = |word: &str| data(&[&[text("A1", word), text("B1", word)]]);
    let (first, second, third) = (inside("甲"), inside("乙"), inside("丙"));
    let read = crate::read(
        &xlsx(&[("重点任务", "", &first), ("旧", "state=\"hidden\"", &second), ("Sheet3", "", &third)]),
        &Options::default(),
    )
    .unwrap();
    assert_eq!(read.text, "重点任务\n甲\t甲\n丙\t丙\n");
    assert_eq!(read.findings[0].message, "the hidden sheet 「旧」 is left out");
}

#[test]
fn a_sheet_with_far_corners_is_small() {
    let inside = data(&[&[text("A1", "甲")], &[text("XFD1048576", "乙")]])
        .replace("<row><c r=\"X", "<row r=\"1048576\"><c r=\"X")
        + "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>";
    let read = crate::read(&xlsx(&[("Sheet1", "", &inside)]), &Options::default()).unwrap();
    assert_eq!((read.text.as_str(), &*read.findings[0].code), ("甲\t\n\t\n", "hidden-text"));
}

#[test]
fn damaged_files_never_panic() {
    let inside = data(&[&[text("A1", "甲"), text("B1", "乙")]]);
    let whole = xlsx(&[("Sheet1", "", &inside)]);
    for at in 0..whole.len() {
        let _ = crate::read(&whole[..at], &Options::default());
        let mut bytes = whole.clone();
        bytes[at] ^= 0x21;
        let _ = crate::read(&bytes, &Options::default());
    }
    assert_eq!(
        crate::read(&xlsx(&[("Sheet1", "", "<sheetData/>")]), &Options::default()),
        Err(Unread::NoText(Format::Xlsx))
    );
}
