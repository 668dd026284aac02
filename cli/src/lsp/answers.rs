//! What a text holds, in the protocol's types.

use gongwen::{Document, Section, Severity, Span};
use gongwen_page::marks;
use lsp_types::{
    Diagnostic, DiagnosticSeverity, DocumentSymbol, Hover, HoverContents, MarkupContent, MarkupKind,
    NumberOrString, Position, SymbolKind,
};

use crate::check::Found;
use crate::lsp::document::Open;

/// What may be read wrongly, and where the form is not that of the standards.
pub(super) fn findings(open: &Open) -> Vec<Diagnostic> {
    open.found.iter().map(|found| finding(open, found)).collect()
}

fn finding(open: &Open, found: &Found) -> Diagnostic {
    let severity = match found.severity {
        Severity::Note => DiagnosticSeverity::INFORMATION,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Error => DiagnosticSeverity::ERROR,
    };
    Diagnostic {
        range: open.range(found.span),
        severity: Some(severity),
        code: Some(NumberOrString::String(found.code.to_owned())),
        source: Some(found.source.unwrap_or("gongwen").to_owned()),
        message: found.message.to_string(),
        ..Diagnostic::default()
    }
}

/// The notice and what is attached to it, each with its items.
pub(super) fn outline(open: &Open) -> Vec<DocumentSymbol> {
    let notice = open.parsed.notice();
    let proper = std::iter::once((None, &notice.document));
    let attached = notice.attachments.iter().map(|attached| (attached.label.as_ref(), &attached.document));
    let documents = proper.chain(attached).filter(|(_, document)| !document.span.is_empty());
    let symbol = |(label, document): (Option<&gongwen::Text>, &Document)| {
        let title = document.header.title.as_ref();
        let label = label.map(|label| label.value.as_str());
        let name =
            label.into_iter().chain(title.map(|title| title.text.as_str())).collect::<Vec<_>>().join(" ");
        let chosen = title.map_or(Span::new(document.span.start, document.span.start), |title| title.span);
        let items = document.body.sections.iter().map(|section| item(open, section)).collect();
        named(open, &name, "公文", SymbolKind::FILE, document.span.hull(chosen), chosen, items)
    };
    documents.map(symbol).collect()
}

fn item(open: &Open, section: &Section) -> DocumentSymbol {
    let words = section.heading.as_ref().or(section.paragraphs.first());
    let words = words.map_or("", |text| text.value.as_str());
    let name = format!("{}{words}", section.marker.label);
    let inner = section.sections.iter().map(|section| item(open, section)).collect();
    named(open, &name, "", SymbolKind::NAMESPACE, section.span, section.marker.span, inner)
}

/// An entry of the outline; an editor takes no empty name.
fn named(
    open: &Open,
    name: &str,
    otherwise: &str,
    kind: SymbolKind,
    span: Span,
    chosen: Span,
    children: Vec<DocumentSymbol>,
) -> DocumentSymbol {
    /// Characters of a name: an outline is a list.
    const LONGEST: usize = 60;
    let name = if name.is_empty() { otherwise } else { name };
    let more = if name.chars().count() > LONGEST { "…" } else { "" };
    let name: String = name.chars().take(LONGEST).chain(more.chars()).collect();
    #[expect(deprecated, reason = "the field stands in the type and has to be given")]
    DocumentSymbol {
        name: if name.is_empty() { "·".to_owned() } else { name },
        detail: None,
        kind,
        tags: None,
        deprecated: None,
        range: open.range(span),
        selection_range: open.range(chosen),
        children: Some(children),
    }
}

/// What was read at a place: the innermost element there, with its fields.
pub(super) fn hover(open: &Open, position: Position) -> Option<Hover> {
    let at = open.offset(position)?;
    let found = marks(open.text(), &open.parsed);
    let inside = found.iter().filter(|mark| mark.span.range().contains(&at));
    let mark = inside.min_by_key(|mark| (mark.span.len(), mark.fields.is_empty()))?;
    let value =
        std::iter::once(mark.kind.to_owned()).chain(mark.fields.iter().map(field)).collect::<Vec<_>>();
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent {
            kind: MarkupKind::PlainText,
            value: value.join("\n"),
        }),
        range: Some(open.range(mark.span)),
    })
}

fn field((name, value): &(&str, String)) -> String {
    format!("{name}: {value}")
}
