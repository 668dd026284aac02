//! What the README says about the crate is so.

use gongwen::Code;

const README: &str = include_str!("../README.md");

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
