//! The tables' files.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::messages::{about, another_run, no_file_name};
use crate::output::at;
use crate::tables::temporary::{self, Temporary, clear};

/// The files of a run while they are written, under temporary names.
#[derive(Debug)]
pub(crate) struct Files {
    folder: PathBuf,
    temporary: Temporary,
}

/// A file on its way to its place in the folder.
#[derive(Debug)]
pub(crate) struct Place {
    target: PathBuf,
    writer: BufWriter<File>,
}

/// Errors name the place.
impl Write for Place {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes).map_err(|error| at(&self.target, &error))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush().map_err(|error| at(&self.target, &error))
    }
}

impl Files {
    /// None yet, for the folder `out`, which is made if it is not there.
    ///
    /// # Errors
    ///
    /// - the folder cannot be made
    pub(crate) fn create(out: &Path) -> io::Result<Self> {
        fs::create_dir_all(out).map_err(|error| at(out, &error))?;
        Ok(Files { folder: out.to_owned(), temporary: Temporary::new()? })
    }

    /// None yet, for the folder of the file `out`, and its name there.
    ///
    /// # Errors
    ///
    /// - `out` is no file's name, or the folder cannot be made
    pub(crate) fn beside(out: &Path) -> io::Result<(Self, &OsStr)> {
        let name = out
            .file_name()
            .ok_or_else(|| io::Error::other(about(out.display(), no_file_name()).to_string()))?;
        let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok((Files::create(folder)?, name))
    }

    /// Removes what a killed run has left in the folder.
    ///
    /// # Errors
    ///
    /// - the folder cannot be read
    pub(crate) fn clear(&self) -> io::Result<()> {
        clear(&self.folder).map_err(|error| at(&self.folder, &error))
    }

    /// Keeps other runs out of the folder as long as the result is held, on systems that can: the tables of two runs that write
    /// at once would be a mixture, and each would remove what the other has read.
    ///
    /// # Errors
    ///
    /// - another run writes there
    pub(crate) fn alone(&self) -> io::Result<Option<File>> {
        let Ok(folder) = File::open(&self.folder) else { return Ok(None) };
        match folder.try_lock() {
            Err(TryLockError::WouldBlock) => {
                let reason = io::Error::other(another_run().to_string());
                Err(at(&self.folder, &reason))
            }
            Err(TryLockError::Error(_)) => Ok(None),
            Ok(()) => Ok(Some(folder)),
        }
    }

    /// Those of a run that writes one file, and the place for it.
    ///
    /// # Errors
    ///
    /// - `out` names no file, or its folder cannot be made or written
    pub(crate) fn single(out: &Path) -> io::Result<(Self, Place)> {
        let (mut files, name) = Files::beside(out)?;
        let place = files.file(name)?;
        Ok((files, place))
    }

    /// Where the files are.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A file for the place `name`.
    ///
    /// # Errors
    ///
    /// - the folder cannot be written
    pub(crate) fn file(&mut self, name: impl AsRef<Path>) -> io::Result<Place> {
        let target = self.folder.join(name);
        let file = self.temporary.create(&target).map_err(|error| at(&target, &error))?;
        Ok(Place { target, writer: BufWriter::new(file) })
    }

    /// A whole file.
    ///
    /// # Errors
    ///
    /// - the folder cannot be written, the volume is full, or fails otherwise
    pub(crate) fn write(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut place = self.file(name)?;
        place.write_all(bytes)?;
        finish(place)
    }

    /// Puts the files in their places. All of them are finished.
    ///
    /// # Errors
    ///
    /// - the volume fails
    /// - a folder has a file's name
    pub(crate) fn publish(self) -> io::Result<()> {
        self.temporary.publish()?;
        sync_names(&self.folder)
    }
}

/// Whether a file is one that a run is writing, or has left unfinished.
pub(crate) fn is_temporary(path: &Path) -> bool {
    path.file_name().and_then(OsStr::to_str).is_some_and(temporary::is_temporary)
}

/// Sees to it that all bytes of a file are safely on the volume.
///
/// # Errors
///
/// - the volume is full, or fails otherwise
pub(crate) fn finish(place: Place) -> io::Result<()> {
    let Place { target, writer } = place;
    let file = writer.into_inner().map_err(|error| at(&target, error.error()))?;
    file.sync_all().map_err(|error| at(&target, &error))
}

/// Makes the new names last through a loss of power, where a folder can be opened like a file.
fn sync_names(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all().map_err(|error| at(folder, &error)) } else { Ok(()) }
}
