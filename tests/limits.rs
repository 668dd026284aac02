//! What a limit leaves out is told, and what is read stays bounded by the text.

#![allow(clippy::unwrap_used, reason = "tests")]

use gongwen::{Cell, Code, Grid, Parsed, Parser, Span, parse};

#[track_caller]
fn assert_told(parsed: &Parsed, code: Code, words: &str) {
    let told = parsed.diagnostics().iter().any(|found| found.code == code && found.message.contains(words));
    assert!(told, "{words}: {:?}", parsed.diagnostics());
}

/// `<table>` with a first row, and rows below it.
fn table(first: &str, rows: impl IntoIterator<Item = String>) -> String {
    let rows: Vec<String> = rows.into_iter().collect();
    format!("<table>\n<tr>{first}</tr>\n<tr>{}</tr>\n</table>\n", rows.join("</tr>\n<tr>"))
}

/// Names of bureaus, each another.
fn bureaus(count: usize) -> String {
    let kinds = ["交通", "财政", "水利", "林业", "商务", "民政", "司法", "审计", "统计", "体育"];
    let names = (0..count)
        .map(|at| format!("{}县{}局", ('云'..).nth(at / kinds.len()).unwrap(), kinds[at % kinds.len()]));
    names.collect::<Vec<_>>().join("、")
}

const HEADS: &str = "<td>序号</td><td>任务</td><td>牵头单位</td><td>配合单位</td>";

#[test]
fn a_clause_of_cells_is_those_of_its_row() {
    let rows = (1..=3).map(|row| {
        let lead = if row == 1 { "<td rowspan=3>市交通局</td>" } else { "" };
        let support = if row == 2 { "" } else { "市财政局" };
        format!("<td>{row}</td><td>修路第{row}段</td>{lead}<td>{support}</td>")
    });
    let text = table(HEADS, rows);
    let parsed = parse(&text);
    let clauses: Vec<(&str, usize)> = parsed
        .notice()
        .tasks()
        .map(|(_, task)| (&*task.responsibility.as_ref().unwrap().text, task.units().count()))
        .collect();
    assert_eq!(clauses[1..], [("市交通局", 1), ("市财政局", 2)]);
}

#[test]
fn a_cell_over_all_rows_costs_a_rows_length_each() {
    let size = |rows: usize| {
        let rows = (0..rows).map(|row| {
            let lead = if row == 0 { format!("<td rowspan={rows}>市交通局</td>") } else { String::new() };
            format!("<td>{}</td><td>修路</td>{lead}<td>市财政局</td>", row + 1)
        });
        serde_json::to_string(&parse(&table(HEADS, rows))).unwrap().len()
    };
    let (small, large) = (size(200), size(800));
    assert!(large < small * 5, "{small} bytes for 200 rows, {large} for 800");
}

#[test]
fn a_merged_cell_too_long_to_be_given_to_each_row_is_told() {
    let names = bureaus(300);
    let rows = (1..=3).map(|row| {
        let lead = if row == 1 { format!("<td rowspan=3>{names}</td>") } else { String::new() };
        format!("<td>{row}</td><td>{}</td>{lead}<td>市财政局</td>", "修路。".repeat(500))
    });
    let parsed = parse(&table(HEADS, rows));
    assert_told(&parsed, Code::MergedCellUnsure, "gave it to the first row alone");
    let units: Vec<usize> = parsed.notice().tasks().map(|(_, task)| task.units().count()).collect();
    assert_eq!(units, [301, 1, 1]);
}

#[test]
fn a_table_of_tasks_that_is_too_wide_is_told() {
    let more = "<td>备注</td>".repeat(70);
    let rows =
        (1..=3).map(|row| format!("<td>{row}</td><td>修路</td><td>市交通局</td><td>市财政局</td>{more}"));
    let parsed = parse(&table(&format!("{HEADS}{more}"), rows));
    assert_told(&parsed, Code::TableUnread, "over 64 columns");
    assert_eq!(parsed.notice().tasks().count(), 0);
}

#[test]
fn units_too_many_for_the_items_below_are_told() {
    let text =
        format!("一、修路。（{}负责）\n（一）修省道，年内完工。\n（二）修县道，年内完工。", bureaus(65));
    let parsed = parse(&text);
    assert_told(&parsed, Code::InheritedUnits, "gave none");
    assert!(parsed.notice().tasks().all(|(_, task)| task.inherited.is_empty()));
}

