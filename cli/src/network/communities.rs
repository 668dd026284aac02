//! Which nodes belong together.

/// For each node the number of its community; weights of edges are by the places of their ends.
///
/// Communities are joined, those first that raise the modularity most, until none does (Clauset, Newman and Moore 2004); of
/// two joins as good the first counts. Takes time with the third power of the number of nodes: for pictures.
pub(super) fn communities(nodes: usize, edges: &[(usize, usize, f64)]) -> Vec<usize> {
    let mut of_node: Vec<usize> = (0..nodes).collect();
    let total: f64 = edges.iter().map(|&(_, _, weight)| weight).sum();
    if total <= 0.0 {
        return of_node;
    }
    // Shares of all ends of edges: between communities, and of each.
    let mut between = vec![vec![0.0; nodes]; nodes];
    for &(one, other, weight) in edges {
        between[one][other] += weight / (2.0 * total);
        between[other][one] += weight / (2.0 * total);
    }
    let mut ends: Vec<f64> = between.iter().map(|row| row.iter().sum()).collect();
    let mut alive: Vec<usize> = (0..nodes).collect();
    while let Some((one, other)) = best_join(&alive, &between, &ends) {
        alive.retain(|&community| community != other);
        of_node.iter_mut().filter(|community| **community == other).for_each(|community| *community = one);
        for &third in &alive {
            let more = between[other][third];
            between[one][third] += more;
            between[third][one] = between[one][third];
        }
        ends[one] += ends[other];
    }
    of_node
}

/// The two communities that are best joined, if that raises the modularity.
fn best_join(alive: &[usize], between: &[Vec<f64>], ends: &[f64]) -> Option<(usize, usize)> {
    /// Below, a gain is a rounding error.
    const LEAST: f64 = 1e-12;
    let mut best = (LEAST, None);
    for (at, &one) in alive.iter().enumerate() {
        for &other in &alive[at + 1..] {
            let gain = between[one][other] - ends[one] * ends[other];
            if gain > best.0 {
                best = (gain, Some((one, other)));
            }
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_triangles_with_a_bridge_are_two_communities() {
        let edges =
            [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (3, 4, 1.0), (4, 5, 1.0), (3, 5, 1.0), (2, 3, 1.0)];
        let found = communities(6, &edges);
        assert_eq!((found[0], found[1], found[3], found[4]), (found[2], found[2], found[5], found[5]));
        assert_ne!(found[0], found[3]);
    }

    #[test]
    fn nodes_without_edges_stand_alone() {
        assert_eq!(communities(3, &[]), [0, 1, 2]);
        let found = communities(3, &[(0, 2, 1.0)]);
        assert_eq!(found[0], found[2]);
        assert_ne!(found[0], found[1]);
    }
}
