//! What is read, and how: the same for all commands that read notices.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::{fmt, thread};

use clap::Args;
use gongwen_readers::{Charset, Options};

use crate::messages::no_size;
use crate::sources::Written;

/// What is read, and how.
#[derive(Debug, Clone, Args)]
pub(crate) struct Reading {
    /// Files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The largest file to read, in bytes or with K, M, G: a text may take 75 times its size in memory
    #[arg(long, value_name = "SIZE", default_value_t = Size::DEFAULT)]
    pub(crate) max_size: Size,
    /// How texts and pages are encoded, for instance gb18030 [default: told by content]
    #[arg(long, value_name = "NAME")]
    encoding: Option<Charset>,
    /// The field or column with the text, in files of records (JSON Lines, JSON, CSV) [default: content, text, 正文, …]
    #[arg(long, value_name = "NAME")]
    text_field: Option<String>,
    /// The field or column that names a record [default: id, url, …]
    #[arg(long, value_name = "NAME")]
    id_field: Option<String>,
    /// Write each text as it was read into DIR: what all byte offsets count in
    #[arg(long, value_name = "DIR")]
    pub(crate) keep_text: Option<PathBuf>,
    /// Leave out a notice that was read before, from another file or site
    #[arg(long)]
    pub(crate) dedupe: bool,
    /// How many files to work on at once, at most 256 [default: one a core]
    #[arg(long, short, value_name = "N")]
    jobs: Option<NonZero<usize>>,
    /// Say nothing but what went wrong
    #[arg(long, short, conflicts_with = "verbose")]
    quiet: bool,
    /// Name each file of a folder that is not read
    #[arg(long, short)]
    verbose: bool,
    /// The files that the command writes.
    #[arg(skip)]
    outputs: Vec<PathBuf>,
}

impl Reading {
    /// How files are read.
    pub(crate) fn options(&self) -> Options {
        Options {
            charset: self.encoding,
            text_field: self.text_field.clone(),
            id_field: self.id_field.clone(),
            ..Options::default()
        }
    }

    /// With a file that the command writes, which is no notice to read.
    pub(crate) fn writing(mut self, output: &Path) -> Self {
        self.outputs.push(output.to_owned());
        self
    }

    /// What is written beside tables.
    pub(crate) fn written(&self) -> Written {
        Written::of(self.outputs.iter().chain(&self.keep_text))
    }

    /// The same reading of another path.
    pub(crate) fn at(&self, path: PathBuf) -> Self {
        Reading { paths: vec![path], ..self.clone() }
    }

    /// How many files are worked on at once.
    pub(crate) fn workers(&self) -> usize {
        /// More would wait for each other, and the system has no thread for each of a million.
        const MOST: usize = 256;
        self.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get).min(MOST)
    }

    /// How much is said.
    pub(crate) fn voice(&self) -> Voice {
        match (self.quiet, self.verbose) {
            (true, _) => Voice::Quiet,
            (false, false) => Voice::Plain,
            (false, true) => Voice::Verbose,
        }
    }

    /// What a command line with these paths alone asks for.
    #[cfg(test)]
    pub(crate) fn of(paths: Vec<PathBuf>) -> Self {
        Reading {
            paths,
            max_size: Size::DEFAULT,
            encoding: None,
            text_field: None,
            id_field: None,
            keep_text: None,
            dedupe: false,
            jobs: None,
            quiet: false,
            verbose: false,
            outputs: Vec::new(),
        }
    }
}

/// How much is said on standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Voice {
    /// What went wrong.
    Quiet,
    /// What was left out in a folder, by counts, and what was done.
    Plain,
    /// Each file that was left out.
    Verbose,
}

/// A size in bytes: `67108864`, `64M`; K, M and G are 1024, 1024² and 1024³ bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size(pub(crate) u64);

impl Size {
    /// The longest notices have less than 1 MB, and the most costly text known takes 75 times its size in memory, 4.7 GB
    /// at this size.
    const DEFAULT: Size = Size(64 << 20);
}

/// The names of the powers of 1024, from the largest.
const UNITS: [(char, u32); 3] = [('G', 30), ('M', 20), ('K', 10)];

impl FromStr for Size {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        let unit = UNITS.into_iter().find(|&(name, _)| words.ends_with([name, name.to_ascii_lowercase()]));
        let (digits, power) = unit.map_or((words, 0), |(_, power)| (&words[..words.len() - 1], power));
        let size = digits.parse::<u64>().ok().and_then(|number| number.checked_mul(1 << power));
        size.map(Size).ok_or_else(|| no_size().to_string())
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = |&(_, power): &(char, u32)| self.0 > 0 && self.0.is_multiple_of(1 << power);
        match UNITS.iter().find(|unit| whole(unit)) {
            Some((name, power)) => write!(f, "{}{name}", self.0 >> power),
            None => write!(f, "{}", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_number_of_bytes_or_of_powers_of_1024() {
        for (words, bytes) in [("0", 0), ("1000", 1000), ("2k", 2048), ("64M", 64 << 20), ("1G", 1 << 30)] {
            assert_eq!(words.parse(), Ok(Size(bytes)), "{words}");
        }
        for words in ["", "M", "-1", "1.5G", "64MB", "99999999999G"] {
            assert!(words.parse::<Size>().is_err(), "{words}");
        }
    }

    #[test]
    fn a_size_prints_as_it_is_given() {
        for words in ["0", "1000", "2K", "64M", "1G", "1025M"] {
            assert_eq!(words.parse::<Size>().unwrap().to_string(), words);
        }
    }
}
