//! `gongwen network`.
#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use common::{Place, column, names};

const SEED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/hunan-2024-key-tasks/input.txt");

/// A province of its own, so that names are resolved; its year, and who does what.
fn notice(year: u16, body: &str) -> String {
    format!(
        "湖南省人民政府关于修路的通知\n\n各市州人民政府：\n\n{body}\n\n湖南省人民政府\n\n{year}年5月10日\n"
    )
}

/// The edges of an edge list: source, target, a column.
fn edges(path: &Path, value: &str) -> Vec<[String; 3]> {
    let [sources, targets, values] = ["source", "target", value].map(|name| column(path, name));
    sources
        .into_iter()
        .zip(targets)
        .zip(values)
        .map(|((source, target), value)| [source, target, value])
        .collect()
}

/// Pairs of organs that share a task, by the table of responsibilities, with the number of tasks they share.
fn pairs(table: &Path) -> BTreeMap<[String; 2], usize> {
    let [tasks, names, inherited] = ["task", "canonical", "inherited"].map(|name| column(table, name));
    let mut units: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for ((task, name), inherited) in tasks.into_iter().zip(names).zip(inherited) {
        if !name.is_empty() && inherited == "false" {
            units.entry(task).or_default().insert(name);
        }
    }
    let mut pairs = BTreeMap::new();
    for units in units.into_values() {
        for one in &units {
            for other in units.range(one.clone()..).skip(1) {
                *pairs.entry([one.clone(), other.clone()]).or_insert(0) += 1;
            }
        }
    }
    pairs
}

#[test]
fn the_seed_has_47_units_and_an_edge_for_each_pair_that_shares_a_task() {
    let place = Place::new();
    place.run(&["tables", SEED, "--resolve", "--out", "tables"]);
    let run = place.run(&["network", SEED, "--edges", "co-task", "--out", "net.csv"]);
    assert_eq!((run.status, run.said()), (Some(0), vec!["net.csv: 47 nodes, 269 edges"]));
    let pairs = pairs(&place.path("tables/responsibilities.csv"));
    let written = edges(&place.path("net.csv"), "weight");
    let written: BTreeMap<_, _> =
        written.into_iter().map(|[one, other, weight]| ([one, other], weight.parse().unwrap())).collect();
    assert_eq!(written, pairs);
    let nodes = column(&place.path("net.nodes.csv"), "id");
    assert_eq!(nodes, column(&place.path("tables/units.csv"), "canonical"));
}

#[test]
fn all_formats_hold_the_same_nodes_and_edges() {
    let place = Place::new();
    let count = |name: &str, mark: &str| fs::read_to_string(place.path(name)).unwrap().matches(mark).count();
    for name in ["net.graphml", "net.gexf", "net.net", "net.matrix.csv", "net.svg"] {
        assert_eq!(
            place.run(&["network", SEED, "--edges", "co-task", "--out", name, "-q"]).status,
            Some(0),
            "{name}"
        );
    }
    for name in ["net.graphml", "net.gexf"] {
        assert_eq!((count(name, "<node "), count(name, "<edge ")), (47, 269), "{name}");
    }
    assert_eq!((count("net.svg", "<circle"), count("net.svg", "<path d=")), (47, 269));
    let pajek = fs::read_to_string(place.path("net.net")).unwrap();
    let (nodes, edges) = pajek.split_once("*Edges\n").unwrap();
    assert_eq!(
        (nodes.lines().next(), nodes.lines().count(), edges.lines().count()),
        (Some("*Vertices 47"), 48, 269)
    );
    let mut matrix = csv::Reader::from_path(place.path("net.matrix.csv")).unwrap();
    let filled = matrix.records().map(|row| row.unwrap().iter().skip(1).filter(|cell| *cell != "0").count());
    assert_eq!(filled.collect::<Vec<_>>().iter().sum::<usize>(), 2 * 269);
}

#[test]
fn who_leads_is_tied_to_who_supports() {
    let place = Place::new();
    let body = "一、修路。（省财政厅牵头，省商务厅、省教育厅配合）\n\n二、种树。（省财政厅牵头，省商务厅配合，省林业局负责）";
    place.write("a.txt", notice(2024, body));
    place.run(&["network", "a.txt", "--edges", "lead-support", "--out", "net.csv"]);
    let found = edges(&place.path("net.csv"), "weight");
    let expected = [["湖南省财政厅", "湖南省商务厅", "2"], ["湖南省财政厅", "湖南省教育厅", "1"]];
    assert_eq!(found, expected);
    assert_eq!(column(&place.path("net.csv"), "type"), ["directed", "directed"]);
    assert_eq!(column(&place.path("net.nodes.csv"), "lead"), ["0", "0", "0", "2"]);
}

#[test]
fn groups_and_inherited_units_are_nodes_where_they_are_wanted() {
    let place = Place::new();
    let body = "一、修路。（省财政厅、各市州人民政府负责，以下均需各市州人民政府落实）\n\n二、种树。（省林业局负责）";
    place.write("a.txt", notice(2024, body));
    let nodes = |options: &[&str]| {
        let wanted = ["network", "a.txt", "--edges", "co-task", "--out", "net.csv"];
        place.run(&[&wanted, options].concat());
        column(&place.path("net.nodes.csv"), "label").len()
    };
    assert_eq!((nodes(&[]), nodes(&["--groups"])), (2, 3));
    assert_eq!(edges(&place.path("net.csv"), "weight").len(), 1);
    assert_eq!(nodes(&["--groups", "--inherited"]), 3);
    assert_eq!(edges(&place.path("net.csv"), "weight").len(), 2);
}

