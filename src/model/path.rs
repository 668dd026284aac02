//! Walks over a notice that tell where each thing stands: [`Path`].

use std::fmt;
use std::slice::Iter;

use super::{Body, Citation, Notice, Section, Task};

/// The numbered items that lead to a place in a notice, the outermost first: `一、/（一）`.
///
/// A view into the notice that it was asked of; outside any item it is empty.
///
/// ```
/// let text = "一、总体要求\n（一）基本原则。坚持安全第一。\n（二）工作目标。三年建成。";
/// let parsed = gongwen::parse(text);
/// let paths: Vec<_> = parsed.notice().sections().map(|(path, _)| path.to_string()).collect();
/// assert_eq!(paths, ["一、", "一、/（一）", "一、/（二）"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path<'n> {
    part: usize,
    sections: Vec<&'n Section>,
}

impl<'n> Path<'n> {
    /// Which document: 0 the notice proper, from 1 the attached ones, as in [`Notice::documents`].
    pub fn part(&self) -> usize {
        self.part
    }

    /// The items, the outermost first.
    pub fn sections(&self) -> &[&'n Section] {
        &self.sections
    }

    /// The innermost item; `None` outside any.
    pub fn section(&self) -> Option<&'n Section> {
        self.sections.last().copied()
    }
}

/// Prints the labels as written, joined by `/`, as the column `path` of the tables does.
impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, section) in self.sections.iter().enumerate() {
            let slash = if depth == 0 { "" } else { "/" };
            write!(f, "{slash}{}", section.marker.label)?;
        }
        Ok(())
    }
}

impl Notice {
    /// All numbered items in the order of the text, each with the path that ends in it.
    ///
    /// ```
    /// let parsed = gongwen::parse("一、修路。\n（一）省道。\n二、种树。");
    /// for (path, section) in parsed.notice().sections() {
    ///     assert_eq!(path.section(), Some(section));
    /// }
    /// assert_eq!(parsed.notice().sections().count(), 3);
    /// ```
    pub fn sections(&self) -> impl Iterator<Item = (Path<'_>, &Section)> {
        (0..).zip(self.documents()).flat_map(|(part, document)| Walk::new(part, &document.body))
    }

    /// All tasks in the order of the text, each with the path to its item.
    ///
    /// ```
    /// let parsed = gongwen::parse("一、修路。（市交通局负责）\n二、种树。（市林业局负责）");
    /// let told: Vec<_> = parsed
    ///     .notice()
    ///     .tasks()
    ///     .flat_map(|(path, task)| task.units().map(move |unit| format!("{path}{}", unit.name)))
    ///     .collect();
    /// assert_eq!(told, ["一、市交通局", "二、市林业局"]);
    /// ```
    pub fn tasks(&self) -> impl Iterator<Item = (Path<'_>, &Task)> {
        self.each(|body| &body.tasks, |section| &section.tasks)
    }

    /// All documents that the notice cites, each with the path to the item that cites it.
    ///
    /// ```
    /// let parsed = gongwen::parse("一、依据《青州省渔港条例》（青政发〔2024〕7号）修订办法。");
    /// let wanted = "青政发[2024]7号".parse()?;
    /// assert!(parsed.notice().citations().any(|(_, citation)| citation.is(&wanted)));
    /// # Ok::<(), gongwen::ValueError>(())
    /// ```
    pub fn citations(&self) -> impl Iterator<Item = (Path<'_>, &Citation)> {
        self.each(|body| &body.citations, |section| &section.citations)
    }

    /// What stands outside any item of each document, then what stands in its items.
    fn each<'n, T: 'n>(
        &'n self,
        outside: fn(&'n Body) -> &'n [T],
        inside: fn(&'n Section) -> &'n [T],
    ) -> impl Iterator<Item = (Path<'n>, &'n T)> {
        (0..).zip(self.documents()).flat_map(move |(part, document)| {
            let body = &document.body;
            let items = Walk::new(part, body).map(move |(path, section)| (path, inside(section)));
            let first = (Path { part, sections: Vec::new() }, outside(body));
            std::iter::once(first)
                .chain(items)
                .flat_map(|(path, held)| held.iter().map(move |value| (path.clone(), value)))
        })
    }
}

/// The items of a body, depth first.
struct Walk<'n> {
    path: Path<'n>,
    /// The items still to come, of each level that is open.
    rest: Vec<Iter<'n, Section>>,
}

impl<'n> Walk<'n> {
    fn new(part: usize, body: &'n Body) -> Self {
        Walk { path: Path { part, sections: Vec::new() }, rest: vec![body.sections.iter()] }
    }
}

impl<'n> Iterator for Walk<'n> {
    type Item = (Path<'n>, &'n Section);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some(section) = self.rest.last_mut()?.next() else {
                self.rest.pop();
                continue;
            };
            self.path.sections.truncate(self.rest.len() - 1);
            self.path.sections.push(section);
            self.rest.push(section.sections.iter());
            return Some((self.path.clone(), section));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::parse;

    #[test]
    fn the_path_grows_and_shrinks_with_the_depth() {
        let parsed = parse("一、甲\n（一）乙\n1. 丙。\n2. 丁。\n（二）戊。\n二、己。");
        let paths: Vec<_> = parsed.notice().sections().map(|(path, _)| path.to_string()).collect();
        assert_eq!(paths, ["一、", "一、/（一）", "一、/（一）/1.", "一、/（一）/2.", "一、/（二）", "二、"]);
    }

    #[test]
    fn items_of_attached_documents_know_their_part() {
        let text =
            "关于印发方案的通知\n各市：\n请落实。\n省水利厅\n2024年5月10日\n附件1\n\n防汛方案\n一、清淤。";
        let parsed = parse(text);
        let parts: Vec<_> = parsed.notice().sections().map(|(path, _)| path.part()).collect();
        assert_eq!(parts, [1]);
    }

    #[test]
    fn what_stands_outside_any_item_comes_first_and_has_an_empty_path() {
        let parsed = parse("根据《甲条例》，现通知如下。\n一、执行《乙办法》。");
        let cited: Vec<_> =
            parsed.notice().citations().map(|(path, cited)| format!("{path}{}", cited.title)).collect();
        assert_eq!(cited, ["甲条例", "一、乙办法"]);
    }
}
