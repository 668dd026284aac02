//! The same notice again: sites copy each other, and one folder often holds a notice twice with other furniture around it.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Tells whether a text was met before, by its words and not by its bytes: page furniture, blanks and signs differ.
///
/// It keeps some 800 bytes of each text, of at most [`Twins::MOST`] texts; then the oldest are forgotten.
///
/// ```
/// use gongwen_readers::{Sketch, Twins};
///
/// let mut twins = Twins::default();
/// let notice = (1..30).map(|number| format!("第{number}条：巡山{number}次。")).collect::<String>();
/// assert_eq!(twins.first("a.txt", Sketch::of(&notice)), None);
/// let copy = notice.replace('。', " 。\n");
/// assert_eq!(twins.first("b.txt", Sketch::of(&copy)), Some("a.txt"));
/// ```
#[derive(Debug, Default)]
pub struct Twins {
    texts: Vec<(String, Sketch)>,
    /// For each band of a sketch, the text that had it first.
    bands: HashMap<(u8, u64), usize>,
    met: usize,
}

/// A text as its least shingles: their hashes fall into so many bins, and the least of each bin is kept. Two sketches agree in as
/// large a share of bins as the texts have shingles in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch([u32; BINS]);

const BINS: usize = 96;

/// What a bin holds that no shingle fell into.
const EMPTY: u32 = u32::MAX;

/// Places of a sketch that texts share to be compared: six in a row are shared by half of the texts that have 0.9 of their
/// shingles in common, so one of sixteen bands is shared by all but one in 100,000 of them.
const BAND: usize = 6;

/// Characters in a shingle: in Chinese some two words.
const SHINGLE: usize = 4;

/// Letters and digits of a text that says enough to be compared; two sentences.
const ENOUGH: usize = 60;

/// The share of shingles that copies of a notice have in common. Notices of one form about different places, approvals for
/// instance, stay below.
const SAME: f64 = 0.9;

impl Twins {
    /// How many texts are remembered.
    pub const MOST: usize = 500_000;

    /// The name of the first text that is the same notice. `sketch` is that of the text, `None` if it is too short to tell.
    pub fn first(&mut self, name: &str, sketch: Option<Sketch>) -> Option<&str> {
        let sketch = sketch?;
        let bands = sketch.bands();
        let candidates =
            bands.iter().filter_map(|band| self.bands.get(band).copied()).collect::<BTreeSet<_>>();
        let oldest = self.met.saturating_sub(Self::MOST);
        let alike = |text: &usize| *text >= oldest && self.texts[text % Self::MOST].1.alike(&sketch) >= SAME;
        if let Some(twin) = candidates.into_iter().find(alike) {
            return Some(&self.texts[twin % Self::MOST].0);
        }
        let this = self.met;
        self.met += 1;
        match self.texts.get_mut(this % Self::MOST) {
            Some(oldest) => *oldest = (name.to_owned(), sketch),
            None => self.texts.push((name.to_owned(), sketch)),
        }
        if this.is_multiple_of(Self::MOST / 2) {
            self.bands.retain(|_, text| *text >= oldest);
        }
        self.bands.extend(bands.into_iter().map(|band| (band, this)));
        None
    }
}

impl Sketch {
    /// The sketch of a text; `None` for one of fewer than some 60 letters, which says too little.
    pub fn of(text: &str) -> Option<Self> {
        let letters = text.chars().filter(|&c| is_letter(c)).collect::<Vec<_>>();
        if letters.len() < ENOUGH {
            return None;
        }
        let mut least = [EMPTY; BINS];
        for shingle in letters.windows(SHINGLE) {
            let hash = mixed(shingle);
            let (high, low) = (hash >> 32, hash & u64::from(u32::MAX));
            let bin = usize::try_from((high * BINS as u64) >> 32).unwrap_or(0);
            least[bin] = least[bin].min(u32::try_from(low).unwrap_or(EMPTY));
        }
        Some(Sketch(filled(&least)))
    }

    fn bands(&self) -> Vec<(u8, u64)> {
        self.0.chunks(BAND).zip(0..).map(|(band, at)| (at, hashed(&band))).collect()
    }

    fn alike(&self, other: &Sketch) -> f64 {
        let same = self.0.iter().zip(&other.0).filter(|(a, b)| a == b).count();
        f64::from(u32::try_from(same).unwrap_or(0)) / f64::from(u32::try_from(BINS).unwrap_or(1))
    }
}

/// Han characters are told at a look: most letters are.
fn is_letter(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_alphanumeric()
}

