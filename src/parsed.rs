//! From text to [`Parsed`]: the stages in their order.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::doubts::doubts;
use crate::gathered::Gathered;
use crate::leftovers::{leftovers, markup_aside};
use crate::model::places::{Places, bring_home};
use crate::model::said::Said;
use crate::model::{Cell, Code, Diagnostic, Error, Findings, Grid, Notice, PageRule, Reason, Severity, Why};
use crate::page::lost_breaks::Lines;
use crate::page::unwrapped::Unwrapped;
use crate::parts;
use crate::reasons::reasons;
use crate::table::{Found, Stand, Tables, find};
use crate::text::boundary::{ceil, floor};
use crate::text::markdown::{Unmarked, mark_starts};
use crate::text::masked::masked;
use crate::text::mend::mend;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::text::visible::Visible;
use crate::text::{markup, radicals};

/// The result of [`parse`]: the notice, and what was found doubtful in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Parsed {
    notice: Notice,
    diagnostics: Vec<Diagnostic>,
}

impl Parsed {
    /// The notice.
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// The findings, in the order of the text.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The notice alone.
    pub fn into_notice(self) -> Notice {
        self.notice
    }

    /// The notice, if nothing about it is doubtful.
    ///
    /// # Errors
    ///
    /// - a finding of severity [`Warning`](Severity::Warning): a value may be wrong
    /// - a finding of severity [`Error`](Severity::Error): text was left unparsed
    ///
    /// ```
    /// let error = gongwen::parse("一、修路。\n三、种树。\n四、挖渠。").into_result().unwrap_err();
    /// assert_eq!(error.to_string(), "2:1: warning: found item 「三、」, expected number 2");
    /// ```
    pub fn into_result(self) -> Result<Notice, Error> {
        match self.diagnostics.into_iter().find(|d| d.severity >= Severity::Warning) {
            Some(diagnostic) => Err(Error::new(diagnostic)),
            None => Ok(self.notice),
        }
    }
}

impl Places for Parsed {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        let Parsed { notice, diagnostics } = self;
        notice.each_place(visit);
        diagnostics.each_place(visit);
    }
}

/// Reads a notice. Never fails, never panics: what is uncertain is in the findings.
///
/// ```
/// let parsed = gongwen::parse("云政发〔2020〕31号\n云溪县人民政府关于修复城东水厂的通知\n县水务局：\n请抓紧施工。");
/// assert_eq!(parsed.notice().doc_number().unwrap().serial, 31);
/// assert!(parsed.diagnostics().is_empty());
/// ```
pub fn parse(text: &str) -> Parsed {
    Parser::new().parse(text)
}

/// Reads notices together with what is known beside their text.
///
/// ```
/// use gongwen::{Cell, Grid, Parser, Span};
/// let text = "序号\t任务\t责任单位\n1\t巡山\t县林业局\n\t挂牌\t\n";
/// let cell = |word: &str, rowspan| {
///     let start = text.find(word).unwrap();
///     Cell { span: Span::new(start, start + word.len()), rowspan, colspan: 1 }
/// };
/// let rows = vec![
///     ["序号", "任务", "责任单位"].map(|word| cell(word, 1)).to_vec(),
///     vec![cell("1", 2), cell("巡山", 1), cell("县林业局", 2)],
///     vec![cell("挂牌", 1)],
/// ];
/// let grid = Grid { span: Span::new(0, text.trim_end().len()), rows };
/// let parsed = Parser::new().tables(vec![grid]).parse(text);
/// let tasks = parsed.notice().tasks().map(|(_, task)| (&*task.text.value, task.units().count()));
/// let tasks: Vec<_> = tasks.collect();
/// assert_eq!(tasks, [("巡山", 1), ("挂牌", 1)]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Parser {
    grids: Vec<Grid>,
}

impl Parser {
    /// A parser that knows nothing but the text: [`parse`].
    pub fn new() -> Self {
        Parser::default()
    }

    /// The tables of the text to come, with places in it. Those that reach into an earlier one, or do not lie in the text on
    /// character boundaries, are left out, with a finding.
    #[must_use]
    pub fn tables(mut self, grids: Vec<Grid>) -> Self {
        self.grids = grids;
        self
    }

    /// Reads a notice. Never fails, never panics: what is uncertain is in the findings.
    pub fn parse(&self, text: &str) -> Parsed {
        self.read(text, &mut ())
    }

