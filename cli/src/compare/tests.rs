#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;

use crate::rows::of_texts;

/// The lines that two readings of `a.txt` differ by.
#[track_caller]
fn lines(old: &str, new: &str) -> Vec<String> {
    let [old, new] = [old, new].map(|text| of_texts(&[("a.txt", text)]));
    let page = page::page(&found(&old, &new), None);
    let page = anstream::adapter::strip_str(&page).to_string();
    let lines = page.lines().take_while(|line| !line.is_empty() && !line.starts_with(' '));
    lines.map(|line| line.strip_prefix("a.txt: ").unwrap().to_owned()).collect()
}

const PLAN: &str = "关于修路的通知\n各区人民政府：\n一、修路\n（一）省道。（市交通局负责）\n（二）县道。（市交通局牵头，市财政局配合，2024年底前完成）\n二、种树\n（一）松树。（市林业局负责）\n";

#[test]
fn a_notice_differs_in_nothing_from_itself() {
    assert_eq!(lines(PLAN, PLAN), [""; 0]);
}

#[test]
fn an_item_that_is_put_in_is_the_only_difference_but_for_numbers() {
    let new = PLAN.replace("（一）省道", "（一）桥梁。\n（二）省道").replace("（二）县道", "（三）县道");
    let found = lines(PLAN, &new);
    let values = [
        "changed section 省道。（市交通局负责）: label （一） → （二）",
        "changed section 县道。（市交通局牵头，市财政局…: label （二） → （三）",
    ];
    assert!(found.iter().any(|line| line.starts_with("gained section （一） 桥梁。")), "{found:?}");
    assert!(values.iter().all(|value| found.iter().any(|line| line.starts_with(value))), "{found:?}");
    let others = found.iter().filter(|line| !line.contains("section")).collect::<Vec<_>>();
    assert_eq!(others.len(), 1, "{others:?}");
    assert!(others[0].starts_with("gained task 桥梁。"), "{others:?}");
}

#[test]
fn an_outer_item_that_is_put_in_leaves_the_inner_ones_what_they_are() {
    let new = PLAN.replace("二、种树", "二、架桥\n三、种树");
    let found = lines(PLAN, &new);
    let sections = found.iter().filter(|line| line.contains(" section ")).collect::<Vec<_>>();
    assert_eq!(sections.len(), 2, "{found:?}");
    assert!(!found.iter().any(|line| line.contains("松树")), "{found:?}");
}

#[test]
fn a_role_is_a_change_and_another_name_a_loss_and_a_gain() {
    let new = PLAN.replace("市财政局配合", "市财政局负责").replace("市林业局", "市园林局");
    let found = lines(PLAN, &new).join("\n");
    for line in [
        "changed unit 市财政局: role support → responsible (一、/（二）",
        "lost unit 市林业局 responsible organ (二、/（一）",
        "gained unit 市园林局 responsible organ (二、/（一）",
        "changed clause: responsibility （市林业局负责） → （市园林局负责） (二、/（一）",
    ] {
        assert!(found.contains(line), "{line}\n{found}");
    }
}

#[test]
fn head_and_deadline_are_values_of_their_own() {
    let old = format!("云政发〔2024〕3号\n{PLAN}\n云溪县人民政府\n2024年5月10日\n");
    let new = old.replace("3号", "4号").replace("各区", "各县、各区").replace("，2024年底前完成", "");
    let new = new.replace("5月10日", "5月11日");
    let found = lines(&old, &new).join("\n");
    for line in [
        "changed number: doc_number 云政发〔2024〕3号 → 云政发〔2024〕4号; serial 3 → 4",
        "changed date: date 2024-05-10 → 2024-05-11",
        "lost deadline 2024年底前",
    ] {
        assert!(found.contains(line), "{line}\n{found}");
    }
    assert!(found.contains("gained recipient"), "{found}");
}

#[test]
fn a_lost_task_loses_its_units() {
    let new = PLAN.replace("（市林业局负责）", "");
    let found = lines(PLAN, &new).join("\n");
    assert!(found.contains("lost clause （市林业局负责）"), "{found}");
    assert!(found.contains("lost unit 市林业局"), "{found}");
}

#[test]
fn findings_differ_and_are_no_loss_but_errors() {
    let doubtful = PLAN.replace("（市林业局负责）", "（市林业局负责");
    let [old, new] = [PLAN, &doubtful].map(|text| of_texts(&[("a.txt", text)]));
    let found = found(&old, &new);
    let warning = found.differences.iter().find(|difference| difference.kind == Kind::Warning).unwrap();
    assert_eq!(warning.change, Change::Gained);
    assert!(!is_loss(warning));
    let error = Difference { kind: Kind::Error, ..clone(warning) };
    assert!(is_loss(&error));
    let mended = Difference { change: Change::Lost, ..clone(&error) };
    assert!(!is_loss(&mended));
}

fn clone(difference: &Difference) -> Difference {
    let Difference { doc, change, kind, path, of, old, new } = difference;
    let (doc, path, of) = (doc.clone(), path.clone(), of.clone());
    Difference { doc, change: *change, kind: *kind, path, of, old: old.clone(), new: new.clone() }
}

#[test]
fn a_notice_of_one_side_is_one_difference() {
    let old = of_texts(&[("a.txt", PLAN), ("b.txt", PLAN)]);
    let new = of_texts(&[("b.txt", PLAN), ("c.txt", PLAN)]);
    let found = found(&old, &new);
    let said =
        found.differences.iter().map(|found| (&*found.doc, found.change, found.kind)).collect::<Vec<_>>();
    assert_eq!(said, [("a.txt", Change::Lost, Kind::Notice), ("c.txt", Change::Gained, Kind::Notice)]);
    assert_eq!(found.counts[&Kind::Notice], [1, 0, 1, 1]);
    assert_eq!(found.counts[&Kind::Section][Change::Same as usize], 5);
}

#[test]
fn what_is_cut_is_told() {
    let new = PLAN.replace("市", "县");
    let [old, new] = [PLAN, &new].map(|text| of_texts(&[("a.txt", text)]));
    let found = found(&old, &new);
    let all = found.differences.len();
    let page = page::page(&found, Some(2));
    assert!(page.contains(&format!("\n… {} differences left out by --at-most 2\n\n", all - 2)), "{page}");
    let json: Value = serde_json::from_str(&object(&found, Some(2)).unwrap()).unwrap();
    assert_eq!(
        (json["left_out"].as_u64(), json["differences"].as_array().unwrap().len()),
        (Some(all as u64 - 2), 2)
    );
}

#[test]
fn counts_stand_under_their_names() {
    let rows = of_texts(&[("a.txt", PLAN)]);
    let page = page::page(&found(&rows, &rows), None);
    let lines = page.lines().collect::<Vec<_>>();
    assert_eq!(lines[0], "                     same  changed     lost   gained");
    assert!(lines.contains(&"unit                    4        0        0        0"), "{page}");
}
