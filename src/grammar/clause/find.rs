//! Finds brackets and labelled stretches that may be clauses, and keeps those that are.
//!
//! One pass pairs brackets and notes labels; only what looks like a clause at its head or tail is read. A bracket that
//! never closes ends where the sentence, the paragraph or the next item begins.

use super::label::{Label, Topic, label_behind};
use super::labelled::labelled;
use super::list::by;
use super::place::{Place, paragraph_end};
use super::read::{clause, read};
use super::said::{Clause, Evidence, Flaw};
use super::verdict::judge;
use super::{deadline, role};
use crate::grammar::item_number::{begins_item, numbers_item};
use crate::grammar::name::organ::{Shape, shape};
use crate::grammar::name::person::is_person;
use crate::grammar::name::{list, prefix};
use crate::model::ClauseForm;
use crate::text::boundary::{ceil, window};
use crate::text::bracket::{closes, opens};
use crate::text::first_bytes::FirstBytes;
use std::ops::Range;

/// Openers that are remembered at once; what nests deeper is hostile. A guess.
const MOST_OPENERS: usize = 32;
/// A clause that never closes is no longer. A guess.
const OPEN_BYTES: usize = 2_000;
/// A clause that never opens is no longer. A guess.
pub(super) const CLOSED_BYTES: usize = 600;

/// Every clause of the text in order.
pub(crate) fn clauses(text: &str, breaks: &[usize]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut done = 0;
    let found = candidates(text, breaks);
    for (index, candidate) in found.iter().enumerate() {
        if candidate.start() < done {
            continue;
        }
        let clause = match *candidate {
            Candidate::Group { open, inside, end, mixed } => {
                let end = end.ok_or_else(|| open_end(text, breaks, inside, &found[index + 1..]));
                group(text, breaks, open..inside, end, mixed)
            }
            Candidate::Label { start, colon } => match labelled(text, breaks, start, colon) {
                Ok(clause) => Some(clause),
                Err(end) => {
                    done = end;
                    None
                }
            },
            Candidate::Tail { start, close, end } => tail(text, breaks, start..close, end),
        };
        if let Some(clause) = clause {
            done = clause.range.end;
            clauses.push(clause);
        }
    }
    clauses
}

enum Candidate {
    /// A bracket; `end` is behind its closer, `None` where it has none.
    Group { open: usize, inside: usize, end: Option<usize>, mixed: bool },
    /// A label outside brackets, or in a bracket that is no clause.
    Label { start: usize, colon: usize },
    /// The last sentence of a paragraph, which closes a bracket that never opens; `end` is behind the closer.
    Tail { start: usize, close: usize, end: usize },
}

impl Candidate {
    fn start(&self) -> usize {
        match *self {
            Candidate::Group { open, .. } => open,
            Candidate::Label { start, .. } | Candidate::Tail { start, .. } => start,
        }
    }
}

/// A bracket that waits for its closer.
struct Opener {
    kind: u8,
    wide: bool,
    /// Its place among the candidates, if its head looks like a clause's.
    candidate: Option<usize>,
}

fn candidates(text: &str, breaks: &[usize]) -> Vec<Candidate> {
    let bytes = text.as_bytes();
    let mut found: Vec<Candidate> = Vec::new();
    let mut stack: Vec<Opener> = Vec::new();
    let mut next_break = breaks.iter().copied().skip_while(|&at| at == 0).peekable();
    let mut paragraph = 0;
    let mut at = 0;
    let mut scan = SIGNS.scan(bytes);
    while let Some(next) = scan.next(at) {
        at = next;
        let Some(sign) = sign(bytes, at) else {
            at += 1;
            continue;
        };
        while let Some(&line) = next_break.peek().filter(|&&line| line <= at) {
            next_break.next();
            paragraph = line;
            if !stack.is_empty() && begins_item(&text[line..]) {
                stack.clear();
            }
        }
        match sign {
            Sign::Open { len, kind, wide } => {
                if stack.len() == MOST_OPENERS {
                    stack.clear();
                }
                let looks = head_looks(text, at + len);
                let candidate = looks.then(|| {
                    found.push(Candidate::Group { open: at, inside: at + len, end: None, mixed: false });
                    found.len() - 1
                });
                stack.push(Opener { kind, wide, candidate });
                at += len;
            }
            Sign::Close { len, kind, wide } => {
                if let Some(opener) = opener(&mut stack, kind) {
                    let is_mixed = opener.kind != kind || opener.wide != wide;
                    if let Some(Candidate::Group { end, mixed, .. }) =
                        opener.candidate.and_then(|c| found.get_mut(c))
                    {
                        *end = Some(at + len);
                        *mixed = is_mixed;
                    }
                } else if let Some(start) = ends_paragraph(text, at + len, next_break.peek().copied())
                    .then(|| last_sentence(text, paragraph, at))
                    .flatten()
                {
                    let before = found.partition_point(|candidate| candidate.start() < start);
                    found.insert(before, Candidate::Tail { start, close: at, end: at + len });
                }
                at += len;
            }
            Sign::Colon { len } => {
                let units = |label: &Label| matches!(label.topic, Topic::Units(_) | Topic::Shares);
                if let Some(label) = label_behind(text, paragraph, at).filter(units) {
                    found.push(Candidate::Label { start: label.start.max(paragraph), colon: at });
                }
                at += len;
            }
        }
    }
    found
}

