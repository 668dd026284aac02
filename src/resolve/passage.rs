//! The mended texts of a notice in their order, each with the part and the item it stands in.

use std::cell::OnceCell;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::context::Context;
use crate::text::mended::Mended;
use crate::{Body, Citation, Document, Section, Span, Task, Text};

/// The item and the task that something stands in, by their numbers in the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Place {
    /// The numbered item: items count from 1 through all documents of the input, in the order of the text.
    pub section: Option<usize>,
    /// The task, counted in the same way.
    pub task: Option<usize>,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PassageKind {
    Title,
    Heading,
    Paragraph,
    /// A name in the list of attachments, or a remark under the signature.
    Foot,
}

/// A mended text of the model.
#[derive(Debug)]
pub(super) struct Passage<'n> {
    pub(super) text: &'n str,
    pub(super) kind: PassageKind,
    /// The part's number: 0 is the notice proper.
    pub(super) part: usize,
    owner: Owner<'n>,
    span: Span,
    /// The slice of the input that was mended.
    slice: &'n str,
    mended: OnceCell<Mended>,
}

impl<'n> Passage<'n> {
    /// The place in the input of a range of the passage's text.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        if self.text.len() == self.span.len() {
            return Span::new(self.span.start + range.start, self.span.start + range.end);
        }
        let Span { start, end } = self.mended().span(range);
        Span::new(self.span.start + start, self.span.start + end)
    }

    /// Its place in the input.
    pub(super) fn whole(&self) -> Span {
        self.span
    }

    /// The place in the passage's text of a byte of the input, as far as it lies in the passage.
    pub(super) fn offset(&self, original: usize) -> usize {
        let at = original.saturating_sub(self.span.start);
        let at = if self.text.len() == self.span.len() { at } else { self.mended().offset(at) };
        at.min(self.text.len())
    }

    /// Where the tasks of the passage's owner stand in its text, as far as they do.
    pub(super) fn tasks(&self) -> impl Iterator<Item = &'n Task> {
        self.owner
            .tasks
            .iter()
            .filter(|task| task.span.end > self.span.start && task.span.start < self.span.end)
    }

    /// The number of the item it stands in.
    pub(super) fn section(&self) -> Option<usize> {
        self.owner.section
    }

    /// The citations that stand in the passage.
    pub(super) fn citations(&self) -> impl Iterator<Item = &'n Citation> {
        self.owner.citations.iter().filter(|citation| self.span.contains(citation.span))
    }

    /// The item and the task around a place in the input.
    pub(super) fn place(&self, at: usize) -> Place {
        let Owner { section, first_task, tasks, .. } = self.owner;
        let task = tasks.iter().position(|task| (task.span.start..task.span.end).contains(&at));
        Place { section, task: task.map(|task| first_task + task) }
    }

    /// Most passages have no blanks to mend, and in most of those that have, nothing is found.
    fn mended(&self) -> &Mended {
        self.mended.get_or_init(|| Mended::of(self.slice))
    }
}

/// All passages of the notice's documents, in the order of the model: title, preamble, items, foot.
pub(super) fn passages<'n>(context: &Context<'n>) -> Vec<Passage<'n>> {
    let mut walk = Walk { text: context.text, part: 0, sections: 0, tasks: 0, passages: Vec::new() };
    let labelled = context.notice.metadata.iter().filter_map(|line| line.title.as_ref());
    labelled.for_each(|title| walk.add(&title.text, title.span, PassageKind::Title, NOBODY));
    for part in &context.parts {
        walk.part = part.number;
        walk.document(part.document);
    }
    walk.passages
}

struct Walk<'n> {
    text: &'n str,
    part: usize,
    sections: usize,
    tasks: usize,
    passages: Vec<Passage<'n>>,
}

/// What owns a passage.
#[derive(Debug, Clone, Copy)]
struct Owner<'n> {
    section: Option<usize>,
    /// The number of the first of its tasks.
    first_task: usize,
    tasks: &'n [Task],
    citations: &'n [Citation],
}

/// Of what stands outside the body.
const NOBODY: Owner<'static> = Owner { section: None, first_task: 1, tasks: &[], citations: &[] };

impl<'n> Walk<'n> {
    fn document(&mut self, document: &'n Document) {
        let header = &document.header;
        if let Some(title) = &header.title {
            self.add(&title.text, title.span, PassageKind::Title, NOBODY);
        }
        header.repeated_titles.iter().for_each(|title| self.add_text(title, PassageKind::Title, NOBODY));
        let Body { preamble, citations, tasks, sections, .. } = &document.body;
        let owner = Owner { section: None, first_task: self.tasks + 1, tasks, citations };
        self.tasks += tasks.len();
        for text in preamble {
            self.add_text(text, PassageKind::Paragraph, owner);
        }
        for section in sections {
            self.section(section);
        }
        let closing = &document.closing;
        let foot = closing.attachment_list.iter().chain(&closing.annotation);
        foot.for_each(|text| self.add_text(text, PassageKind::Foot, NOBODY));
    }

    fn section(&mut self, section: &'n Section) {
        self.sections += 1;
        let owner = Owner {
            section: Some(self.sections),
            first_task: self.tasks + 1,
            tasks: &section.tasks,
            citations: &section.citations,
        };
        self.tasks += section.tasks.len();
        section.heading.iter().for_each(|text| self.add_text(text, PassageKind::Heading, owner));
        section.paragraphs.iter().for_each(|text| self.add_text(text, PassageKind::Paragraph, owner));
        section.sections.iter().for_each(|section| self.section(section));
    }

    fn add_text(&mut self, text: &'n Text, kind: PassageKind, owner: Owner<'n>) {
        self.add(&text.value, text.span, kind, owner);
    }

    /// A text that is not the notice's has other slices, or none: what does not mend to the words is left out.
    fn add(&mut self, text: &'n str, span: Span, kind: PassageKind, owner: Owner<'n>) {
        let Some(slice) = self.text.get(span.range()) else { return };
        let mended = OnceCell::new();
        self.passages.push(Passage { text, kind, part: self.part, owner, span, slice, mended });
    }
}
