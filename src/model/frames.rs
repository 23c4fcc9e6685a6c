//! Films and posts of other hosts: the address that shows one in a frame.

use crate::parse::embeds::origin;
use crate::percent;

/// A film or a post that a page may show in a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// What the frame loads: where the service offers it, without cookies or tracking.
    pub address: String,
    /// The host that the text names, without `www.`.
    pub host: String,
    /// Whether it is as wide and high as a film.
    pub is_film: bool,
}

/// Hosts of one service.
const SERVICES: [&[&str]; 9] = [
    &["youtube.com", "youtu.be", "youtube-nocookie.com"],
    &["vimeo.com"],
    &["dailymotion.com", "dai.ly"],
    &["archive.org"],
    &["open.spotify.com"],
    &["soundcloud.com"],
    &["x.com", "twitter.com"],
    &["tiktok.com"],
    &["mastodon.social"],
];

/// Returns the frame of an address whose host `embeds` names. `None` for another host, and for an
/// address that is not of https.
pub fn frame(address: &str, embeds: &[String]) -> Option<Frame> {
    let host = host_of(address)?;
    let named = |host: &str| {
        embeds.iter().any(|name| {
            host == name
                || host
                    .strip_suffix(name.as_str())
                    .is_some_and(|h| h.ends_with('.'))
        })
    };
    let kin = service(&host).unwrap_or_default();
    if !named(&host) && !kin.iter().any(|host| named(host)) {
        return None;
    }
    let (address, is_film) = framed(address, &host, kin);
    let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    Some(Frame {
        address,
        host,
        is_film,
    })
}

/// The name for `embeds` of the service of an address, if it is known to be a film or a post.
pub fn known_service(address: &str) -> Option<&'static str> {
    let host = host_of(address)?;
    let kin = service(&host)?;
    let whole = address
        .strip_prefix("//")
        .map(|rest| format!("https://{rest}"));
    let (framed, _) = framed(address, &host, kin);
    (framed != whole.as_deref().unwrap_or(address)).then_some(kin[0])
}

/// The host of an address of https, in lower case, without its port.
pub fn host_of(address: &str) -> Option<String> {
    let origin = origin(address)?;
    let host = origin.strip_prefix("https://")?;
    Some(host.split(':').next().unwrap_or(host).to_owned())
}

fn service(host: &str) -> Option<&'static [&'static str]> {
    let is_of = |known: &&str| {
        host == *known
            || host
                .strip_suffix(known)
                .is_some_and(|rest| rest.ends_with('.'))
    };
    let found = SERVICES.iter().find(|hosts| hosts.iter().any(is_of));
    found.copied()
}

/// The address for a frame, and whether it shows a film.
fn framed(address: &str, host: &str, kin: &[&str]) -> (String, bool) {
    let whole = address
        .strip_prefix("//")
        .map(|rest| format!("https://{rest}"));
    let whole = whole.as_deref().unwrap_or(address);
    let (before, _) = whole.split_once('#').unwrap_or((whole, ""));
    let (before, query) = before.split_once('?').unwrap_or((before, ""));
    let path = before.splitn(4, '/').nth(3).unwrap_or("");
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let film = match (kin.first().copied(), parts.as_slice()) {
        (Some("youtube.com"), parts) => youtube(host, parts, query),
        (Some("vimeo.com"), ["video", id] | [id]) if is_number(id) => {
            Some(format!("https://player.vimeo.com/video/{id}?dnt=1"))
        }
        (Some("vimeo.com"), [id, hash]) if is_number(id) && is_id(hash) => Some(format!(
            "https://player.vimeo.com/video/{id}?dnt=1&h={hash}"
        )),
        (Some("dailymotion.com"), [.., "video", id] | [id]) if is_id(id) => Some(format!(
            "https://geo.dailymotion.com/player.html?video={id}"
        )),
        (Some("archive.org"), ["details" | "embed", id, ..]) => {
            Some(format!("https://archive.org/embed/{id}"))
        }
        // PeerTube, on any host.
        (None, ["videos", "watch", id] | ["w", id]) if is_id(id) => {
            Some(format!("https://{host}/videos/embed/{id}"))
        }
        _ => None,
    };
    if let Some(film) = film {
        return (film, true);
    }
    let post = match (kin.first().copied(), parts.as_slice()) {
        (Some("open.spotify.com"), [kind, id]) if is_id(id) => {
            Some(format!("https://open.spotify.com/embed/{kind}/{id}"))
        }
        (Some("soundcloud.com"), [_, _, ..]) => {
            let track = percent::component(before);
            Some(format!("https://w.soundcloud.com/player/?url={track}"))
        }
        (Some("x.com"), [_, "status", id, ..]) if is_number(id) => Some(format!(
            "https://platform.twitter.com/embed/Tweet.html?id={id}&dnt=true"
        )),
        (Some("tiktok.com"), [_, "video", id]) if is_number(id) => {
            Some(format!("https://www.tiktok.com/embed/v2/{id}"))
        }
        // Mastodon, on any host.
        (None | Some("mastodon.social"), [user, id]) if user.starts_with('@') && is_number(id) => {
            Some(format!("https://{host}/{user}/{id}/embed"))
        }
        _ => None,
    };
    (post.unwrap_or_else(|| whole.to_owned()), false)
}

