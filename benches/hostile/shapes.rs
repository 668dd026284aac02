//! Texts made to hurt, of about a given size each: most repeat one thing.

use crate::texts::{SEED, repeated};

/// A name of at most 16 columns, and a text of about the given size.
pub(crate) type Shape = (&'static str, Box<dyn Fn(usize) -> String>);

/// What a notice begins with, so that what follows is its body.
const HEAD: &str = "青州市人民政府关于印发《方案》的通知\n各市人民政府：\n";

/// All shapes but [`heads`].
pub(crate) fn shapes() -> Vec<Shape> {
    [notices(), signs(), items(), clauses(), attachments(), pages(), tables()].into_iter().flatten().collect()
}

fn repeat(unit: &'static str) -> Box<dyn Fn(usize) -> String> {
    Box::new(move |size| repeated(unit, size))
}

fn around(head: &'static str, unit: &'static str, tail: &'static str) -> Box<dyn Fn(usize) -> String> {
    Box::new(move |size| [head, &repeated(unit, size), tail].concat())
}

/// `piece` of 0, 1, 2… behind `head`.
fn numbered(head: &'static str, piece: fn(usize) -> String) -> Box<dyn Fn(usize) -> String> {
    Box::new(move |size| {
        let mut text = String::with_capacity(size);
        text.push_str(head);
        let pieces = (0..).map(piece).take_while(|piece| {
            text.push_str(piece);
            text.len() < size
        });
        pieces.count();
        text
    })
}

/// Four characters that differ for each of 160,000 numbers.
fn name(number: usize) -> String {
    const HAN: [char; 20] = [
        '安', '宝', '长', '大', '恩', '丰', '贵', '海', '吉', '开', '丽', '美', '宁', '平', '清', '瑞', '顺',
        '泰', '文', '兴',
    ];
    (0..4).map(|digit| HAN[number / 20_usize.pow(digit) % 20]).collect()
}

/// What stands in place of a notice or above one.
pub(crate) fn heads() -> Vec<Shape> {
    vec![
        (
            "style sheet",
            repeat(
                ".page-head {\n  margin: 0 auto;\n  background: #fff url(head.png);\n}\n.page a { color: red; }\n",
            ),
        ),
        (
            "code",
            repeat(
                "function load(id, page) {\n  if (!page) { return false; }\n  $.ajax({ url: \"/list\", data: { id: id } });\n}\n",
            ),
        ),
        (
            "code, no colon",
            around(
                "",
                "var box = find(\"notice-\" + id);\nif (!box && n > 0) return add(row(i), rows);\n",
                "各县：\n",
            ),
        ),
        ("code, no stop", repeat("$(function () {\n  $(\"#a\").click(function () { load(1, 2) })\n})\n")),
        (
            "code, Chinese",
            around("", "var 标题 = \"关于通知\" , 内容 = \"方案\" , 日期 = \"2024\"\n", "各县：\n"),
        ),
        ("code, genres", around("", "令 甲 = 乙 (丙 , 丁 )\n办法 (甲 , 方案 )\n", "各县：\n")),
        ("words", repeat("a b c d e f g h\n")),
        ("Chinese words", around("", "甲 乙 丙 丁 戊 己 庚 辛\n", "各县：\n")),
        ("genres", around("", "甲 乙 方案 丙 丁 (办法) 戊 己\n", "各县：\n")),
        ("titles", repeat("关于修路的通知 关于修桥的意见 种树方案\n")),
        ("organs", around("", "青州市财政局 青州市水利局\n", "各县：\n")),
    ]
}

fn notices() -> Vec<Shape> {
    vec![
        ("real notice", repeat(SEED)),
        ("real, one line", Box::new(|size| repeated(&SEED.replace('\n', ""), size))),
    ]
}

fn signs() -> Vec<Shape> {
    vec![
        ("open brackets", repeat("（")),
        ("close brackets", repeat("）")),
        ("half brackets", repeat("(")),
        ("tortoise shells", repeat("〔")),
        ("paired brackets", Box::new(|size| ["（".repeat(size / 6), "）".repeat(size / 6)].concat())),
        ("book marks", repeat("《")),
        ("nested titles", Box::new(|size| ["《".repeat(size / 6), "》".repeat(size / 6)].concat())),
        ("titles, brackets", around(HEAD, "按《青州省某办法（试行）》办理。", "")),
        ("titles, numbers", repeat("《通知》（〔2024〕")),
        ("titles, years", around(HEAD, "《甲》（1年2", "")),
        ("quotes", repeat("“")),
        ("separators", repeat("、")),
        ("stops", repeat("。")),
        ("digits", repeat("1")),
        ("han digits", repeat("二")),
        ("blanks", repeat(" ")),
        ("breaks", repeat("\n")),
        ("carriage returns", repeat("\r")),
        ("nulls", repeat("\0")),
        ("one word", repeat("政")),
        ("latin", repeat("a ")),
        ("numbers", repeat("〔2024〕1号")),
        ("radicals", repeat("⼈⺠")),
        ("unpaired", repeat("（》〔“）《〕”】[【]({)”'\"")),
        ("wide and narrow", repeat("（)〔)(］")),
    ]
}

fn items() -> Vec<Shape> {
    vec![
        ("yi, in a line", repeat("一、")),
        ("yi, a line each", repeat("一、\n")),
        ("lone markers", repeat("一、\n（一）\n1.\n（1）\n①\n第一章\n第一条\n1.1\n")),
        ("radical markers", repeat("⼀、\n")),
        ("markers, a line", repeat("。一、（一）1.（1）①第一章第一条1.1")),
        (
            "rising numbers",
            Box::new(|size| (1..size / 8).flat_map(|n| [n.to_string(), ".项\n".to_owned()]).collect()),
        ),
        ("deep levels", Box::new(deep)),
        ("dotted levels", repeat("1.1 项\n1.1.1 项\n")),
        ("hash headings", repeat("# 项\n")),
        ("characters", around(HEAD, "甲\n", "")),
        (
            "a long number",
            Box::new(|size| {
                [HEAD, &"1".repeat(size / 4), "\n", &repeated("，，甲乙丙\n", size * 3 / 4)].concat()
            }),
        ),
    ]
}

fn clauses() -> Vec<Shape> {
    vec![
        ("units, a clause", around("一、任务。（", "省财政厅、", "负责）\n")),
        ("units, no end", around("一、任务。（", "省财政厅、", "")),
        ("units, no marks", around("一、任务。（", "省财政厅", "负责）\n")),
        ("units, a line", around("责任单位：", "省财政厅、", "\n")),
        ("unit names", numbered("一、任务。（", |n| format!("{}局、", name(n)))),
        ("units, clauses", numbered(HEAD, |n| format!("办好。（{}局、{}厅负责）\n", name(n), name(n)))),
        ("roles", around("一、任务。（", "省财政厅牵头，", "）\n")),
        ("clauses", repeat("办好。（省财政厅负责）")),
        (
            "nested clauses",
            numbered(HEAD, |n| format!("办好。{}负责{}\n", "（省财政厅".repeat(8), "）".repeat(n % 8 + 1))),
        ),
        ("open clauses", repeat("办好。（省财政厅负责\n")),
        ("remarks", repeat("一、办好。（省财政厅负责，以下均需各市州人民政府落实，不再一一列出）\n")),
        (
            "after a remark",
            around(
                "一、办好。（省财政厅负责，以下均需各市州人民政府落实，不再一一列出）\n",
                "二、办好。（省商务厅负责）\n",
                "",
            ),
        ),
        ("labels", repeat("责任单位：\n")),
        ("recipients", repeat("各市人民政府：\n")),
    ]
}

fn attachments() -> Vec<Shape> {
    vec![
        ("attachments", repeat("附件1\n")),
        ("entry labels", repeat("附件1：表\n")),
        ("attachment list", repeat("附件：1.")),
        ("listed titles", repeat("附件：1.修路方案\n2.修桥方案\n")),
        ("attached titles", numbered(HEAD, |n| format!("附件{n}\n{}方案\n", name(n)))),
    ]
}

fn pages() -> Vec<Shape> {
    vec![
        ("labelled lines", repeat("发文字号：\n")),
        ("dates", repeat("2024年5月10日\n")),
        ("page numbers", repeat("— 3 —\n")),
        ("numbered pages", around(HEAD, "甲\n— 3 —\n", "")),
        ("rules", around(HEAD, "—\n", "")),
        ("page lines", around("关于修路的通知\n", "喵喵读报\n关于修路的通知\n", "")),
        ("labelled titles", repeat("标题：云溪县某办法\n喵喵\n")),
        ("blank lines", around("甲。", "\n", "乙")),
        ("a menu", repeat("机构概览\n工作动态\n")),
        ("signatures", repeat("省人民政府办公厅\n2024年5月10日\n")),
        ("markup", repeat("<BR>")),
        ("markup, words", around(HEAD, "<p>甲&nbsp;乙</p>\n", "")),
    ]
}

fn tables() -> Vec<Shape> {
    const COLUMNS: &str = "序号 任务 牵头单位 配合单位 完成时限\n";
    vec![
        ("rows, blanks", around(COLUMNS, "1 修路 市交通局 市财政局 2031年底前\n", "")),
        ("rows, mixed", around(COLUMNS, "市水 各区\n1 清淤 务局 政府\n", "")),
        ("rows, fields", around(COLUMNS, "1 甲 乙 丙 丁 戊 己 庚 辛 市水 利局 市财 政局 市交 通局\n", "")),
        ("a row, no end", around(COLUMNS, "1 甲 市水利局 ", "")),
        ("rows, tabs", around("序号\t任务\t责任单位\n", "1\t修路\t市交通局\n", "")),
        ("rows, a cell short", around("序号\t任务\t责任单位\t时限\n", "修路\t市交通局\t年底\n", "")),
        ("rows, bars", around("|序号|任务|责任单位|\n|---|---|---|\n", "|1|修路|市交通局|\n", "")),
        (
            "rows, html",
            around(
                "<table><tr><td>序号<td>任务<td>责任单位",
                "<tr><td rowspan=99 colspan=99>1<td>修路<td>市交通局",
                "</table>",
            ),
        ),
        ("tables, blanks", repeat("序号 任务 责任单位\n1 修路 市交通局\n")),
        ("tables, no rows", repeat("序号 任务 责任单位\n序号 工作任务 措施 责任单位\n")),
        ("tables, heads", repeat("序号 任务 责任单位\n")),
        ("tables, bars", repeat("|任务|责任单位|\n|---|---|\n|修路|市交通局|\n\n")),
        ("tables, tabs", repeat("任务\t责任单位\n修路\t市交通局\n\n。\n。\n")),
        ("open tables", repeat("<table><tr><td>")),
        ("dashes, bars", repeat("|---|---|\n")),
        ("bars", repeat("|")),
        ("tabs", repeat("\t")),
        ("words of units", repeat("责任单位 ")),
    ]
}

/// Ten thousand levels and more: each line opens a level that the one before has not.
fn deep(size: usize) -> String {
    #[rustfmt::skip]
    let styles = [
        "第一章", "第一节", "第一条", "一、", "（一）", "1.", "（1）", "1）", "①", "㈠", "⑴", "1.1", "1.1.1",
    ];
    let mut text = String::with_capacity(size);
    for style in styles.iter().cycle() {
        text.extend([style, "项\n"]);
        if text.len() >= size {
            break;
        }
    }
    text
}
