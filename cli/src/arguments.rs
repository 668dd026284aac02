//! The command line.

mod chinese;
mod examples;
mod reading;
mod refused;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Command as Commands, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use gongwen_drafts::Rule;
use gongwen_tables::{CodingUnit, Words};

use crate::check::Machine;
use crate::compare;
use crate::explain::Asked;
use crate::language;
use crate::messages::for_csv_alone;
use crate::network::Wanted;
use crate::schema::names;
use crate::search;
use crate::tables::{ByteOrderMark, Form};

/// Reads Chinese government notices (公文): header, numbered items, tasks and the units that answer for them.
///
/// A PATH is a file, a folder (its files with notices, folders inside included, in the order of their names), a pattern such
/// as 'data/*.pdf' or - for standard input. What a file is, is told by its content: text in UTF-8, UTF-16 or GB18030, web
/// pages, .docx, .pdf with a text layer, .ofd, .xlsx, older Word files where `LibreOffice` is installed, and files of records
/// (JSON Lines, JSON, CSV), of which each record is a notice. What cannot be read is named, with what helps. Files are read
/// by all cores, at most four files a core at a time; the order of the output is that of the input.
///
/// Exit status: 0, 1 (`check` found a warning, an error or an empty text, `compare` a loss, `search` no hit), 2 (a file could
/// not be read, a folder holds nothing to read, or the output could not be written; the other files are still worked on).
#[derive(Debug, Parser)]
#[command(version, name = "gongwen")]
pub(crate) struct Arguments {
    /// The language of messages and help; names of columns, values and codes are the same in both
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE", default_value_t)]
    pub(crate) lang: language::Wanted,
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Arguments {
    /// The commands, their help in the language of the run.
    pub(crate) fn commands() -> Commands {
        chinese::in_language(Self::command())
    }

    /// What a command line asks for.
    ///
    /// # Errors
    ///
    /// - it asks for help, or is not understood
    pub(crate) fn of(line: impl Iterator<Item = OsString>) -> Result<Self, clap::Error> {
        Self::from_arg_matches(&Self::commands().try_get_matches_from(line)?)
    }
}

pub(crate) use self::reading::{Reading, Size, Voice};
pub(crate) use self::refused::refused;

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
    /// Prints what one reading of notices has that another has not: values lost, gained and changed, and counts by kind
    ///
    /// OLD and NEW are each a folder of tables as CSV or JSON Lines, a file that `gongwen json --lines` printed, or - for such
    /// lines on standard input. Notices are matched by their names in `doc`, items, tasks and units by what they say and where
    /// they stand, so that an item that is put in leaves those behind it the same. A number behind @ is the byte at which a value
    /// starts, of a lost one in the text of OLD. Of a notice that one side alone has, the values are not listed.
    ///
    /// Exit status: 1 when a value of OLD is lost or changed, or when text is left unparsed that was not before (an error); 0 when
    /// there is none of it, whatever is gained and whatever else is found; 2 when OLD or NEW cannot be read.
    #[command(after_help = examples::COMPARE)]
    Compare {
        /// The older reading
        old: PathBuf,
        /// The newer reading
        new: PathBuf,
        /// How the differences are printed
        #[arg(long, value_enum, default_value_t = compare::Form::Text)]
        format: compare::Form,
        /// Print no more than N differences; the counts are of all
        #[arg(long, value_name = "N")]
        at_most: Option<usize>,
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
    /// Prints the tasks, or the citations, that are as asked for: who answers, by when, with which words, on what ground
    ///
    /// PATH is as elsewhere, or one folder that `gongwen tables --resolve` wrote as CSV or JSON Lines, which is quicker to ask
    /// again. All options must hold of a task. With --unit, a unit counts that is written so or stands for so named an organ; a
    /// name as written finds the organ under its other names, too. --cites and --relation alone print citations; with options
    /// about tasks, the tasks of the notices that cite so.
    ///
    /// A hit stands behind `FILE:LINE`, lines counted as `check` counts them; from tables behind the name in `doc` and @BYTE.
    /// Exit status: 0 with a hit, 1 without, 2 when a file could not be read or the search cannot be made.
    #[command(after_help = examples::SEARCH)]
    Search {
        #[command(flatten)]
        reading: Reading,
        #[command(flatten)]
        wanted: search::Wanted,
        /// How the hits are printed
        #[arg(long, value_enum, default_value_t = search::Form::Text)]
        format: search::Form,
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
        /// Hold the texts to what GB/T 9704 and GB/T 15834 say of a draft's text, too
        #[arg(long)]
        draft: bool,
        /// A rule of drafts that is not held to them, for instance half-width
        #[arg(long, value_name = "RULE", requires = "draft")]
        allow: Vec<Rule>,
        /// Who reads the findings; for programs all of them are printed
        #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
        format: CheckFormat,
    },
    /// Serves an editor by the Language Server Protocol: findings, outline and what was read, while a notice is written
    ///
    /// The editor starts it and speaks to it over standard input and output. Beside what may be read wrongly it tells where
    /// the form is another than GB/T 9704 and GB/T 15834 have it.
    #[command(after_help = examples::LSP)]
    Lsp {
        /// A rule of drafts that is not held to the texts, for instance half-width
        #[arg(long, value_name = "RULE")]
        allow: Vec<Rule>,
    },
    /// Prints why lines were read as they were
    ///
    /// PATH is `FILE:LINE` or `FILE:LINE-LINE`, lines counted as `check` counts them; lines of a file that is not text are those that
    /// --keep-text writes. Below each line stand, each behind its place: the element that holds the words, the rule that took them
    /// for the page's, for each number that may begin an item where it stands, what each choice costs, what it was taken for and by
    /// how much that won against the next best reading of all numbers, which brackets are clauses that say who answers and why
    /// others are none, what was made of a table, and the findings.
    #[command(after_help = examples::EXPLAIN)]
    Explain {
        #[command(flatten)]
        reading: Reading,
        /// Lines of each PATH that names none: 12 or 12-15
        #[arg(long = "line", value_name = "N")]
        lines: Vec<Asked>,
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
            return Err(io::Error::other(for_csv_alone().to_string()));
        }
        Ok(form)
    }
}
