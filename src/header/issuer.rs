//! 版头: the issuer mark over the number, with or without the word 文件.

use super::head::{Head, NUMBER_BYTES, field};
use crate::grammar::name::line::organisations;
use crate::grammar::number::document_number;
use crate::model::PageRule;
use crate::text::boundary::floor;
use crate::text::character::is_han;
use crate::text::source::Source;
use crate::text::span::Span;

impl Head<'_, '_> {
    /// `湖南省人民政府文件`, `中华人民共和国国务院令`, `青州省财政厅公告` over its number.
    pub(super) fn mark(&mut self, at: usize, line: Span) -> Option<usize> {
        /// Eighty characters: a guess.
        const LONGEST_BYTES: usize = 240;
        let field = field(self.source, at, line.end);
        if field.len() > LONGEST_BYTES {
            return None;
        }
        let field = before_glued_number(self.source, field);
        let words = self.source.slice(field);
        if let Some(mark) = &self.header.issuer_mark {
            let again = mark.value == words;
            if again {
                self.gathered.set_aside(PageRule::Again, field);
            }
            return again.then_some(field.end);
        }
        if self.begins_title_again(field) {
            self.header.issuer_mark = Some(self.source.words(field));
            return Some(field.end);
        }
        let numbered = || self.followed_by_number(field.end);
        let named = words.strip_suffix("文件").or_else(|| words.strip_suffix('令'));
        let issuer = match named {
            Some(issuer) => issuer,
            None => {
                ["公告", "通告"].iter().find_map(|word| words.strip_suffix(word)).filter(|_| numbered())?
            }
        };
        let alone = field.end == line.end || numbered();
        if issuer.is_empty() || !alone {
            return None;
        }
        organisations(issuer)?;
        self.header.issuer_mark = Some(self.source.words(field));
        Some(field.end)
    }

    /// Whether an organ stands alone above the title that begins with it: `青州省应急管理厅⏎青州省应急管理厅关于…`.
    fn begins_title_again(&self, organ: Span) -> bool {
        let words = self.source.slice(organ);
        let behind = &self.source.text[self.source.skip_blanks(organ.end, self.end)..self.end];
        let below = behind.strip_prefix(words).is_some_and(|rest| rest.starts_with("关于"));
        below && self.source.rest_of_line(organ.end, self.end).is_empty() && organisations(words).is_some()
    }

    /// Names of organs before the number: a head without the word 文件.
    pub(super) fn issuer(&mut self, at: usize, line: Span) -> Option<usize> {
        if self.header.title.is_some() || !self.source.begins_line(at) {
            return None;
        }
        let field = field(self.source, at, line.end);
        let name = [line, field].into_iter().find(|&name| {
            let words = self.source.slice(name);
            organisations(words.strip_suffix("文件").unwrap_or(words)).is_some()
                && self.leads_to_number(name.end)
        })?;
        let mark = match &self.header.issuer_mark {
            Some(mark) if self.source.trim(Span::new(mark.span.end, name.start)).is_empty() => {
                mark.span.hull(name)
            }
            Some(_) => return None,
            None => name,
        };
        self.header.issuer_mark = Some(self.source.words(mark));
        Some(name.end)
    }

    /// Whether a number follows, other issuers of a joint paper before it.
    fn leads_to_number(&self, mut at: usize) -> bool {
        /// A guess.
        const NAME_CHARS: usize = 16;
        for _ in 0..8 {
            if self.followed_by_number(at) {
                return true;
            }
            let next = self.source.rest_of_line(self.source.skip_blanks(at, self.end), self.end);
            let words = self.source.slice(next);
            let signed = words.starts_with("签发人")
                || (words.chars().count() <= NAME_CHARS && self.name(next.start, next.end).is_some());
            if !signed && organisations(words.strip_suffix("文件").unwrap_or(words)).is_none() {
                let head = field(self.source, next.start, next.end);
                return organisations(self.source.slice(head)).is_some() && self.followed_by_number(head.end);
            }
            at = next.end;
        }
        false
    }

    pub(super) fn followed_by_number(&self, at: usize) -> bool {
        let next = self.source.skip_blanks(at, self.end);
        begins_with_number(self.source.slice(self.source.rest_of_line(next, self.end)))
    }
}

/// Whether the line begins with a document's number; 第2741号提案的答复 is a title.
pub(super) fn begins_with_number(line: &str) -> bool {
    let line = &line[..floor(line, NUMBER_BYTES)];
    document_number(line)
        .is_some_and(|(number, len)| number.agency_code.is_some() || !line[len..].starts_with(is_han))
}

/// `青州市人民政府文件` of `青州市人民政府文件青政发〔2022〕2号`.
fn before_glued_number(source: &Source<'_>, field: Span) -> Span {
    let slice = source.slice(field);
    let glued = slice.find("文件").map(|at| at + "文件".len()).filter(|&at| begins_with_number(&slice[at..]));
    glued.map_or(field, |at| Span::new(field.start, field.start + at))
}
