//! `gongwen show`: a notice for eyes.

mod card;
mod outline;
mod page;

use std::io;
use std::path::PathBuf;

use gongwen::{Document, Severity};

use crate::input::Input;
use crate::output::print_styled;
use crate::run::each;
use crate::show::page::{Page, Tone};
use crate::status::Status;

/// Prints the notices.
pub(crate) fn show(paths: &[PathBuf]) -> io::Result<Status> {
    each(paths, |input| Ok((page(input), Status::Good)), |page| print_styled(&page))
}

fn page(input: &Input) -> String {
    let notice = input.parsed.notice();
    let mut page = Page::default();
    page.title(&input.name);
    card::metadata(&mut page, &notice.metadata);
    document(&mut page, &notice.document);
    for attachment in &notice.attachments {
        page.rule(attachment.label.as_ref().map_or("attached", |label| &label.value));
        document(&mut page, &attachment.document);
    }
    findings(&mut page, input);
    page.into_text()
}

fn document(page: &mut Page, document: &Document) {
    card::card(page, document);
    outline::outline(page, &document.body);
}

/// The findings in three columns: place, severity, message.
fn findings(page: &mut Page, input: &Input) {
    let found = input.parsed.diagnostics();
    if found.is_empty() {
        return;
    }
    page.rule("findings");
    let place = found.iter().map(|finding| finding.position.to_string().len()).max().unwrap_or(0);
    for finding in found {
        let tone = match finding.severity {
            Severity::Note => Tone::Note,
            Severity::Warning => Tone::Warning,
            Severity::Error => Tone::Error,
        };
        page.say(Tone::Faint, &format!("{:place$}  ", finding.position.to_string()));
        page.say(tone, &format!("{:7}  ", finding.severity.name()));
        page.say(Tone::Plain, &finding.message);
        page.end_line();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen::specimen;

    #[test]
    fn a_page_shows_card_outline_units_and_findings() {
        let page = page(&specimen());
        let lines = anstream::adapter::strip_str(&page).to_string();
        let expected = [
            "-- notes/a.txt -------------------------------------------------------------------------------------",
            "number          湘办发〔2024〕1号",
            "title           湖南省人民政府关于印发方案的通知",
            "issuers         湖南省人民政府",
            "genre           通知",
            "recipients      各市州人民政府、省直各单位",
            "signatories     湖南省人民政府",
            "date            2024-05-10",
            "-- 附件1 -------------------------------------------------------------------------------------------",
            "",
            "一、改革",
            "  （一）降费。",
            "        lead         省财政厅",
            "        support      长沙市、各县政府 [group]",
            "        responsible  各市州人民政府 [group, inherited]",
            "        deadline     2024年底前",
            "        open-ended   等",
            "  （二）根据《条例》（国令〔2020〕2号）放权。",
            "        nobody named",
            "",
            "-- findings ----------------------------------------------------------------------------------------",
            "9:22  warning  found 「各县政府」",
            "",
        ];
        assert_eq!(lines.lines().collect::<Vec<_>>(), expected);
    }
}
