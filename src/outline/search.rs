//! Which marker candidates are headings, and how they nest.
//!
//! Real texts cite items, repeat and skip numbers and glue headings into lines, so no candidate is sure on its own. The
//! outline is the cheapest reading of all candidates from left to right: a small beam of open stacks, each holding the
//! style and last number of every level. Going on with a level, opening a first child and running a number on across
//! parents are free; the rest costs what the tables of [`cost`] say. What the cheapest reading drops stays text.

use super::candidate::{Candidate, Place, Shape};
use super::cost::{
    self, ELSEWHERE, GOES_ON, INVERSION, Order, STRAY, drop_cost, opening_cost, place_cost, rank,
    sequence_cost,
};
use crate::model::MarkerStyle;

/// A candidate that the best reading takes for an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) candidate: Candidate,
    /// 1 for the outermost level.
    pub(crate) depth: u8,
    pub(crate) order: Order,
}

/// Readings kept at a time. Wider was never seen to read better; unmeasured beyond the labelled notices.
const BEAM: usize = 6;
/// Levels that may be open at a time: one for each style.
const LEVELS: usize = MarkerStyle::Row as usize;
/// Arena size at which the best reading is taken as settled, so that memory stays bounded.
const SETTLE: usize = 512;

/// The best reading of the candidates of one document part.
pub(crate) fn outline(candidates: &[Candidate]) -> Vec<Item> {
    let mut search = Search { arena: Vec::new(), settled: Vec::new() };
    let mut beam = vec![Reading::default()];
    let mut next = Vec::with_capacity(4 * BEAM);
    for &candidate in candidates {
        for reading in &beam {
            search.moves(reading, candidate, &mut next);
        }
        keep_best(&mut next);
        std::mem::swap(&mut beam, &mut next);
        next.clear();
        if search.arena.len() >= SETTLE {
            search.settle(&mut beam);
        }
    }
    search.settle(&mut beam);
    search.settled
}

/// A reading of the candidates so far: its open levels and what it cost.
#[derive(Debug, Clone, Copy, Default)]
struct Reading {
    levels: [Level; LEVELS],
    depth: usize,
    /// Last number of each style in this part, by rank.
    last: [u16; LEVELS],
    /// The rank of the style around the last item of each style, plus one; 0 if there was none.
    within: [u8; LEVELS],
    cost: u32,
    /// Index behind its last item in the arena; 0 if it has none.
    tail: usize,
    /// End of its last item's marker.
    end: usize,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Level {
    rank: u8,
    /// The rank of the style that stood at this depth under the same parent before, plus one; 0 if there was none.
    displaced: u8,
    ordinal: u16,
    prefix: u32,
}

impl Level {
    /// Whether the shape is the level's next number.
    fn follows(self, shape: Shape) -> bool {
        self.rank == rank(shape.style) && self.prefix == shape.prefix && self.ordinal + 1 == shape.ordinal
    }

    /// Whether the level numbers `1.1` in the chapters of `open`: `1.` stands inside, where else it would stand around.
    fn is_dotted(self, open: &[Level]) -> bool {
        let chapters = || open.iter().any(|level| level.rank == rank(MarkerStyle::Dotted1));
        self.prefix > 0 && chapters()
    }
}

struct Search {
    /// Items with the index behind the item before.
    arena: Vec<(Item, usize)>,
    settled: Vec<Item>,
}

impl Search {
    /// Adds every way to read the candidate.
    fn moves(&mut self, reading: &Reading, candidate: Candidate, next: &mut Vec<Reading>) {
        if candidate.start < reading.end {
            next.push(*reading);
            return;
        }
        let before = next.len();
        let rank = rank(candidate.shape.style);
        match reading.levels[..reading.depth].iter().position(|level| level.rank == rank) {
            Some(at) => self.go_on(reading, candidate, at, next),
            None => self.open(reading, candidate, next),
        }
        let free = next[before..].iter().any(|taken| taken.cost == reading.cost);
        if !(free && candidate.place == Place::LineStart) {
            let open = &reading.levels[..reading.depth];
            let goes_on = match candidate.place {
                Place::Organ | Place::Enumerated => open.iter().any(|level| level.follows(candidate.shape)),
                _ => open.last().is_some_and(|level| level.follows(candidate.shape)),
            };
            let cost = match goes_on && !matches!(candidate.place, Place::Glued | Place::Bare) {
                true => drop_cost(&candidate).max(GOES_ON),
                false => drop_cost(&candidate),
            };
            next.push(Reading { cost: reading.cost.saturating_add(cost), ..*reading });
        }
    }

