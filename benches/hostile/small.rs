//! Instructions of 2 kB of each shape: what a text costs whatever its size, which a large one hides.

use crate::callgrind;
use crate::shapes::Shape;

/// In bytes.
const SIZE: usize = 2 << 10;

/// For one text: about a millisecond.
const MOST: u64 = 5_000_000;

/// Under callgrind, parses the shape that is asked for; whether it was so.
pub(crate) fn parses(shapes: &[Shape]) -> bool {
    callgrind::parses(|name| {
        shapes.iter().filter(|shape| shape.0 == name).map(|(_, text)| text(SIZE)).collect()
    })
}

/// Prints a line for each shape; how many take more than they may, or could not be counted.
pub(crate) fn measure(shapes: &[&Shape]) -> usize {
    if !callgrind::is_there() {
        println!("skipped 2 kB: valgrind is not there");
        return 0;
    }
    println!("{:18}{:>14}", "2 kB of", "instructions");
    let over = shapes.iter().filter(|(name, _)| {
        let instructions = callgrind::instructions(name);
        let over = instructions.is_none_or(|instructions| instructions > MOST);
        let count = instructions.map_or_else(|| "?".to_owned(), |instructions| instructions.to_string());
        println!("{name:18}{count:>14}{}", if over { "  !" } else { "" });
        over
    });
    over.count()
}
