//! Why lines were read as they were.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use gongwen::{NoClause, PageRule, Parser, Reason, Span, TableKind, Why, parse};

/// The reasons for the line that holds `word`.
#[track_caller]
fn reasons(text: &str, word: &str) -> Vec<Reason> {
    let at = text.find(word).unwrap();
    Parser::new().explain(text, Span::new(at, at))
}

/// What they say, each behind the words that it is about.
#[track_caller]
fn said(text: &str, word: &str) -> Vec<String> {
    let reasons = reasons(text, word);
    reasons.iter().map(|reason| format!("{}: {}", gongwen::mend(&text[reason.span]), reason.why)).collect()
}

#[track_caller]
fn assert_says(text: &str, word: &str, expected: &str) {
    let said = said(text, word);
    assert!(said.iter().any(|reason| reason == expected), "{expected}\n{said:#?}");
}

const NOTICE: &str = "\
打印本页
青政发〔2024〕7号
青州省人民政府关于修复城墙的通知
各市人民政府：
一、修复东段（试行）。（省文物局牵头，省财政厅配合）
二、材料包括：（1）申请表；（2）证明。
- 3 -
（一）加强巡查。（各市人民政府负责）
青州省人民政府
2024年5月10日
";

#[test]
fn a_line_of_the_head_names_its_element() {
    assert_says(NOTICE, "青政发", "青政发〔2024〕7号: read as doc-number");
    assert_says(NOTICE, "关于修复", "青州省人民政府关于修复城墙的通知: read as title");
    assert_says(NOTICE, "各市人民政府：", "各市人民政府：: read as recipients");
    assert_says(NOTICE, "2024年5月", "2024年5月10日: read as date");
}

#[test]
fn what_is_set_aside_names_its_rule() {
    assert_says(NOTICE, "打印", &format!("打印本页: set aside: {}", PageRule::HeadLine));
    assert_says(NOTICE, "- 3 -", &format!("- 3 -: set aside: {}", PageRule::Furniture));
    let dated = NOTICE.replace("的通知\n", "的通知\n2011-04-13 16:49\n");
    assert_says(&dated, "2011", &format!("2011-04-13 16:49: set aside: {}", PageRule::Timestamp));
    let twice = NOTICE.replace("\n各市", "\n青政发〔2024〕7号\n各市");
    let again = format!("青政发〔2024〕7号: set aside: {}", PageRule::Again);
    assert!(said(&twice, "\n各市").iter().chain(&said(&twice, "7号\n各市")).any(|reason| *reason == again));
    let marked = NOTICE.replace("5月10日", "5月10日<BR>");
    assert!(reasons(&marked, "<BR>").iter().any(|reason| reason.why == Why::Page(PageRule::Markup)));
}

#[test]
fn a_number_that_goes_on_at_a_lines_start_has_no_rival() {
    let said = said(NOTICE, "二、材料");
    assert_eq!(
        said[0],
        "二、: may be item 2 (han-comma), at the start of a line that begins a paragraph (taking it costs 0, dropping it 12): taken for an item of level 1; nothing else is weighed"
    );
}

#[test]
fn a_number_in_a_sentence_has_the_margin_by_which_it_is_text() {
    let found = reasons(NOTICE, "（1）");
    let choices: Vec<_> = found
        .iter()
        .filter_map(|reason| match &reason.why {
            Why::Marker(choice) => {
                Some((choice.depth, choice.rival.map(|rival| (rival.depth, rival.margin))))
            }
            _ => None,
        })
        .collect();
    assert_eq!(choices.len(), 3, "{found:#?}");
    assert_eq!(choices[1].0, None);
    let (depth, margin) = choices[1].1.unwrap();
    assert!(depth == Some(2) && margin > 0, "{choices:?}");
}

