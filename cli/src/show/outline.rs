//! The numbered items, their tasks, and who answers for them.
//!
//! Markers are indented by depth; labels and values stand in columns that are the same for every item.

use std::borrow::Cow;
use std::collections::HashSet;

use gongwen::{Body, Citation, Role, Section, Span, Task, Text, Unit, UnitKind};

use crate::messages::{
    self, CITES, CLOSING, COMMA, DEADLINE, GROUP, INHERITED, NOBODY, OPEN_ENDED, OPENING, REMARKS, TASK, TEXT,
};
use crate::show::Extent;
use crate::show::page::{Item, Omitted, Page, Tone};

/// How much further in a sub-item stands.
const STEP: usize = 2;
/// Where the labels of an item's lines begin: behind `（一）` in the second level.
const LABELS: usize = 9;

/// A body, depth first; nothing for an empty one. `source` is the text that was parsed.
pub(crate) fn outline(page: &mut Page, body: &Body, source: &str) {
    page.gap();
    let tasks = shown(page, &body.tasks);
    for task in &tasks {
        page.text(0, TASK, behind(None, task).as_slice());
        particulars(page, task, STEP, source);
    }
    page.text(0, TEXT, &beside(&tasks, &body.preamble, source));
    page.list(0, CITES, cited(&body.citations));
    page.gap();
    let nested = body.sections.iter().any(|section| !section.sections.is_empty());
    for section in &body.sections {
        if nested {
            page.gap();
        }
        item(page, section, 0, source);
    }
}

fn item(page: &mut Page, section: &Section, indent: usize, source: &str) {
    page.advance(indent);
    page.say(Tone::Marker, &section.marker.label);
    if let Some(heading) = &section.heading {
        page.advance(0);
        page.wrap(Tone::Strong, &heading.value);
        page.end_line();
    }
    let tasks = shown(page, &section.tasks);
    for task in &tasks {
        page.text(LABELS, TASK, behind(section.heading.as_ref(), task).as_slice());
        particulars(page, task, LABELS + STEP, source);
    }
    page.text(LABELS, TEXT, &beside(&tasks, &section.paragraphs, source));
    page.list(LABELS, CITES, cited(&section.citations));
    page.close_line();
    for sub_item in &section.sections {
        item(page, sub_item, indent + STEP, source);
    }
}

/// The tasks that are shown as such: on a brief page those that somebody is named for, or that a clause says more of. 指导思想
/// is no task to a reader.
fn shown<'t>(page: &mut Page, tasks: &'t [Task]) -> Vec<&'t Task> {
    let (shown, others): (Vec<_>, Vec<_>) = tasks.iter().partition(|task| {
        page.extent() == Extent::Full || task.responsibility.is_some() || task.units().next().is_some()
    });
    for _ in others {
        page.omit(Omitted::Task);
    }
    shown
}

/// The task's text behind the heading that it begins with.
fn behind<'t>(heading: Option<&Text>, task: &'t Task) -> Option<&'t str> {
    let words = task.text.value.as_str();
    let heading = heading.filter(|heading| heading.span.start == task.text.span.start);
    let words = heading.and_then(|heading| words.strip_prefix(&heading.value)).unwrap_or(words).trim_start();
    (!words.is_empty()).then_some(words)
}

/// What no task holds: whole paragraphs, and what stands beside a clause in the others.
fn beside<'s>(tasks: &[&Task], paragraphs: &'s [Text], source: &'s str) -> Vec<Cow<'s, str>> {
    if tasks.is_empty() {
        return paragraphs.iter().map(|paragraph| paragraph.value.as_str().into()).collect();
    }
    let mut tasks = tasks.iter().map(|task| task.span).peekable();
    let mut left = Vec::new();
    for Text { span, .. } in paragraphs {
        let mut rest = *span;
        while let Some(task) = tasks.next_if(|task| task.end <= rest.end) {
            left.push(Span::new(rest.start, task.start));
            rest.start = rest.start.max(task.end);
        }
        let end = tasks.peek().map_or(rest.end, |task| task.start.min(rest.end));
        left.push(Span::new(rest.start, end));
    }
    let slices = left.into_iter().filter(|span| !span.is_empty()).map(|span| &source[span.range()]);
    slices.filter(|slice| slice.contains(char::is_alphanumeric)).map(gongwen::mend).collect()
}

