//! `--keep-text`: the texts as they were read, for the byte offsets of the tables and of JSON.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::origin::Digits;
use crate::output::at;

/// Writes a text into `folder` as `DOC.txt`, in the folders of its name.
///
/// # Errors
///
/// - the volume is full, or the folder cannot be written
pub(crate) fn keep(folder: &Path, doc: &str, text: &str) -> io::Result<()> {
    let path = folder.join(place(doc));
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text));
    written.map_err(|error| at(&path, &error))
}

/// The path below the folder: no `..`, no root, and no sign that a file's name may not have on some system. What comes out
/// otherwise than it is spelled has a digest that keeps it apart: `../a.txt` and `a.txt` are two texts.
fn place(doc: &str) -> PathBuf {
    let parts = Path::new(doc).components().filter_map(|part| match part {
        Component::Normal(name) => Some(plain(&name.to_string_lossy(), doc)),
        _ => None,
    });
    let mut path = parts.collect::<PathBuf>();
    let name = path.file_name().map_or("-".into(), |name| name.to_string_lossy().into_owned());
    // Names that [`plain`] has changed have theirs.
    let is_moved = Path::new(doc).components().any(|part| !matches!(part, Component::Normal(_)));
    let apart = if is_moved { format!("~{}", digest(doc)) } else { String::new() };
    path.set_file_name(format!("{name}{apart}.txt"));
    path
}

/// Bytes that a name may have on every system, with room for what is put behind it.
const LONGEST: usize = 200;

/// A name as it is, or cut and without odd signs; then a digest of `doc` keeps it apart from others that come out the same.
fn plain(name: &str, doc: &str) -> String {
    let odd = |c: char| c.is_control() || "<>:\"\\|?*".contains(c);
    if name.len() <= LONGEST && !name.contains(odd) {
        return name.to_owned();
    }
    let mut end = name.len().min(LONGEST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}~{}", name[..end].replace(odd, "_"), digest(doc))
}

fn digest(doc: &str) -> String {
    Digits::of(doc.as_bytes()).as_str()[..8].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_below_the_folder() {
        for (doc, path) in [("a.docx", "a.docx.txt"), ("x/a.docx", "x/a.docx.txt"), ("-", "-.txt")] {
            assert_eq!(place(doc), Path::new(path));
        }
        for (doc, path) in [("../x/通知.html", "x/通知.html"), ("/etc/passwd", "etc/passwd"), ("..", "-")]
        {
            assert_eq!(place(doc), Path::new(&format!("{path}~{}.txt", digest(doc))));
        }
        let [one, other] = ["c.jsonl#1?a", "c.jsonl#1*a"].map(place);
        assert!(one != other && one.to_string_lossy().starts_with("c.jsonl#1_a~"), "{one:?}");
        assert!(place(&"通".repeat(500)).as_os_str().len() < 250);
    }
}
