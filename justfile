# Chores; `just --list` names them.

# Build this repository's own site into public/
site:
    cargo run --release --locked -- build

# Show this repository's own site, and again at every save
serve:
    cargo run --release --locked -- serve --open

# Every check that CI runs
test:
    tests/all

# Only the tests in Rust
quick:
    cargo test --locked

# Write the expected output of the fixture sites anew, after a look at why it changed
goldens:
    UPDATE=1 cargo test --locked --test it

# Time a clean build against Hugo and cp
bench articles="10000":
    python3 benches/compare.py --articles {{articles}} --peers hugo

# Kill, overlap and fail builds many times
trials count="500":
    TRIALS={{count}} cargo test --locked --test it trials -- --nocapture

# Time from a save to the page that shows it
saves articles="10000":
    cargo build --profile dist --locked
    python3 benches/serve.py --articles {{articles}}

# 2,000 saves in four styles, and a switch of 2,000 files
soak count="2000":
    SOAK={{count}} cargo test --locked --test it serve::soak -- --nocapture

# What this file system likes: threads, order, folders, renames
writing:
    cargo bench --locked --bench writing

# Micro-benchmarks of single stages
stages:
    cargo bench --locked --bench stages

# Pictures of the site at phone and desktop width, light and dark
screenshots folder="target/screenshots": site
    npm ci --prefix tests/browser
    SITE=public node tests/browser/screenshots.js {{folder}}

# Format, and let the linter mend what it can
tidy:
    cargo clippy --fix --allow-dirty --all-targets
    cargo fmt
