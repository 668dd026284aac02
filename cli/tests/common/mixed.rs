//! Folders of files as they come: notices in every format, and files that are broken in every way.

#![allow(dead_code, reason = "each test file uses some of it")]

use std::fs;
use std::ops::Range;
use std::os::unix::fs::symlink;

use rust_xlsxwriter::Workbook;

use super::Place;

#[path = "../../../readers/src/made.rs"]
mod made;
#[path = "../../../readers/src/pdf/made.rs"]
mod pages;

use made::{docx, ofd, text_object, zipped};
use pages::{chinese, pdf, shown, utf_16};

/// What a file that can be read holds.
pub(crate) struct Good {
    /// Its names in the tables: of a file of records several.
    pub(crate) docs: Vec<String>,
    pub(crate) title: String,
}

/// What a file that cannot be read is.
pub(crate) struct Broken {
    pub(crate) path: String,
    /// How its reason begins.
    pub(crate) reason: &'static str,
}

/// The title and the lines of the notice of a number.
fn notice(number: usize) -> (String, Vec<String>) {
    const WHAT: [&str; 7] = ["巡山", "挂牌", "修路", "种树", "清淤", "值守", "普查"];
    const WHO: [&str; 5] = ["林业局", "财政局", "交通局", "水务局", "民政局"];
    let title = format!("翠湖市人民政府办公室关于做好第{number}批护林工作的通知");
    let mut lines = vec![title.clone(), "各镇人民政府：".to_owned()];
    for (at, label) in "一二三四五六七八九".chars().enumerate() {
        let [what, next] = [0, 1].map(|step| WHAT[(number + at + step) % WHAT.len()]);
        let [lead, other] = [0, 2].map(|step| WHO[(number / 7 + at + step) % WHO.len()]);
        lines.push(format!(
            "{label}、做好{what}。各镇每月{what}{}次，做好{next}。（市{lead}牵头，市{other}配合）",
            at + number % 17
        ));
    }
    (title, lines)
}

/// How many formats [`good`] takes in turn.
const FORMATS: usize = 10;

/// Writes files with notices of these numbers into a folder.
pub(crate) fn good(place: &Place, folder: &str, numbers: Range<usize>) -> Vec<Good> {
    numbers.map(|number| written(place, folder, number)).collect()
}

fn written(place: &Place, folder: &str, number: usize) -> Good {
    let (title, lines) = notice(number);
    let text = lines.join("\n");
    let (ending, bytes) = match number % FORMATS {
        0 => ("txt", text.into_bytes()),
        1 => ("text", gb18030(&text)),
        2 => ("TXT", [&b"\xfe\xff"[..], &utf_16(&text)].concat()),
        3 => ("html", page(&lines).into_bytes()),
        // Told by content, whatever the name says.
        4 => ("pdf", gb18030(&page(&lines))),
        5 => ("docx", word(&lines)),
        6 => ("pdf", printed(&lines)),
        7 => ("ofd", fixed(&lines)),
        8 => ("xlsx", sheet(&lines)),
        _ => ("jsonl", records(&text).into_bytes()),
    };
    let name = format!("{number:05}.{ending}");
    place.write(&format!("{folder}/{name}"), bytes);
    let docs = if ending == "jsonl" { [1, 2].map(|id| format!("{name}#{id}")).to_vec() } else { vec![name] };
    Good { docs, title }
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

fn page(lines: &[String]) -> String {
    let paragraphs = lines.iter().map(|line| format!("<p>{line}</p>")).collect::<Vec<_>>().concat();
    let links = "<a href=/>首页</a> <a href=/zw>政务公开</a> ".repeat(20);
    format!(
        "<html><head><title>{}</title></head><body><div>{links}</div><div class=TRS_Editor>{paragraphs}</div><div>版权所有</div></body></html>",
        lines[0]
    )
}

fn word(lines: &[String]) -> Vec<u8> {
    let paragraphs = lines.iter().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));
    docx(&paragraphs.collect::<Vec<_>>().concat(), &[])
}

