//! Which network is wanted.

use std::io;

use clap::{Args, ValueEnum};

use crate::messages::{edges_of_co_task, edges_of_tasks};
use crate::network::form::Form;

/// Which network is wanted.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Wanted {
    /// What an edge stands for
    #[arg(long, value_enum, value_name = "TIES")]
    pub(super) edges: Ties,
    /// The format [default: told by FILE's ending]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(super) format: Option<Form>,
    /// Write a network for each year of the notices: net-2023.graphml, net-2024.graphml, net-undated.graphml
    #[arg(long, value_enum, value_name = "PERIOD")]
    pub(super) by: Option<By>,
    /// Take groups for nodes, too: 各市州人民政府 ties all that it stands beside
    #[arg(long)]
    pub(super) groups: bool,
    /// Take units, too, that a remark or an item above gives to a task
    #[arg(long)]
    pub(super) inherited: bool,
    /// Of n units of a task count each edge 1/(n-1), so that each unit has the weight 1 in each task
    #[arg(long)]
    pub(super) fractional: bool,
}

/// What an edge stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Ties {
    /// Two units answer for the same task; undirected
    CoTask,
    /// One unit leads a task that the other supports; directed
    LeadSupport,
    /// A unit answers for a task: nodes of two modes
    TwoMode,
    /// Two units issued a paper together; undirected
    CoIssue,
    /// A notice cites another paper; directed
    Cites,
}

/// What a series of networks goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum By {
    /// The year of the notice's date, else of its number
    Year,
}

impl Ties {
    pub(super) fn name(self) -> &'static str {
        match self {
            Ties::CoTask => "co-task",
            Ties::LeadSupport => "lead-support",
            Ties::TwoMode => "two-mode",
            Ties::CoIssue => "co-issue",
            Ties::Cites => "cites",
        }
    }

    /// What formats say of its edges.
    pub(super) fn direction(self) -> &'static str {
        if self.are_directed() { "directed" } else { "undirected" }
    }

    pub(super) fn are_directed(self) -> bool {
        matches!(self, Ties::LeadSupport | Ties::Cites)
    }

    /// The attribute of edges that says in words how the two are tied.
    pub(super) fn words(self) -> Option<&'static str> {
        match self {
            Ties::TwoMode => Some("role"),
            Ties::Cites => Some("relation"),
            Ties::CoTask | Ties::LeadSupport | Ties::CoIssue => None,
        }
    }
}

impl Wanted {
    /// Whether what is wanted goes together.
    ///
    /// # Errors
    ///
    /// - an option is given that says nothing about these edges
    pub(super) fn check(self) -> io::Result<()> {
        let of_tasks = matches!(self.edges, Ties::CoTask | Ties::LeadSupport | Ties::TwoMode);
        if (self.groups || self.inherited) && !of_tasks {
            return Err(io::Error::other(edges_of_tasks().to_string()));
        }
        if self.fractional && self.edges != Ties::CoTask {
            return Err(io::Error::other(edges_of_co_task().to_string()));
        }
        Ok(())
    }

    /// What each edge between `units` of one task counts.
    pub(super) fn share(self, units: usize) -> f64 {
        match u32::try_from(units) {
            Ok(units @ 2..) if self.fractional => 1.0 / f64::from(units - 1),
            _ => 1.0,
        }
    }
}
