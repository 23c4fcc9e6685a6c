//! `dateline explain`: what a code of a mistake means.

use clap::Args;

use super::Common;

/// Say what a code of a mistake means, with a wrong and a right example.
#[derive(Args)]
pub struct Explain {
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(self, _common: &Common) -> u8 {
        0
    }
}
