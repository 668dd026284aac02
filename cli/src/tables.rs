//! `gongwen tables`: tidy tables, one row a thing.

mod files;
mod rows;
mod temporary;

use std::io;
use std::path::{Path, PathBuf};

use crate::run::each;
use crate::status::Status;
use crate::tables::files::Files;
use crate::tables::rows::rows;

/// One of the tables. Names and columns are a contract with every script that reads them: columns may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    Documents,
    Sections,
    Tasks,
    Responsibilities,
    Citations,
    Diagnostics,
}

impl Table {
    /// All tables; a table's place here is its place in arrays of tables.
    pub(crate) const ALL: [Table; 6] = [
        Table::Documents,
        Table::Sections,
        Table::Tasks,
        Table::Responsibilities,
        Table::Citations,
        Table::Diagnostics,
    ];

    /// `documents.csv`
    pub(crate) fn file_name(self) -> &'static str {
        match self {
            Table::Documents => "documents.csv",
            Table::Sections => "sections.csv",
            Table::Tasks => "tasks.csv",
            Table::Responsibilities => "responsibilities.csv",
            Table::Citations => "citations.csv",
            Table::Diagnostics => "diagnostics.csv",
        }
    }

    /// The header row, without its line break.
    pub(crate) fn columns(self) -> &'static str {
        match self {
            Table::Documents => {
                "doc,doc_number,agency_code,year,serial,title,kind,issuers,recipients,signatories,date,annotation,\
                 sections,tasks,units,warnings,errors"
            }
            Table::Sections => {
                "doc,section,parent,part,depth,label,style,ordinal,heading,text,label_start,label_end,heading_start,\
                 heading_end,start,end"
            }
            Table::Tasks => {
                "doc,task,section,part,path,label,heading,text,responsibility,open_ended,deadline,start,end"
            }
            Table::Responsibilities => {
                "doc,task,section,label,position,name,role,kind,inherited,deadline,start,end"
            }
            Table::Citations => "doc,section,title,doc_number,start,end",
            Table::Diagnostics => "doc,severity,code,message,line,column,start,end",
        }
    }
}

/// Writes the tables of the texts into the folder `out`: all of them when all are complete, or none.
pub(crate) fn tables(paths: &[PathBuf], out: &Path) -> io::Result<Status> {
    let mut files = Files::create(out)?;
    let status = each(paths, |input| Ok((rows(input)?, Status::Good)), |rows| files.append(&rows))?;
    files.publish()?;
    Ok(status)
}
