use super::*;
use crate::resolve::resolve;

/// The citations of a notice with this body, as `title relation`.
#[track_caller]
fn assert_reads(body: &str, expected: &[(&str, &str)]) {
    let text = format!("云溪县人民政府关于修路的通知\n各乡镇人民政府：\n{body}");
    let parsed = crate::parse(&text);
    let resolved = resolve(&text, parsed.notice());
    let relation = |citation: &ResolvedCitation| citation.relation.map_or("none", Relation::name);
    let found: Vec<_> = resolved.citations.iter().map(|c| (c.title.as_str(), relation(c))).collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn words_around_a_title_say_its_relation() {
    for (body, relation) in [
        ("现将《甲》（青政发〔2012〕26号）转发给你们，请执行。", "forwards"),
        ("现将《甲》印发给你们，请认真组织实施。", "issues"),
        ("经县政府同意，制定《甲》。现印发给你们，请执行。", "issues"),
        ("《甲》已经县政府同意，现印发给你们。", "issues"),
        ("县交通局共同修订了《甲》，现予以公告。", "issues"),
        ("根据《甲》（青政发〔2021〕9号）的要求，开展工作。", "basis"),
        ("按照省委、省政府《甲》，全面修路。", "basis"),
        ("为深入贯彻落实《甲》精神，制定本方案。", "implements"),
        ("推进实施县交通局、县水务局印发的《甲》，修路。", "implements"),
        ("贯彻落实新修订的《甲》，修路。", "implements"),
        ("共同推进《甲》实施。", "implements"),
        ("为履行《甲》规定的义务，开展工作。", "implements"),
        ("适时修订《甲》等法规。", "amends"),
        ("对《甲》作如下修改。", "amends"),
        ("《甲》（青政发〔2012〕26号）同时废止。", "repeals"),
        ("原规则已被《甲》代替。", "mentions"),
        ("推动《甲》出台，提供保障。", "mentions"),
        ("对《甲》修正案实施后生育的家庭给予照顾。", "mentions"),
        ("通过在《甲》杂志设立专栏开展活动。", "none"),
    ] {
        assert_reads(body, &[("甲", relation)]);
    }
    assert_reads("应持《基金会登记证书》副本办理。", &[("基金会登记证书", "none")]);
}

#[test]
fn what_holds_for_one_title_of_a_list_holds_for_all() {
    assert_reads(
        "落实《甲》、《乙》（青政发〔2012〕26号）和《丙》《丁》，修路。",
        &[("甲", "implements"), ("乙", "implements"), ("丙", "implements"), ("丁", "implements")],
    );
}

#[test]
fn the_line_above_a_list_says_what_is_done() {
    assert_reads(
        "一、下列文件予以废止：\n1.《甲》（青政发〔1989〕15号）\n2.《乙》（青政发〔1990〕16号）",
        &[("甲", "repeals"), ("乙", "repeals")],
    );
}

#[test]
fn a_short_name_stands_for_the_title_it_was_defined_with() {
    let text = "一、总则。为贯彻落实《青州省修路条例》（青政发〔2020〕10号，以下简称《条例》），开展工作。\n二、分则。按照《条例》修路。";
    let citations = resolve(text, crate::parse(text).notice()).citations;
    let told: Vec<_> = citations
        .iter()
        .map(|citation| {
            (citation.title.as_str(), citation.doc_number.as_ref().map(|n| n.serial), citation.relation)
        })
        .collect();
    let full = |relation| ("青州省修路条例", Some(10), Some(relation));
    assert_eq!(told, [full(Relation::Implements), full(Relation::Implements), full(Relation::Basis)]);
}

#[track_caller]
fn assert_points(text: &str, expected: &[(&str, Option<PointerTarget>)]) {
    let pointers = resolve(text, crate::parse(text).notice()).pointers;
    let found: Vec<_> = pointers.iter().map(|pointer| (pointer.text.as_str(), pointer.target)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn pointers_find_articles_or_nothing() {
    let body = "云溪县修路办法\n第一条　修路。\n第二条　依照本办法第一条修桥。\n第三条　前条规定的桥，按本办法第九条养护。\n第四条　《条例》第一条另有规定。";
    assert_points(
        body,
        &[
            ("本办法第一条", Some(PointerTarget::Section(1))),
            ("前条", Some(PointerTarget::Section(2))),
            ("本办法第九条", None),
        ],
    );
}

#[test]
fn an_attachment_is_found_by_its_label() {
    let text = "云溪县人民政府关于修路的通知\n各乡镇人民政府：\n一、按附件2修桥，按附件3修塔。\n云溪县人民政府\n2022年8月28日\n\n附件1\n修路清单\n一、甲路。\n\n附件2\n修桥清单\n一、乙桥。";
    assert_points(text, &[("附件2", Some(PointerTarget::Part(2))), ("附件3", None)]);
}
