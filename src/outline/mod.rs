//! The outline: every place where a numbered item may begin, and which of them are headings.
//!
//! Shape alone decides which places are [candidates](Candidate); which of them are headings, and how they nest, is the
//! business of the [`search`].

pub(crate) mod candidate;
mod contents;
mod cost;
mod counted;
mod glued;
mod item;
mod numbering;
mod scan;
mod search;

pub(crate) use cost::Order;
pub(crate) use item::Item;
pub(crate) use search::{Choice, CloseCall, Outline, outline, rival};

use candidate::{Candidate, Numbering};
use contents::end_of_contents;
use counted::enumerates;
use numbering::{Context, Retain, readings};
use scan::scan;

use crate::model::{MarkerPlace, MarkerStyle};
use crate::text::character::is_blank;
use crate::text::source::Source;
use crate::text::span::Span;

/// Finds the candidates in `span` in one pass.
pub(crate) fn candidates(source: &Source<'_>, span: Span) -> Vec<Candidate> {
    let start = end_of_contents(source, span).unwrap_or(span.start);
    without_wordless(source.text, scan(source, Span::new(start, span.end)))
}

/// Drops markers that number nothing: one before another of its style, and every one in a run of three or more.
fn without_wordless(text: &str, mut found: Vec<Candidate>) -> Vec<Candidate> {
    let wordless = |pair: &[Candidate]| {
        let gap = text.get(pair[0].end()..pair[1].start).unwrap_or("-");
        gap.chars().all(is_blank)
    };
    let wordless: Vec<bool> = found.windows(2).map(wordless).chain([false]).collect();
    let styles: Vec<MarkerStyle> = found.iter().map(|candidate| candidate.numbering.style).collect();
    let mut at = 0;
    found.retain(|_| {
        let run = wordless[at]
            && (wordless[at + 1] || (at > 0 && wordless[at - 1]) || styles[at] == styles[at + 1]);
        at += 1;
        !run
    });
    found
}

/// The first of the numbers that go on with each other though the reading dropped them, and how many there are: enough of
/// them look like a list.
pub(crate) fn dropped_run(candidates: &[Candidate], items: &[Item]) -> Option<(Span, usize)> {
    /// In a sentence two or three are enumerated.
    const LIST_NUMBERS: usize = 4;
    let mut taken = items.iter().map(|item| item.candidate).peekable();
    let mut runs = [(0_u16, 0_usize, Span::new(0, 0)); MarkerStyle::ALL.len()];
    let mut longest = None;
    for candidate in candidates {
        while taken.next_if(|item| item.start < candidate.start).is_some() {}
        let run = &mut runs[usize::from(cost::rank(candidate.numbering.style))];
        if taken.peek().is_some_and(|item| item.start == candidate.start) {
            run.1 = 0;
            continue;
        }
        let lists = matches!(
            candidate.numbering.style,
            MarkerStyle::HanComma | MarkerStyle::HanBracket | MarkerStyle::Arabic | MarkerStyle::Article
        );
        if !lists || candidate.place == MarkerPlace::Bare {
            continue;
        }
        *run = match candidate.numbering.ordinal {
            next if run.1 > 0 && next == run.0 + 1 => (next, run.1 + 1, run.2),
            ordinal => (ordinal, 1, candidate.span()),
        };
        if run.1 >= LIST_NUMBERS && longest.is_none_or(|(_, count)| run.1 > count) {
            longest = Some((run.2, run.1));
        }
    }
    longest
}

