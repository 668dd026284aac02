//! A small notice with every element that the tables and the page of the tool show, built by hand. The tool uses this file, too.

use gongwen::{Notice, Parsed};
use serde_json::{Value, json};

const TEXT: &str = "\
湘办发〔2024〕1号
湖南省人民政府关于印发方案的通知
各市州人民政府，省直各单位：
湖南省人民政府
2024年5月10日
附件1
实施方案
一、改革
（一）降费。减税。（省财政厅牵头，长沙市、各县政府等配合，2024年底前完成）
（二）根据《条例》（国令〔2020〕2号）放权。
";

/// The specimen's text, with what the parser would say about it.
pub(crate) fn specimen() -> (&'static str, Parsed) {
    let mut notice = serde_json::to_value(Notice::default()).unwrap();
    cover(&mut notice["document"]);
    notice["attachments"] = json!([{ "label": text("附件1"), "document": plan(notice["document"].clone()) }]);
    let finding = json!({
        "code": "doubtful-unit", "severity": "warning", "message": "found 「各县政府」", "span": span("各县政府"),
        "position": { "line": 9, "column": 22 },
    });
    let parsed: Parsed =
        serde_json::from_value(json!({ "notice": notice, "diagnostics": [finding] })).unwrap();
    (TEXT, parsed)
}

fn cover(document: &mut Value) {
    document["header"]["doc_number"] = number("湘办发〔2024〕1号", "湘办发", 2024, 1);
    document["header"]["title"] = json!({
        "text": "湖南省人民政府关于印发方案的通知", "issuers": [text("湖南省人民政府")], "subject": null,
        "genre": { "value": "通知", "span": span("通知") }, "span": span("湖南省人民政府关于印发方案的通知"),
    });
    document["header"]["recipients"] = json!({
        "names": [text("各市州人民政府"), text("省直各单位")], "span": span("各市州人民政府，省直各单位："),
    });
    document["closing"]["signatories"] = json!([text("湖南省人民政府")]);
    document["closing"]["date"] = json!({ "value": "2024-05-10", "span": span("2024年5月10日") });
}

/// The attached plan, made out of a document whose header and closing are emptied.
fn plan(mut document: Value) -> Value {
    let empty = serde_json::to_value(Notice::default()).unwrap();
    document["header"] = empty["document"]["header"].clone();
    document["closing"] = empty["document"]["closing"].clone();
    let clause = json!({
        "text": "（省财政厅牵头，长沙市、各县政府等配合，2024年底前完成）", "form": "parenthesised",
        "units": [
            unit("省财政厅", "lead", "organ"), unit("长沙市", "support", "organ"), unit("各县政府", "support", "group"),
        ],
        "role_words": [], "open_ended": true, "deadline": text("2024年底前"), "remarks": [],
        "span": span("（省财政厅牵头，长沙市、各县政府等配合，2024年底前完成）"),
    });
    let first = task("减税。", &clause, &json!([unit("各市州人民政府", "responsible", "group")]));
    let cited = json!({ "title": "条例", "doc_number": number("国令〔2020〕2号", "国令", 2020, 2), "span": span("《条例》") });
    let items = [
        item("（一）", "降费。", &["减税。"], &json!([first]), &json!([])),
        item(
            "（二）",
            "根据《条例》（国令〔2020〕2号）放权。",
            &[],
            &json!([task("放权。", &Value::Null, &json!([]))]),
            &json!([cited]),
        ),
    ];
    let mut outer = item("一、", "改革", &[], &json!([]), &json!([]));
    outer["sections"] = json!(items);
    document["body"]["sections"] = json!([outer]);
    document
}

fn item(label: &str, heading: &str, paragraphs: &[&str], tasks: &Value, citations: &Value) -> Value {
    let marker = json!({ "label": label, "style": "han-bracket", "ordinal": 1, "span": span(label) });
    json!({
        "marker": marker, "heading": text(heading), "paragraphs": paragraphs.iter().copied().map(text).collect::<Vec<_>>(),
        "citations": citations, "tasks": tasks, "sections": [], "span": span(label),
    })
}

fn task(words: &str, clause: &Value, inherited: &Value) -> Value {
    json!({ "text": text(words), "measures": [], "responsibility": clause, "inherited": inherited, "span": span(words) })
}

fn unit(name: &str, role: &str, kind: &str) -> Value {
    json!({ "name": name, "full_name": null, "role": role, "kind": kind, "span": span(name) })
}

fn number(words: &str, agency_code: &str, year: u16, serial: u32) -> Value {
    json!({ "text": words, "agency_code": agency_code, "year": year, "serial": serial, "span": span(words) })
}

fn text(words: &str) -> Value {
    json!({ "value": words, "span": span(words) })
}

#[track_caller]
fn span(words: &str) -> [usize; 2] {
    let start = TEXT.find(words).unwrap();
    [start, start + words.len()]
}