fn printed(lines: &[String]) -> Vec<u8> {
    let tops = (0..).map(|line| 780 - 30 * line);
    let shown = lines.iter().zip(tops).map(|(line, top)| shown(20, top, &utf_16(line)));
    chinese("UniGB-UTF16-H", &[shown.collect::<Vec<_>>().concat()])
}

fn fixed(lines: &[String]) -> Vec<u8> {
    let tops = (1..).map(|line| line * 10);
    ofd(&[&lines.iter().zip(tops).map(|(line, top)| text_object(20, top, line)).collect::<Vec<_>>().concat()])
}

fn sheet(lines: &[String]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(lines) {
        sheet.write_string(row, 0, line).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn records(text: &str) -> String {
    [1, 2]
        .map(|id| serde_json::json!({ "id": id, "正文": text, "来源": "市政府网" }).to_string() + "\n")
        .concat()
}

/// The largest file that is to be read where [`broken`] ones are: one of them is larger.
pub(crate) const LIMIT: &str = "200K";

/// Writes files that cannot be read into a folder, each kind so many times.
pub(crate) fn broken(place: &Place, folder: &str, times: usize) -> Vec<Broken> {
    let whole = word(&notice(0).1);
    let compound = |stream: &str| {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain([0; 504]).chain(name).collect::<Vec<_>>()
    };
    let kinds: [(&str, Vec<u8>, &str); 12] = [
        ("cut.docx", whole[..whole.len() / 2].to_vec(), "damaged "),
        ("odd.docx", zipped([("word/document.xml", &b"<w:document><w:p>"[..])]), "damaged "),
        ("locked.docx", compound("EncryptedPackage"), "encrypted: "),
        ("old.doc", compound("Workbook"), "the older Excel format (.xls) is not read: "),
        ("binary.txt", (0..=255).cycle().take(4096).collect(), "neither text nor a known format: "),
        ("picture.txt", b"\x89PNG\r\n\x1a\n".to_vec(), "a picture (PNG) is not read: "),
        ("packed.docx", zipped([("a.txt", &b"a"[..])]), "an archive (ZIP) is not read: "),
        (
            "scan.pdf",
            chinese("UniGB-UCS2-H", &["0 0 100 100 re f".to_owned()]),
            "no text layer in 1 pages, a scan: ",
        ),
        ("empty.pdf", pdf(&[]), "damaged pdf: "),
        (
            "script.html",
            b"<html><body><script>load()</script></body></html>".to_vec(),
            "no text in this html: ",
        ),
        ("large.txt", "护林".repeat(100_000).into_bytes(), "600000 bytes, the limit is 200K: "),
        (
            "broken.jsonl",
            b"{\"id\": 1, \"content\": \"\xe9\x80\x9a\xe7\x9f\xa5\"}\n{\"id\": 2, \"content\": \n".to_vec(),
            "line 2: ",
        ),
    ];
    let mut made = vec![];
    for time in 0..times {
        let path = |name: &str| format!("{folder}/broken{time}-{name}");
        for (name, bytes, reason) in &kinds {
            place.write(&path(name), bytes);
            made.push(Broken { path: path(name), reason });
        }
        for (name, to, reason) in
            [("gone.txt", "nowhere.txt", "No such file"), ("round.txt", "", "Too many levels")]
        {
            let link = path(name);
            let target =
                if to.is_empty() { link.rsplit('/').next().unwrap().to_owned() } else { to.to_owned() };
            symlink(target, place.path(&link)).unwrap();
            made.push(Broken { path: link, reason });
        }
    }
    made
}

/// Writes files into a folder that are read, and of which something is said: their name, and how that begins.
pub(crate) fn doubtful(place: &Place, folder: &str) -> Vec<(String, &'static str)> {
    let mut damaged = notice(0).1.join("\n").into_bytes();
    damaged.push(b'\xff');
    let kinds =
        [("empty.txt", vec![], "the text is empty"), ("damaged.txt", damaged, "1 places are no UTF-8")];
    kinds
        .into_iter()
        .map(|(name, bytes, said)| {
            place.write(&format!("{folder}/{name}"), bytes);
            (name.to_owned(), said)
        })
        .collect()
}

/// The files of a folder.
pub(crate) fn files(place: &Place, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(place.path(folder)).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}
