//! Folders of files as they come: formats, encodings, records, the same notice again.

mod common;

use std::fs;

use common::{Place, TEXT, column, docs, names};

const NOTICE: &str = "翠湖市人民政府办公室关于做好护林工作的通知\n\n各镇人民政府：\n\n一、加强巡查。各镇每周巡山一次，及时发现隐患，做好记录。（市林业局负责）\n二、落实责任。明确专人负责，签订责任书，年底前完成。（市财政局负责）\n";

/// The notice as a page of a site.
fn page() -> String {
    let paragraphs = NOTICE.lines().filter(|line| !line.is_empty()).map(|line| format!("<p>{line}</p>"));
    format!(
        "<html><head><meta charset=gb2312></head><body><div>{}</div></body></html>",
        paragraphs.collect::<Vec<_>>().concat()
    )
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

#[test]
fn a_folder_of_mixed_files_is_read_by_content() {
    let place = Place::new();
    place.write("in/a.txt", NOTICE);
    place.write("in/b.txt", gb18030(NOTICE));
    place.write("in/c.html", gb18030(&page()));
    place.write("in/d.wps", page());
    place.write("in/e.js", "var a = '通知';");
    let record = serde_json::json!({ "id": 7, "content": NOTICE, "source": "市政府网" });
    place.write("in/f.jsonl", format!("{record}\n{{\"content\":\n{record}\n"));
    let run = place.run(&["tables", "in", "--out", "out"]);
    assert_eq!(run.status, Some(2));
    let documents = place.path("out/documents.csv");
    assert_eq!(docs(&documents), ["a.txt", "b.txt", "c.html", "d.wps", "f.jsonl#7", "f.jsonl#7 (2)"]);
    assert_eq!(column(&documents, "format"), ["text", "text", "html", "html", "jsonl", "jsonl"]);
    assert_eq!(column(&documents, "encoding")[..4], ["UTF-8", "GB18030", "GB18030", "UTF-8"]);
    assert_eq!(column(&documents, "units"), ["2"; 6]);
    assert_eq!(column(&documents, "title"), ["翠湖市人民政府办公室关于做好护林工作的通知"; 6]);
    assert_eq!(column(&documents, "fields")[4], "{\"id\":\"7\",\"source\":\"市政府网\"}");
    assert!(run.said()[0].starts_with("in/f.jsonl: line 2: EOF while parsing"), "{}", run.stderr);
    assert_eq!(run.said()[1], "in: not read: 1 .js (-v names each)");
    assert!(run.said()[2].contains("; 5 notices read before"), "{}", run.stderr);
}

#[test]
fn a_notice_that_was_read_before_is_left_out_on_demand() {
    let place = Place::new();
    place.write("in/a.txt", NOTICE);
    place.write("in/b.html", page());
    let run = place.run(&["tables", "in", "--dedupe", "-v", "--out", "out"]);
    assert_eq!(docs(&place.path("out/documents.csv")), ["a.txt"]);
    assert_eq!(run.said()[0], "in/b.html: the same notice as in/a.txt");
}

#[test]
fn kept_texts_are_what_offsets_count_in() {
    let place = Place::new();
    place.write("in/sub/a.html", page());
    place.run(&["tables", "in", "--keep-text", "kept", "--out", "out"]);
    let text = fs::read_to_string(place.path("kept/sub/a.html.txt")).unwrap();
    let mut units = csv::Reader::from_path(place.path("out/responsibilities.csv")).unwrap();
    let at = |name: &str, units: &mut csv::Reader<fs::File>| {
        units.headers().unwrap().iter().position(|column| column == name).unwrap()
    };
    let [name, start, end] = ["name", "start", "end"].map(|name| at(name, &mut units));
    for row in units.records().map(Result::unwrap) {
        let place = row[start].parse::<usize>().unwrap()..row[end].parse::<usize>().unwrap();
        assert_eq!(text[place], row[name]);
    }
}

#[test]
fn texts_whose_names_come_out_alike_are_kept_apart() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.write("in/a.txt", TEXT.replace("试点", "护林"));
    let mut run = place.gongwen(&["json", "a.txt", "../a.txt", "--keep-text", "../kept"]);
    assert!(run.current_dir(place.path("in")).output().unwrap().status.success());
    let texts = names(&place.path("kept")).into_iter();
    let texts = texts.map(|name| fs::read_to_string(place.path("kept").join(name)).unwrap());
    let texts = texts.collect::<std::collections::BTreeSet<_>>();
    assert_eq!(texts, [TEXT.to_owned(), TEXT.replace("试点", "护林")].into());
}

#[test]
fn fields_and_encodings_are_named() {
    let place = Place::new();
    place.write("a.csv", gb18030("编号,文章\n甲,关于试点的通知\n乙,关于护林的通知\n"));
    let run = place.run(&["json", "--lines", "--text-field", "文章", "a.csv"]);
    assert!(
        run.stdout.contains("\"doc\":\"a.csv#甲\"") && run.stdout.contains("\"doc\":\"a.csv#乙\""),
        "{}",
        run.stderr
    );
    place.write("b.txt", gb18030("通知"));
    assert_eq!(place.run(&["json", "--encoding", "gbk", "b.txt"]).stderr, "");
    let doubtful = place.run(&["json", "b.txt"]);
    assert!(doubtful.said()[0].starts_with("b.txt: read as GB18030"), "{}", doubtful.stderr);
    assert_eq!(place.run(&["json", "--encoding", "klingon", "b.txt"]).status, Some(2));
}

#[test]
fn records_come_from_standard_input() {
    let place = Place::new();
    let lines = (0..500).map(|number| format!("{{\"id\":\"n{number}\",\"正文\":\"关于试点的通知\"}}\n"));
    let out = place.run_on(&["json", "--lines", "-"], &lines.collect::<String>()).stdout;
    assert_eq!(out.lines().count(), 500);
    assert!(out.lines().last().unwrap().contains("\"doc\":\"-#n499\""));
}

#[test]
fn patterns_name_files() {
    let place = Place::new();
    for name in ["x/b.txt", "x/a.txt", "x/c.md"] {
        place.write(name, NOTICE);
    }
    let run = place.run(&["tables", "x/*.txt", "--out", "out"]);
    assert_eq!(run.status, Some(0));
    assert_eq!(docs(&place.path("out/documents.csv")), ["a.txt", "b.txt"]);
    let none = place.run(&["show", "x/*.pdf"]);
    assert_eq!(
        (none.status, none.said()),
        (Some(2), vec!["x/*.pdf: No such file or directory (os error 2)"])
    );
}
