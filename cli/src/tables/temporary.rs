//! Temporary files that are gone when the run is, however it ends.
//!
//! A run may be interrupted while it waits for standard input, so nobody in it could look at a flag. The handler itself
//! removes the files and ends the process; a lock keeps it from doing so between making a file and noting its name, and
//! while finished files are moved to their places.

use std::fs::{self, File};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use crate::journal::goes_on;
use crate::messages::{
    SEMICOLON, about, interrupted, name_taken_by_device, name_taken_by_folder, older_is, stands_missing,
    stands_of_this_run, tables_as_they_were, tables_stuck,
};
use crate::output::{at, complain};

/// Files to remove at the end.
static FILES: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// What shells report of a process ended by Ctrl-C.
const INTERRUPTED: i32 = 130;

fn files() -> MutexGuard<'static, Vec<PathBuf>> {
    FILES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Temporary files with the places they are meant for; whoever drops it removes what was not moved there.
#[derive(Debug, Default)]
pub(crate) struct Temporary {
    moves: Vec<(PathBuf, PathBuf)>,
}

impl Temporary {
    /// Nothing yet; from here on an interrupt removes files before it ends the process.
    ///
    /// # Errors
    ///
    /// - the system refuses to set a handler
    pub(crate) fn new() -> io::Result<Self> {
        static HANDLER: Once = Once::new();
        let mut set = Ok(());
        HANDLER.call_once(|| set = ctrlc::set_handler(end).map_err(io::Error::other));
        set.map(|()| Temporary::default())
    }

    /// A file beside `target`, on the same volume so that it can be moved there in one step.
    ///
    /// # Errors
    ///
    /// - the folder cannot be written
    pub(crate) fn create(&mut self, target: &Path) -> io::Result<File> {
        let mut files = files();
        let (file, path) = beside(target, |path| File::create_new(path))?;
        files.push(path.clone());
        self.moves.push((path, target.to_owned()));
        Ok(file)
    }

    /// Moves the files to their places, all of them or none, out of reach of an interrupt.
    ///
    /// # Errors
    ///
    /// - a place is taken by a folder, a device or a pipe
    /// - the system refuses a move; what stood in the places stands there again then
    /// - the system refuses to put that back as well; the message says what stands where
    pub(crate) fn publish(self) -> io::Result<()> {
        self.publish_by(|from, to| fs::rename(from, to))
    }

    fn publish_by(self, mut rename: impl FnMut(&Path, &Path) -> io::Result<()>) -> io::Result<()> {
        let mut files = files();
        self.moves.iter().try_for_each(|(_, target)| free(target))?;
        let mut places = Vec::new();
        for (path, target) in &self.moves {
            let filled = Place::clear(target, &mut rename).and_then(|place| {
                places.push(place);
                rename(path, target)
            });
            if let Err(error) = filled {
                return Err(undone(places, &at(target, &error), &mut rename));
            }
            files.retain(|file| file != path);
            if let Some(place) = places.last_mut() {
                place.is_filled = true;
            }
        }
        places.iter().filter_map(|place| place.kept.path()).for_each(remove);
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let mut files = files();
        for (path, _) in &self.moves {
            if files.contains(path) {
                remove(path);
            }
        }
        files.retain(|file| self.moves.iter().all(|(path, _)| path != file));
    }
}

/// Removes temporary files that a killed process has left in a folder; this process has made none there.
pub(crate) fn clear(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| is_temporary(&name.to_string_lossy())) {
            remove(&path);
        }
    }
    Ok(())
}

/// `.tasks.csv.4711-0.tmp`, as [`beside`] makes them.
pub(super) fn is_temporary(name: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let numbered = name.strip_prefix('.').and_then(|name| name.strip_suffix(".tmp")?.rsplit_once('.'));
    let numbers = numbered.and_then(|(_, numbers)| numbers.split_once('-'));
    numbers.is_some_and(|(process, number)| digits(process) && digits(number))
}