/// A hash of the characters of a shingle, by the steps of splitmix64.
fn mixed(shingle: &[char]) -> u64 {
    let step = |state: u64, c: &char| {
        let state = (state ^ u64::from(u32::from(*c))).wrapping_add(0x9e37_79b9_7f4a_7c15);
        let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        state ^ (state >> 31)
    };
    shingle.iter().fold(0, step)
}

/// An empty bin takes what the next one behind it holds, changed by how far it is: so two texts agree there as often as elsewhere.
fn filled(least: &[u32; BINS]) -> [u32; BINS] {
    let mut filled = *least;
    for (at, bin) in filled.iter_mut().enumerate().filter(|(_, bin)| **bin == EMPTY) {
        let behind = (1_u32..).zip((at + 1..at + BINS).map(|next| least[next % BINS]));
        let next = behind.into_iter().find(|&(_, held)| held != EMPTY);
        *bin = next.map_or(EMPTY, |(far, held)| held.wrapping_add(far.wrapping_mul(0x9e37_79b9)));
    }
    filled
}

fn hashed(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A notice of some 40 sentences, made of numbers so that no two are alike.
    fn notice(seed: usize) -> String {
        (0..40)
            .map(|at| format!("第{seed}号{}条巡山{}次，挂牌{}棵。", at, seed * 7 + at * 13, seed * at))
            .collect::<Vec<_>>()
            .concat()
    }

    fn first(twins: &mut Twins, name: &str, text: &str) -> Option<String> {
        twins.first(name, Sketch::of(text)).map(str::to_owned)
    }

    /// The share of shingles that two texts have in common.
    fn share(a: &str, b: &str) -> f64 {
        let shingles = |text: &str| -> BTreeSet<Vec<char>> {
            let letters: Vec<char> = text.chars().filter(|&c| is_letter(c)).collect();
            letters.windows(SHINGLE).map(<[char]>::to_vec).collect()
        };
        let (a, b) = (shingles(a), shingles(b));
        let count = |count: usize| f64::from(u32::try_from(count).unwrap());
        count(a.intersection(&b).count()) / count(a.union(&b).count())
    }

    #[test]
    fn sketches_agree_as_texts_do() {
        let (one, other) = (notice(5), notice(8));
        let first = |text: &str, letters: usize| text.chars().take(letters).collect::<String>();
        for letters in [160, 300, 500] {
            for kept in [100, 95, 90, 70, 50] {
                let whole = first(&one, letters);
                let part = first(&one, letters * kept / 100) + &first(&other, 5);
                let agree = Sketch::of(&whole).unwrap().alike(&Sketch::of(&part).unwrap());
                let share = share(&whole, &part);
                assert!((agree - share).abs() < 0.15, "{letters} letters, {kept} %: {agree} for {share}");
            }
        }
    }

    #[test]
    fn copies_are_found_under_other_furniture() {
        let mut twins = Twins::default();
        assert_eq!(first(&mut twins, "a", &notice(1)), None);
        assert_eq!(first(&mut twins, "b", &notice(2)), None);
        let copy = format!("首页 > 政务公开\n{}\n扫一扫在手机打开", notice(1).replace('，', "，\n "));
        assert_eq!(first(&mut twins, "c", &copy).as_deref(), Some("a"));
        assert_eq!(first(&mut twins, "d", &notice(2)).as_deref(), Some("b"));
        assert_eq!(first(&mut twins, "e", &copy).as_deref(), Some("a"));
    }

    #[test]
    fn notices_of_one_form_are_not_the_same() {
        let mut twins = Twins::default();
        let approval = |place: &str| {
            format!(
                "{place}人民政府：你县关于设立{place}自然保护区的请示收悉。经研究，同意设立{place}自然保护区，范围以\
                 {place}林业局所报为准。请按规定做好管理，每年向省林业局报告一次。"
            )
        };
        assert_eq!(first(&mut twins, "a", &approval("云溪县")), None);
        assert_eq!(first(&mut twins, "b", &approval("东屏县")), None);
        assert_eq!(first(&mut twins, "c", "附件"), None);
        assert_eq!(first(&mut twins, "d", "附件"), None);
    }

    #[test]
    fn a_part_of_a_notice_is_another_text() {
        let mut twins = Twins::default();
        assert_eq!(first(&mut twins, "a", &notice(3)), None);
        assert_eq!(first(&mut twins, "b", &notice(3).chars().take(300).collect::<String>()), None);
    }
}