/// The opener that a closer of this kind closes: the innermost, or one of its kind a little further out.
fn opener(stack: &mut Vec<Opener>, kind: u8) -> Option<Opener> {
    let top = stack.last()?;
    if top.kind == kind {
        return stack.pop();
    }
    let deeper = stack.iter().rev().take(3).position(|opener| opener.kind == kind);
    if let Some(deeper) = deeper {
        stack.truncate(stack.len() - deeper);
        return stack.pop();
    }
    stack.pop()
}

/// Whether nothing but 。 stands between `at` and the end of its paragraph.
fn ends_paragraph(text: &str, at: usize, next_break: Option<usize>) -> bool {
    let end = next_break.unwrap_or(text.len()).max(at);
    end - at <= 12 && text[at..end].trim_start_matches(['。', '；', ' ', '　']).is_empty()
}

/// Where the sentence before `end` begins, if it is no longer than a clause; a sentence with a label is left to the label.
fn last_sentence(text: &str, paragraph: usize, end: usize) -> Option<usize> {
    let floor = ceil(text, end.saturating_sub(CLOSED_BYTES).max(paragraph));
    let head = &text[floor..end];
    role::phrase(head.trim_end())?;
    let start =
        head.rfind(['。', '；', ';']).map(|at| at + head[at..].chars().next().map_or(0, char::len_utf8));
    let start = start.or((floor == paragraph).then_some(0))?;
    let sentence = head[start..].trim_start();
    (!sentence.contains(['：', ':'])).then(|| end - sentence.len())
}

/// Where a [`Sign`] may stand.
static SIGNS: FirstBytes = FirstBytes::new(&[b'(', b')', b'[', b']', b':', 0xe2, 0xe3, 0xef]);

enum Sign {
    Open { len: usize, kind: u8, wide: bool },
    Close { len: usize, kind: u8, wide: bool },
    Colon { len: usize },
}

/// The bracket or colon at `at`.
fn sign(bytes: &[u8], at: usize) -> Option<Sign> {
    let three = |bytes: &[u8]| Some((*bytes.get(at + 1)?, *bytes.get(at + 2)?));
    let sign = match bytes[at] {
        b'(' => Sign::Open { len: 1, kind: 0, wide: false },
        b')' => Sign::Close { len: 1, kind: 0, wide: false },
        b'[' => Sign::Open { len: 1, kind: 1, wide: false },
        b']' => Sign::Close { len: 1, kind: 1, wide: false },
        b':' => Sign::Colon { len: 1 },
        0xef => match three(bytes)? {
            (0xbc, 0x88) => Sign::Open { len: 3, kind: 0, wide: true },
            (0xbc, 0x89) => Sign::Close { len: 3, kind: 0, wide: true },
            (0xbc, 0x9a) | (0xb8, 0xb0) => Sign::Colon { len: 3 },
            (0xbc, 0xbb) => Sign::Open { len: 3, kind: 1, wide: true },
            (0xbc, 0xbd) => Sign::Close { len: 3, kind: 1, wide: true },
            _ => return None,
        },
        0xe3 => match three(bytes)? {
            (0x80, 0x94) => Sign::Open { len: 3, kind: 2, wide: true },
            (0x80, 0x95) => Sign::Close { len: 3, kind: 2, wide: true },
            (0x80, 0x90) => Sign::Open { len: 3, kind: 3, wide: true },
            (0x80, 0x91) => Sign::Close { len: 3, kind: 3, wide: true },
            _ => return None,
        },
        0xe2 => match three(bytes)? {
            (0x88, 0xb6) => Sign::Colon { len: 3 },
            _ => return None,
        },
        _ => return None,
    };
    Some(sign)
}

