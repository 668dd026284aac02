//! Remarks that rule over more than their own clause: `列第一位的为牵头单位，下同`, `以上任务均需各乡镇人民政府落实`.
//!
//! What they give is marked as inferred; the roles that clauses say stay as read.

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
    /// The tasks it is given to.
    pub tasks: Vec<Span>,
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

/// A rule, its words, and from where to where it holds.
#[derive(Debug, Clone, Copy)]
struct Remark {
    rule: Rule,
    span: Span,
    holds: Span,
}

/// Gives units the roles that remarks of the document say.
pub(super) fn infer_roles(context: &Context<'_>, units: &mut [ResolvedUnit]) {
    let remarks = remarks(context);
    if remarks.is_empty() {
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

/// Every remark of the text about who leads, in the order of the text.
fn remarks(context: &Context<'_>) -> Vec<Remark> {
    const ENDINGS: &[(&str, Rule)] = &[
        ("第一位", Rule::FirstLeads),
        ("首位", Rule::FirstLeads),
        ("排名第一", Rule::FirstLeads),
        ("逗号前", Rule::BeforeComma),
    ];
    const REACH: usize = 40;
    let text = context.text;
    let mut found: Vec<Remark> = Vec::new();
    for (words, rule) in ENDINGS {
        for (at, _) in text.match_indices(words) {
            let behind = &text[at + words.len()..];
            let length = behind.char_indices().nth(REACH).map_or(behind.len(), |(end, _)| end);
            let behind = &behind[..length];
            // 列第一位的为牵头单位, 第一位者为工作牵头单位; 位列第一位、第二位的…: no rule
            let Some(lead) = behind.find("牵头").filter(|&lead| behind[..lead].contains('为') && lead <= 45)
            else {
                continue;
            };
            let end = at + words.len() + lead + "牵头".len();
            let on = behind[lead..].contains("下同");
            found.push(Remark {
                rule: *rule,
                span: Span::new(at, end),
                holds: holds(context, Span::new(at, end), on),
            });
        }
    }
    found.sort_by_key(|remark| remark.span);
    found
}

/// Where a remark holds: in its own clause, with 下同 in all that follow; outside any clause in the whole notice.
fn holds(context: &Context<'_>, span: Span, on: bool) -> Span {
    let mut own = None;
    for part in &context.parts {
        for_tasks(&part.document.body, &mut |task: &Task| {
            let clause = task.responsibility.as_ref().map(|clause| clause.span);
            own = own.or(clause.filter(|clause| clause.contains(span)));
        });
    }
    match own {
        Some(clause) if on => Span::new(clause.start, context.text.len()),
        Some(clause) => clause,
        None => Span::new(0, context.text.len()),
    }
}

/// The roles that the last remark which holds gives the units of a task's clause, where the clause itself says no lead.
fn inferred(text: &str, task: &Task, remarks: &[Remark]) -> Vec<(Span, InferredRole)> {
    let Some(clause) = &task.responsibility else { return Vec::new() };
    let says = clause.units.iter().any(|unit| unit.role != Role::Responsible);
    let Some(remark) = remarks.iter().rfind(|remark| remark.holds.contains(clause.span)).filter(|_| !says)
    else {
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
    let mut found = Vec::new();
    for (part, scope) in context.parts.iter().zip(scopes) {
        let document = part.document.span;
        let Some(text) = context.text.get(document.range()) else { continue };
        for (at, words) in text.match_indices("以上") {
            let start = document.start + at;
            found.extend(above(context, part, scope, Span::new(start, start + words.len())));
        }
    }
    found
}

/// `以上任务均需各乡镇人民政府落实`: the groups that the remark gives to the tasks in front of it.
fn above(context: &Context<'_>, part: &Part<'_>, scope: &Scope, opening: Span) -> Vec<PassedOn> {
    const REACH: usize = 60;
    let behind = &context.text[opening.end..];
    let length = behind.char_indices().nth(REACH).map_or(behind.len(), |(end, _)| end);
    let behind = &behind[..length];
    let Some((before, given)) = ["均需", "均由", "均须"].iter().find_map(|word| behind.split_once(word))
    else {
        return Vec::new();
    };
    let plain = before.chars().count() <= 6 && !before.contains(['，', '。', '；', '、', ',']);
    let Some(end) = ["落实", "负责", "组织实施", "执行"].iter().filter_map(|word| given.find(word)).min()
    else {
        return Vec::new();
    };
    let name = given[..end].trim_end_matches(['具', '体', '抓', '好', '分', '别']);
    if !plain || name.is_empty() || name.contains(['。', '；']) || !is_group(name) {
        return Vec::new();
    }
    let start = opening.end + (behind.len() - given.len()) - (length - behind.len());
    let span = Span::new(start, start + name.len());
    let mut tasks = Vec::new();
    for_tasks(&part.document.body, &mut |task: &Task| {
        if task.span.end <= opening.start && task.responsibility.is_some() {
            tasks.push(task.span);
        }
    });
    if tasks.is_empty() {
        return Vec::new();
    }
    let unit = named(&Spanned { value: name.to_owned(), span }, part, scope);
    vec![PassedOn { unit, tasks, remark: Span::new(opening.start, opening.end + before.len()) }]
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
        let found = resolved(
            "一、修路。（县交通局负责）\n二、种树。（县林业局负责）\n以上任务均需各乡镇人民政府具体落实，未重复列出。",
        );
        let [passed] = &found.passed_on[..] else { unreachable!("{:?}", found.passed_on) };
        assert_eq!((passed.unit.name.as_str(), passed.tasks.len()), ("各乡镇人民政府", 2));
    }
}