    /// Why the lines that a span touches were read as they were: what holds them, what was set aside and by which rule, how each
    /// number that may begin an item was weighed, which brackets are clauses and why others are none, and the findings there. In
    /// the order of the text.
    ///
    /// The text is read once more for it, and of at most 32 numbers each costs the search of the outline again.
    ///
    /// ```
    /// use gongwen::{MarkerPlace, Parser, Span, Why};
    /// let text = "一、修路。\n二、种树（试行）。\n";
    /// let reasons = Parser::new().explain(text, Span::new(20, 20));
    /// let said: Vec<_> = reasons.iter().map(|reason| reason.why.to_string()).collect();
    /// assert!(said.contains(&"read as marker".to_owned()));
    /// let Why::Marker(choice) = &reasons[0].why else { panic!("{said:?}") };
    /// assert_eq!((choice.place, choice.depth, choice.rival), (MarkerPlace::LineStart, Some(1), None));
    /// ```
    pub fn explain(&self, text: &str, span: Span) -> Vec<Reason> {
        let asked = lines(text, span);
        let mut question = Question { asked, reasons: Vec::new() };
        let parsed = self.read(text, &mut question);
        let mut reasons = question.reasons;
        let meets = |span: Span| span.start < asked.end && asked.start < span.end.max(span.start + 1);
        let is_page = |reason: &&Reason| matches!(reason.why, Why::Page(_));
        let aside: Vec<Span> = reasons.iter().filter(is_page).map(|reason| reason.span).collect();
        let told = |piece: Span| {
            let behind = aside.partition_point(|span| span.start <= piece.start);
            behind.checked_sub(1).is_some_and(|at| aside[at].contains(piece))
        };
        for &piece in parsed.notice.furniture.iter().filter(|piece| meets(**piece)) {
            if !told(piece) {
                reasons.push(Reason::new(Why::Page(PageRule::Markup), piece));
            }
        }
        let findings = parsed.diagnostics.into_iter().filter(|finding| meets(finding.span));
        reasons.extend(findings.map(|finding| Reason::new(Why::Finding(finding.clone()), finding.span)));
        reasons.sort_by_key(|reason| reason.span.start);
        reasons
    }

    fn read(&self, text: &str, asked: &mut impl Asked) -> Parsed {
        let visible = Visible::of(text);
        let unmarked = Unmarked::of(&visible.edited.text);
        let (folded, radicals) = radicals::folded(&unmarked.edited.text);
        let (plain, mut markup) = markup::blanked(folded);
        let (grids, wrong) = self.fitting(text);
        let grids = seen(&grids, |at| unmarked.edited.place(visible.edited.place(at)));
        // lines of a table from outside are its rows
        let unwrapped = if grids.is_empty() { Unwrapped::of(&plain) } else { Unwrapped::none(&plain) };
        let plain = &*unwrapped.edited.text;
        asked.moves(|at| unwrapped.edited.place(unmarked.edited.place(visible.edited.place(at))));
        let (mut notice, mut findings) = read(plain, find(plain, &grids), asked);
        let findings = &mut findings;
        bring_home(&unwrapped.edited, [&mut notice, findings, asked]);
        unwrapped.report(findings);
        if let Some((first, count)) = radicals {
            findings.report_radicals(&unmarked.edited.text, first, count);
        }
        bring_home(&unmarked.edited, [&mut notice, findings, &mut markup, asked]);
        markup.extend(&unmarked.marks);
        markup_aside(markup, &mut notice, findings);
        bring_home(&visible.edited, [&mut notice, findings, asked]);
        if let Some((character, first, count)) = visible.invisible() {
            findings.report_invisible(character, first, count);
        }
        for span in wrong {
            let message =
                "found a table beside the text that does not lie in it or reaches into another, left it out";
            findings.report(Code::TableUnread, span, message);
        }
        if unmarked.suspected {
            say(text, &mut notice);
        }
        Parsed { notice, diagnostics: std::mem::take(findings).into_diagnostics(text) }
    }

    /// The grids that lie in the text, each behind the one before it, and where the others begin.
    fn fitting(&self, text: &str) -> (Vec<&Grid>, Vec<Span>) {
        let lies = |span: Span| text.get(span.range()).is_some();
        let inside = |grid: &Grid| {
            let mut cells = grid.rows.iter().flatten();
            lies(grid.span) && cells.all(|cell| lies(cell.span) && grid.span.contains(cell.span))
        };
        let mut grids: Vec<&Grid> = self.grids.iter().collect();
        grids.sort_by_key(|grid| grid.span.start);
        let mut end = 0;
        let mut wrong = Vec::new();
        grids.retain(|grid| {
            let fits = inside(grid) && grid.span.start >= end;
            if fits {
                end = grid.span.end;
            } else {
                let start = floor(text, grid.span.start);
                wrong.push(Span::new(start, floor(text, grid.span.end).max(start)));
            }
            fits
        });
        (grids, wrong)
    }
}

/// Makes values what their places say alone, where a mark reaches beyond them: `见[附件` of `见[附件。正文](/a)`.
fn say(text: &str, notice: &mut Notice) {
    let marks = mark_starts(text);
    notice.each_said(&mut |span, words| {
        let next = marks.partition_point(|&mark| mark < span.start);
        marks.get(next).filter(|&&mark| mark < span.end)?;
        let alone = mend(&text[span]);
        (words != alone).then(|| alone.into_owned())
    });
}

