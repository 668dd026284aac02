//! The page that `review` writes. What it does in a browser is tested by `cli/tests/page`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;

use common::{Place, TEXT, names};

/// The data that the page holds under a name.
fn island(page: &str, id: &str) -> serde_json::Value {
    let (_, rest) = page.split_once(&format!("id=\"{id}\">")).unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn a_page_holds_every_notice_and_names_what_was_not_read() {
    let place = Place::new();
    place.write("in/a.txt", TEXT);
    place.write("in/b.txt", [b'P', b'K', 3, 4, 0, 0]);
    place.write("in/c.txt", TEXT);
    let run = place.run(&["review", "in", "--out", "new/page.html"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(run.stderr.lines().last(), Some("gongwen: 2 notices, 1 failure"));
    assert_eq!(names(&place.path("new")), ["page.html"]);
    let page = fs::read_to_string(place.path("new/page.html")).unwrap();
    assert_eq!(island(&page, "notice-1")["doc"], "c.txt");
    let overview = island(&page, "overview");
    assert_eq!(overview["notices"].as_array().unwrap().len(), 2);
    assert!(overview["failures"][0]["english"].as_str().unwrap().starts_with("in/b.txt: "), "{overview}");
}

#[test]
fn offsets_count_as_browsers_do() {
    let place = Place::new();
    let text = format!("关于𠮷祥路的通知\n\n{}", &TEXT[TEXT.find('各').unwrap()..]);
    place.write("a.txt", &text);
    assert_eq!(place.run(&["review", "a.txt", "--out", "page.html"]).status, Some(0));
    let notice = island(&fs::read_to_string(place.path("page.html")).unwrap(), "notice-0");
    let units = text.encode_utf16().collect::<Vec<_>>();
    let title = notice["marks"].as_array().unwrap().iter().find(|mark| mark["kind"] == "title").unwrap();
    let [start, end] = [0, 1].map(|at| usize::try_from(title["at"][at].as_u64().unwrap()).unwrap());
    assert_eq!(String::from_utf16(&units[start..end]).unwrap(), "关于𠮷祥路的通知");
}

#[test]
fn an_older_page_stays_where_nothing_was_read() {
    let place = Place::new();
    place.write("page.html", "older");
    let run = place.run(&["review", "none.txt", "--out", "page.html"]);
    assert_eq!(run.status, Some(2));
    assert_eq!(fs::read_to_string(place.path("page.html")).unwrap(), "older");
    assert_eq!(names(&place.path(".")), ["page.html"]);
}