/// `《条例》（国令〔2020〕2号）`, each once.
fn cited(citations: &[Citation]) -> Vec<Item> {
    let mut seen = HashSet::new();
    let written = citations.iter().map(ToString::to_string);
    written.filter(|words| seen.insert(words.clone())).map(|words| Item::new(&words)).collect()
}

/// Who answers for a task, by when, and what else its clause says.
fn particulars(page: &mut Page, task: &Task, column: usize, source: &str) {
    let mut roles: Vec<Role> = Vec::new();
    for unit in task.units() {
        if !roles.contains(&unit.role) {
            roles.push(unit.role);
        }
    }
    for role in &roles {
        let own = task.own_units().filter(|unit| unit.role == *role).map(|unit| own_unit(unit, source));
        let inherited = task
            .inherited
            .iter()
            .filter(|unit| unit.role == *role)
            .map(|unit| named(unit, Some(INHERITED.get())));
        page.list_of(column, messages::name(role.name()), own.chain(inherited));
    }
    if roles.is_empty() {
        page.remark(column, NOBODY.get());
    }
    if let Some(clause) = &task.responsibility {
        if clause.open_ended && !clause.units.iter().any(|unit| leaves_open(unit, source)) {
            page.remark(column, OPEN_ENDED.get());
        }
        page.list(column, DEADLINE, clause.deadline.iter().map(|deadline| Item::new(&deadline.value)));
        page.list(column, REMARKS, clause.remarks.iter().map(|remark| Item::new(&remark.value)));
    }
}

/// `省能源局 [等]`
fn own_unit(unit: &Unit, source: &str) -> Item {
    named(unit, leaves_open(unit, source).then_some("等"))
}

/// `教育厅 [省教育厅]`, and with a further mark `各市州人民政府 [group, inherited]`
fn named(unit: &Unit, further: Option<&str>) -> Item {
    let full_name = unit.full_name.as_deref().filter(|&full_name| full_name != unit.name);
    let group = (unit.kind == UnitKind::Group).then_some(GROUP.get());
    let marks = full_name.into_iter().chain(group).chain(further).collect::<Vec<_>>();
    let item = Item::new(&unit.name);
    if marks.is_empty() {
        item
    } else {
        item.marked(&format!("{OPENING}{}{CLOSING}", marks.join(COMMA.get())))
    }
}

