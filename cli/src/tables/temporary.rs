//! Temporary files that are gone when the run is, however it ends.
//!
//! A run may be interrupted while it waits for standard input, so nobody in it could look at a flag. The handler itself
//! removes the files and ends the process; a lock keeps it from doing so between making a file and noting its name, and
//! while finished files are moved to their places.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

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
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let mut number = 0;
        loop {
            let path = target.with_file_name(format!(".{name}.{}-{number}.tmp", process::id()));
            match File::create_new(&path) {
                Ok(file) => {
                    files.push(path.clone());
                    self.moves.push((path, target.to_owned()));
                    return Ok(file);
                }
                // Left by a killed process that had the same number.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1000 => number += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// Moves the files to their places, out of reach of an interrupt.
    ///
    /// # Errors
    ///
    /// - a place is taken by a folder; no file is moved then
    /// - the system refuses a move
    pub(crate) fn publish(self) -> io::Result<()> {
        let mut files = files();
        if let Some((_, target)) = self.moves.iter().find(|(_, target)| target.is_dir()) {
            return Err(io::Error::other(format!("{}: a folder has the table's name", target.display())));
        }
        for (path, target) in &self.moves {
            fs::rename(path, target).map_err(|error| at(target, &error))?;
            files.retain(|file| file != path);
        }
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

/// An error with the path it is about.
pub(crate) fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Ends the process. The lock is held to the end, so that no file is made or moved any more.
fn end() {
    let files = files();
    files.iter().for_each(|path| remove(path));
    process::exit(INTERRUPTED);
}

/// A file that cannot be removed stays; there is nobody left to tell.
fn remove(path: &Path) {
    let _ = fs::remove_file(path);
}
