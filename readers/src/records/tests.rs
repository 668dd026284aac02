use super::*;

fn found(bytes: &[u8], options: &Options) -> Vec<Result<Record, String>> {
    let format = Format::of_records(bytes, options).expect("a file of records");
    records(bytes, format, options)
        .unwrap()
        .map(|record| record.map_err(|broken| broken.to_string()))
        .collect()
}

fn texts(bytes: &[u8]) -> Vec<String> {
    let text =
        |record: Result<Record, String>| record.map_or_else(|broken| broken, |record| record.read.text);
    found(bytes, &Options::default()).into_iter().map(text).collect()
}

#[test]
fn lines_are_records_and_a_broken_one_is_named() {
    let lines = "{\"id\": 7, \"title\": \"通知\", \"content\": \"一、巡山\\n二、挂牌\", \"year\": 2031}\n\n{\"content\": \n{\"content\":\"乙\"}";
    let found = found(lines.as_bytes(), &Options::default());
    let first = found[0].as_ref().unwrap();
    assert_eq!((first.number, first.id.as_deref(), first.field.as_str()), (1, Some("7"), "content"));
    assert_eq!(first.read.text, "标题：通知\n一、巡山\n二、挂牌");
    assert_eq!(
        first.columns,
        [("id", "7"), ("title", "通知"), ("year", "2031")].map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    assert!(found[1].as_ref().unwrap_err().starts_with("line 3: EOF while parsing"), "{:?}", found[1]);
    assert_eq!(found[2].as_ref().unwrap().read.text, "乙");
}

#[test]
fn arrays_and_objects_behind_each_other_are_records() {
    let array =
        "[\n {\"正文\": \"甲{\\\"}\"},\n {\"正文\": 甲},\n {\"正文\": \"乙\", \"x\": {\"y\": [1]}}\n]";
    assert_eq!(texts(array.as_bytes())[0], "甲{\"}");
    assert!(
        texts(array.as_bytes())[1].starts_with("record 2: expected value"),
        "{:?}",
        texts(array.as_bytes())
    );
    assert_eq!(texts(array.as_bytes())[2], "乙");
    assert_eq!(texts(b"{\n \"text\": \"a\"\n}\n{\n \"text\": \"b\"\n}"), ["a", "b"]);
    assert_eq!(texts(b"[{\"text\": \"a\"}, {\"text\": "), ["a", "record 2: the file ends inside it"]);
}

#[test]
fn what_stands_between_records_is_told() {
    assert_eq!(
        texts(b"[{\"text\": \"a\"}, 5, {\"text\": \"b\"}] and more"),
        [
            "a",
            "record 2: found 1 bytes before it that belong to no record",
            "b",
            "record 3: found 7 bytes before it that belong to no record"
        ]
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_told() {
    assert_eq!(
        texts(b"id,text\n1,a\n2,\"b\n3,c\n"),
        ["a", "line 3: a quotation mark is never closed: the rest of the file is in this row"]
    );
    assert_eq!(texts(b"id,text\n1,\"a\""), ["a"]);
    assert_eq!(texts(b"id,text\n1,a\n\n"), ["a"]);
}

#[test]
fn rows_are_records_in_any_encoding() {
    let rows = "标题,正文,网址\n通知,\"一、巡山，\n二、挂牌\",http://x/1\n短行\n通知,乙,http://x/2\n";
    for (bytes, charset) in [
        (rows.as_bytes().to_vec(), "UTF-8"),
        (format!("\u{feff}{rows}").into_bytes(), "UTF-8"),
        (encoding_rs::GB18030.encode(rows).0.into_owned(), "GB18030"),
    ] {
        let found = found(&bytes, &Options::default());
        let first = found[0].as_ref().unwrap();
        assert_eq!(first.read.charset.map(crate::Charset::name), Some(charset));
        assert_eq!(
            (first.number, first.id.as_deref(), first.read.text.as_str()),
            (2, Some("http://x/1"), "标题：通知\n一、巡山，\n二、挂牌")
        );
        assert_eq!(found[1], Err("line 4: found 1 cells, expected 3 as in the first row".to_owned()));
        assert_eq!(found[2].as_ref().unwrap().read.text, "标题：通知\n乙");
    }
    let utf_16 = format!("\u{feff}{}", rows.replace(',', "\t"))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect::<Vec<_>>();
    assert_eq!(texts(&utf_16)[2], "标题：通知\n乙");
    assert_eq!(texts(rows.replace(',', "|").as_bytes())[2], "标题：通知\n乙");
}

#[test]
fn title_and_number_of_other_fields_stand_before_a_text_without_them() {
    let line = |title: &str, number: &str, text: &str| {
        let line = serde_json::json!({"title": title, "文号": number, "content": text}).to_string();
        found(line.as_bytes(), &Options::default())[0].clone().unwrap().read
    };
    let read = line(" 关于护林\n的通知 ", "翠政发〔2031〕5号", "各镇人民政府：");
    assert_eq!(read.text, "标题：关于护林 的通知\n发文字号：翠政发〔2031〕5号\n各镇人民政府：");
    assert_eq!((read.metadata.len(), &*read.findings[0].code), (2, "field-before-text"));
    let text = "关于护\n林的通知\n翠政发〔2031〕5号\n各镇人民政府：";
    let read = line("关于护林的通知", "翠政发〔2031〕5号", text);
    assert_eq!((read.text.as_str(), read.findings.len()), (text, 0));
    let read = line("关于护林的通知", "", "关于护林的通知.pdf");
    assert_eq!(read.text, "标题：关于护林的通知\n关于护林的通知.pdf");
    assert_eq!(line("关于护林的...", "无", "各镇人民政府：").text, "各镇人民政府：");
    let page = line("关于护林的通知", "", "<p>表</p><table><tr><td>任务</td><td>责任单位</td></tr></table>");
    let cell = page.grids[0].rows[0][1].span;
    assert_eq!(&page.text[cell.start..cell.end], "责任单位");
    assert_eq!(&page.text[page.grids[0].span.start..page.grids[0].span.end], "任务\t责任单位");
}

#[test]
fn a_text_that_stands_twice_is_read_once() {
    let once = "各镇人民政府：为做好护林工作，现就有关事项通知如下，请结合实际，认真贯彻落实。\n一、巡山。";
    let read = |text: &str| {
        let line = serde_json::json!({"content": text}).to_string();
        let read = found(line.as_bytes(), &Options::default())[0].clone().unwrap().read;
        (read.text, read.findings.len())
    };
    assert_eq!(read(&format!("{once}{once}")), (once.to_owned(), 1));
    assert_eq!(read(&format!("\n{once}\n　\n{once}\n")), (format!("\n{once}"), 1));
    for other in
        [format!("{once}{once}二、挂牌。"), once.to_owned(), "通知通知".to_owned(), String::from(" 乙")]
    {
        assert_eq!(read(&other), (other.clone(), 0));
    }
}

#[test]
fn a_table_whose_texts_are_not_named_is_told() {
    let told = |text: &str| {
        let findings = crate::read(text.as_bytes(), &Options::default()).unwrap().findings;
        findings.iter().any(|finding| finding.code == "table-of-records")
    };
    let rows = "类型,留言,时间,答复\n建议,甲,2031年,\"乙，\n丙\"\n建议,丁,2031年,戊\n";
    assert!(told(rows) && told(&rows.replace(',', "|")));
    assert!(!told(&rows.replace("答复\n", "答复单位\n")));
    assert!(!told("关于护林的通知\n甲,乙,丙,丁\n甲,乙,丙,丁\n"));
}

#[test]
fn the_field_is_guessed_or_named_and_its_lack_is_told() {
    let line = b"{\"body\": \"\", \"text\": \"a\", \"x\": \"b\", \"n\": \"c\"}";
    assert_eq!(texts(line), ["a"]);
    let named = |field: &str| Options {
        text_field: Some(field.to_owned()),
        id_field: Some("n".to_owned()),
        ..Options::default()
    };
    let record = found(line, &named("x"))[0].clone().unwrap();
    assert_eq!((record.read.text.as_str(), record.id.as_deref()), ("b", Some("c")));
    assert_eq!(
        found(line, &named("y"))[0],
        Err("line 1: found no field 「y」, only body, n, text, x".to_owned())
    );
    assert_eq!(
        texts(b"{\"a\": 1, \"b\": 2}"),
        ["line 1: found no field with a usual name for a text, only a, b; name it"]
    );
    assert_eq!(texts(b"{\"text\": \" \"}"), ["line 1: the field \u{300c}text\u{300d} is empty"]);
}

#[test]
fn a_field_with_a_page_is_read_as_a_page() {
    let line = "{\"content\": \"<p>通知</p><table><tr><td>任务</td><td>责任单位</td></tr></table>\"}";
    let record = found(line.as_bytes(), &Options::default())[0].clone().unwrap();
    assert_eq!((record.read.text.as_str(), record.read.grids.len()), ("通知\n任务\t责任单位\n", 1));
}

#[test]
fn texts_that_only_look_like_records_are_texts() {
    for text in [
        "[2031] 5号\n通知",
        "{略}",
        "通知，正文，内容\n甲，乙，丙",
        "序号\t内容\t责任单位\n1\t巡山\t县林业局",
        "内容\n正文",
        "",
        "序号,工作内容,牵头单位\n1,巡山,县林业局",
    ] {
        assert_eq!(Format::of_records(text.as_bytes(), &Options::default()), None, "{text}");
        assert_eq!(Format::of(text.as_bytes()), Ok(Format::Text), "{text}");
    }
}

#[test]
fn what_is_too_long_is_named_and_the_others_go_on() {
    let mut options = Options::default();
    options.limits.bytes = 100;
    let long = "x".repeat(100_000);
    let lines = format!("{{\"text\":\"a\"}}\n{{\"text\":\"{long}\"}}\n{{\"text\":\"b\"}}\n");
    let words = |bytes: &[u8]| {
        found(bytes, &options)
            .into_iter()
            .map(|record| record.map_or_else(|broken| broken, |record| record.read.text))
            .collect::<Vec<_>>()
    };
    assert_eq!(words(lines.as_bytes()), ["a", "line 2: longer than 100 bytes", "b"]);
    let array = format!("[{{\"text\":\"a\"}},{{\"text\":\"{long}\"}},{{\"text\":\"b\"}}]");
    assert_eq!(words(array.as_bytes()), ["a", "record 2: longer than 100 bytes", "b"]);
    let mut options = Options::default();
    options.limits.bytes = 200_000;
    let quote = format!("id,text\n1,a\n2,\"b\n{}", "3,c\n".repeat(200_000));
    let last = found(quote.as_bytes(), &options).pop().unwrap().unwrap_err();
    assert!(last.contains("is a quotation mark never closed?"), "{last}");
}

#[test]
fn damage_never_panics() {
    let whole = "[{\"text\": \"甲\\u4e00\"}, {\"text\": \"乙\"}]\nid,text\n1,\"a\"\n";
    for at in 0..whole.len() {
        for format in [Format::Json, Format::JsonLines, Format::Csv] {
            let mut bytes = whole.as_bytes().to_vec();
            bytes[at] ^= 0x5a;
            let _ = records(&whole.as_bytes()[..at], format, &Options::default()).map(Iterator::count);
            let _ = records(&bytes[..], format, &Options::default()).map(Iterator::count);
        }
    }
}