/// Whether `等` behind the unit says that more units have its role.
fn leaves_open(unit: &Unit, source: &str) -> bool {
    let between = |c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',');
    source[unit.span.end..].trim_start_matches(between).starts_with('等')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_outline(extent: Extent, source: &str, lines: &[&str]) {
        let mut page = Page::new(80, extent);
        outline(&mut page, &gongwen::parse(source).notice().document.body, source);
        let text = anstream::adapter::strip_str(&page.into_text()).to_string();
        assert_eq!(text.lines().collect::<Vec<_>>(), lines);
    }

    #[test]
    fn text_behind_a_heading_stands_under_it() {
        assert_outline(
            Extent::Brief,
            "一、总体要求\n坚持以人为本。\n稳步推进。\n二、目标\n建成示范区。\n",
            &[
                "一、 总体要求",
                "         text           坚持以人为本。 (+1 paragraph)",
                "二、 目标",
                "         text           建成示范区。",
            ],
        );
    }

    #[test]
    fn a_marker_is_parted_from_a_number_that_follows() {
        assert_outline(
            Extent::Brief,
            "第一条2020年6月9日前签订的合同有效。\n第二条2020年6月9日起执行本办法。\n",
            &[
                "第一条   text           2020年6月9日前签订的合同有效。",
                "第二条   text           2020年6月9日起执行本办法。",
            ],
        );
    }

    #[test]
    fn a_task_is_shown_without_its_clause() {
        assert_outline(
            Extent::Brief,
            "一、推进改革\n精简审批事项。（市发改委负责）\n二、推进试点。（市教育局负责）\n",
            &[
                "一、 推进改革",
                "         task           精简审批事项。",
                "           responsible  市发改委",
                "二、     task           推进试点。",
                "           responsible  市教育局",
            ],
        );
    }

    #[test]
    fn roles_stand_in_the_order_of_the_text() {
        assert_outline(
            Extent::Brief,
            "一、推进试点。（配合单位：市财政局；牵头单位：市教育局）\n",
            &[
                "一、     task           推进试点。",
                "           support      市财政局",
                "           lead         市教育局",
            ],
        );
    }

    #[test]
    fn an_open_list_is_marked_at_the_role_that_is_open() {
        assert_outline(
            Extent::Brief,
            "一、推进试点。（市教育局牵头，市财政局、市卫生局等配合）\n",
            &[
                "一、     task           推进试点。",
                "           lead         市教育局",
                "           support      市财政局；市卫生局 [等]",
            ],
        );
    }

    #[test]
    fn an_open_list_whose_open_end_is_not_found_says_so() {
        let parsed = gongwen::parse("一、推进试点。（市教育局等负责）");
        let mut page = Page::new(80, Extent::Brief);
        outline(&mut page, &parsed.notice().document.body, "一、推进试点。（市教育局和负责）");
        assert!(page.into_text().contains("open-ended"));
    }

    #[test]
    fn what_stands_beside_the_tasks_is_shown_as_text() {
        let source = "精简事项。（市发改委负责）各县参照执行。";
        let span = |words: &str| {
            let start = source.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let paragraph = Text { value: source.to_owned(), span: Span::new(0, source.len()) };
        let task = serde_json::json!({
            "text": { "value": "精简事项。", "span": span("精简事项。") }, "measures": [], "responsibility": null,
            "inherited": [], "span": span("精简事项。（市发改委负责）"),
        });
        let tasks = [serde_json::from_value(task).unwrap()];
        assert_eq!(beside(&tasks.each_ref(), &[paragraph], source), ["各县参照执行。"]);
    }

    #[test]
    fn a_gap_parts_the_outermost_items_that_have_sub_items() {
        assert_outline(
            Extent::Brief,
            "一、改革\n（一）精简事项。\n二、开放\n（一）优化通关。\n",
            &[
                "一、 改革",
                "  （一） text           精简事项。",
                "",
                "二、 开放",
                "  （一） text           优化通关。",
            ],
        );
    }

    #[test]
    fn a_task_that_names_nobody_is_text_on_a_brief_page() {
        assert_outline(
            Extent::Brief,
            "一、推进试点。（市教育局负责）\n二、加强宣传。\n",
            &[
                "一、     task           推进试点。",
                "           responsible  市教育局",
                "二、     text           加强宣传。",
            ],
        );
    }

    #[test]
    fn a_task_that_names_nobody_says_so_on_a_full_page() {
        assert_outline(
            Extent::Full,
            "一、推进试点。（市教育局负责）\n二、加强宣传。\n",
            &[
                "一、     task           推进试点。",
                "           responsible  市教育局",
                "二、     task           加强宣传。",
                "           nobody named",
            ],
        );
    }

    #[test]
    fn a_full_page_shows_every_paragraph() {
        assert_outline(
            Extent::Full,
            "一、总体要求\n坚持以人为本。\n稳步推进。\n",
            &[
                "一、 总体要求",
                "         text           坚持以人为本。",
                "                        稳步推进。",
            ],
        );
    }
}
