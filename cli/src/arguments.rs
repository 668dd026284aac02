//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Reads Chinese government notices (公文): header, numbered items, tasks and the units that answer for them.
///
/// A PATH is a file, a folder (its .txt files, folders inside included, in the order of their names) or - for standard
/// input. Texts are UTF-8. Files are read by all cores, at most four files a core at a time; the order of the output is
/// that of the input.
///
/// Exit status: 0, 1 (`check` found a warning or an error), 2 (a file could not be read or the output not be written; the
/// other files are still worked on).
#[derive(Debug, Parser)]
#[command(version, name = "gongwen")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do with the notices.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Shows header, outline, tasks, units, citations and findings for reading
    ///
    /// Text is shown by its first line: … says that the line goes on, (+2 paragraphs) that more follow. Marks in brackets are
    /// the tool's, all other words in the values the notice's.
    Show {
        /// Files, folders, or - for standard input
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Show every paragraph whole, repeated titles and page furniture, too
        #[arg(long)]
        full: bool,
    },
    /// Prints the whole result as JSON: an object for one file, an array for several files or a folder
    Json {
        /// Files, folders, or - for standard input
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// One object a line, one line a file
        #[arg(long)]
        lines: bool,
    },
    /// Writes CSV tables: documents, sections, tasks, responsibilities, citations, diagnostics
    ///
    /// The column `doc` holds the file's name; for a file found in a folder, its path below that folder. Where several
    /// PATHs are given and two files could meet in one name, it holds the path as given.
    ///
    /// The tables appear in DIR when all are complete, or not at all; older ones are replaced then.
    Tables {
        /// Files, folders, or - for standard input
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// The folder for the tables, made if it is not there
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Prints what is doubtful, with its place; exit status 1 if there is a warning or an error
    Check {
        /// Files, folders, or - for standard input
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Show notes, too: what was repaired and is surely right
        #[arg(long)]
        notes: bool,
    },
}
