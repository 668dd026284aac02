//! What the README and the Chinese book say about the crate is so.

use gongwen::{Code, Severity};

const README: &str = include_str!("../README.md");
const CHINESE: &str = include_str!("../docs/zh/src/recognition.md");

#[test]
fn the_table_of_findings_holds_every_code_with_its_severity() {
    for code in Code::ALL {
        let row = format!("| `{}` | {} | ", code.name(), code.severity().name());
        assert!(README.contains(&row), "the README has no row that begins with {row}");
    }
    let rows = README.lines().filter(|line| {
        line.starts_with("| `")
            && ["| note |", "| warning |", "| error |"].iter().any(|severity| line.contains(severity))
    });
    assert_eq!(rows.count(), Code::ALL.len(), "rows of codes that are there");
}

#[test]
fn the_chinese_table_of_findings_holds_every_code_with_its_severity() {
    let rows = CHINESE
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|line| line.split_once("` | "));
    let rows: Vec<_> = rows
        .filter(|(_, rest)| ["注 |", "警告 |", "错误 |"].iter().any(|word| rest.starts_with(word)))
        .collect();
    let severity = |code: &Code| match code.severity() {
        Severity::Note => "注",
        Severity::Warning => "警告",
        Severity::Error => "错误",
    };
    for code in Code::ALL {
        let is_row = |(name, rest): &&(&str, &str)| *name == code.name() && rest.starts_with(severity(code));
        assert_eq!(rows.iter().filter(is_row).count(), 1, "{code}");
    }
    assert_eq!(rows.len(), Code::ALL.len(), "rows of codes that are there");
}
