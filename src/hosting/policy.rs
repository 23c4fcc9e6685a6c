//! The content security policy and the other headers of every page.

use std::collections::BTreeSet;

use crate::config::{RawHtml, SiteConfig};
use crate::content::article::ArticleId;
use crate::content::body::{Body, Embed, LinkKind};
use crate::content::picture::Picture;
use crate::model::frames::frame;
use crate::model::link::{Links, Target, away};
use crate::model::site::Site;
use crate::parse::embeds::{of_html, origin};

/// The host of the discussions of a site.
pub const GISCUS: &str = "https://giscus.app";

/// What a site loads from other hosts, in order.
pub type Loaded = BTreeSet<(Embed, String)>;

/// Returns everything that the pages load from other hosts: pictures of articles and texts, embeds
/// in raw HTML that is kept, and the slots in use. `sponsor` is the owner's fragment. Empty if the
/// site lists no host to write headers for.
pub fn loaded(site: &Site, links: &Links, sponsor: Option<&str>) -> Loaded {
    match site.config.hosting.hosts.is_empty() {
        true => Loaded::new(),
        false => loaded_anyway(site, links, sponsor),
    }
}

/// Like [`loaded`], whether or not the site lists a host.
pub fn loaded_anyway(site: &Site, links: &Links, sponsor: Option<&str>) -> Loaded {
    let mut loaded = Loaded::new();
    let shown = |i: &usize| !site.expired.contains(ArticleId(*i));
    let articles = site.articles.iter().zip(&links.articles).enumerate();
    let articles = articles
        .filter(|(i, _)| shown(i))
        .map(|(_, (a, t))| (&*a.body, t));
    let pages = site.pages.iter().map(|p| &p.body).zip(&links.pages);
    let texts = site.texts.iter().map(|t| &t.body).zip(&links.texts);
    for (body, targets) in articles.chain(pages).chain(texts) {
        of_body(body, targets, &site.config.embeds, &mut loaded);
    }
    for (id, picture) in &links.images {
        if let (true, Picture::Away(url)) = (shown(&id.0), picture) {
            loaded.extend(origin(url).map(|o| (Embed::Picture, o)));
        }
    }
    let slots = &site.config.slots;
    if slots.comments.is_some() {
        loaded.insert((Embed::Frame, GISCUS.to_owned()));
    }
    loaded.extend(slots.counter.iter().map(|o| (Embed::Picture, o.clone())));
    loaded.extend(sponsor.into_iter().flat_map(of_html));
    loaded.retain(|(_, origin)| *origin != site.config.origin);
    loaded
}

fn of_body(body: &Body, targets: &[Target], embeds: &[String], loaded: &mut Loaded) {
    loaded.extend(body.embeds.iter().cloned());
    let pictures = body.links.iter().zip(targets);
    loaded.extend(pictures.filter_map(|(link, target)| match target {
        Target::Away if link.kind == LinkKind::Picture => {
            let address = away(link);
            match frame(&address, embeds) {
                Some(frame) => Some((Embed::Frame, origin(&frame.address)?)),
                None => Some((Embed::Picture, origin(&address)?)),
            }
        }
        _ => None,
    }));
}

/// How long a list of hosts may become, in bytes. nginx does not start with a header of more than
/// 4,096, and Cloudflare Pages cuts at 2,000.
const LONGEST_LIST: usize = 1500;

/// Returns the policy for a site that loads `loaded`. A site with pictures from very many hosts may
/// load them from any.
pub fn policy(config: &SiteConfig, loaded: &Loaded) -> String {
    let from = |how: Embed| {
        let origins = loaded.iter().filter(move |(h, _)| *h == how);
        origins.fold(String::new(), |list, (_, origin)| {
            format!("{list} {origin}")
        })
    };
    let mut pictures = from(Embed::Picture);
    if pictures.len() > LONGEST_LIST {
        let schemes = ["https:", "http:"].into_iter();
        let used = schemes.filter(|scheme| pictures.split(' ').any(|o| o.starts_with(scheme)));
        pictures = used.fold(String::new(), |list, scheme| format!("{list} {scheme}"));
    }
    let mut policy = format!(
        "default-src 'none'; script-src 'self'{}; style-src 'self'{}; img-src 'self' data:{}; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; ",
        from(Embed::Script),
        from(Embed::Style),
        pictures
    );
    let media = from(Embed::Media);
    if !media.is_empty() || config.markdown.raw_html == RawHtml::Trust {
        policy.push_str(&format!("media-src 'self'{media}; "));
    }
    let frames = from(Embed::Frame);
    if !frames.is_empty() {
        policy.push_str(&format!("frame-src{frames}; "));
    }
    policy
        .push_str("base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'");
    policy
}

/// The policy of drawings (SVG), which run nothing when they are opened as pages of their own. They
/// have styles in them.
pub const DRAWING_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

/// The policy of embeddable pages, which every site may show in a frame: that of the other pages but
/// for this. `None` if the owner's own policy says nothing of it, or no page is embeddable.
pub fn embed_policy(config: &SiteConfig, loaded: &Loaded) -> Option<String> {
    if !config.features.embeds {
        return None;
    }
    let headers = headers(config, loaded);
    let (_, policy) = headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("Content-Security-Policy"))?;
    let is_frames = |directive: &str| {
        let name = directive.split_ascii_whitespace().next();
        name.is_some_and(|name| name.eq_ignore_ascii_case("frame-ancestors"))
    };
    let directives = policy.split(';').map(str::trim);
    let directives: Vec<&str> = directives.filter(|one| !one.is_empty()).collect();
    let framed = directives.iter().map(|one| match is_frames(one) {
        true => "frame-ancestors *",
        false => one,
    });
    let framed: Vec<&str> = framed.collect();
    (framed != directives).then(|| framed.join("; "))
}

/// Returns the headers of every page: the defaults, replaced by the owner's headers of the same
/// name.
pub fn headers(config: &SiteConfig, loaded: &Loaded) -> Vec<(String, String)> {
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut headers = vec![
        own("Content-Security-Policy", &policy(config, loaded)),
        own("X-Content-Type-Options", "nosniff"),
        own("Referrer-Policy", "strict-origin-when-cross-origin"),
        own(
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=()",
        ),
    ];
    if config.origin.starts_with("https://") {
        headers.push(own("Strict-Transport-Security", "max-age=31536000"));
    }
    for (name, value) in &config.hosting.headers {
        match headers
            .iter_mut()
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
        {
            Some(header) => header.1.clone_from(value),
            None => headers.push((name.clone(), value.clone())),
        }
    }
    headers
}
