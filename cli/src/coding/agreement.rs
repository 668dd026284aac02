//! How far two coders agree.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::io;
use std::path::PathBuf;

use crate::coding::filled::{Filled, filled};
use crate::messages::{
    agreed, and_more, coded_by_both, coded_by_one, kappa_is, no_kappa, none_coded_by_both, one_or_two_sheets,
    two_codes,
};
use crate::output::{or_closed_pipe, print_styled};
use crate::status::Status;
use crate::words::clean;

/// Prints the agreement of two coders: of the two columns of one sheet, or of two sheets, of which each coder filled one.
///
/// # Errors
///
/// - a sheet cannot be read
/// - no unit was coded by both
pub(crate) fn agreement(sheets: &[PathBuf]) -> io::Result<Status> {
    let sheets = sheets.iter().map(|path| filled(path)).collect::<io::Result<Vec<_>>>()?;
    let codes = match &sheets[..] {
        [one] => both_columns(one),
        [one, two] => both_sheets(one, two).map_err(io::Error::other)?,
        _ => return Err(io::Error::other(one_or_two_sheets().to_string())),
    };
    let found = Agreement::of(&codes);
    if found.both == 0 {
        return Err(io::Error::other(none_coded_by_both().to_string()));
    }
    or_closed_pipe(print_styled(&page(&found, &codes)))?;
    Ok(Status::Good)
}

/// A unit and what the two coders say about it.
type Coded = (String, [Option<String>; 2]);

fn both_columns(sheet: &Filled) -> Vec<Coded> {
    sheet.rows.clone()
}

/// The units of both sheets; of each sheet the column that is filled.
fn both_sheets(one: &Filled, two: &Filled) -> Result<Vec<Coded>, String> {
    let mut others = two
        .rows
        .iter()
        .map(|(unit, codes)| Ok((unit, only(unit, codes)?)))
        .collect::<Result<HashMap<_, _>, String>>()?;
    let mut codes = Vec::new();
    for (unit, said) in &one.rows {
        codes.push((unit.clone(), [only(unit, said)?, others.remove(unit).flatten()]));
    }
    let rest = two.rows.iter().filter(|(unit, _)| others.contains_key(unit));
    codes.extend(rest.map(|(unit, said)| (unit.clone(), [None, said.iter().flatten().next().cloned()])));
    Ok(codes)
}

/// What a sheet of one coder says about a unit.
fn only(unit: &str, codes: &[Option<String>; 2]) -> Result<Option<String>, String> {
    match codes {
        [Some(one), Some(two)] if one != two => {
            Err(two_codes(clean(unit), clean(one), clean(two)).to_string())
        }
        [one, two] => Ok(one.as_ref().or(two.as_ref()).cloned()),
    }
}

/// How far two coders agree on the units that both coded.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Agreement {
    /// Units that both coded.
    both: usize,
    /// Those of them with one code.
    same: usize,
    /// Units that one coder alone coded.
    single: usize,
    /// Cohen's κ (1960): agreement beyond that by chance; `None` where chance alone would agree on all, since both used one
    /// code throughout.
    kappa: Option<f64>,
}

impl Agreement {
    fn of(codes: &[Coded]) -> Self {
        let pairs = codes.iter().filter_map(|(_, [one, two])| Some((one.as_deref()?, two.as_deref()?)));
        let single = codes.iter().filter(|(_, [one, two])| one.is_some() != two.is_some()).count();
        let mut used = BTreeMap::<&str, [usize; 2]>::new();
        let (mut both, mut same) = (0, 0);
        for (one, two) in pairs {
            both += 1;
            same += usize::from(one == two);
            used.entry(one).or_default()[0] += 1;
            used.entry(two).or_default()[1] += 1;
        }
        // κ = (pₒ − pₑ) / (1 − pₑ), multiplied by n² above and below so that all is whole.
        let chance = used.values().map(|[one, two]| one * two).sum::<usize>();
        let kappa = (both * both > chance)
            .then(|| (float(same * both) - float(chance)) / float(both * both - chance));
        Agreement { both, same, single, kappa }
    }
}

/// Counts of a sheet's rows, squared, stay below 2^53.
#[allow(clippy::cast_precision_loss, reason = "a sheet has less than 2^20 rows")]
fn float(count: usize) -> f64 {
    count as f64
}

fn page(found: &Agreement, codes: &[Coded]) -> String {
    /// More disagreements than this are counted only.
    const SHOWN: usize = 20;
    let Agreement { both, same, single, kappa } = *found;
    let percent = 100.0 * float(same) / float(both);
    let lines = [
        coded_by_both(both),
        coded_by_one(single),
        agreed(same, percent),
        kappa.map_or_else(no_kappa, kappa_is),
    ];
    let mut page = lines.map(|line| format!("{line}\n")).concat();
    let different = codes.iter().filter_map(|(unit, [one, two])| Some((unit, one.as_ref()?, two.as_ref()?)));
    let different = different.filter(|(_, one, two)| one != two).collect::<Vec<_>>();
    for (unit, one, two) in different.iter().take(SHOWN) {
        // Writing to a String cannot fail.
        let _ = writeln!(page, "{}: {} / {}", clean(unit), clean(one), clean(two));
    }
    if different.len() > SHOWN {
        let _ = writeln!(page, "{}", and_more(different.len() - SHOWN));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coded(pairs: &[(&str, &str)]) -> Vec<Coded> {
        let said = |code: &str| (!code.is_empty()).then(|| code.to_owned());
        let row =
            |(number, (one, two)): (usize, &(&str, &str))| (format!("1-{number}"), [said(one), said(two)]);
        pairs.iter().enumerate().map(row).collect()
    }

    fn repeated(cells: [(&'static str, &'static str, usize); 4]) -> Vec<(&'static str, &'static str)> {
        cells.into_iter().flat_map(|(one, two, times)| vec![(one, two); times]).collect()
    }

    #[test]
    fn kappa_is_cohens() {
        // 50 cases, of which both say yes to 20 and no to 15: p_o = 0.7, p_e = 0.5.
        let pairs = repeated([("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)]);
        let found = Agreement::of(&coded(&pairs));
        assert_eq!((found.both, found.same, found.single), (50, 35, 0));
        assert!((found.kappa.unwrap() - 0.4).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn coders_who_never_agree_may_be_below_chance() {
        let found = Agreement::of(&coded(&[("a", "b"), ("b", "a")]));
        assert_eq!(found.kappa, Some(-1.0));
    }

    #[test]
    fn where_both_used_one_code_there_is_no_kappa() {
        let found = Agreement::of(&coded(&[("a", "a"), ("a", "a"), ("", "a")]));
        assert_eq!(found, Agreement { both: 2, same: 2, single: 1, kappa: None });
    }

    #[test]
    fn two_codes_of_one_coder_are_refused() {
        let one = Filled { rows: coded(&[("a", "b")]) };
        let error = both_sheets(&one, &Filled::default()).unwrap_err();
        assert_eq!(error, "1-0: found two codes, a and b; expected one in a coder's own sheet");
    }

    #[test]
    fn units_that_one_sheet_alone_has_are_coded_by_one() {
        let one = Filled { rows: coded(&[("a", ""), ("b", "")]) };
        let two = Filled { rows: coded(&[("a", ""), ("c", ""), ("", "d")]) };
        let found = Agreement::of(&both_sheets(&one, &two).unwrap());
        assert_eq!((found.both, found.same, found.single), (2, 1, 1));
    }
}
