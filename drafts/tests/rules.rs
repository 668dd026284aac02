//! Each rule: a draft that breaks it, and one that keeps it.

use gongwen_drafts::{Rule, remarks};

/// A draft that keeps all rules.
const GOOD: &str = "青政发〔2024〕7号\n\n青州省人民政府关于做好护林工作的通知\n\n各市人民政府：\n\n现将有关事项通知如下。\n\n一、加强巡护\n\n（一）分片巡山。每月两次。\n\n1.东片由林场巡护。\n\n（1）沿界碑走。\n\n二、加强宣传\n\n张贴“护林”标语。\n\n附件：1.巡护路线\n　　　2.标语\n\n青州省人民政府\n2024年5月1日\n\n（此件公开发布）\n\n附件1\n\n巡护路线\n\n沿界碑。\n\n附件2\n\n标语\n\n护林防火。\n";

#[track_caller]
fn assert_remarks(text: &str, expected: &[(Rule, &str)]) {
    let parsed = gongwen::parse(text);
    let found = remarks(text, parsed.notice());
    let found: Vec<(Rule, &str)> =
        found.iter().map(|remark| (remark.rule, &text[remark.span.start..remark.span.end])).collect();
    assert_eq!(found, expected, "{text}");
}

/// The good draft with other words in one place breaks one rule there.
#[track_caller]
fn assert_breaks(words: &str, others: &str, rule: Rule, place: &str) {
    assert!(GOOD.contains(words), "{words}");
    assert_remarks(&GOOD.replacen(words, others, 1), &[(rule, place)]);
}

#[test]
fn a_draft_in_form_has_no_remark() {
    assert_remarks(GOOD, &[]);
    assert_remarks("", &[]);
}

#[test]
fn the_number_is_written_as_the_standard_has_it() {
    assert_breaks("〔2024〕", "[2024]", Rule::NumberBrackets, "青政发[2024]7号");
    assert_breaks("〔2024〕", "（2024）", Rule::NumberBrackets, "青政发（2024）7号");
    assert_breaks("〕7号", "〕第7号", Rule::NumberOrdinal, "第7号");
    assert_breaks("〕7号", "〕07号", Rule::NumberZero, "07号");
}

#[test]
fn the_title_names_a_kind_of_papers() {
    assert_breaks("工作的通知", "工作方案", Rule::TitleGenre, "青州省人民政府关于做好护林工作方案");
    assert_remarks(&GOOD.replacen("工作的通知", "工作的意见", 1), &[]);
}

#[test]
fn the_recipients_end_in_a_colon() {
    assert_breaks("政府：\n", "政府:\n", Rule::RecipientsColon, "各市人民政府:");
}

#[test]
fn items_nest_in_their_order_with_their_marks() {
    assert_breaks("（一）分", "（一）、分", Rule::MarkerMark, "（一）、");
    assert_breaks("1.东", "1、东", Rule::MarkerMark, "1、");
    assert_breaks("加强巡护\n", "加强巡护。\n", Rule::HeadingMark, "。");
    let upside_down =
        "1.加强巡护\n（一）分片巡山。\n（二）每月两次。\n2.加强宣传\n（一）张贴。\n（二）广播。\n";
    let levels = ["（一）", "（二）", "（一）", "（二）"].map(|label| (Rule::LevelOrder, label));
    assert_remarks(upside_down, &levels);
}

#[test]
fn attachments_are_those_of_the_list() {
    assert_breaks("　　　2.标语\n", "", Rule::AttachmentCount, "巡护路线");
    assert_breaks("1.巡护路线", "1.巡护路线；", Rule::AttachmentMark, "巡护路线；");
    assert_breaks("附件2\n", "附件2：\n", Rule::AttachmentColon, "附件2：");
}

#[test]
fn the_date_stands_there_in_arabic_numerals() {
    assert_breaks("2024年5月1日", "2024年05月01日", Rule::DateForm, "2024年05月01日");
    assert_breaks("2024年5月1日", "二〇二四年五月一日", Rule::DateForm, "二〇二四年五月一日");
    assert_breaks("青州省人民政府\n2024年5月1日\n", "", Rule::DateMissing, "各市人民政府：");
}

#[test]
fn copies_end_in_a_full_stop() {
    let with_copies = |stop: &str| {
        GOOD.replace(
            "（此件公开发布）\n",
            &format!("（此件公开发布）\n\n抄送：省军区，省高级人民法院{stop}\n"),
        )
    };
    assert_remarks(&with_copies("。"), &[]);
    assert_remarks(&with_copies(""), &[(Rule::CopiesStop, "省高级人民法院")]);
}

#[test]
fn marks_are_those_of_chinese_text() {
    assert_breaks("张贴“护林”标语。", "张贴标语,广播。", Rule::HalfWidth, ",");
    let text = GOOD.replace("“护林”", "\"护林\"");
    assert_remarks(&text, &[(Rule::StraightQuotes, "\""), (Rule::StraightQuotes, "\"")]);
    assert_remarks(&GOOD.replace("每月两次", "比例1:2，见a(b)"), &[]);
}

#[test]
fn places_are_counted_as_people_do() {
    let text = GOOD.replace("政府：\n", "政府:\n");
    let parsed = gongwen::parse(&text);
    let found = remarks(&text, parsed.notice());
    let said = found.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(said, ["5:1: warning: found recipients that end in 「:」, expected a full-width colon"]);
}