#[test]
fn a_fractional_network_gives_each_unit_of_a_task_the_weight_1() {
    let place = Place::new();
    place.write("a.txt", notice(2024, "一、修路。（省财政厅、省商务厅、省教育厅负责）"));
    place.run(&["network", "a.txt", "--edges", "co-task", "--fractional", "--out", "net.csv"]);
    assert_eq!(column(&place.path("net.csv"), "weight"), ["0.5"; 3]);
}

#[test]
fn a_series_has_a_file_a_year() {
    let place = Place::new();
    for (name, year) in [("a.txt", 2023), ("b.txt", 2024), ("c.txt", 2024)] {
        place.write(&format!("in/{name}"), notice(year, "一、修路。（省财政厅、省商务厅负责）"));
    }
    place.write("in/d.txt", "关于修路的通知\n\n一、修路。（省财政厅、省商务厅负责）\n");
    let run = place.run(&["network", "in", "--edges", "co-task", "--by", "year", "--out", "out/net.graphml"]);
    assert_eq!(run.status, Some(0));
    assert_eq!(names(&place.path("out")), ["net-2023.graphml", "net-2024.graphml", "net-undated.graphml"]);
    let of_2024 = fs::read_to_string(place.path("out/net-2024.graphml")).unwrap();
    assert!(of_2024.contains(r#"<data key="edge-weight">2</data>"#), "{of_2024}");
    assert!(
        run.stderr
            .contains("net-undated.graphml: 2 nodes, 1 edge; 2 names are not resolved and stand as written")
    );
}

#[test]
fn papers_are_tied_by_what_they_cite() {
    let place = Place::new();
    let number = "湘政发〔2023〕9号\n\n";
    place.write("in/a.txt", format!("{number}{}", notice(2023, "一、修路。根据《公路法》，要修。")));
    place.write(
        "in/b.txt",
        notice(2024, "一、修路。根据《湖南省人民政府关于修路的通知》（湘政发[2023]9号）和《公路法》，要修。"),
    );
    place.run(&["network", "in", "--edges", "cites", "--out", "net.csv"]);
    let found = edges(&place.path("net.csv"), "relation");
    let expected = [
        ["b.txt", "《公路法》", "basis"],
        ["b.txt", "湘政发〔2023〕9号", "basis"],
        ["湘政发〔2023〕9号", "《公路法》", "basis"],
    ];
    assert_eq!(found, expected);
    assert_eq!(column(&place.path("net.nodes.csv"), "resolved"), ["true", "false", "true"]);
}

#[test]
fn joint_issuers_are_tied_once_a_paper() {
    let place = Place::new();
    let text = "湖南省财政厅 湖南省商务厅关于修路的通知\n\n各市州人民政府：\n\n请修路。\n\n湖南省财政厅\n\n湖南省商务厅\n\n2024年5月10日\n";
    place.write("in/a.txt", text);
    place.write("in/b.txt", text.replace('路', "桥"));
    place.run(&["network", "in", "--edges", "co-issue", "--out", "net.csv"]);
    assert_eq!(edges(&place.path("net.csv"), "weight"), [["湖南省商务厅", "湖南省财政厅", "2"]]);
}

#[test]
fn names_are_escaped() {
    let place = Place::new();
    place.write("a&b.txt", notice(2024, "一、修<b>路。（省财政厅负责）"));
    for name in ["net.graphml", "net.gexf", "net.svg"] {
        place.run(&["network", "a&b.txt", "--edges", "two-mode", "--out", name]);
        let written = fs::read_to_string(place.path(name)).unwrap();
        assert!(written.contains("a&amp;b.txt#1") && !written.contains("<b>"), "{written}");
    }
}

#[test]
fn what_does_not_go_together_writes_nothing() {
    let place = Place::new();
    place.write("a.txt", notice(2024, "一、修路。（省财政厅负责）"));
    for (options, said) in [
        (&["--edges", "cites", "--out", "net.csv", "--groups"][..], "--groups and --inherited are for"),
        (&["--edges", "two-mode", "--out", "net.csv", "--fractional"], "--fractional is for"),
        (&["--edges", "co-task", "--out", "net.txt"], "net.txt: the ending tells no format"),
    ] {
        let run = place.run(&[&["network", "a.txt"], options].concat());
        assert_eq!(run.status, Some(2));
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
    assert_eq!(names(&place.path("")), ["a.txt"]);
}

#[test]
fn an_older_network_stays_where_nothing_is_read() {
    let place = Place::new();
    place.write("net.gexf", "older");
    let run = place.run(&["network", "missing.txt", "--edges", "co-task", "--out", "net.gexf"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(fs::read_to_string(place.path("net.gexf")).unwrap(), "older");
    assert_eq!(names(&place.path("")), ["net.gexf"]);
}