#[test]
fn brackets_are_clauses_or_say_why_not() {
    assert_says(
        NOTICE,
        "一、修复",
        "（省文物局牵头，省财政厅配合）: a clause that says who answers (parenthesised)",
    );
    assert_says(NOTICE, "一、修复", &format!("（试行）: no clause: {}", NoClause::Head));
    for (text, why) in [
        ("一、建设（2025年底前完成）。", NoClause::NoUnits),
        ("一、补助由企业（省财政厅负责审核的除外）自行申领。", NoClause::Sentence),
        ("一、修路，（省财政厅）大力种树。", NoClause::MidSentence),
    ] {
        let found = reasons(text, "一、");
        assert!(found.iter().any(|reason| reason.why == Why::NoClause(why)), "{text}\n{found:#?}");
    }
}

#[test]
fn lines_of_tables_say_what_was_made_of_them() {
    let tasks = "序号\t任务\t牵头单位\n1\t疏浚航道\t市水利局\n";
    let found = reasons(tasks, "疏浚");
    assert!(found.iter().any(|reason| reason.why == Why::Table(TableKind::Tasks)), "{found:#?}");
    assert!(found.iter().any(|reason| reason.why == Why::Row), "{found:#?}");
    assert_says(tasks, "疏浚", "市水利局: a clause that says who answers (cell)");
    let prices = "| 品种 | 价格 |\n|---|---|\n| 大米 | 3元 |\n| 白面 | 4元 |\n";
    let found = reasons(prices, "大米");
    assert!(found.iter().any(|reason| reason.why == Why::Table(TableKind::Other)), "{found:#?}");
}

#[test]
fn findings_of_the_line_are_among_the_reasons() {
    assert_says(
        "一、修路。\n三、种树。\n",
        "三、",
        "三、: warning[number-out-of-order]: found item 「三、」, expected number 2",
    );
    let said = said("一、修路。\n三、种树。\n", "一、");
    assert!(!said.iter().any(|reason| reason.contains("warning")), "{said:#?}");
}

#[test]
fn places_come_home_over_what_was_left_out() {
    let text = "青政发〔2024〕7号\n**关于**修复城墙的\u{ad}通知\n各市人民政府：\n**一、** 修复（试行）。\n二、巡查。\n";
    assert_says(text, "一、", "一、: read as marker");
    assert_says(text, "一、", &format!("（试行）: no clause: {}", NoClause::Head));
    assert!(said(text, "巡查").iter().all(|reason| !reason.contains("一、")));
}

#[test]
fn a_line_with_very_many_numbers_says_what_it_did_not_weigh() {
    let text = format!("一、要求：{}\n", "（1）甲；（2）乙；".repeat(40));
    let found = reasons(&text, "一、");
    let weighed = found.iter().filter(|reason| matches!(reason.why, Why::Marker(_))).count();
    assert_eq!(weighed, 32);
    assert!(found.iter().any(|reason| matches!(reason.why, Why::More(more) if more > 0)), "{found:#?}");
}

#[test]
fn any_span_of_any_text_is_answered() {
    let ends = NOTICE.replace('\n', "\u{2028}");
    let marked = "[一、](/a)修路。\u{85}&ldquo;二、&rdquo;\u{2029}\u{2029}**三、**";
    for text in ["", "\n", "省", "一、\r\n二、甲", NOTICE, &ends, marked] {
        for (at, len) in (0..=text.len() + 2).flat_map(|at| [0, 1, 3].map(|len| (at, len))) {
            for reason in Parser::new().explain(text, Span::new(at, at + len)) {
                assert!(text.get(reason.span.range()).is_some(), "{reason:?}");
            }
        }
    }
}

/// Two readings that cost the same: the warning names the other one.
#[test]
fn an_item_that_may_as_well_be_something_else_is_told() {
    let text = TIE;
    let parsed = parse(text);
    let found = parsed.diagnostics().iter().find(|found| found.code == gongwen::Code::DoubtfulItem);
    let found = found.unwrap_or_else(|| panic!("{:#?}", parsed.diagnostics()));
    assert!(found.message.contains("a reading as text costs no more"), "{found}");
}

const TIE: &str = "一、主要目标（二）提高能力。\n二、保障。\n";
