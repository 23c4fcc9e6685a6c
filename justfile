# Development tasks; `just --list` lists them.

# Build this repository's own site into public/
site:
    cargo run --release --locked -- build

# Preview this repository's own site, and update it on every save
serve:
    cargo run --release --locked -- serve --open

# Run every check that CI runs
test:
    tests/all

# Run only the Rust tests
quick:
    cargo test --locked

# Update the expected output of the fixture sites; review the diff
goldens:
    UPDATE=1 cargo test --locked --test it

# Time a clean build against Hugo and cp
bench articles="10000":
    python3 benches/compare.py --articles {{articles}} --peers hugo

# Kill, overlap and fail builds many times
trials count="500":
    TRIALS={{count}} cargo test --locked --test it trials -- --nocapture

# Try long sequences of edits, each built from the cache and clean
sequences count="300":
    TRIALS={{count}} cargo test --locked --test it properties::rebuild -- --nocapture

# Fuzz one target, or all of them
fuzz target="" seconds="600":
    fuzz/run {{target}} --seconds {{seconds}}

# Time from saving a file to the updated page
saves articles="10000":
    cargo build --profile dist --locked
    python3 benches/serve.py --articles {{articles}}

# Soak test of the preview: 10,000 saves in six styles, then 2,000 files switched at once
soak count="10000":
    SOAK={{count}} cargo test --locked --test it serve::soak -- --nocapture

# Build the program as it is released: the dist profile, optimised by a profile of what it does
profiled:
    tools/profiled

# Benchmark how the file system writes a site: threads, order, folders, renames
writing:
    cargo bench --locked --bench writing

# Run the micro-benchmarks of single stages
stages:
    cargo bench --locked --bench stages

# Time and memory of 150 shapes of input at n and 2n
curves:
    cargo bench --locked --bench curves

# Write the licences of all libraries into THIRD-PARTY.md
third-party:
    tools/third-party

# Screenshots of the site at phone and desktop width, light and dark
screenshots folder="target/screenshots": site
    npm ci --prefix tests/browser
    SITE=public node tests/browser/screenshots.js {{folder}}

# Apply the linter's fixes, and format
fix:
    cargo clippy --fix --allow-dirty --all-targets
    cargo fmt