/// Whether what follows an opener looks like the head of a clause: a label, a time, or an organisation before the
/// first separator. Costs no more than the first piece.
pub(super) fn head_looks(text: &str, inside: usize) -> bool {
    /// Six characters: a guess.
    const NAME_BYTES: usize = 18;
    let head = window(text, inside, 240);
    let mut end = head.len();
    let mut level = 0;
    for (at, c) in head.char_indices() {
        match c {
            c if level == 0 && at > 0 && opens(c) => level = 1,
            c if level == 1 && closes(c) => level = 0,
            '、' | '，' | ',' | '；' | ';' if level == 1 => {}
            '：' | ':' | '∶' | '︰' => {
                let label = label_behind(text, inside, inside + at);
                return label.is_some_and(|label| label.start <= inside + 18);
            }
            '、' | '，' | ',' | '；' | ';' | '。' | '（' | '(' | '〔' | '[' | '［' | '【' | '）' | ')'
            | '〕' | ']' | '］' | '】' => {
                end = at;
                break;
            }
            _ => {}
        }
    }
    let piece = head[..end].trim_matches(' ');
    if piece.len() < 6 {
        return matches!(piece, "各" | "市" | "州" | "县" | "区" | "省");
    }
    if let Some(words) = deadline::time(piece) {
        return words.len() > 4;
    }
    let name = role::phrase(piece).map_or(piece, |phrase| &piece[..phrase.start]);
    let name = role::infix(name)
        .map_or(name, |infix| if infix.start == 0 { &name[infix.end..] } else { &name[..infix.start] });
    let name = by(name).map_or(name, |at| &name[at..]);
    let name = name.strip_prefix('请').unwrap_or(name);
    let mut first = None;
    list::names(name, &mut |range| {
        let name = &name[range];
        first.get_or_insert_with(|| if is_person(name) { Shape::Weak } else { shape(name) });
    });
    first.is_some_and(|shape| shape >= Shape::Weak)
        || ((name.len() <= NAME_BYTES || prefix::lacks_its_end(name)) && head[end..].starts_with('、'))
}

/// A bracket that may be a clause; `end` is `Err` where it never closes.
fn group(
    text: &str,
    breaks: &[usize],
    opener: Range<usize>,
    end: Result<usize, usize>,
    mixed: bool,
) -> Option<Clause> {
    let (Ok(stop) | Err(stop)) = end;
    let closer = end.map_or(0, |end| text[..end].chars().next_back().map_or(0, char::len_utf8));
    let reading = read(text, opener.end..stop - closer);
    let place = Place::of(text, breaks, opener.start, stop);
    let evidence = judge(&reading, place, end.is_err()).ok()?;
    let form = if place.alone { ClauseForm::Line } else { ClauseForm::Parenthesised };
    // （（责任单位：省财政厅）
    let doubled = text[..opener.start].chars().next_back().filter(|&c| matches!(c, '（' | '('));
    let rest = window(text, stop, CLOSED_BYTES);
    let rest = rest.find('。').map_or(rest, |at| &rest[..at]);
    let doubled = doubled.filter(|_| end.is_ok() && !rest.contains(['）', ')']));
    let start = opener.start - doubled.map_or(0, char::len_utf8);
    let mut clause = clause(reading, start..stop, form, evidence);
    if mixed {
        clause.flaws.push(Flaw::MixedBrackets);
    }
    if end.is_err() || doubled.is_some() {
        clause.flaws.push(Flaw::Unclosed);
    }
    Some(clause)
}

/// `省财政厅、省商务厅负责）`: a clause whose bracket never opens, if it names nothing but organisations.
fn tail(text: &str, breaks: &[usize], inside: Range<usize>, end: usize) -> Option<Clause> {
    let reading = read(text, inside.clone());
    let told = reading.signs.closing > 0
        && reading.signs.inside == 0
        && reading.shapes.unknown == 0
        && reading.shapes.strong > 0;
    if !told || reading.signs.denied || reading.sentence.is_some() {
        return None;
    }
    let alone = Place::of(text, breaks, inside.start, end).alone;
    let form = if alone { ClauseForm::Line } else { ClauseForm::Parenthesised };
    let mut clause = clause(reading, inside.start..end, form, Evidence::Said);
    clause.flaws.push(Flaw::Unopened);
    Some(clause)
}

/// Where a bracket that never closes ends.
fn open_end(text: &str, breaks: &[usize], inside: usize, following: &[Candidate]) -> usize {
    // Another bracket that never closes begins another clause; a closed one may be a second name in this one.
    let next = following.iter().take(8).find_map(|candidate| match *candidate {
        Candidate::Group { open, end: None, .. } => Some(open),
        _ => None,
    });
    let longest = inside + window(text, inside, OPEN_BYTES).len();
    let limit = paragraph_end(text, breaks, inside).min(longest).min(next.unwrap_or(text.len()));
    let rest = &text[inside..limit];
    let mut previous = ' ';
    for (at, c) in rest.char_indices() {
        let item = c.is_ascii_digit() && !previous.is_ascii_digit() && numbers_item(&rest[at..]);
        if c == '。' || item {
            return inside + at;
        }
        previous = c;
    }
    limit
}
