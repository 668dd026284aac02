//! The laws of the model's parts: children in parents, siblings in order, the mended slice equal to the value.

use gongwen::{
    Body, Citation, ClauseForm, Closing, Date, Document, DocumentNumber, Header, Imprint, Metadata, Notice,
    Responsibility, Section, Span, Spanned, Task, Text, Title, Unit, mend,
};

use super::Bench;

impl Bench<'_> {
    pub(super) fn model(&mut self, notice: &Notice) {
        notice.metadata.iter().for_each(|metadata| self.metadata(metadata));
        self.in_order("metadata", notice.metadata.iter().map(|metadata| metadata.span));
        self.in_order("mark", notice.marks.iter().copied());
        self.in_order("furniture", notice.furniture.iter().copied());
        self.in_order("unparsed", notice.unparsed.iter().copied());
        self.in_order("table", notice.tables.iter().map(|table| table.span));
        for table in &notice.tables {
            table.columns.iter().for_each(|column| self.inside("column", table.span, column.span));
            table.columns.iter().for_each(|column| self.text("column", column));
            table.pieces.iter().for_each(|&piece| self.inside("piece of a table", table.span, piece));
            self.in_order("piece of a table", table.pieces.iter().copied());
        }
        self.tables = notice.tables.iter().map(|table| table.span).collect();
        self.document(&notice.document);
        for attachment in &notice.attachments {
            attachment.label.iter().for_each(|label| self.text("attachment label", label));
            self.document(&attachment.document);
        }
        self.in_order("attachment", notice.attachments.iter().map(|attachment| attachment.document.span));
    }

    fn text(&mut self, what: &'static str, text: &Text) {
        self.says(what, text.span, &text.value);
    }

    fn texts(&mut self, what: &'static str, outer: Span, texts: &[Text]) {
        for text in texts {
            self.inside(what, outer, text.span);
            self.text(what, text);
        }
        self.in_order(what, texts.iter().map(|text| text.span));
    }

    fn day(&mut self, what: &'static str, outer: Span, date: Option<&Spanned<Date>>) {
        if let Some(date) = date {
            self.inside(what, outer, date.span);
            self.date(date.value);
        }
    }

    fn metadata(&mut self, metadata: &Metadata) {
        self.inside("metadata key", metadata.span, metadata.key.span);
        self.inside("metadata value", metadata.span, metadata.value.span);
        self.text("metadata key", &metadata.key);
        self.text("metadata value", &metadata.value);
    }

    fn document(&mut self, document: &Document) {
        self.header(document.span, &document.header);
        self.body(document.span, &document.body);
        self.closing(document.span, &document.closing);
    }

    fn header(&mut self, outer: Span, header: &Header) {
        let single = [&header.copy_number, &header.secrecy, &header.urgency, &header.issuer_mark];
        for text in single.into_iter().flatten() {
            self.inside("header", outer, text.span);
            self.text("header", text);
        }
        self.texts("approver", outer, &header.approvers);
        self.texts("repeated title", outer, &header.repeated_titles);
        self.day("date under the title", outer, header.dated.as_ref());
        if let Some(number) = &header.doc_number {
            self.inside("document number", outer, number.span);
            self.number(number);
        }
        if let Some(title) = &header.title {
            self.inside("title", outer, title.span);
            self.title(title);
        }
        if let Some(recipients) = &header.recipients {
            self.inside("recipients", outer, recipients.span);
            self.texts("recipient", recipients.span, &recipients.names);
        }
    }

    fn number(&mut self, number: &DocumentNumber) {
        self.says("document number", number.span, &number.text);
        let code = number.agency_code.as_deref().unwrap_or_default();
        self.hold("a document number holds its agency code", number.text.contains(code), || {
            format!("{number:?}")
        });
        let year = number.year.is_none_or(|year| (1900..=2100).contains(&year));
        self.hold("a document number's year is a year", year, || format!("{number:?}"));
    }

    fn title(&mut self, title: &Title) {
        self.says("title", title.span, &title.text);
        self.texts("issuer", title.span, &title.issuers);
        if let Some(subject) = &title.subject {
            self.inside("subject", title.span, subject.span);
            self.text("subject", subject);
        }
        if let Some(genre) = &title.genre {
            self.inside("genre", title.span, genre.span);
            // 令 is short for 命令.
            let slice = mend(self.slice(genre.span)).into_owned();
            let said = !slice.is_empty() && genre.value.name().ends_with(&slice);
            self.hold("the mended slice is the value", said, || {
                format!("genre {}, slice 「{slice}」", genre.value)
            });
        }
    }

    fn body(&mut self, outer: Span, body: &Body) {
        self.texts("preamble", outer, &body.preamble);
        self.citations(outer, &body.citations);
        self.tasks(outer, &body.tasks, &body.sections);
        body.sections.iter().for_each(|section| self.section(outer, section));
        self.in_order("section", body.sections.iter().map(|section| section.span));
    }

    fn section(&mut self, outer: Span, section: &Section) {
        let span = section.span;
        self.inside("section", outer, span);
        self.says("label", section.marker.span, &section.marker.label);
        section.heading.iter().for_each(|heading| self.text("heading", heading));
        self.texts("paragraph", span, &section.paragraphs);
        self.citations(span, &section.citations);
        self.tasks(span, &section.tasks, &section.sections);
        section.sections.iter().for_each(|inner| self.section(span, inner));
        // behind the rows of a table paragraphs go on
        let tables = self.tables.clone();
        let (rows, items): (Vec<Span>, Vec<Span>) = section
            .sections
            .iter()
            .map(|inner| inner.span)
            .partition(|span| tables.iter().any(|table| table.contains(*span)));
        let mut texts: Vec<Span> =
            section.paragraphs.iter().map(|paragraph| paragraph.span).chain(rows).collect();
        texts.sort_unstable();
        let own = std::iter::once(section.marker.span)
            .chain(section.heading.iter().map(|heading| heading.span))
            .chain(texts)
            .chain(items);
        self.in_order("part of a section", own.clone());
        let hull = own.reduce(Span::hull);
        self.hold("a section reaches from its marker to its last part", hull == Some(span), || {
            format!("{} at {span:?}, its parts {hull:?}", section.marker.label)
        });
    }

    fn tasks(&mut self, outer: Span, tasks: &[Task], inner: &[Section]) {
        for task in tasks {
            self.inside("task", outer, task.span);
            self.inside("task text", task.span, task.text.span);
            self.text("task text", &task.text);
            let measures: Vec<Text> = task
                .measures()
                .map(|Spanned { value, span }| Spanned { value: value.to_owned(), span })
                .collect();
            self.texts("measure", task.text.span, &measures);
            task.inherited.iter().for_each(|unit| self.unit(unit));
            let clause = task.responsibility.as_ref().map_or(task.text.span, |clause| clause.span);
            // a merged cell of a row above may hold the clause
            let of_cell = task.responsibility.as_ref().is_some_and(|clause| clause.form == ClauseForm::Cell);
            let elsewhere = of_cell && !task.span.contains(clause) && task.span == task.text.span;
            let whole = task.span == task.text.span.hull(clause) || elsewhere;
            self.hold("a task is its text and its clause", whole, || {
                format!("{:?}, text {:?}, clause {clause:?}", task.span, task.text.span)
            });
            task.responsibility.iter().for_each(|clause| self.responsibility(clause));
            let at = inner.partition_point(|section| section.span.end <= task.span.start);
            let apart = inner.get(at).is_none_or(|section| task.span.end <= section.span.start);
            self.hold("a task stays out of sub-items", apart, || format!("{:?}", task.span));
        }
        self.in_order("task", tasks.iter().map(|task| task.span));
    }

    fn responsibility(&mut self, clause: &Responsibility) {
        let span = clause.span;
        self.says("clause", span, &clause.text);
        // a cell that reaches down from a row above stands outside of the row
        let table = self.tables.iter().find(|table| table.contains(span)).copied();
        let outer = table.filter(|_| clause.form == ClauseForm::Cell).unwrap_or(span);
        clause.units.iter().for_each(|unit| self.inside("unit", outer, unit.span));
        clause.units.iter().for_each(|unit| self.unit(unit));
        self.in_order("unit", clause.units.iter().map(|unit| unit.span));
        for words in &clause.role_words {
            self.inside("role words", outer, words.span);
            self.says("role words", words.span, &words.text);
        }
        self.in_order("role words", clause.role_words.iter().map(|words| words.span));
        if let Some(deadline) = &clause.deadline {
            self.inside("deadline", outer, deadline.span);
            self.text("deadline", deadline);
        }
        self.texts("remark", outer, &clause.remarks);
    }

    fn unit(&mut self, unit: &Unit) {
        self.says("unit", unit.span, &unit.name);
        let full = unit.full_name.as_ref().is_none_or(|full| *full != unit.name && full.contains(&unit.name));
        self.hold("a full name adds to the name", full, || format!("{unit:?}"));
    }

    fn citations(&mut self, outer: Span, citations: &[Citation]) {
        for citation in citations {
            self.inside("citation", outer, citation.span);
            let slice = mend(self.slice(citation.span)).into_owned();
            let title = slice.strip_prefix('《').and_then(|rest| rest.strip_suffix('》'));
            self.hold("a citation is its title in book marks", title == Some(&citation.title), || {
                format!("「{}」, slice 「{slice}」", citation.title)
            });
            if let Some(number) = &citation.doc_number {
                self.inside("cited number", outer, number.span);
                self.in_order("cited number", [citation.span, number.span].into_iter());
                self.number(number);
            }
        }
        self.in_order("citation", citations.iter().map(|citation| citation.span));
    }

    fn closing(&mut self, outer: Span, closing: &Closing) {
        self.texts("attachment name", outer, &closing.attachment_list);
        self.texts("signatory", outer, &closing.signatories);
        self.day("date", outer, closing.date.as_ref());
        if let Some(annotation) = &closing.annotation {
            self.inside("annotation", outer, annotation.span);
            self.text("annotation", annotation);
        }
        if let Some(imprint) = &closing.imprint {
            self.inside("imprint", outer, imprint.span);
            self.imprint(imprint);
        }
    }

    fn imprint(&mut self, imprint: &Imprint) {
        for text in [&imprint.subject_words, &imprint.printer].into_iter().flatten() {
            self.inside("imprint", imprint.span, text.span);
            self.text("imprint", text);
        }
        self.texts("copies to", imprint.span, &imprint.copies_to);
        self.day("printed on", imprint.span, imprint.printed_on.as_ref());
    }
}
