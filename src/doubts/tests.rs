//! What is told, and what stays quiet.

use crate::model::Code;
use crate::parse;

/// The warnings about a text.
fn warnings(text: &str) -> Vec<Code> {
    let parsed = parse(text);
    let warnings = parsed.diagnostics().iter().filter(|found| found.severity > crate::model::Severity::Note);
    warnings.map(|found| found.code).collect()
}

const WHOLE: &str = "翠湖市人民政府关于储备物资的通知\n翠政发〔2031〕5号\n各区人民政府，市政府各部门：\n现通知如下：\n一、按时清点。\n翠湖市人民政府\n2031年2月25日\n";

#[test]
fn a_whole_notice_is_quiet() {
    assert_eq!(warnings(WHOLE), []);
    assert_eq!(
        warnings("翠湖市渔港管理办法\n第一条 为规范渔港，制定本办法。\n第二条 本办法自印发之日起施行。"),
        []
    );
    assert_eq!(warnings("翠湖市人民政府关于开展普查的通告\n现通告如下：\n一、各船到场。\n2031年2月25日"), []);
}

#[test]
fn a_number_that_was_not_found_is_told() {
    for (number, code) in [
        ("翠政发20315号", Code::DamagedNumber),
        ("翠政发〔2031〕\n5\n号", Code::MissedNumber),
        ("发文字号：翠政发2031第5号", Code::MissedNumber),
        ("翠湖水利2031005号", Code::MissedNumber),
    ] {
        assert_eq!(warnings(&WHOLE.replace("翠政发〔2031〕5号", number)), [code], "{number}");
    }
    // what the text cites is no number of its own
    let cited = WHOLE
        .replace("翠政发〔2031〕5号\n", "")
        .replace("现通知", "按照《通知》（翠政发〔2030〕1号），现通知");
    assert_eq!(warnings(&cited), []);
}

#[test]
fn a_title_with_marks_of_headings_inside_is_told() {
    let text = "翠湖市渔港转型发展## 实施细则## 第一章 总则\n第一条 为规范渔港，制定本细则。\n第二条 本细则自印发之日起施行。";
    assert!(warnings(text).contains(&Code::MissedTitle));
}

#[test]
fn a_title_that_is_cut_is_told() {
    for (title, code) in [
        ("几个问题的通知", Code::DoubtfulTitle),
        ("翠湖市人民政府关于储备物资的通知网站导航办法", Code::DoubtfulTitle),
        ("翠湖市人民政府关于储备物资的建议", Code::DoubtfulTitle),
    ] {
        let text = WHOLE.replace("翠湖市人民政府关于储备物资的通知", title);
        assert!(warnings(&text).contains(&code), "{title}: {:?}", warnings(&text));
    }
    assert_eq!(warnings("翠湖市渔港管理细则第一章总则第一条为规范渔港，制定本细则。"), [Code::MissedTitle]);
}

#[test]
fn recipients_that_were_not_found_or_hold_other_words_are_told() {
    let odd = WHOLE.replace("各区人民政府，", "小】打印各区人民政府，");
    assert!(
        warnings(&odd).contains(&Code::DoubtfulRecipients),
        "{:?}",
        parse(&odd).notice().document.header.recipients
    );
    let far = WHOLE.replace("各区人民政府，市政府各部门：\n", "本通知甲。\n各区人民政府，市政府各部门：\n");
    assert_eq!(warnings(&far), [Code::MissedRecipients]);
}

#[test]
fn a_day_that_no_signature_has_is_told() {
    let year = WHOLE.replace("2031年2月25日", "2021年2月25日");
    assert_eq!(warnings(&year), [Code::DoubtfulDate]);
    let next = WHOLE.replace("2031年2月25日", "2032年1月5日");
    assert_eq!(warnings(&next), []);
}

#[test]
fn a_signatory_that_is_cut_is_told() {
    for name in ["湖市人民政", "及责任分工表翠湖市人民政府", "翠湖市\n翠湖市水务", "数量中华人民共和国水利部"]
    {
        let text = WHOLE.replace("一、按时清点。\n翠湖市人民政府\n", &format!("一、按时清点。\n{name}\n"));
        assert_eq!(warnings(&text), [Code::DoubtfulSignature], "{name}");
    }
}

#[test]
fn a_list_that_was_read_as_text_is_told() {
    let text = "一、要求。包括（一）甲方与（二）乙方与（三）丙方与（四）丁方与（五）戊方。\n二、其他。";
    assert_eq!(warnings(text), [Code::DroppedNumbers]);
}

#[test]
fn letters_of_a_font_are_told() {
    for text in [
        WHOLE.replace("按时清点", "按时\u{e123}点"),
        WHOLE.replace("按时清点", "按时\u{fffd}\u{fffd}点"),
        WHOLE.replace("储备物资", "储备\u{1e5}资"),
    ] {
        assert_eq!(warnings(&text), [Code::GarbledText], "{text}");
    }
    assert_eq!(warnings(&WHOLE.replace("一、按时", "1\u{e010}按时")), []);
}

#[test]
fn a_day_without_its_last_character_is_told() {
    assert_eq!(warnings(&WHOLE.replace("2月25日", "2月25")), [Code::MissedDate]);
    let titled = WHOLE
        .replace("翠政发〔2031〕5号\n", "翠政发〔2031〕5号\n（2031年2月25）\n")
        .replace("\n2031年2月25日", "");
    assert!(warnings(&titled).contains(&Code::MissedDate), "{:?}", warnings(&titled));
}

#[test]
fn a_table_whose_lines_were_lost_is_told() {
    let text = WHOLE.replace(
        "一、按时清点。",
        "一、按时清点。序号 工作任务 责任单位 完成时限 1 清点 市财政局 月底前 2 造册 市民政局 年底前",
    );
    assert_eq!(warnings(&text), [Code::TableUnread]);
    let named = WHOLE.replace("按时清点", "按序号内容报送责任单位，逐项清点");
    assert_eq!(warnings(&named), []);
}