    /// Goes on with the level at `at`, closing the levels inside it.
    fn go_on(&mut self, reading: &Reading, candidate: Candidate, at: usize, next: &mut Vec<Reading>) {
        let level = reading.levels[at];
        let Shape { ordinal, prefix, .. } = candidate.shape;
        let (cost, order) = match prefix == level.prefix {
            true => sequence_cost(level.ordinal, ordinal),
            false => dotted_cost(reading, candidate.shape),
        };
        if candidate.place >= Place::Organ && cost > 0 {
            return;
        }
        self.take(reading, candidate, at, (cost, order), next);
    }

    /// Opens a level under the innermost level that usually stands further out, and under the innermost of all.
    fn open(&mut self, reading: &Reading, candidate: Candidate, next: &mut Vec<Reading>) {
        if candidate.place >= Place::Organ || reading.depth == LEVELS {
            return;
        }
        let rank = rank(candidate.shape.style);
        let (cost, order) = match candidate.shape.prefix {
            0 => opening_cost(reading.last[usize::from(rank)], candidate.shape.ordinal),
            _ => dotted_cost(reading, candidate.shape),
        };
        let open = &reading.levels[..reading.depth];
        let outer = |level: &Level| {
            level.rank < rank
                || match candidate.shape.style {
                    MarkerStyle::Arabic => level.is_dotted(open),
                    // where 一、 is not open around the article, it lists what the article says
                    MarkerStyle::HanComma => level.rank == cost::rank(MarkerStyle::Article),
                    _ => false,
                }
        };
        let proper = open.iter().rposition(outer).map_or(0, |at| at + 1);
        // a dot was hardly lost from the first of a list: rows of tables look so
        let cost = cost + u32::from(candidate.place == Place::Dotless);
        // （2） behind （1） and 46. is the sister of （1）, not a sub-item of 46.
        let runs_on = candidate.shape.ordinal > 1 && candidate.shape.style >= MarkerStyle::ArabicBracket;
        let strays = runs_on && open.iter().any(|level| level.displaced == rank + 1);
        let cost = cost + if strays { STRAY } else { 0 };
        let again = open.last().is_some_and(|level| level.rank + 1 == reading.within[usize::from(rank)]);
        let (outside, inside) = if again && proper < reading.depth { (ELSEWHERE, 0) } else { (0, INVERSION) };
        self.take(reading, candidate, proper, (cost + outside, order), next);
        if proper < reading.depth {
            self.take(reading, candidate, reading.depth, (cost + inside, order), next);
        }
    }

    fn take(
        &mut self,
        reading: &Reading,
        candidate: Candidate,
        at: usize,
        (cost, order): (u32, Order),
        next: &mut Vec<Reading>,
    ) {
        let Shape { style, ordinal, prefix } = candidate.shape;
        let mut taken = *reading;
        let rank = rank(style);
        let displaced = match reading.levels[..reading.depth].get(at) {
            Some(before) if before.rank == rank => before.displaced,
            Some(before) => before.rank + 1,
            None => 0,
        };
        taken.levels[at] = Level { rank, displaced, ordinal, prefix };
        taken.within[usize::from(rank)] =
            at.checked_sub(1).map_or(0, |around| reading.levels[around].rank + 1);
        taken.depth = at + 1;
        taken.last[usize::from(rank)] = ordinal;
        taken.cost = reading.cost.saturating_add(cost + place_cost(&candidate));
        taken.end = candidate.end();
        let depth = u8::try_from(taken.depth).unwrap_or(u8::MAX);
        self.arena.push((Item { candidate, depth, order }, reading.tail));
        taken.tail = self.arena.len();
        next.push(taken);
    }

