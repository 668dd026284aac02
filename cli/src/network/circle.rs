//! Places on a circle.

use std::f64::consts::TAU;

/// A place in a picture, from its middle, to the right and downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

impl Point {
    /// At the angle, from the top clockwise, in full turns.
    pub(super) fn at(turn: f64, radius: f64) -> Self {
        let (sin, cos) = (turn * TAU).sin_cos();
        Point { x: radius * sin, y: -radius * cos }
    }
}

/// The places of so many nodes in full turns, with a gap of half a place where one community ends and the next begins;
/// `communities` are those of the nodes in the order of their places.
pub(super) fn turns(communities: &[usize]) -> Vec<f64> {
    const GAP: f64 = 0.5;
    let mut place = 0.0;
    let mut places = Vec::with_capacity(communities.len());
    for (at, community) in communities.iter().enumerate() {
        if at > 0 && communities[at - 1] != *community {
            place += GAP;
        }
        places.push(place);
        place += 1.0;
    }
    let several = communities.first() != communities.last();
    let whole = if several { place + GAP } else { place };
    places.iter().map(|place| place / whole.max(1.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_begins_at_the_top_and_goes_clockwise() {
        let near = |point: Point, x: f64, y: f64| (point.x - x).abs() < 1e-9 && (point.y - y).abs() < 1e-9;
        assert!(near(Point::at(0.0, 2.0), 0.0, -2.0));
        assert!(near(Point::at(0.25, 2.0), 2.0, 0.0));
    }

    #[test]
    fn communities_stand_apart() {
        assert_eq!(turns(&[7, 7, 3]), [0.0, 0.25, 0.625]);
        assert_eq!(turns(&[1, 1]), [0.0, 0.5]);
        assert!(turns(&[]).is_empty());
    }
}
