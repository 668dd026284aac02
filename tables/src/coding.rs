//! Coding sheets: the units of content analysis, numbered policy–section–item, with room for what two coders say.

#[cfg(feature = "xlsx")]
mod sheet;

#[cfg(feature = "xlsx")]
pub use sheet::CodingSheet;

use gongwen::{Notice, Section, Task};

/// What one row of a coding sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CodingUnit {
    /// A numbered item with its own text, without its sub-items.
    #[default]
    Item,
    /// A heading, or a sentence of an item's text.
    Sentence,
}

/// A unit to be coded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Codable {
    /// The place in the sheet, from 1: policy, outermost item, its item, …: `12-3-2`. Items are counted as they come, in the
    /// notice and its attached documents together, whatever numbers they bear. Of a sentence, its number in the item is
    /// added: `12-3-2.1`.
    pub code: String,
    /// Labels of the items from the outermost to its own: `一、/（一）`.
    pub path: String,
    /// Heading and paragraphs, or the sentence.
    pub text: String,
    /// What the item's tasks say is to be done, a line each.
    pub task: String,
    /// The units that answer for the item's tasks, with role: `县财政局 (lead)`, a line each.
    pub units: String,
}

/// The units of a notice, which is the `policy`-th of the sheet.
///
/// ```
/// use gongwen_tables::{CodingUnit, codables};
///
/// let parsed = gongwen::parse("一、修路。路要平。（市交通局负责）\n二、种树。\n（一）松。");
/// let units = codables(parsed.notice(), 12, CodingUnit::Item);
/// let codes = units.iter().map(|unit| (unit.code.as_str(), unit.path.as_str())).collect::<Vec<_>>();
/// assert_eq!(codes, [("12-1", "一、"), ("12-2", "二、"), ("12-2-1", "二、/（一）")]);
/// ```
pub fn codables(notice: &Notice, policy: usize, unit: CodingUnit) -> Vec<Codable> {
    let mut found = Vec::new();
    let mut numbers: Vec<usize> = Vec::new();
    for (path, section) in notice.sections() {
        let depth = path.sections().len();
        numbers.resize(depth, 0);
        numbers[depth - 1] += 1;
        let code = numbers.iter().fold(policy.to_string(), |code, number| format!("{code}-{number}"));
        let whole = whole(section, code, path.to_string());
        match unit {
            CodingUnit::Item => found.push(whole),
            CodingUnit::Sentence => found.extend(in_sentences(section, &whole)),
        }
    }
    found
}

/// Heading and paragraphs.
fn words(section: &Section) -> impl Iterator<Item = &str> {
    section.heading.iter().chain(&section.paragraphs).map(|text| text.value.as_str())
}

fn whole(section: &Section, code: String, path: String) -> Codable {
    let tasks = section.tasks.iter().map(|task| task.text.value.as_str());
    Codable {
        code,
        path,
        text: words(section).collect::<Vec<_>>().join("\n"),
        task: tasks.collect::<Vec<_>>().join("\n"),
        units: units(section),
    }
}

fn in_sentences(section: &Section, whole: &Codable) -> Vec<Codable> {
    let sentences = words(section)
        .flat_map(|text| gongwen::sentences(text).into_iter().map(move |range| text[range].trim()));
    let sentences = (1..).zip(sentences.filter(|text| !text.is_empty()));
    let sentence = |(number, text): (usize, &str)| Codable {
        code: format!("{}.{number}", whole.code),
        text: text.to_owned(),
        ..whole.clone()
    };
    sentences.map(sentence).collect()
}

/// `县财政局 (lead)`, a line each; a unit that several tasks of the item have stands once.
fn units(section: &Section) -> String {
    let mut lines = Vec::new();
    for unit in section.tasks.iter().flat_map(Task::units) {
        let line = format!("{} ({})", unit.name, unit.role.name());
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen::specimen;

    fn rows(unit: CodingUnit) -> Vec<Codable> {
        codables(specimen().1.notice(), 3, unit)
    }

    #[test]
    fn a_row_is_an_item_with_its_tasks_and_units() {
        let rows = rows(CodingUnit::Item);
        assert_eq!(rows.iter().map(|row| &*row.code).collect::<Vec<_>>(), ["3-1", "3-1-1", "3-1-2"]);
        let expected = Codable {
            code: "3-1-1".to_owned(),
            path: "一、/（一）".to_owned(),
            text: "降费。\n减税。".to_owned(),
            task: "减税。".to_owned(),
            units: "省财政厅 (lead)\n长沙市 (support)\n各县政府 (support)\n各市州人民政府 (responsible)"
                .to_owned(),
        };
        assert_eq!(rows[1], expected);
    }

    #[test]
    fn a_row_is_a_sentence_when_asked_for() {
        let rows = rows(CodingUnit::Sentence);
        let texts = rows.iter().map(|row| (&*row.code, &*row.text)).collect::<Vec<_>>();
        assert_eq!(
            texts,
            [
                ("3-1.1", "改革"),
                ("3-1-1.1", "降费。"),
                ("3-1-1.2", "减税。"),
                ("3-1-2.1", "根据《条例》（国令〔2020〕2号）放权。"),
            ]
        );
    }

    #[test]
    fn no_two_rows_have_a_code() {
        let text = "附件1\n方案\n一、甲。\n（一）乙。\n附件2\n方案\n一、丙。\n一、丁。";
        let rows = codables(gongwen::parse(text).notice(), 1, CodingUnit::Item);
        let codes = rows.iter().map(|row| &row.code).collect::<std::collections::HashSet<_>>();
        assert!(rows.len() >= 4 && codes.len() == rows.len(), "{rows:?}");
    }
}
