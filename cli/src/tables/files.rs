//! The tables' files.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use gongwen_tables::{Column, Layout, ResolvedTable, Table, header};

use crate::origin::Origin;
use crate::tables::Layer;
use crate::tables::temporary::{Temporary, at};

/// Rows as CSV, for each table in the order of [`Table::ALL`].
pub(crate) type Rows = [Vec<u8>; Table::ALL.len()];

/// The tables while they are written, under temporary names.
#[derive(Debug)]
pub(crate) struct Files {
    folder: PathBuf,
    writers: Vec<(PathBuf, BufWriter<File>)>,
    temporary: Temporary,
}

impl Files {
    /// Tables with their header rows, for the folder `out`, which is made if it is not there.
    ///
    /// # Errors
    ///
    /// - the folder cannot be made or written
    pub(crate) fn create(out: &Path, layer: Layer) -> io::Result<Self> {
        fs::create_dir_all(out).map_err(|error| at(out, &error))?;
        let mut temporary = Temporary::new()?;
        let mut writers = Vec::new();
        let (mut layout, of_layer) = match layer {
            Layer::Parsed => (Layout::default(), &[][..]),
            Layer::Resolved => (Layout::resolved(), &ResolvedTable::ALL[..]),
        };
        Origin::add_columns(&mut layout);
        let mut add = |name: &str, columns: &[Column]| {
            let target = out.join(format!("{name}.csv"));
            let file = temporary.create(&target).map_err(|error| at(&target, &error))?;
            let mut writer = BufWriter::new(file);
            writer.write_all(&header(columns)?).map_err(|error| at(&target, &error))?;
            writers.push((target, writer));
            io::Result::Ok(())
        };
        layout.tables().try_for_each(|(table, columns)| add(table.name(), columns))?;
        of_layer.iter().try_for_each(|table| add(table.name(), table.columns()))?;
        Ok(Files { folder: out.to_owned(), writers, temporary })
    }

    /// Adds the rows of one text.
    ///
    /// # Errors
    ///
    /// - the volume is full, or fails otherwise
    pub(crate) fn append(&mut self, rows: &Rows) -> io::Result<()> {
        for ((target, writer), rows) in self.writers.iter_mut().zip(rows) {
            writer.write_all(rows).map_err(|error| at(target, &error))?;
        }
        Ok(())
    }

    /// Adds the rows of one text to the tables of the second layer.
    ///
    /// # Errors
    ///
    /// - the volume is full, or fails otherwise
    pub(crate) fn append_resolved(&mut self, rows: &[Vec<u8>]) -> io::Result<()> {
        for ((target, writer), rows) in self.writers.iter_mut().skip(Table::ALL.len()).zip(rows) {
            writer.write_all(rows).map_err(|error| at(target, &error))?;
        }
        Ok(())
    }

    /// Adds the rows of all citations, which the second layer keeps until the last text is read.
    ///
    /// # Errors
    ///
    /// - the volume is full, or fails otherwise
    pub(crate) fn append_citations(&mut self, rows: &[u8]) -> io::Result<()> {
        let (target, writer) = &mut self.writers[Table::Citations as usize];
        writer.write_all(rows).map_err(|error| at(target, &error))
    }

    /// Puts the tables in their places, when all of them are safely on the volume.
    ///
    /// # Errors
    ///
    /// - the volume is full, or fails otherwise
    /// - a folder has a table's name
    pub(crate) fn publish(self) -> io::Result<()> {
        for (target, writer) in self.writers {
            let file = writer.into_inner().map_err(|error| at(&target, error.error()))?;
            file.sync_all().map_err(|error| at(&target, &error))?;
        }
        self.temporary.publish()?;
        sync_names(&self.folder)
    }
}

/// Makes the new names last through a loss of power, where a folder can be opened like a file.
fn sync_names(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all().map_err(|error| at(folder, &error)) } else { Ok(()) }
}
