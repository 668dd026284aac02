use super::*;
use crate::made::{docx, docx_with_prefix, zipped};

fn read_body(body: &str, others: &[(&str, &str)]) -> Read {
    crate::read(&docx(body, others), &Options::default()).unwrap()
}

#[track_caller]
fn assert_text(body: &str, others: &[(&str, &str)], text: &str) {
    let read = read_body(body, others);
    assert_eq!((read.format, read.text.as_str()), (Format::Docx, text));
}

/// A paragraph; `properties` are those of the paragraph.
fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn numbered(list: u32, level: u32, text: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"), text)
}

/// A level: its form and text, and what else it says.
fn level(at: u32, form: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{form}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

fn numbering(levels: &[String], lists: &str) -> String {
    format!("<w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum>{lists}", levels.concat())
}

const ONE_LIST: &str = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

fn outline() -> String {
    let levels = [
        level(0, "chineseCountingThousand", "%1、", ""),
        level(1, "chineseCounting", "（%2）", ""),
        level(2, "decimal", "%3.", ""),
        level(3, "decimalEnclosedCircleChinese", "%4", "<w:suff w:val=\"nothing\"/>"),
    ];
    numbering(&levels, ONE_LIST)
}

#[test]
fn numbers_of_four_levels_stand_where_the_reader_sees_them() {
    let body = [
        numbered(1, 0, "总体要求"),
        numbered(1, 1, "指导思想"),
        numbered(1, 1, "目标"),
        numbered(1, 2, "护林"),
        numbered(1, 3, "巡山"),
        numbered(1, 3, "挂牌"),
        numbered(1, 0, "任务"),
        numbered(1, 1, "落实"),
        numbered(1, 2, "值守"),
    ];
    let text =
        "一、总体要求\n（一）指导思想\n（二）目标\n1. 护林\n①巡山\n②挂牌\n二、任务\n（一）落实\n1. 值守\n";
    assert_text(&body.concat(), &[("numbering", &outline())], text);
}

#[test]
fn lists_start_anew_where_they_say_so() {
    let lists = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
        <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>\
        <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"3\"/></w:lvlOverride></w:num>\
        <w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
        <w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"（%1）\"/></w:lvl></w:lvlOverride></w:num>";
    let numbering = numbering(&[level(0, "chineseCounting", "%1、", "")], lists);
    let body = [1, 1, 2, 3, 3, 4].map(|list| numbered(list, 0, "甲")).concat();
    assert_text(&body, &[("numbering", &numbering)], "一、甲\n二、甲\n三、甲\n三、甲\n四、甲\n（5）甲\n");
}

#[test]
fn numbers_of_all_levels_may_be_decimal_and_run_through() {
    let levels = [
        level(0, "chineseCounting", "第%1章", ""),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "chineseCounting", "第%3条", "<w:lvlRestart w:val=\"0\"/>"),
    ];
    let numbering = numbering(&levels, ONE_LIST);
    let at = [0, 1, 2, 0, 1, 2].map(|level| numbered(1, level, "甲")).concat();
    let text = "第一章 甲\n1.1 甲\n第一条 甲\n第二章 甲\n2.1 甲\n第二条 甲\n";
    assert_text(&at, &[("numbering", &numbering)], text);
}

#[test]
fn numbers_come_from_styles_and_are_taken_off() {
    let levels = [
        level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"Head\"/>"),
        level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"Sub\"/>"),
    ];
    let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"/>\
        <w:style w:type=\"paragraph\" w:styleId=\"Head\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:basedOn w:val=\"Head\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>";
    let styled = |style: &str, more: &str| p(&format!("<w:pStyle w:val=\"{style}\"/>{more}"), "甲");
    let body = [
        styled("Head", ""),
        styled("Sub", ""),
        styled("Head", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
        styled("Loop", ""),
        styled("Head", ""),
        p("", "乙"),
    ];
    let others = [("numbering", numbering(&levels, ONE_LIST)), ("styles", styles.to_owned())];
    let others = others.each_ref().map(|(name, text)| (*name, text.as_str()));
    assert_text(&body.concat(), &others, "一、甲\n（一）甲\n甲\n甲\n二、甲\n乙\n");
}

#[test]
fn bullets_say_nothing_and_unknown_lists_give_none() {
    let numbering = numbering(&[level(0, "bullet", "\u{f06c}", "")], ONE_LIST);
    let body = [numbered(1, 0, "甲"), numbered(9, 0, "乙"), numbered(1, 20, "丙")].concat();
    assert_text(&body, &[("numbering", &numbering)], "甲\n乙\n丙\n");
}

#[test]
fn tracked_changes_are_as_accepted() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>{}</w:ins><w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>{}",
        run("通知"),
        run("新"),
        run("走"),
        run("来"),
        run("前半"),
        p("", "后半"),
    );
    assert_text(&body, &[], "通知新来\n前半后半\n");
}

#[test]
fn what_is_not_shown_is_left_out_and_told() {
    let body = "<w:p><w:r><w:t>明</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>\
        <w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>白</w:t></w:r>\
        <w:r><w:instrText>PAGE</w:instrText></w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby>\
        <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent></w:sdt>\
        <w:sdt><w:sdtContent><w:r><w:t>字</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    let read = read_body(body, &[("header1", "<w:p><w:r><w:t>页眉</w:t></w:r></w:p>")]);
    assert_eq!(read.text, "明白汉字\n");
    assert_eq!(read.findings[0].message, "1 hidden characters are left out");
}

