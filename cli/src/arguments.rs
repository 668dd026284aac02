//! The command line.

mod examples;

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::{fmt, io, thread};

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use gongwen_readers::{Charset, Options};
use gongwen_tables::{CodingUnit, Words};

use crate::check::Machine;
use crate::network::Wanted;
use crate::schema::names;
use crate::sources::Written;
use crate::tables::{ByteOrderMark, Form};

/// Reads Chinese government notices (公文): header, numbered items, tasks and the units that answer for them.
///
/// A PATH is a file, a folder (its files with notices, folders inside included, in the order of their names), a pattern such
/// as 'data/*.pdf' or - for standard input. What a file is, is told by its content: text in UTF-8, UTF-16 or GB18030, web
/// pages, .docx, .pdf with a text layer, .ofd, .xlsx, older Word files where `LibreOffice` is installed, and files of records
/// (JSON Lines, JSON, CSV), of which each record is a notice. What cannot be read is named, with what helps. Files are read
/// by all cores, at most four files a core at a time; the order of the output is that of the input.
///
/// Exit status: 0, 1 (`check` found a warning, an error or an empty text), 2 (a file could not be read, a folder holds
/// nothing to read, or the output could not be written; the other files are still worked on).
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
    /// Text is shown by its first line: … says that the line goes on, (+2 paragraphs) that more follow. An item that names
    /// nobody is shown as text. Marks in brackets are the tool's, all other words in the values the notice's. The last line
    /// counts what is not shown.
    #[command(after_help = examples::SHOW)]
    Show {
        #[command(flatten)]
        reading: Reading,
        /// Show every paragraph whole, tasks that nobody is named for, repeated titles and page furniture, too
        #[arg(long)]
        full: bool,
        /// Show who is who, too: issuers and units under their legal names, groups, and what is not to be told
        #[arg(long)]
        resolve: bool,
    },
    /// Prints the whole result as JSON: an object for one file, an array for several files or a folder
    ///
    /// On a terminal, characters that it would obey are written as \u…, which says the same in JSON.
    #[command(after_help = examples::JSON)]
    Json {
        #[command(flatten)]
        reading: Reading,
        /// One object a line, one line a file
        #[arg(long)]
        lines: bool,
    },
    /// Writes tables: documents, sections, tasks, responsibilities, citations, diagnostics
    ///
    /// The column `doc` holds the file's name; for a file found in a folder, its path below that folder. Where several
    /// PATHs are given and two files could meet in one name, it holds the path as given. A file that is given twice is
    /// `a.txt` and `a.txt (2)`; bytes of a name that are not UTF-8 are written `\xFF`.
    ///
    /// Columns are the same in every format; `codebook.md` beside the tables explains them, and `run.json` tells what was
    /// read, with sizes and SHA-256 digests, counts and failures.
    ///
    /// The tables appear in DIR when all are complete, or not at all; older ones of the same format are replaced then. The
    /// last line on standard error counts what was read.
    #[command(after_help = examples::TABLES)]
    Tables {
        #[command(flatten)]
        reading: Reading,
        #[command(flatten)]
        form: TableForm,
        /// The folder for the tables, made if it is not there
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Go on with a run into DIR that was broken off: what it took apart of web pages, Word, PDF and other files is not
        /// read again; the tables are those of one run
        #[arg(long)]
        resume: bool,
        /// Say what the words stand for, too: legal names of units, days, goals, which notice is cited; with tables times,
        /// targets, issuers and units
        #[arg(long)]
        resolve: bool,
    },
    /// Writes a coding sheet for content analysis: a workbook with one row an item, or a sentence, and room for two coders
    ///
    /// Units are numbered policy-item-item (12-3-2), in the order of the text; a sentence has its number in the item behind a
    /// point (12-3-2.1). Codes are listed and explained in the sheet `categories`, which the coders' cells offer.
    #[command(after_help = examples::CODING)]
    Coding {
        #[command(flatten)]
        reading: Reading,
        /// What one row is
        #[arg(long, value_enum, default_value_t = Unit::Item)]
        unit: Unit,
        /// The workbook
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Prints how far two coders agree: percent and Cohen's kappa, and the units on which they differ
    ///
    /// One SHEET: its columns `coder_1` and `coder_2` are compared. Two: each is one coder's, in whichever column.
    #[command(after_help = examples::AGREEMENT)]
    Agreement {
        /// Filled coding sheets
        #[arg(required = true, num_args = 1..=2, value_name = "SHEET")]
        sheets: Vec<PathBuf>,
    },
    /// Writes who works with whom as a network, for Gephi, igraph, networkx, UCINET and Pajek, or as a picture
    ///
    /// Nodes are organs under their legal names, or as written where that is not told, each with all that is known of it; units
    /// of tasks are there without an edge, too. There is one edge a pair: `weight` counts tasks (of co-issue papers, of cites
    /// citations), `documents` the notices. Groups and inherited units are left out.
    ///
    /// The format is told by the ending of FILE: .graphml, .gexf, .net, .csv (an edge list, with NAME.nodes.csv), .matrix.csv or
    /// .svg, which shows the 60 most tied nodes on a circle.
    #[command(after_help = examples::NETWORK)]
    Network {
        #[command(flatten)]
        reading: Reading,
        #[command(flatten)]
        wanted: Wanted,
        /// The file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Prints the JSON Schema of what `json` prints, or of the rows of a table in JSON Lines
    #[command(after_help = examples::SCHEMA)]
    Schema {
        /// `json`, or a table
        #[arg(default_value = "json", value_name = "OF", value_parser = PossibleValuesParser::new(names()))]
        of: String,
        /// The rows of `tables --resolve`
        #[arg(long)]
        resolve: bool,
    },
    /// Writes a page to look at the notices: text with what was found in it, tasks, units, deadlines, findings
    ///
    /// The page is one file that needs no network. What is wrong in it can be marked and saved as a file that
    /// scripts/add-fixture makes a test of. Notices are drawn when they are chosen, so that hundreds stay quick.
    #[command(after_help = examples::REVIEW)]
    Review {
        #[command(flatten)]
        reading: Reading,
        /// The page's file
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Prints what is doubtful, with its place; exit status 1 if there is a warning or an error
    ///
    /// Of each kind the first three findings of a text are framed; a line counts the others and gives their places.
    #[command(after_help = examples::CHECK)]
    Check {
        #[command(flatten)]
        reading: Reading,
        /// Show notes, too: what was repaired and is surely right
        #[arg(long)]
        notes: bool,
        /// Frame every finding
        #[arg(long)]
        all: bool,
        /// Who reads the findings; for programs all of them are printed
        #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
        format: CheckFormat,
    },
    /// Prints the completions of a shell, which it reads when it starts
    #[command(after_help = examples::COMPLETIONS)]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Writes manual pages into DIR, one for the tool and one for each command
    #[command(after_help = examples::MANUAL)]
    Manual {
        /// A folder that `man` knows, made if it is not there
        #[arg(value_name = "DIR")]
        out: PathBuf,
    },
}

/// What a row of a coding sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unit {
    /// A numbered item, without its sub-items
    Item,
    /// A heading, or a sentence of an item
    Sentence,
}

impl From<Unit> for CodingUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Item => CodingUnit::Item,
            Unit::Sentence => CodingUnit::Sentence,
        }
    }
}

