//! Where the files of the library stand: each room of `src` imports only from the floors below its own, and no files
//! import each other in a circle. Unit tests may look anywhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod library;

use std::collections::{BTreeMap, BTreeSet};

use library::{root, rust_files, without_tests};

/// The rooms from the roof to the ground; rooms of one floor know nothing of each other.
const FLOORS: &[&[&str]] = &[
    &["lib"],
    &["resolve"],
    &["parsed"],
    &["parts", "leftovers", "doubts", "reasons"],
    &["header", "body", "closing", "table", "tasks"],
    &["gathered"],
    &["outline", "page"],
    &["grammar"],
    &["lexicon"],
    &["model"],
    &["text"],
];

/// A layer that could be a crate of its own: its inner order is its own, only what it imports is looked at.
const APART: &str = "resolve";

/// A module's path from the crate's root, `["text", "span"]`; the root's is empty.
type Module = Vec<String>;

/// The library's files: what each is called, and what it imports from its crate.
struct Library {
    files: BTreeMap<Module, String>,
}

impl Library {
    fn read() -> Self {
        let root = root();
        let mut files = BTreeMap::new();
        for (path, text) in rust_files(&root) {
            let name = path.strip_prefix(&root).expect("a path below src").with_extension("");
            let mut module: Module = name.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            if module.last().is_some_and(|last| last == "mod" || last == "lib") {
                module.pop();
            }
            if !module.iter().any(|part| part == "tests") {
                files.insert(module, code(&text));
            }
        }
        Library { files }
    }

    /// The files that the module imports something from.
    fn imports(&self, module: &Module) -> BTreeSet<&Module> {
        let paths = paths(&self.files[module]);
        let mut found: BTreeSet<_> = paths.iter().filter_map(|path| self.home(module, path)).collect();
        found.remove(module);
        found
    }

    /// The file in which a path that stands in `module` ends, re-exports followed.
    fn home(&self, module: &Module, path: &[String]) -> Option<&Module> {
        let absolute = self.absolute(module, path)?;
        let known = |end: usize| self.files.get_key_value(&absolute[..end]);
        let (file, text) = (0..=absolute.len()).rev().find_map(known)?;
        let item = absolute.get(file.len())?;
        let passed_on = reexports(text).into_iter().find(|path| path.last() == Some(item));
        match passed_on {
            Some(path) if path.len() > 1 => self.home(file, &path),
            _ => Some(file),
        }
    }

    /// The path from the crate's root; `None` for what another crate has.
    fn absolute(&self, module: &Module, path: &[String]) -> Option<Module> {
        let above = path.iter().take_while(|part| *part == "super").count();
        let (base, rest): (&[String], _) = match path.first()?.as_str() {
            "crate" => (&[], &path[1..]),
            "self" => (module, &path[1..]),
            "super" => (&module[..module.len().checked_sub(above)?], &path[above..]),
            _ => {
                let child = [module, &path[..1]].concat();
                let ours = self.files.contains_key(&child);
                return ours.then(|| [module, path].concat());
            }
        };
        Some([base, rest].concat())
    }
}

/// The code of a file, without its unit tests and comments.
fn code(text: &str) -> String {
    let lines = without_tests(text).lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// Every path of the crate that stands in the code: those of `use`, and those that begin with `crate` or `super`.
fn paths(code: &str) -> Vec<Module> {
    let mut found: Vec<Module> = uses(code).into_iter().flat_map(|(_, tree)| branches(&tree)).collect();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let path = code[at..].split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).next();
            let parts = path.unwrap_or_default().split("::").filter(|part| !part.is_empty());
            let path: Module = parts.map(str::to_owned).collect();
            // `super::super::a` is found at its start
            let inner = code[..at].ends_with("super::");
            if !inner && path.len() > 1 {
                found.push(path);
            }
        }
    }
    found
}

/// What a file imports and hands on to others.
fn reexports(code: &str) -> Vec<Module> {
    uses(code).into_iter().filter(|(public, _)| *public).flat_map(|(_, tree)| branches(&tree)).collect()
}

/// The trees of the `use` declarations, and whether they are public.
fn uses(code: &str) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    for statement in code.split(';') {
        let Some((before, tree)) = statement.split_once("use ") else { continue };
        let before = before.lines().last().unwrap_or_default().trim();
        if before.is_empty() || before.starts_with("pub") && !before.contains(' ') {
            found.push((!before.is_empty(), tree.split_whitespace().collect()));
        }
    }
    found
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn branches(tree: &str) -> Vec<Module> {
    let Some((stem, inner)) = tree.split_once('{') else {
        return vec![tree.split("::").filter(|part| *part != "self").map(str::to_owned).collect()];
    };
    let stem: Module = stem.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let inner = inner.strip_suffix('}').unwrap_or(inner);
    let (mut found, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let branch = &inner[start..at];
                start = at + 1;
                if !branch.is_empty() {
                    found.extend(branches(branch).into_iter().map(|rest| [&stem[..], &rest].concat()));
                }
            }
            _ => {}
        }
    }
    found
}

fn room(module: &Module) -> &str {
    module.first().map_or("lib", String::as_str)
}

fn floor(room: &str) -> usize {
    let floor = FLOORS.iter().position(|rooms| rooms.contains(&room));
    floor.unwrap_or_else(|| panic!("{room} stands on no floor: name it in FLOORS"))
}

#[test]
fn nothing_imports_what_stands_above_or_beside_it() {
    let library = Library::read();
    let mut wrong = Vec::new();
    for module in library.files.keys() {
        for imported in library.imports(module) {
            let (from, to) = (room(module), room(imported));
            if from != to && floor(from) >= floor(to) {
                wrong.push(format!("{} imports {}", module.join("::"), imported.join("::")));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let library = Library::read();
    let mut open: BTreeMap<&Module, BTreeSet<&Module>> = library
        .files
        .keys()
        .filter(|module| room(module) != APART)
        .map(|module| (module, library.imports(module)))
        .collect();
    for imports in open.values_mut() {
        imports.retain(|module| room(module) != APART);
    }
    // what imports nothing that is left is in no circle
    while let Some(module) = open.iter().find(|(_, imports)| imports.is_empty()).map(|(module, _)| *module) {
        open.remove(module);
        for imports in open.values_mut() {
            imports.remove(module);
        }
    }
    let circles: Vec<String> = open
        .iter()
        .map(|(module, imports)| {
            let imports: Vec<String> = imports.iter().map(|module| module.join("::")).collect();
            format!("{} -> {}", module.join("::"), imports.join(", "))
        })
        .collect();
    assert_eq!(circles, Vec::<String>::new());
}

#[test]
fn imports_are_found() {
    let code =
        "use crate::text::{span::{Span, Text}, mend};\npub(crate) use child::Item;\nlet a = super::b::c(1);";
    let joined: Vec<String> = paths(code).into_iter().map(|path| path.join("::")).collect();
    let want = [
        "crate::text::span::Span",
        "crate::text::span::Text",
        "crate::text::mend",
        "child::Item",
        "crate::text",
        "super::b::c",
    ];
    assert_eq!(joined, want);
}
