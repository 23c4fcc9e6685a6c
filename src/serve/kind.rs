//! Media types by file extension.

/// The media type of drawings.
pub const DRAWING: &str = "image/svg+xml";

/// Returns the media type; text is always UTF-8.
pub fn of(route: &str) -> &'static str {
    let name = route.rsplit('/').next().unwrap_or(route);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "svg" => DRAWING,
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "pdf" => "application/pdf",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "zip" => "application/zip",
        "md" => "text/markdown; charset=utf-8",
        "txt" | "yml" | "yaml" | "conf" => "text/plain; charset=utf-8",
        // Files for hosts (`_headers`, `_redirects`) have no extension.
        "" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