#[test]
fn breaks_tabs_and_hyphens_in_a_line() {
    let body = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丁</w:t>\
        <w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r></w:p>";
    let read = read_body(body, &[]);
    assert_eq!((read.text.as_str(), &*read.findings[0].code), ("甲\t乙\n丙-丁\u{f0a8}\n", "symbol"));
}

#[test]
fn text_boxes_stand_once_before_their_paragraph() {
    let inside = "<w:txbxContent><w:p><w:r><w:t>翠湖市人民政府文件</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:t>翠政发〔2031〕5号</w:t></w:r></w:p><w:p><w:r><w:pict><v:textbox>{inside}</v:textbox></w:pict></w:r></w:p>"
    );
    assert_text(&body, &[], "翠湖市人民政府文件\n翠政发〔2031〕5号\n翠湖市人民政府文件\n");
}

#[test]
fn notes_stand_behind_the_text() {
    let body = "<w:p><w:r><w:t>森林</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>管护</w:t></w:r></w:p>";
    let notes = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>含竹林。</w:t></w:r></w:p></w:footnote>";
    assert_text(body, &[("footnotes", notes)], "森林管护\n脚注1：含竹林。\n");
}

fn cell(properties: &str, inside: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>")
}

#[test]
fn merged_cells_span_rows_and_columns() {
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let down = "<w:vMerge/>";
    let body = [
        row(&[cell("<w:gridSpan w:val=\"3\"/>", &p("", "一、护林"))]),
        row(&[
            cell("<w:vMerge w:val=\"restart\"/>", &numbered(1, 0, "")),
            cell("", &p("", "巡山")),
            cell("<w:vMerge w:val=\"restart\"/>", &(p("", "县林业局") + &p("", "县公安局"))),
        ]),
        row(&[cell(down, "<w:p/>"), cell("", &p("", "挂牌")), cell(down, "<w:p/>")]),
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>".to_owned(),
        row(&[cell("", &numbered(1, 0, "")), cell("<w:gridSpan w:val=\"2\"/>", &p("", "值守"))]),
    ];
    let read = read_body(
        &format!("<w:tbl>{}</w:tbl>", body.concat()),
        &[("numbering", &numbering(&[level(0, "decimal", "%1", "")], ONE_LIST))],
    );
    assert_eq!(read.text, "一、护林\t\t\n1\t巡山\t县林业局\u{2028}县公安局\n\t挂牌\t\n2\t值守\t\n");
    let spans = read.grids[0]
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| (cell.rowspan, cell.colspan)).collect::<Vec<_>>());
    assert_eq!(
        spans.collect::<Vec<_>>(),
        [vec![(1, 3)], vec![(2, 1), (1, 1), (2, 1)], vec![(1, 1)], vec![(1, 1), (1, 2)]]
    );
}

#[test]
fn tables_that_place_others_are_paragraphs() {
    let inner =
        format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("", &p("", "任务")), cell("", &p("", "责任单位")));
    let body = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("", &p("", "分工表")), cell("", &inner));
    let read = read_body(&body, &[]);
    assert_eq!((read.text.as_str(), read.grids.len()), ("分工表\n任务\t责任单位\n", 1));
}

#[test]
fn prefixes_names_of_parts_and_byte_order_do_not_matter() {
    let bytes = docx_with_prefix("ns0", &p("", "通知"), &[]);
    assert_eq!(crate::read(&bytes, &Options::default()).unwrap().text, "通知\n");
    let main = "\u{feff}<d xmlns=\"urn:x\"><body><p><r><t>通知</t></r></p></body></d>";
    let main = main.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let relations = "<Relationships xmlns=\"urn:r\"><Relationship Type=\"http://x/officeDocument\" Target=\"/word/Other.xml\"/></Relationships>";
    let bytes = zipped([("_rels/.rels", relations.as_bytes()), ("word\\other.xml", &main)]);
    assert_eq!(crate::read(&bytes, &Options::default()).unwrap().text, "通知\n");
}

#[test]
fn damaged_files_are_named_and_never_panic() {
    let whole = docx(&[p("", "通知"), numbered(1, 0, "甲")].concat(), &[("numbering", &outline())]);
    for end in 0..whole.len() {
        let _ = crate::read(&whole[..end], &Options::default());
    }
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        let _ = crate::read(&bytes, &Options::default());
    }
    let cut = crate::read(&whole[..whole.len() / 2], &Options::default()).unwrap_err();
    assert!(cut.to_string().starts_with("damaged docx: "), "{cut}");
    let odd = crate::read(&docx("<w:p>", &[]), &Options::default()).unwrap_err();
    assert!(odd.to_string().starts_with("damaged docx: "), "{odd}");
    let empty = crate::read(&docx("<w:p/>", &[]), &Options::default());
    assert_eq!(empty, Err(Unread::NoText(Format::Docx)));
    let entities = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>";
    assert!(crate::read(&zipped([("word/document.xml", entities.as_bytes())]), &Options::default()).is_err());
}

#[test]
fn files_that_unpack_to_too_much_are_given_up() {
    let bomb = docx(&p("", &"通".repeat(1 << 20)), &[]);
    assert!(bomb.len() < 20_000);
    let mut options = Options::default();
    options.limits.bytes = 1 << 20;
    assert_eq!(crate::read(&bomb, &options), Err(Unread::TooLarge { limit: 1 << 20 }));
}

#[test]
fn deep_nesting_is_cut_off_and_told() {
    for (open, close) in [
        ("<w:ins>", "</w:ins>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
    ] {
        let body = format!("{}{}{}{}", p("", "通知"), open.repeat(5_000), p("", "深处"), close.repeat(5_000));
        let read = read_body(&body, &[]);
        assert_eq!((read.text.as_str(), &*read.findings[0].code), ("通知\n", "too-deep"));
    }
}
