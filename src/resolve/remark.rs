//! Remarks that rule over more than their own clause: `列第一位的为牵头单位，下同`, `以上任务均需各乡镇人民政府落实`.
//!
//! What they give is marked as inferred; the roles that clauses say stay as read.

use memchr::memmem;
use serde::{Deserialize, Serialize};

use super::answer::{InferredRole, ResolvedUnit};
use super::context::{Context, Part};
use super::group::is_group;
use super::scope::Scope;
use super::unit::{for_tasks, named};
use crate::{Role, Span, Spanned, Task};

/// A unit that a remark gives to the tasks above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PassedOn {
    /// The unit, resolved; its place is in the remark.
    pub unit: ResolvedUnit,
    /// The stretch whose tasks it is given to: those that name somebody, from the part's first to the remark.
    pub above: Span,
    /// The remark's place.
    pub remark: Span,
}

/// Who leads where a clause does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// `列第一位的为牵头单位`
    FirstLeads,
    /// `逗号前为牵头单位`
    BeforeComma,
}

/// A rule, its words, and the clause they stand in.
#[derive(Debug, Clone, Copy)]
struct Remark {
    rule: Rule,
    span: Span,
    clause: Option<Span>,
}

/// Remarks by how far they hold, each list in the order of the text.
#[derive(Debug, Default)]
struct Remarks {
    /// For their own clause alone.
    here: Vec<Remark>,
    /// For all clauses from their own on, or outside any clause for all.
    on: Vec<Remark>,
}

impl Remarks {
    /// The remark that rules over a clause.
    fn over(&self, clause: Span) -> Option<&Remark> {
        let starts = |remark: &Remark| remark.clause.map_or(0, |own| own.start);
        let here = self.here.partition_point(|remark| starts(remark) <= clause.start).checked_sub(1);
        let here = here.map(|at| &self.here[at]).filter(|remark| remark.clause == Some(clause));
        // one outside any clause stands first in the list and rules until another says otherwise
        let on = self.on.partition_point(|remark| starts(remark) <= clause.start).checked_sub(1);
        here.or_else(|| on.map(|at| &self.on[at]))
    }
}

/// Gives units the roles that remarks of the document say.
pub(super) fn infer_roles(context: &Context<'_>, units: &mut [ResolvedUnit]) {
    let remarks = remarks(context);
    if remarks.here.is_empty() && remarks.on.is_empty() {
        return;
    }
    for part in &context.parts {
        for_tasks(&part.document.body, &mut |task| {
            for (place, role) in inferred(context.text, task, &remarks) {
                if let Ok(at) = units.binary_search_by_key(&place, |unit| unit.span) {
                    units[at].role_inferred = Some(role);
                }
            }
        });
    }
}

/// Every remark of the text about who leads.
fn remarks(context: &Context<'_>) -> Remarks {
    const ENDINGS: &[(&str, Rule)] = &[
        ("第一位", Rule::FirstLeads),
        ("首位", Rule::FirstLeads),
        ("排名第一", Rule::FirstLeads),
        ("逗号前", Rule::BeforeComma),
    ];
    /// A guess.
    const REACH_CHARS: usize = 40;
    let text = context.text;
    let mut clauses = Vec::new();
    let mut found = Remarks::default();
    for (words, rule) in ENDINGS {
        for at in memmem::find_iter(text.as_bytes(), words) {
            let behind = &text[at + words.len()..];
            let length = behind.char_indices().nth(REACH_CHARS).map_or(behind.len(), |(end, _)| end);
            let behind = &behind[..length];
            // 列第一位的为牵头单位, 第一位者为工作牵头单位; 位列第一位、第二位的…: no rule
            let lead =
                behind.find("牵头").filter(|&lead| lead <= REACH_CHARS && behind[..lead].contains('为'));
            let Some(lead) = lead else { continue };
            if clauses.is_empty() {
                clauses = clause_spans(context);
            }
            let span = Span::new(at, at + words.len() + lead + "牵头".len());
            let clause = around(&clauses, span);
            let list = if clause.is_none() || behind[lead..].contains("下同") {
                &mut found.on
            } else {
                &mut found.here
            };
            list.push(Remark { rule: *rule, span, clause });
        }
    }
    let order = |remark: &Remark| (remark.clause.map_or(0, |clause| clause.start), remark.span.start);
    found.on.sort_by_key(order);
    found.here.sort_by_key(order);
    found
}

/// The places of all clauses, in the order of the text.
fn clause_spans(context: &Context<'_>) -> Vec<Span> {
    let mut spans: Vec<Span> = context
        .notice
        .tasks()
        .filter_map(|(_, task)| task.responsibility.as_ref())
        .map(|clause| clause.span)
        .collect();
    spans.sort_unstable();
    spans
}

/// The clause that a place stands in.
fn around(clauses: &[Span], span: Span) -> Option<Span> {
    let at = clauses.partition_point(|clause| clause.start <= span.start).checked_sub(1)?;
    Some(clauses[at]).filter(|clause| clause.contains(span))
}

