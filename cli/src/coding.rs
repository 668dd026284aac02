//! `gongwen coding` and `gongwen agreement`: sheets for content analysis, and how far two coders agree.

mod agreement;
mod filled;

use std::io;
use std::path::Path;

use gongwen_tables::{CodingSheet, CodingUnit, codables};

pub(crate) use crate::coding::agreement::agreement;

use crate::arguments::{Reading, Voice};
use crate::hold::quietly;
use crate::journal::Journal;
use crate::messages::{SHEET, Thing, about, cells_cut, count, listed};
use crate::output::complain;
use crate::progress::Progress;
use crate::run::{Again, each_told};
use crate::status::Status;
use crate::tables::files::{Files, finish};

/// Writes the coding sheet of the texts: the whole of it, or nothing.
///
/// # Errors
///
/// - `out` names no file, or cannot be written
/// - no text was read; an older sheet stays
pub(crate) fn coding(reading: &Reading, out: &Path, unit: CodingUnit) -> io::Result<Status> {
    let (files, mut place) = Files::single(out)?;
    let mut sheet = quietly(|| CodingSheet::new(files.folder()))?;
    let (mut policy, mut rows) = (0, 0);
    let run = each_told(
        reading,
        &Journal::default(),
        &Progress::of(reading),
        Again::AsAsked,
        |input| Ok(((input.doc.clone(), input.parsed.notice().clone()), Status::Good)),
        |(doc, notice)| {
            policy += 1;
            let units = codables(&notice, policy, unit);
            rows += units.len();
            quietly(|| sheet.add(&doc, &units))
        },
    )?;
    run.some_read(SHEET)?;
    let cut = quietly(|| sheet.finish(&mut place))?;
    finish(place)?;
    files.publish()?;
    if cut > 0 {
        complain(&about(out.display(), cells_cut(count(cut, Thing::Cell))));
    }
    if reading.voice() > Voice::Quiet {
        complain(&listed(&[count(run.notices, Thing::Notice), count(rows, Thing::Row)]));
    }
    Ok(run.status)
}
