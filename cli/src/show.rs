//! `gongwen show`: a notice for eyes.

mod card;
mod outline;
mod page;
mod resolved;

use std::io;

use gongwen::{Document, Severity, Span};

use crate::arguments::Reading;
use crate::input::Input;
use crate::messages::{self, ATTACHED, COLON, FINDINGS, FURNITURE, TEXT, UNPARSED, Word};
use crate::output::{columns, print_styled};
use crate::run::each;
use crate::show::page::{Omitted, Page, Tone};
use crate::status::Status;
use crate::tables::Layer;

/// How much of a notice is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// The first line of each text.
    Brief,
    /// Every paragraph, titles that the page repeats, and its furniture.
    Full,
}

/// Prints the notices, a blank line between them.
pub(crate) fn show(reading: &Reading, extent: Extent, layer: Layer) -> io::Result<Status> {
    let columns = columns();
    let mut gap = "";
    let run = each(
        reading,
        |input| Ok((page(input, Page::new(columns, extent), layer), Status::Good)),
        |page| print_styled(&format!("{}{page}", std::mem::replace(&mut gap, "\n"))),
    )?;
    Ok(run.status)
}

fn page(input: &Input, mut page: Page, layer: Layer) -> String {
    let notice = input.parsed.notice();
    page.rule(&input.name);
    card::notice(&mut page, notice);
    outline::outline(&mut page, &notice.document.body, &input.text);
    for attachment in &notice.attachments {
        page.rule(attachment.label.as_ref().map_or(ATTACHED.get(), |label| &label.value));
        attached(&mut page, &attachment.document, &input.text);
    }
    stretches(&mut page, UNPARSED, &notice.unparsed, &input.text);
    match page.extent() {
        Extent::Full => stretches(&mut page, FURNITURE, &notice.furniture, &input.text),
        Extent::Brief => notice.furniture.iter().for_each(|_| page.omit(Omitted::Furniture)),
    }
    if layer == Layer::Resolved {
        resolved::resolved(&mut page, &gongwen::resolve(&input.text, notice));
    }
    findings(&mut page, input);
    page.omissions();
    page.into_text()
}

fn attached(page: &mut Page, document: &Document, source: &str) {
    card::card(page, document);
    outline::outline(page, &document.body, source);
}

/// Stretches of the text that stand outside every document.
fn stretches(page: &mut Page, name: Word, spans: &[Span], source: &str) {
    if !spans.is_empty() {
        page.rule(name.get());
        for span in spans {
            page.text(0, TEXT, &[gongwen::mend(&source[span.range()])]);
        }
    }
}

/// The findings: place, severity with code, message.
fn findings(page: &mut Page, input: &Input) {
    let found = input.parsed.diagnostics();
    if found.is_empty() {
        return;
    }
    page.rule(FINDINGS.get());
    let place = found.iter().map(|finding| finding.position.to_string().len()).max().unwrap_or(0);
    for finding in found {
        let tone = match finding.severity {
            Severity::Note => Tone::Note,
            Severity::Warning => Tone::Warning,
            Severity::Error => Tone::Error,
        };
        page.say(Tone::Faint, &finding.position.to_string());
        page.advance(place + 2);
        page.say(tone, &format!("{}[{}]", messages::name(finding.severity.name()), finding.code.name()));
        page.say(Tone::Plain, COLON.get());
        page.wrap_under(place + 2, Tone::Plain, &messages::finding(finding).to_string());
        page.end_line();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen::specimen;

    #[test]
    fn a_page_shows_card_outline_units_and_findings() {
        let page = page(&specimen(), Page::new(100, Extent::Brief), Layer::Parsed);
        let lines = anstream::adapter::strip_str(&page).to_string();
        let expected = [
            "-- notes/a.txt -------------------------------------------------------------------------------------",
            "number                  湘办发〔2024〕1号",
            "title                   湖南省人民政府关于印发方案的通知",
            "issuers                 湖南省人民政府",
            "genre                   通知",
            "recipients              各市州人民政府；省直各单位",
            "signatories             湖南省人民政府",
            "date                    2024-05-10",
            "",
            "-- 附件1 -------------------------------------------------------------------------------------------",
            "一、 改革",
            "  （一） 降费。",
            "         task           减税。",
            "           lead         省财政厅",
            "           support      长沙市；各县政府 [group, 等]",
            "           responsible  各市州人民政府 [group, inherited]",
            "           deadline     2024年底前",
            "  （二） 根据《条例》（国令〔2020〕2号）放权。",
            "         cites          《条例》（国令〔2020〕2号）",
            "",
            "-- findings ----------------------------------------------------------------------------------------",
            "9:22  warning[doubtful-unit]: found 「各县政府」",
            "",
            "--full also shows 1 task that nobody is named for",
        ];
        assert_eq!(lines.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn text_that_no_element_holds_is_shown() {
        let mut input = specimen();
        let mut parsed = serde_json::to_value(&input.parsed).unwrap();
        parsed["notice"]["unparsed"] = serde_json::json!([[0, 9]]);
        parsed["notice"]["furniture"] = serde_json::json!([[9, 16]]);
        input.parsed = serde_json::from_value(parsed).unwrap();
        let brief = page(&input, Page::new(100, Extent::Brief), Layer::Parsed);
        assert!(brief.contains("湘办发\n") && !brief.contains("-- furniture"), "{brief}");
        assert!(
            brief.contains("--full also shows 1 task that nobody is named for, 1 stretch of page furniture"),
            "{brief}"
        );
        assert!(page(&input, Page::new(100, Extent::Full), Layer::Parsed).contains("furniture"));
    }
}
