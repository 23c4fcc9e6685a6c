//! The schemes of addresses that a text may link to.

/// Schemes that open a page, a message, a call, a place, a chat, a calendar, a payment or a file
/// elsewhere. None of them runs a script in the page (as `javascript:` and `data:` do) or reads the
/// reader's disk.
pub const LINKED: [&str; 48] = [
    "https",
    "http",
    "mailto",
    "tel",
    "sms",
    "smsto",
    "geo",
    "xmpp",
    "irc",
    "ircs",
    "irc6",
    "matrix",
    "webcal",
    "webcals",
    "magnet",
    "news",
    "nntp",
    "snews",
    "ftp",
    "ftps",
    "sftp",
    "ssh",
    "git",
    "gemini",
    "gopher",
    "finger",
    "bitcoin",
    "ethereum",
    "monero",
    "lightning",
    "doi",
    "urn",
    "info",
    "hdl",
    "sip",
    "sips",
    "im",
    "mumble",
    "signal",
    "sgnl",
    "tg",
    "whatsapp",
    "viber",
    "ipfs",
    "ipns",
    "rsync",
    "feed",
    "openpgp4fpr",
];

/// Schemes of pictures on another host.
pub const PICTURES: [&str; 2] = ["https", "http"];

/// The scheme of an address, in lower case (WHATWG URL, 4.4: scheme state). `None` if it is
/// relative.
pub fn of(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let mut bytes = scheme.bytes();
    let valid = bytes.next()?.is_ascii_alphabetic()
        && bytes.all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    valid.then(|| scheme.to_ascii_lowercase())
}
