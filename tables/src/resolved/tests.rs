//! Rows of the second layer.

use super::*;
use gongwen::resolve::NoticeKeys;

use crate::{CsvRows, Entry, walk};

const ISSUED: &str = "云政发〔2024〕3号\n云溪县人民政府关于修路的意见\n各乡镇：\n请抓紧施工。";

const PLAN: &str = "云溪县修路方案\n根据《云溪县人民政府关于修路的意见》（云政发[2024]3号），制定本方案。\n\
                    一、修路。到2025年，培育20家以上养路企业。（县交通局负责，2024年底前完成）\n二、修桥。（县水务局负责）";

#[track_caller]
fn read(text: &str) -> (gongwen::Notice, Resolved) {
    let notice = gongwen::parse(text).into_notice();
    let resolved = gongwen::resolve(text, &notice);
    (notice, resolved)
}

fn second_layer(resolved: &Resolved) -> [Vec<u8>; Table::ALL.len()] {
    let mut sink = CsvRows::new();
    resolved_rows("a.txt", resolved, &mut sink).unwrap();
    sink.finish().unwrap()
}

fn lines(bytes: &[u8]) -> Vec<&str> {
    std::str::from_utf8(bytes).unwrap().lines().collect()
}

#[test]
fn times_and_targets_have_a_cell_a_column() {
    let (_, resolved) = read(PLAN);
    let rows = second_layer(&resolved);
    let tables = [Table::Times, Table::Targets, Table::Issuers];
    let [times, targets, issuers] = tables.map(|table| lines(&rows[table as usize]));
    assert!(issuers.is_empty());
    assert_eq!(times.len(), 2);
    assert!(times[0].starts_with("a.txt,1,1,到2025年,by,,2025-12-31,,"), "{times:?}");
    assert!(
        targets[0]
            .starts_with("a.txt,1,1,培育20家以上养路企业,target,20,,家,at_least,new,养路企业,2025-12-31,"),
        "{targets:?}"
    );
    for (table, rows) in [(Table::Times, times), (Table::Targets, targets)] {
        assert!(rows.iter().all(|row| row.split(',').count() == table.columns().len()), "{table:?}");
    }
}

#[test]
fn units_have_what_they_stand_for_behind_their_own_columns() {
    let text = "湖南省人民政府关于修路的通知\n一、修路。（省发改委牵头，各市州人民政府配合）\n以上任务均需各乡镇人民政府落实。\n\
                湖南省人民政府\n2024年5月10日";
    let (_, resolved) = read(text);
    let mut rows = CsvRows::new();
    walk(Entry::new("a.txt", &gongwen::parse(text)), &mut Resolving::new(&mut rows, "a.txt", &resolved))
        .unwrap();
    let rows = rows.finish().unwrap();
    let rows = lines(&rows[Table::Responsibilities as usize]);
    let behind: Vec<_> =
        rows.iter().map(|row| row.split(',').skip(12).collect::<Vec<_>>().join(",")).collect();
    assert_eq!(
        behind,
        [
            ",group,township,湖南省,430000,governments:all,responsible,issuer,",
            "湖南省发展和改革委员会,government,province,湖南省,430000,,,issuer,",
            ",group,city,湖南省,430000,governments:all,,issuer,",
        ]
    );
    let issuers = second_layer(&resolved);
    let issuers = lines(&issuers[Table::Issuers as usize]);
    assert!(issuers[0].starts_with(
        "a.txt,0,1,湖南省人民政府,湖南省人民政府,government,province,湖南省,430000,title|signature,,"
    ));
}

#[test]
fn tasks_are_due_and_citations_find_the_notice_they_cite() {
    let mut citations = Citations::default();
    let mut tasks = Vec::new();
    for (doc, text) in [("a.txt", ISSUED), ("b.txt", PLAN)] {
        let (notice, resolved) = read(text);
        let mut rows = CsvRows::new();
        let mut sink = Resolving::new(&mut rows, doc, &resolved);
        walk(Entry::new(doc, &gongwen::parse(text)), &mut sink).unwrap();
        citations.add(doc, NoticeKeys::of(&notice), sink.citations());
        tasks = rows.finish().unwrap()[Table::Tasks as usize].clone();
    }
    let due: Vec<_> =
        lines(&tasks).into_iter().map(|row| row.rsplitn(4, ',').take(3).collect::<Vec<_>>()).collect();
    assert_eq!(due, [["2024-12-31", "", "by"], ["", "", ""]]);
    let mut sink = CsvRows::new();
    citations.finish(&mut sink).unwrap();
    let rows = sink.finish().unwrap();
    let rows = lines(&rows[Table::Citations as usize]);
    assert_eq!(rows.len(), 1);
    assert!(rows[0].starts_with("b.txt,,云溪县人民政府关于修路的意见,云政发[2024]3号,"), "{rows:?}");
    assert!(rows[0].ends_with(",basis,a.txt,"), "{rows:?}");
}