    /// Takes the cheapest reading as settled and goes on from it alone.
    fn settle(&mut self, beam: &mut Vec<Reading>) {
        let Some(best) = beam.iter().min_by_key(|reading| reading.cost).copied() else { return };
        let from = self.settled.len();
        let mut tail = best.tail;
        while let Some(&(item, before)) = tail.checked_sub(1).and_then(|at| self.arena.get(at)) {
            self.settled.push(item);
            tail = before;
        }
        self.settled[from..].reverse();
        self.arena.clear();
        beam.clear();
        beam.push(Reading { cost: 0, tail: 0, ..best });
    }
}

/// What `1.2` costs behind the items read so far: it wants the item `1` around it, `1.2.1` the item `1.2`.
fn dotted_cost(reading: &Reading, shape: Shape) -> (u32, Order) {
    let (parent, rest) = (shape.prefix % 100, shape.prefix / 100);
    let open = &reading.levels[..reading.depth];
    let known = open.iter().any(|level| {
        u32::from(level.ordinal) == parent && level.prefix == rest && level.rank < rank(shape.style)
    });
    match (shape.ordinal, known) {
        (1, true) => (0, Order::Follows),
        (1, false) => (2, Order::Follows),
        _ => (6, Order::Leaps(1)),
    }
}

/// Keeps the cheapest readings, and of those with the same open levels the cheapest one.
fn keep_best(readings: &mut Vec<Reading>) {
    if readings.len() == 1 {
        return;
    }
    readings.sort_by_key(|reading| reading.cost);
    let mut kept = 0;
    for at in 0..readings.len() {
        let reading = readings[at];
        let open = &reading.levels[..reading.depth];
        let twin = readings[..kept].iter().any(|other| {
            other.levels[..other.depth] == *open && other.last == reading.last && other.end == reading.end
        });
        if !twin && kept < BEAM {
            readings[kept] = reading;
            kept += 1;
        }
    }
    readings.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::candidates;
    use crate::text::source::Source;
    use crate::text::span::Span;

    /// Labels of the items with their depth: `一、1 （一）2`.
    #[track_caller]
    fn assert_outline(text: &str, expected: &str) {
        let items = outline(&candidates(&Source::new(text), Span::new(0, text.len())));
        let labels: Vec<String> = items
            .iter()
            .map(|item| format!("{}{}", &text[item.candidate.span().range()], item.depth))
            .collect();
        assert_eq!(labels.join(" "), expected);
    }

    #[test]
    fn items_nest_by_style() {
        assert_outline(
            "一、目标\n（一）甲。\n1.乙。\n2.丙。\n（二）丁。\n二、任务",
            "一、1 （一）2 1.3 2.3 （二）2 二、1",
        );
    }

    #[test]
    fn numbers_run_on_across_parents() {
        assert_outline(
            "一、甲\n（一）子。\n（二）丑。\n二、乙\n（三）寅。",
            "一、1 （一）2 （二）2 二、1 （三）2",
        );
    }

    #[test]
    fn headings_glued_into_a_line_are_found() {
        assert_outline(
            "制定本方案。一、提高能力（一）提高效能。加强培训。（二）优化服务。二、保障",
            "一、1 （一）2 （二）2 二、1",
        );
    }

    #[test]
    fn folded_stops_end_sentences_where_there_are_no_others() {
        assert_outline("制定本方案.一、提高能力(一)提高效能.加强培训.二、保障", "一、1 (一)2 二、1");
        assert_outline("明确如下: 一,甲.乙. 二,丙.", "一,1 二,1");
        assert_outline("制定本方案。明确如下: 一,甲.二,乙。", "");
        assert_outline("办结率1.5%.统一,规范.", "");
    }

    #[test]
    fn a_skipped_number_is_taken() {
        assert_outline("1.甲。\n2.乙。\n4.丁。", "1.1 2.1 4.1");
    }

    #[test]
    fn cited_items_are_no_headings() {
        assert_outline(
            "第一条 为了规范，依照本办法第五条规定，制定。\n第二条 违反第一条第（二）项的，处罚。",
            "第一条1 第二条1",
        );
    }

    #[test]
    fn an_enumeration_in_a_sentence_is_no_list() {
        assert_outline("一、材料包括：（1）申请表；（2）证明。\n二、其他", "一、1 二、1");
    }

    #[test]
    fn the_first_of_a_list_may_stand_behind_a_comma() {
        assert_outline("1.针对问题，（1）甲。（市局负责）（2）乙。\n2.丙。", "1.1 （1）2 （2）2 2.1");
        assert_outline("1.针对问题，（1）甲；（2）乙。\n2.丙。", "1.1 2.1");
        assert_outline("1.针对问题，（1）甲。\n2.丙。", "1.1 2.1");
    }

    #[test]
    fn numbers_in_a_row_are_cited() {
        assert_outline(
            "一、甲。\n按第十二条第（一）（二）项、第三条(三)(四)项办理。\n二、乙。",
            "一、1 二、1",
        );
        assert_outline("试行（2030）（1）甲。（2）乙。", "（1）1 （2）1");
    }

    #[test]
    fn a_count_may_stand_behind_a_blank() {
        assert_outline("34.甲。\n35.5 个县观摩。\n36.乙。", "34.1 35.1 36.1");
        assert_outline("2.组织\n2.1 人员组成\n2.2 人员分工", "2.1 2.12 2.22");
    }

    #[test]
    fn the_next_number_may_stand_before_a_numeral() {
        assert_outline("一、首诊。\n二、三级查房制度\n三、四级手术。", "一、1 二、1 三、1");
        assert_outline("一、范围。\n二、三级医院。\n二、任务。", "一、1 二、1");
        assert_outline("甲。\n二、三级医院。\n乙。", "");
        assert_outline("一、查房。包括二、三级医院。", "一、1");
    }

    #[test]
    fn a_bare_numeral_behind_a_hash_goes_on_with_its_list() {
        assert_outline("## 一、甲\n## 二\n2000年乙。", "一、1 二1");
        assert_outline("## 三\n2000年乙。", "");
        assert_outline("一、甲\n二\n2000年乙。", "一、1");
    }

    #[test]
    fn the_next_number_may_stand_before_a_count() {
        assert_outline("3.甲。\n4.2个渔港。\n5.乙。", "3.1 4.1 5.1");
        assert_outline("3.甲。\n4.2个百分点。\n4.乙。", "3.1 4.1");
        assert_outline("1.甲。\n4.2个渔港。\n2.乙。", "1.1 2.1");
    }

    #[test]
    fn what_an_article_lists_stands_below_it() {
        assert_outline(
            "第一章 总则\n第一条 甲。\n第二条 由以下机构负责：\n一、办公室。\n二、秘书处。\n第三条 乙。\n第二章 附则\n第四条 丙。",
            "第一章1 第一条2 第二条2 一、3 二、3 第三条2 第二章1 第四条2",
        );
        assert_outline(
            "一、总则\n第一条 甲。\n第二条 乙。\n二、附则\n第三条 丙。",
            "一、1 第一条2 第二条2 二、1 第三条2",
        );
    }

    #[test]
    fn a_year_or_a_word_may_follow_a_number() {
        assert_outline("16.5G+智慧政务建设。\n17.2025年起施行。\n18.办结率1.5%以上。", "16.1 17.1 18.1");
    }

    #[test]
    fn numbers_that_run_on_may_stand_inside_brackets() {
        assert_outline(
            "（一）甲\n1.子。\n2.丑。\n（二）乙\n（1）队伍\n3.寅。\n4.卯。\n（2）培养\n5.辰。\n6.巳。",
            "（一）1 1.2 2.2 （二）1 （1）2 3.3 4.3 （2）2 5.3 6.3",
        );
        assert_outline(
            "（一）队伍\n（1）培训\n1.子。\n2.丑。\n（2）培养\n1.寅。\n2.卯。",
            "（一）1 （1）2 1.3 2.3 （2）2 1.3 2.3",
        );
    }

    #[test]
    fn an_item_glued_to_a_clause_goes_on_with_its_level() {
        assert_outline("（一）甲。责任单位：市总工会（二）对乙负责。\n（三）丙。", "（一）1 （二）1 （三）1");
    }

    #[test]
    fn entries_that_stand_again_behind_them_are_no_items() {
        let entries = "1 总则\n1.1 目的\n1.2 依据\n2 组织\n2.1 机构\n— 3 —\n9 附则\n";
        assert_outline(&format!("{entries}1总则\n1.1目的\n规范渔港。"), "11 1.12");
        assert_outline(&format!("{entries}云溪县渔港预案\n1总则\n1.1目的\n规范渔港。"), "11 1.12");
        assert_outline("1.甲\n2.乙\n3.丙\n云溪县\n1.甲\n2.乙", "1.1 2.1 3.1 1.1 2.1");
    }

    #[test]
    fn dotted_numbers_nest_under_their_chapter() {
        assert_outline(
            "1 总则\n1.1 目的\n1.1.1 依据\n1.2 范围\n2 组织\n2.1 机构",
            "11 1.12 1.1.13 1.22 21 2.12",
        );
    }
}
