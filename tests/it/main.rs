//! x
#![allow(clippy::disallowed_methods, reason = "tests prepare real folders")]
