//! `--untrusted`: builds and checks what a stranger has written.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Verb;
use crate::project::{Settings, Trust, untrusted};
use crate::world::{FileKind, Mounted, World};

/// Options of the verbs that work on content of strangers.
#[derive(Args, Clone, Default)]
pub struct UntrustedArgs {
    /// Treat the content as a stranger's, as in a pull request: no raw HTML, no symbolic links,
    /// tight limits; no cache, and nothing from the environment, is used. Without --trusted, the
    /// site.yaml, templates/, static/ and urls.lock of the project are used, and so must be your own
    #[arg(long)]
    untrusted: bool,
    /// With --untrusted: the checkout of a branch that you trust. Everything but content/ is taken
    /// from there: site.yaml, templates/, static/, urls.lock
    #[arg(long, value_name = "FOLDER", requires = "untrusted")]
    trusted: Option<PathBuf>,
}

impl UntrustedArgs {
    /// Applies the options to `settings`, whose root is the stranger's checkout.
    ///
    /// # Errors
    /// A message about a folder that is not there.
    pub(super) fn apply<'w>(
        &self,
        settings: &mut Settings,
        world: &'w dyn World,
    ) -> Result<Checkouts<'w>, String> {
        let theirs = settings.root.clone();
        let Some(trusted) = &self.trusted else {
            if self.untrusted {
                settings.trust = Trust::None;
            }
            return Ok(Checkouts {
                theirs,
                mounted: None,
            });
        };
        let at = |error: std::io::Error| format!("{}: {error}", trusted.display());
        settings.root = std::path::absolute(trusted).map_err(at)?;
        let stat = world.stat(&settings.root).map_err(at)?;
        if !stat.is_some_and(|stat| matches!(stat.kind, FileKind::Folder | FileKind::Link)) {
            return Err(format!("--trusted: {} is no folder", trusted.display()));
        }
        settings.trust = Trust::AllButContent;
        let mounted = Some(untrusted::mounted(world, settings, &theirs));
        Ok(Checkouts { theirs, mounted })
    }

    pub(super) fn is_given(&self) -> bool {
        self.untrusted
    }
}

/// Where a verb works.
pub(super) struct Checkouts<'w> {
    /// The folder that `--root` names: that of the stranger, if there is one.
    pub theirs: PathBuf,
    mounted: Option<Mounted<'w>>,
}

impl Checkouts<'_> {
    /// The world in which the project is what is to be built.
    pub fn world<'s>(&'s self, own: &'s dyn World) -> &'s dyn World {
        match &self.mounted {
            Some(mounted) => mounted,
            None => own,
        }
    }
}

impl Verb {
    /// Whether what it works on is a stranger's, so that nothing is taken from the environment.
    pub(super) fn is_untrusted(&self) -> bool {
        match self {
            Self::Build(build) => build.untrusted.is_given(),
            Self::Check(check) => check.untrusted.is_given(),
            _ => false,
        }
    }
}

/// Uses as many threads as there are processors, whatever the environment says.
pub(super) fn set_threads(threads: Option<usize>) {
    let processors = || std::thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.unwrap_or_else(processors);
    // A second call in one process would fail; this is the only one.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build_global();
}

/// Checks that a build of a stranger's content has an output of its own, in neither of the
/// checkouts: there, what an earlier build has recorded may be forged, and `public/` of the trusted
/// one is what gets deployed.
///
/// # Errors
/// A message about what to write instead.
pub(super) fn check_output(
    settings: &Settings,
    theirs: &Path,
    world: &dyn World,
) -> Result<(), String> {
    let Some(output) = &settings.output else {
        return Err(
            "--untrusted needs --output: a folder outside of the project, as in `--output /tmp/preview`"
                .to_owned(),
        );
    };
    let real = |path: &Path| {
        let there = path.ancestors().find_map(|above| {
            let real = world.canonical(above).ok()?;
            Some((real, path.strip_prefix(above).ok()?))
        });
        there.map_or_else(|| path.to_owned(), |(real, rest)| real.join(rest))
    };
    let out = real(output);
    for project in [&settings.root, theirs] {
        if out.starts_with(real(project)) {
            return Err(format!(
                "--output {} is inside {}; with --untrusted it must be outside of the project",
                output.display(),
                project.display()
            ));
        }
    }
    Ok(())
}