#[test]
fn tables_beside_the_text_that_do_not_fit_are_told() {
    let text = "序号\t任务\t责任单位\n1\t巡山\t县林业局\n";
    let whole = Grid { span: Span::new(0, text.len() - 1), rows: Vec::new() };
    let cell = Cell { span: Span::new(1, 2), rowspan: 1, colspan: 1 };
    let inside_a_character = Grid { span: Span::new(0, 40), rows: vec![vec![cell]] };
    let behind = Grid { span: Span::new(400, 500), rows: Vec::new() };
    let again = Grid { span: Span::new(3, 9), rows: Vec::new() };
    for (wrong, place) in [(inside_a_character, 0), (behind, text.len()), (again, 3)] {
        let parsed = Parser::new().tables(vec![whole.clone(), wrong]).parse(text);
        assert_told(&parsed, Code::TableUnread, "left it out");
        let found = parsed.diagnostics().iter().find(|found| found.message.contains("left it out")).unwrap();
        assert_eq!(found.span.start, place);
    }
}

/// A notice with these lines between its number and its foot.
fn notice(head: &str, foot: &str) -> String {
    format!("云政发〔2020〕31号\n{head}\n请抓紧办理。\n{foot}")
}

const TITLE: &str = "云溪县人民政府关于修路的通知";
const RECIPIENTS: &str = "各镇人民政府：";
const FOOT: &str = "云溪县人民政府\n2020年5月10日";

#[test]
fn a_cell_holds_any_number_of_units() {
    for count in [2, 85, 300] {
        for mark in ["、", "<br>", "\n"] {
            let row =
                format!("<td>1</td><td>修路</td><td>{}</td><td>/</td>", bureaus(count).replace('、', mark));
            let rows = [row, "<td>2</td><td>种树</td><td>县林业局</td><td>/</td>".to_owned()];
            let parsed = parse(&table(HEADS, rows));
            let units: Vec<usize> = parsed.notice().tasks().map(|(_, task)| task.units().count()).collect();
            assert_eq!(units, [count, 1], "{count} {mark:?}");
        }
        let names = bureaus(count).replace('、', "<br>");
        let text = format!(
            "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 修路 | {names} |\n| 2 | 种树 | 县林业局 |\n"
        );
        let parsed = parse(&text);
        let units: Vec<usize> = parsed.notice().tasks().map(|(_, task)| task.units().count()).collect();
        assert_eq!(units, [count, 1], "{count} in Markdown");
    }
}

#[test]
fn a_list_of_attachments_holds_any_number() {
    for count in [3, 40, 300] {
        let names: Vec<String> =
            bureaus(count).split('、').zip(1..).map(|(name, at)| format!("{at}.{name}任务表")).collect();
        let text =
            notice(&format!("{TITLE}\n{RECIPIENTS}"), &format!("附件：{}\n\n{FOOT}", names.join("\n")));
        assert_eq!(parse(&text).notice().document.closing.attachment_list.len(), count);
    }
}

#[test]
fn a_table_of_a_cell_a_line_has_as_many_columns_as_others() {
    let more: Vec<String> = (1..=20).map(|at| format!("内容{at}")).collect();
    let heads = format!("序号\n任务\n责任单位\n{}\n", more.join("\n"));
    let rows = (1..=3).map(|row| format!("{row}\n修路\n县交通局\n{}", vec!["详见"; 20].join("\n")));
    let parsed = parse(&format!("{heads}{}\n", rows.collect::<Vec<_>>().join("\n")));
    assert_eq!(parsed.notice().tasks().count(), 3);
}

#[test]
fn what_is_too_long_to_be_read_is_told() {
    let (names, lines) = (bureaus(300), bureaus(60).replace('、', "\n"));
    let title = format!("云溪县人民政府关于{}的通知", "修路种树".repeat(100));
    let signed =
        |names: &str| notice(&format!("{TITLE}\n{RECIPIENTS}"), &format!("\n{names}\n2020年5月10日"));
    let row = "修路，\n".repeat(100);
    for (text, code, words) in [
        (notice(&format!("{TITLE}\n{names}："), FOOT), Code::MissedRecipients, "looks like them"),
        (notice(&format!("{title}\n{RECIPIENTS}"), FOOT), Code::MissedTitle, "looks like a part of one"),
        (signed(&lines), Code::DoubtfulSignature, "expected those above it"),
        (signed(&bureaus(80).replace('、', "  ")), Code::MissedSignature, "looks like one"),
        (
            format!("序号\n任务\n责任单位\n1\n{row}县交通局\n2\n种树\n县林业局\n"),
            Code::TableUnread,
            "whose cells are mixed",
        ),
    ] {
        assert_told(&parse(&text), code, words);
    }
}