/// Whether a line that begins so begins the first item of a list.
pub(crate) fn first_item(line: &str) -> bool {
    let (mut readings, count) = readings(line, MarkerPlace::LineStart, Context::default());
    readings[..count].retain_followed(line, MarkerPlace::LineStart);
    let begins = |&(numbering, len): &(Numbering, usize)| {
        numbering.ordinal == 1 && !(numbering.style == MarkerStyle::HanComma && enumerates(&line[len..]))
    };
    readings[..count].iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_marker(line: &str, label: &str, style: MarkerStyle, ordinal: u16) {
        let found = candidates(&Source::new(line), Span::new(0, line.len()));
        let first = found
            .first()
            .map(|first| (&line[first.span().range()], first.numbering.style, first.numbering.ordinal));
        assert_eq!(first, Some((label, style, ordinal)), "{line}");
    }

    #[test]
    fn every_style_is_read() {
        use MarkerStyle as Style;
        for (line, label, style, ordinal) in [
            ("第一部分 总论", "第一部分", Style::Part, 1),
            ("第十二章　附则", "第十二章", Style::Chapter, 12),
            ("第三节 组织", "第三节", Style::SectionOfChapter, 3),
            ("第一百零一条 本办法", "第一百零一条", Style::Article, 101),
            ("三、任务", "三、", Style::HanComma, 3),
            ("（二十一）铁水联运", "（二十一）", Style::HanBracket, 21),
            ("(一)、建档", "(一)、", Style::HanBracket, 1),
            ("㈡ 清淤", "㈡", Style::HanBracket, 2),
            ("1.补水", "1.", Style::Arabic, 1),
            ("２．扩建", "２．", Style::Arabic, 2),
            ("1﹒整治", "1﹒", Style::Arabic, 1),
            ("3、配齐", "3、", Style::Arabic, 3),
            ("3。配齐船员。", "3。", Style::Arabic, 3),
            ("⒈目的", "⒈", Style::Arabic, 1),
            ("（\n三）保障", "（\n三）", Style::HanBracket, 3),
            ("（\n1\n）用户", "（\n1\n）", Style::ArabicBracket, 1),
            ("1\n．结算", "1\n．", Style::Arabic, 1),
            ("17.2025年起", "17.", Style::Arabic, 17),
            ("16.5G+智慧", "16.", Style::Arabic, 16),
            ("（1）外河", "（1）", Style::ArabicBracket, 1),
            ("⑴制剂", "⑴", Style::ArabicBracket, 1),
            ("2）自有住房", "2）", Style::ArabicHalfBracket, 2),
            ("①勘测", "①", Style::Circled, 1),
            ("1.1 编制目的", "1.1", Style::Dotted2, 1),
            ("1.2.3 县域", "1.2.3", Style::Dotted3, 3),
            ("## 一、目标", "一、", Style::HanComma, 1),
            ("★1.加大奖励", "1.", Style::Arabic, 1),
        ] {
            assert_marker(line, label, style, ordinal);
        }
    }

    #[test]
    fn figures_and_citations_are_no_markers() {
        for line in [
            "1.5亿元以上的项目",
            "2021—2025年",
            "12345热线",
            "第五条规定的情形",
            "第三方评估",
            "一、二级公路",
            "二〇二四年",
            "统一、规范",
            "3%以上",
            "（区）人民政府",
            "（2018）第3号",
            "（88）青税字第163号文",
            "第九条修改为：“船员应当持证。”",
            "第九条第二款删去",
            "第七条中增加一项",
            "第七条后增加一条",
            "1总则..........7",
            "一、总则…………（6）",
            "二、目标.......- 2 -",
            "5。",
        ] {
            let found = candidates(&Source::new(line), Span::new(0, line.len()));
            assert!(
                found.iter().all(|candidate| candidate.place > MarkerPlace::AfterSentence),
                "{line}: {found:?}"
            );
        }
    }

    /// The plain reading of markers at line starts, as one would write it by hand.
    #[test]
    fn the_scan_finds_what_a_line_regex_finds() {
        let plain = regex::Regex::new(
            r"(?m)^[ 　]*((?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}\.)[^\d、，。])",
        )
        .unwrap();
        let text = include_str!("../../fixtures/hunan-2024-key-tasks/input.txt");
        let found = candidates(&Source::new(text), Span::new(0, text.len()));
        let mut count = 0;
        for matched in plain.captures_iter(text).filter_map(|groups| groups.get(1)) {
            count += 1;
            assert!(found.iter().any(|candidate| candidate.start == matched.start()), "{}", matched.as_str());
        }
        assert!(count > 20, "{count}");
    }
}
