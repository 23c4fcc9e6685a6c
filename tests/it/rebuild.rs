//! What a build that goes on from the last one does, and what it leaves alone.
