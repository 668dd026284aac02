//! What a run has read, kept beside its output until that is complete, so that a run that was broken off can go on.
//!
//! Kept is what is costly: the texts of pages, Word, PDF and other files that a reader takes apart, under the digest of the
//! file's bytes, of how they are read and of the program's version. A run that goes on does all of its work again on what it
//! finds here, so that its output is that of one run, whatever the format, and however files have changed meanwhile.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use gongwen_readers::{Format, Options, Read};

use crate::messages::{about, journal_unwritten, system};
use crate::origin::Digits;
use crate::output::complain;

/// The folder below the output's.
const FOLDER: &str = ".gongwen-read";

/// Whether the journal of this process holds anything.
static HOLDS: AtomicBool = AtomicBool::new(false);

/// Whether a run that ends here has left something to go on with.
pub(crate) fn goes_on() -> bool {
    HOLDS.load(Ordering::Relaxed)
}

/// Whether a folder holds what a run has read.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FOLDER)
}

/// What has been read of the files of a run.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    /// Where it is; `None` for a run that keeps nothing.
    folder: Option<PathBuf>,
    /// How files are read, and by which program.
    manner: String,
    takes: Takes,
    recalled: AtomicUsize,
    written: AtomicUsize,
    /// Whether it was said that the folder cannot be written.
    told: AtomicBool,
}

/// Whether a run takes what an older one has read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Takes {
    /// It reads everything.
    #[default]
    Nothing,
    /// It goes on.
    Older,
}

impl Journal {
    /// That of a run with output in the folder `out`.
    pub(crate) fn of(out: &Path, options: &Options, takes: Takes) -> Self {
        let manner = format!("{} {options:?}", env!("CARGO_PKG_VERSION"));
        Journal { folder: Some(out.join(FOLDER)), manner, takes, ..Journal::default() }
    }

    /// What `read` says of a file with this digest, unless it was read before.
    ///
    /// # Errors
    ///
    /// - what `read` says
    pub(crate) fn or_read<E>(
        &self,
        sha256: &Digits,
        read: impl FnOnce() -> Result<Read, E>,
    ) -> Result<Read, E> {
        let Some(folder) = &self.folder else { return read() };
        let key = format!("{} {}", self.manner, sha256.as_str());
        let path = folder.join(Digits::of(key.as_bytes()).as_str());
        if let Some(older) = self.older(&path) {
            return Ok(older);
        }
        let read = read()?;
        // A text is read as fast as what would be kept of it.
        if read.format != Format::Text
            && let Err(error) = self.keep(folder, &path, &read)
            && !self.told.swap(true, Ordering::Relaxed)
        {
            complain(&about(folder.display(), journal_unwritten(system(&error))));
        }
        Ok(read)
    }

    /// A file of a run that was killed may end in the middle, which is no JSON.
    fn older(&self, path: &Path) -> Option<Read> {
        let bytes = (self.takes == Takes::Older).then(|| fs::read(path).ok())??;
        let read = serde_json::from_slice(&bytes).ok()?;
        self.recalled.fetch_add(1, Ordering::Relaxed);
        Some(read)
    }

    fn keep(&self, folder: &Path, path: &Path, read: &Read) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let unfinished = path.with_extension(format!("{number}.tmp"));
        fs::write(&unfinished, serde_json::to_vec(read)?)?;
        fs::rename(unfinished, path)?;
        HOLDS.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// How many files were not read again.
    pub(crate) fn recalled(&self) -> usize {
        self.recalled.load(Ordering::Relaxed)
    }

    /// Ends it: the output is complete.
    pub(crate) fn remove(self) {
        HOLDS.store(false, Ordering::Relaxed);
        // What is left is in nobody's way.
        let _ = self.folder.map(fs::remove_dir_all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &[u8] =
        "<meta charset=gbk><p>关于护林的通知</p><table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>巡山</td></tr></table>".as_bytes();

    fn read(journal: &Journal, bytes: &[u8]) -> Result<Read, String> {
        let read = || gongwen_readers::read(bytes, &Options::default()).map_err(|unread| unread.to_string());
        journal.or_read(&Digits::of(bytes), read)
    }

    fn opened(out: &Path, takes: Takes) -> Journal {
        Journal::of(out, &Options::default(), takes)
    }

    #[test]
    fn what_was_read_is_recalled_as_it_was() {
        let out = tempfile::tempdir().unwrap();
        let first = read(&opened(out.path(), Takes::Nothing), PAGE).unwrap();
        assert!(!first.grids.is_empty());
        let journal = opened(out.path(), Takes::Older);
        let again = journal.or_read(&Digits::of(PAGE), || Err("read again"));
        assert_eq!(again, Ok(first));
        assert_eq!(journal.recalled(), 1);
        journal.remove();
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
    }

    #[test]
    fn other_bytes_options_or_a_run_that_begins_anew_recall_nothing() {
        let out = tempfile::tempdir().unwrap();
        read(&opened(out.path(), Takes::Nothing), PAGE).unwrap();
        let other = Options { charset: "big5".parse().ok(), ..Options::default() };
        for (journal, bytes) in [
            (opened(out.path(), Takes::Older), &PAGE[1..]),
            (opened(out.path(), Takes::Nothing), PAGE),
            (Journal::of(out.path(), &other, Takes::Older), PAGE),
            (Journal::default(), PAGE),
        ] {
            assert_eq!(journal.or_read(&Digits::of(bytes), || Err("read again")), Err("read again"));
        }
    }

    #[test]
    fn what_was_cut_off_is_read_again() {
        let out = tempfile::tempdir().unwrap();
        let whole = read(&opened(out.path(), Takes::Nothing), PAGE).unwrap();
        let path = fs::read_dir(out.path().join(FOLDER)).unwrap().next().unwrap().unwrap().path();
        let kept = fs::read(&path).unwrap();
        for end in [0, 1, kept.len() - 1] {
            fs::write(&path, &kept[..end]).unwrap();
            let journal = opened(out.path(), Takes::Older);
            assert_eq!(read(&journal, PAGE).unwrap(), whole);
            assert_eq!(journal.recalled(), 0);
        }
    }

    #[test]
    fn a_text_is_not_kept() {
        let out = tempfile::tempdir().unwrap();
        read(&opened(out.path(), Takes::Nothing), "通知\n".as_bytes()).unwrap();
        assert!(!out.path().join(FOLDER).exists());
    }
}