/// The grids, their places brought from the text to what is seen of it.
fn seen(grids: &[&Grid], place: impl Fn(usize) -> usize) -> Vec<Grid> {
    let span = |span: Span| Span::new(place(span.start), place(span.end));
    let cell = |cell: &Cell| Cell { span: span(cell.span), ..*cell };
    let row = |row: &Vec<Cell>| row.iter().map(cell).collect();
    let grid = |grid: &&Grid| Grid { span: span(grid.span), rows: grid.rows.iter().map(row).collect() };
    grids.iter().map(grid).collect()
}

/// What is asked of a reading while its stages are at hand; `()` asks nothing and costs nothing.
trait Asked: Places {
    /// Takes the place of what is asked for to the text in which only words are left.
    fn moves(&mut self, place: impl Fn(usize) -> usize);

    /// Answers, with places in the text that the source holds.
    fn answer(
        &mut self,
        source: &Source<'_>,
        notice: &Notice,
        gathered: &Gathered,
        place: impl Fn(usize) -> usize,
    );
}

impl Asked for () {
    fn moves(&mut self, _: impl Fn(usize) -> usize) {}

    fn answer(&mut self, _: &Source<'_>, _: &Notice, _: &Gathered, _: impl Fn(usize) -> usize) {}
}

/// Why a stretch was read as it was.
struct Question {
    asked: Span,
    reasons: Vec<Reason>,
}

impl Asked for Question {
    fn moves(&mut self, place: impl Fn(usize) -> usize) {
        self.asked = Span::new(place(self.asked.start), place(self.asked.end));
    }

    fn answer(
        &mut self,
        source: &Source<'_>,
        notice: &Notice,
        gathered: &Gathered,
        place: impl Fn(usize) -> usize,
    ) {
        let asked = Span::new(place(self.asked.start), place(self.asked.end));
        self.reasons = reasons(source, notice, gathered, asked);
    }
}

impl Places for Question {
    fn each_place(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        self.reasons.each_place(visit);
    }
}

/// The lines that a span touches, from the first byte of the first to the end of the last.
fn lines(text: &str, span: Span) -> Span {
    let [from, to] = [span.start, span.end.max(span.start)].map(|at| ceil(text, at.min(text.len())));
    let is_end = |c: char| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let start = text[..from].trim_end_matches(|c| !is_end(c)).len();
    // a span that ends behind a line's end is of that line
    let closed = text[from..to].chars().next_back().filter(|&c| is_end(c));
    let last = to - closed.map_or(0, char::len_utf8);
    let end = text[last..].find(is_end).map_or(text.len(), |at| last + at);
    Span::new(start, end.max(start))
}

/// Reads the text in which only words are left; its tables stand apart from its lines.
///
/// A table over which an element of the text reads is text; where that does not help, all are.
fn read(plain: &str, mut found: Vec<Found>, asked: &mut impl Asked) -> (Notice, Findings) {
    let mut lost: Vec<Span> = Vec::new();
    let mut all = false;
    loop {
        let stands = match apart(plain, &found, asked) {
            Ok((notice, mut findings)) => {
                for table in lost {
                    let message = "found a table of tasks that words around it go on into, left it unread";
                    findings.report(Code::TableUnread, table, message);
                }
                return (notice, findings);
            }
            Err(stands) => stands,
        };
        let (dropped, kept): (Vec<_>, Vec<_>) =
            found.into_iter().zip(stands).partition(|(_, stand)| all || stand.over);
        lost.extend(dropped.into_iter().filter(|(_, stand)| stand.of_tasks).map(|(table, _)| table.span));
        found = kept.into_iter().map(|(table, _)| table).collect();
        all = true;
    }
}

/// Reads the text apart from its tables.
///
/// # Errors
///
/// - an element of the text reads over a table: how each of them stands
fn apart(plain: &str, found: &[Found], asked: &mut impl Asked) -> Result<(Notice, Findings), Vec<Stand>> {
    let lines = Lines::of(plain, &masked(plain, found.iter().map(|table| table.span)));
    let text = &*lines.edited.text;
    let found: Vec<Found> = found.iter().map(|table| table.clone().moved(|at| lines.place(at))).collect();
    let spans: Vec<Span> = found.iter().map(|table| table.span).collect();
    let seen = masked(text, spans.iter().copied());
    let source = Source::with_tables(&seen, spans);
    let whole = (!found.is_empty()).then(|| Source::new(text));
    let whole = whole.as_ref().unwrap_or(&source);
    let mut gathered = Gathered::default();
    let mut notice = parts::notice(&source, &lines.days(&seen), Tables::read(whole, &found), &mut gathered)?;
    leftovers(&mut gathered, whole, &mut notice);
    doubts(&source, &notice, &mut gathered);
    asked.answer(&source, &notice, &gathered, |at| lines.place(at));
    let findings = &mut gathered.findings;
    bring_home(&lines.edited, [&mut notice, findings, asked]);
    lines.report(findings);
    Ok((notice, gathered.findings))
}

/// The strict form: any warning or error is an [`Error`].
impl FromStr for Notice {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).into_result()
    }
}