/// The roles that the last remark which holds gives the units of a task's clause, where the clause itself says no lead.
fn inferred(text: &str, task: &Task, remarks: &Remarks) -> Vec<(Span, InferredRole)> {
    let Some(clause) = &task.responsibility else { return Vec::new() };
    let says = clause.units.iter().any(|unit| unit.role != Role::Responsible);
    let Some(remark) = remarks.over(clause.span).filter(|_| !says) else {
        return Vec::new();
    };
    let leads = match remark.rule {
        Rule::FirstLeads if clause.units.len() > 1 => 1,
        Rule::FirstLeads => 0,
        Rule::BeforeComma => before_comma(text, task),
    };
    let role = InferredRole { role: Role::Lead, remark: remark.span };
    clause.units.iter().take(leads).map(|unit| (unit.span, role)).collect()
}

/// How many units stand in front of the first comma between two; 0 where none does.
fn before_comma(text: &str, task: &Task) -> usize {
    let units = task.responsibility.iter().flat_map(|clause| &clause.units).collect::<Vec<_>>();
    let comma = |pair: &[&crate::Unit]| {
        text.get(pair[0].span.end..pair[1].span.start).is_some_and(|between| between.contains(['，', ',']))
    };
    units.windows(2).position(comma).map_or(0, |at| at + 1)
}

/// The units that remarks give to the tasks above them, in the order of the text.
pub(super) fn passed_on(context: &Context<'_>, scopes: &[Scope]) -> Vec<PassedOn> {
    // each is a row for every task above: more are not spread, so that rows stay bounded by the text. A guess.
    const MOST_UNITS: usize = 16;
    let parts = context.parts.iter().zip(scopes);
    let found = parts.flat_map(|(part, scope)| {
        let span = part.document.span;
        let text = context.text.get(span.range()).unwrap_or_default();
        let openings = memmem::find_iter(text.as_bytes(), "以上").map(move |at| span.start + at);
        openings.filter_map(move |at| above(context, part, scope, at))
    });
    found.take(MOST_UNITS).collect()
}

/// `以上任务均需各乡镇人民政府落实`: the group that the remark at `at` gives to the tasks in front of it.
fn above(context: &Context<'_>, part: &Part<'_>, scope: &Scope, at: usize) -> Option<PassedOn> {
    /// A guess.
    const REACH_CHARS: usize = 60;
    let behind = &context.text[at..];
    let length = behind.char_indices().nth(REACH_CHARS).map_or(behind.len(), |(end, _)| end);
    let behind = &behind[..length];
    let (before, given) = ["均需", "均由", "均须"].iter().find_map(|word| behind.split_once(word))?;
    let end = ["落实", "负责", "组织实施", "执行"].iter().filter_map(|word| given.find(word)).min()?;
    let name = given[..end].trim_end_matches(['具', '体', '抓', '好', '分', '别']);
    let plain = before.chars().count() <= 8 && !before.contains(['，', '。', '；', '、', ',']);
    if !plain || name.contains(['。', '；']) || !is_group(name) {
        return None;
    }
    let start = at + behind.len() - given.len();
    let span = Span::new(start, start + name.len());
    let unit = named(&Spanned { value: name.to_owned(), span }, part, scope);
    let remark = Span::new(at, start + end);
    Some(PassedOn { unit, above: Span::new(part.document.span.start, at), remark })
}

#[cfg(test)]
mod tests {
    use crate::resolve::Resolved;

    fn resolved(text: &str) -> Resolved {
        crate::resolve(text, crate::parse(text).notice())
    }

    #[track_caller]
    fn assert_leads(text: &str, expected: &[&str]) {
        let leads = resolved(text).units;
        let leads = leads.iter().filter(|unit| unit.role_inferred.is_some()).map(|unit| unit.name.as_str());
        assert_eq!(leads.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_first_unit_leads_from_the_remark_on() {
        assert_leads(
            "一、修路。（省交通运输厅、省财政厅负责）\n二、种树。（省林业局、省水利厅负责，列第一位的为牵头单位，下同）\n\
             三、挖渠。（省水利厅、省财政厅负责）\n四、修桥。（省财政厅牵头，省水利厅配合）",
            &["省林业局", "省水利厅"],
        );
    }

    #[test]
    fn without_the_words_for_more_a_remark_rules_its_own_clause() {
        assert_leads(
            "一、修路。（省交通运输厅、省财政厅负责，排在第一位的为牵头单位）\n二、种树。（省林业局、省水利厅负责）",
            &["省交通运输厅"],
        );
    }

    #[test]
    fn units_before_the_comma_lead() {
        assert_leads(
            "一、修路。（责任单位：市交通局、市财政局，市公安局、市水利局。逗号前面的为牵头单位，下同）\n二、种树。（责任单位：市林业局，市财政局）",
            &["市交通局", "市财政局", "市林业局"],
        );
    }

    #[test]
    fn a_remark_in_the_preamble_rules_the_whole_notice() {
        assert_leads(
            "各责任单位（排在首位的为牵头单位）要抓紧落实。\n一、修路。（省交通运输厅、省财政厅负责）",
            &["省交通运输厅"],
        );
    }

    #[test]
    fn a_remark_gives_units_to_the_tasks_above() {
        let text = "一、修路。（县交通局负责）\n二、种树。（县林业局负责）\n以上任务均需各乡镇人民政府具体落实，未重复列出。";
        let found = resolved(text);
        let [passed] = &found.passed_on[..] else { unreachable!("{:?}", found.passed_on) };
        assert_eq!(passed.unit.name, "各乡镇人民政府");
        let parsed = crate::parse(text);
        assert!(parsed.notice().tasks().all(|(_, task)| passed.above.contains(task.span)));
    }
}