/// Who reads what `check` finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// People: frames
    Text,
    /// Programs: an array, a finding a line
    Json,
    /// Code scanning and editors: SARIF 2.1.0
    Sarif,
    /// GitHub's workflows: a command a line, shown beside the text
    Github,
}

impl CheckFormat {
    /// The program, if it is one.
    pub(crate) fn machine(self) -> Option<Machine> {
        match self {
            CheckFormat::Text => None,
            CheckFormat::Json => Some(Machine::Json),
            CheckFormat::Sarif => Some(Machine::Sarif),
            CheckFormat::Github => Some(Machine::Github),
        }
    }
}

/// What the tables are written as.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct TableForm {
    /// The format of the tables
    #[arg(long, value_enum, default_value_t = TableFormat::Csv)]
    format: TableFormat,
    /// Begin CSV with a byte order mark, so that Excel opens it right
    #[arg(long)]
    bom: bool,
    /// Put ' before cells of CSV that a spreadsheet would take for a formula: those that begin with = + - @
    #[arg(long)]
    safe_cells: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    /// A file a table, lists joined by |
    Csv,
    /// A file a table, an object a line, lists as lists
    Jsonl,
    /// A file a table, with types: lists as lists, days as days
    Parquet,
    /// One workbook for Excel, a sheet a table and one that explains the columns
    Xlsx,
}

impl TableForm {
    /// The form that is asked for.
    ///
    /// # Errors
    ///
    /// - what is for CSV alone is asked for with another format
    pub(crate) fn form(self) -> io::Result<Form> {
        let mark = if self.bom { ByteOrderMark::With } else { ByteOrderMark::Without };
        let words = if self.safe_cells { Words::Harmless } else { Words::AsTheyAre };
        let form = match self.format {
            TableFormat::Csv => return Ok(Form::Csv(mark, words)),
            TableFormat::Jsonl => Form::JsonLines,
            TableFormat::Parquet => Form::Parquet,
            TableFormat::Xlsx => Form::Workbook,
        };
        if self.bom || self.safe_cells {
            return Err(io::Error::other("--bom and --safe-cells are for --format csv"));
        }
        Ok(form)
    }
}

/// What is read, and how.
#[derive(Debug, Args)]
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
        size.map(Size)
            .ok_or_else(|| "expected a number of bytes such as 67108864, 65536K, 64M or 1G".to_owned())
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