fn youtube(host: &str, parts: &[&str], query: &str) -> Option<String> {
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    let base = "https://www.youtube-nocookie.com/embed";
    let id = match parts {
        ["playlist"] => {
            let list = value("list").filter(|list| is_id(list))?;
            return Some(format!("{base}/videoseries?list={list}"));
        }
        ["watch"] => value("v")?,
        ["shorts" | "live" | "embed", id] => id,
        [id] if host.ends_with("youtu.be") => id,
        _ => return None,
    };
    let start = value("t").or_else(|| value("start"));
    let start = start
        .map(|start| start.trim_end_matches('s'))
        .filter(|start| is_number(start));
    let start = start.map_or_else(String::new, |start| format!("?start={start}"));
    is_id(id).then(|| format!("{base}/{id}{start}"))
}

fn is_id(text: &str) -> bool {
    let good = |b: u8| b.is_ascii_alphanumeric() || b"-_".contains(&b);
    !text.is_empty() && text.len() <= 64 && text.bytes().all(good)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 32 && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_loads_the_address_that_tracks_least() {
        let embeds: Vec<String> = [
            "youtube.com",
            "vimeo.com",
            "dailymotion.com",
            "archive.org",
            "open.spotify.com",
            "soundcloud.com",
            "twitter.com",
            "tiktok.com",
            "tube.example",
            "social.example",
        ]
        .map(str::to_owned)
        .into();
        for (address, expected) in [
            (
                "https://www.youtube.com/watch?v=aB3-_x",
                "https://www.youtube-nocookie.com/embed/aB3-_x",
            ),
            (
                "https://youtu.be/aB3?si=x&t=90s",
                "https://www.youtube-nocookie.com/embed/aB3?start=90",
            ),
            (
                "https://m.youtube.com/shorts/aB3",
                "https://www.youtube-nocookie.com/embed/aB3",
            ),
            (
                "//youtube.com/live/aB3#x",
                "https://www.youtube-nocookie.com/embed/aB3",
            ),
            (
                "https://youtube.com/playlist?list=PL1",
                "https://www.youtube-nocookie.com/embed/videoseries?list=PL1",
            ),
            (
                "https://vimeo.com/123",
                "https://player.vimeo.com/video/123?dnt=1",
            ),
            (
                "https://vimeo.com/123/abc",
                "https://player.vimeo.com/video/123?dnt=1&h=abc",
            ),
            (
                "https://player.vimeo.com/video/123",
                "https://player.vimeo.com/video/123?dnt=1",
            ),
            (
                "https://dai.ly/x8",
                "https://geo.dailymotion.com/player.html?video=x8",
            ),
            (
                "https://archive.org/details/a.b",
                "https://archive.org/embed/a.b",
            ),
            (
                "https://open.spotify.com/episode/4x",
                "https://open.spotify.com/embed/episode/4x",
            ),
            (
                "https://soundcloud.com/a/b?c",
                "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb",
            ),
            (
                "https://x.com/a/status/12",
                "https://platform.twitter.com/embed/Tweet.html?id=12&dnt=true",
            ),
            (
                "https://www.tiktok.com/@a/video/12",
                "https://www.tiktok.com/embed/v2/12",
            ),
            (
                "https://tube.example/w/aB3",
                "https://tube.example/videos/embed/aB3",
            ),
            (
                "https://social.example/@a/12",
                "https://social.example/@a/12/embed",
            ),
            (
                "https://social.example/map?x=1#y",
                "https://social.example/map?x=1#y",
            ),
            // What is no film stays what it is.
            (
                "https://www.youtube.com/watch?v=\"><x",
                "https://www.youtube.com/watch?v=\"><x",
            ),
        ] {
            let found = frame(address, &embeds).map(|frame| frame.address);
            assert_eq!(found.as_deref(), Some(expected), "{address}");
        }
    }

    #[test]
    fn only_hosts_that_are_named_are_loaded() {
        let embeds = ["youtube.com".to_owned()];
        for address in [
            "https://vimeo.com/1",
            "https://notyoutube.com/watch?v=a",
            "https://youtube.com.evil.example/watch?v=a",
            "https://youtube.com@evil.example/watch?v=a",
            "https://evil.example/?youtube.com",
            "http://youtube.com/watch?v=a",
            "javascript:https://youtube.com/",
            "/watch?v=a",
        ] {
            assert_eq!(frame(address, &embeds), None, "{address}");
        }
        assert_eq!(known_service("https://youtu.be/a"), Some("youtube.com"));
        assert_eq!(known_service("https://example.org/a"), None);
        assert_eq!(known_service("https://archive.org/download/a/b.png"), None);
    }
}