/// What `make` makes of a free name beside `target`, and that name.
fn beside<T>(target: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<(T, PathBuf)> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut number = 0;
    loop {
        let path = target.with_file_name(format!(".{name}.{}-{number}.tmp", process::id()));
        match make(&path) {
            Ok(made) => return Ok((made, path)),
            // Left by a killed process that had the same number.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1000 => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Where the older table is kept while this run's takes its place.
#[derive(Debug)]
enum Kept {
    /// There was none.
    Nowhere,
    /// Under a second name; it stands in its place until it is replaced.
    Linked(PathBuf),
    /// Under another name, on volumes without second names.
    Moved(PathBuf),
}

impl Kept {
    fn path(&self) -> Option<&Path> {
        match self {
            Kept::Nowhere => None,
            Kept::Linked(path) | Kept::Moved(path) => Some(path),
        }
    }
}

/// Sees to it that a table may take a place: a file or a link is replaced, while a device such as `/dev/null` and a pipe are
/// others' to have.
fn free(target: &Path) -> io::Result<()> {
    let taken = if target.is_dir() {
        name_taken_by_folder()
    } else if fs::symlink_metadata(target).is_ok_and(|place| !place.is_file() && !place.is_symlink()) {
        name_taken_by_device()
    } else {
        return Ok(());
    };
    Err(io::Error::other(about(target.display(), taken).to_string()))
}

/// A place that a table is put in.
#[derive(Debug)]
struct Place {
    target: PathBuf,
    kept: Kept,
    /// Whether this run's table stands there.
    is_filled: bool,
}

impl Place {
    /// Keeps what stands at `target`.
    fn clear(target: &Path, mut rename: impl FnMut(&Path, &Path) -> io::Result<()>) -> io::Result<Self> {
        let kept = if fs::symlink_metadata(target).is_err() {
            Kept::Nowhere
        } else if let Ok(((), aside)) = beside(target, |aside| fs::hard_link(target, aside)) {
            Kept::Linked(aside)
        } else {
            // The name is held by an empty file, which the move replaces.
            let (_, aside) = beside(target, |aside| File::create_new(aside))?;
            rename(target, &aside).inspect_err(|_| remove(&aside))?;
            Kept::Moved(aside)
        };
        Ok(Place { target: target.to_owned(), kept, is_filled: false })
    }

    /// Puts back what stood here.
    fn restore(&self, mut rename: impl FnMut(&Path, &Path) -> io::Result<()>) -> io::Result<()> {
        match (&self.kept, self.is_filled) {
            (Kept::Nowhere, false) => Ok(()),
            (Kept::Nowhere, true) => fs::remove_file(&self.target),
            (Kept::Linked(aside), false) => {
                remove(aside);
                Ok(())
            }
            (Kept::Linked(aside) | Kept::Moved(aside), _) => rename(aside, &self.target),
        }
    }

    /// `tasks.csv is of this run, the older one is .tasks.csv.1-0.tmp`
    fn stands(&self) -> String {
        let target = self.target.display();
        let stands = if self.is_filled { stands_of_this_run(target) } else { stands_missing(target) };
        let older = self.kept.path().map(|aside| older_is(&stands, aside.display()));
        older.unwrap_or(stands).to_string()
    }
}

/// Puts back what stood in the places; `error` is why. What cannot be put back is named.
fn undone(
    places: Vec<Place>,
    error: &io::Error,
    mut rename: impl FnMut(&Path, &Path) -> io::Result<()>,
) -> io::Error {
    let stuck = places.into_iter().filter(|place| place.restore(&mut rename).is_err());
    let stuck = stuck.map(|place| place.stands()).collect::<Vec<_>>();
    let stands = if stuck.is_empty() {
        tables_as_they_were(error)
    } else {
        tables_stuck(error, stuck.join(SEMICOLON.get()))
    };
    io::Error::new(error.kind(), stands.to_string())
}

/// Ends the process. The lock is held to the end, so that no file is made or moved any more.
fn end() {
    let files = files();
    files.iter().for_each(|path| remove(path));
    // Nowhere else: a pipe that nobody empties would hold the process.
    if io::stderr().is_terminal() {
        // Behind the bar or the ^C that stand in the line.
        eprintln!();
        if goes_on() {
            complain(&interrupted());
        }
    }
    process::exit(INTERRUPTED);
}

/// A file that cannot be removed stays; there is nobody left to tell.
fn remove(path: &Path) {
    let _ = fs::remove_file(path);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::io::Write;

    use tempfile::TempDir;

    const NAMES: [&str; 3] = ["a.csv", "b.csv", "c.csv"];

    /// A folder with old tables `a.csv` and `c.csv`, and three to be put there.
    fn tables() -> (TempDir, Temporary) {
        let folder = TempDir::new().unwrap();
        let mut temporary = Temporary::default();
        for name in NAMES {
            let target = folder.path().join(name);
            write!(temporary.create(&target).unwrap(), "new").unwrap();
            if name != "b.csv" {
                fs::write(&target, "old").unwrap();
            }
        }
        (folder, temporary)
    }

    /// Refuses the first move to a name.
    fn refusing_once(name: &str) -> impl FnMut(&Path, &Path) -> io::Result<()> {
        let mut refused = false;
        move |from, to| {
            if to.ends_with(name) && !std::mem::replace(&mut refused, true) {
                return Err(io::Error::other("refused"));
            }
            fs::rename(from, to)
        }
    }

    fn contents(folder: &TempDir) -> BTreeMap<String, String> {
        let files = fs::read_dir(folder.path()).unwrap().map(Result::unwrap);
        files
            .map(|file| (file.file_name().into_string().unwrap(), fs::read_to_string(file.path()).unwrap()))
            .collect()
    }

    #[track_caller]
    fn assert_holds(folder: &TempDir, files: &[(&str, &str)]) {
        let files = files.iter().map(|&(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(contents(folder), files.collect());
    }

    #[test]
    fn temporary_files_are_told_by_their_names() {
        let folder = TempDir::new().unwrap();
        let target = folder.path().join("a.csv");
        let (_, path) = beside(&target, |path| File::create_new(path)).unwrap();
        for name in [".a.csv.4711-x.tmp", "a.csv.4711-0.tmp", ".a.csv.4711-0.txt", ".4711-0.tmp", "b.csv"] {
            fs::write(folder.path().join(name), "kept").unwrap();
        }
        clear(folder.path()).unwrap();
        assert!(!path.exists());
        assert_eq!(contents(&folder).len(), 5);
    }

    #[test]
    fn tables_that_are_put_in_place_replace_the_old_ones() {
        let (folder, temporary) = tables();
        temporary.publish().unwrap();
        assert_holds(&folder, &NAMES.map(|name| (name, "new")));
    }

    #[test]
    fn when_one_cannot_be_moved_the_old_ones_stand_again() {
        for name in NAMES {
            let (folder, temporary) = tables();
            let error = temporary.publish_by(refusing_once(name));
            let message = error.unwrap_err().to_string();
            assert!(message.ends_with(&format!("{name}: refused; all tables are as they were")), "{message}");
            assert_holds(&folder, &[("a.csv", "old"), ("c.csv", "old")]);
        }
    }

    #[test]
    fn a_table_that_cannot_be_put_back_is_named_with_where_the_old_one_is() {
        let (folder, temporary) = tables();
        let mut moves = 0;
        // a and b are put in place, c is refused, and so is what puts things back.
        let error = temporary.publish_by(|from, to| {
            moves += 1;
            if moves > 2 { Err(io::Error::other("refused")) } else { fs::rename(from, to) }
        });
        let message = error.unwrap_err().to_string();
        let found = contents(&folder);
        let (aside, _) = found.iter().find(|(name, _)| name.starts_with(".a.csv.")).unwrap();
        assert_eq!((found["a.csv"].as_str(), found[aside].as_str()), ("new", "old"));
        assert_eq!(found["c.csv"], "old");
        assert!(!found.contains_key("b.csv"));
        let path = |name: &str| folder.path().join(name).display().to_string();
        let said = format!(
            "c.csv: refused; not all tables could be put back: {} is of this run, the older one is {}; the others are as they were",
            path("a.csv"),
            path(aside)
        );
        assert!(message.ends_with(&said), "{message}");
    }

    #[test]
    fn what_was_moved_aside_is_put_back_too() {
        let folder = TempDir::new().unwrap();
        let target = folder.path().join("a.csv");
        let aside = folder.path().join("aside");
        fs::write(&aside, "old").unwrap();
        let place = Place { target, kept: Kept::Moved(aside), is_filled: false };
        let error = undone(vec![place], &io::Error::other("refused"), |from, to| fs::rename(from, to));
        assert_eq!(error.to_string(), "refused; all tables are as they were");
        assert_holds(&folder, &[("a.csv", "old")]);
    }
}
