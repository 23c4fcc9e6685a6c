//! The site's time zone, and zones that an abbreviation or an offset may mean.

use chrono_tz::Tz;

use crate::diagnostic::{Diagnostic, Sink, suggest};
use crate::source::At;
use crate::yaml::fields::Fields;

/// Abbreviations, each with zones that use it.
const ABBREVIATIONS: [(&str, &[&str]); 54] = [
    ("ACDT", &["Australia/Adelaide"]),
    ("ACST", &["Australia/Adelaide", "Australia/Darwin"]),
    ("ADT", &["America/Halifax"]),
    ("AEDT", &["Australia/Sydney"]),
    ("AEST", &["Australia/Sydney", "Australia/Brisbane"]),
    ("AKDT", &["America/Anchorage"]),
    ("AKST", &["America/Anchorage"]),
    ("ART", &["America/Argentina/Buenos_Aires"]),
    ("AST", &["America/Halifax", "Asia/Riyadh"]),
    ("AWST", &["Australia/Perth"]),
    ("BRT", &["America/Sao_Paulo"]),
    ("BST", &["Europe/London", "Asia/Dhaka"]),
    ("CAT", &["Africa/Maputo"]),
    ("CDT", &["America/Chicago"]),
    ("CEST", &["Europe/Berlin", "Europe/Paris"]),
    ("CLT", &["America/Santiago"]),
    ("COT", &["America/Bogota"]),
    ("CST", &["America/Chicago", "Asia/Shanghai"]),
    ("EAT", &["Africa/Nairobi"]),
    ("EDT", &["America/New_York"]),
    ("EEST", &["Europe/Athens", "Europe/Kyiv"]),
    ("GST", &["Asia/Dubai"]),
    ("HKT", &["Asia/Hong_Kong"]),
    ("ICT", &["Asia/Bangkok", "Asia/Ho_Chi_Minh"]),
    ("IDT", &["Asia/Jerusalem"]),
    ("IRST", &["Asia/Tehran"]),
    ("IST", &["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
    ("JST", &["Asia/Tokyo"]),
    ("KST", &["Asia/Seoul"]),
    ("MDT", &["America/Denver"]),
    ("MESZ", &["Europe/Berlin"]),
    ("MEZ", &["Europe/Berlin"]),
    ("MSK", &["Europe/Moscow"]),
    ("MYT", &["Asia/Kuala_Lumpur"]),
    ("NDT", &["America/St_Johns"]),
    ("NPT", &["Asia/Kathmandu"]),
    ("NST", &["America/St_Johns"]),
    ("NZDT", &["Pacific/Auckland"]),
    ("NZST", &["Pacific/Auckland"]),
    ("PDT", &["America/Los_Angeles"]),
    ("PET", &["America/Lima"]),
    ("PHT", &["Asia/Manila"]),
    ("PKT", &["Asia/Karachi"]),
    ("PST", &["America/Los_Angeles", "Asia/Manila"]),
    ("SAST", &["Africa/Johannesburg"]),
    ("SGT", &["Asia/Singapore"]),
    ("TRT", &["Europe/Istanbul"]),
    ("UZT", &["Asia/Tashkent"]),
    ("WAT", &["Africa/Lagos"]),
    ("WEST", &["Europe/Lisbon"]),
    ("WIB", &["Asia/Jakarta"]),
    ("WIT", &["Asia/Jayapura"]),
    ("WITA", &["Asia/Makassar"]),
    ("Z", &["UTC"]),
];

/// Names of the IANA list that are offsets without summer time, each with a zone that has summer
/// time and one that has not.
const FIXED: [(Tz, &str, &str); 2] = [
    (Tz::EST, "America/New_York", "America/Panama"),
    (Tz::MST, "America/Denver", "America/Phoenix"),
];

/// Zones by their standard offset in minutes.
const OFFSETS: [(i32, &str); 22] = [
    (-600, "Pacific/Honolulu"),
    (-540, "America/Anchorage"),
    (-480, "America/Los_Angeles"),
    (-420, "America/Denver"),
    (-360, "America/Chicago"),
    (-300, "America/New_York"),
    (-240, "America/Halifax"),
    (-180, "America/Sao_Paulo"),
    (0, "Europe/London"),
    (60, "Europe/Berlin"),
    (120, "Europe/Athens"),
    (180, "Africa/Nairobi"),
    (210, "Asia/Tehran"),
    (240, "Asia/Dubai"),
    (300, "Asia/Karachi"),
    (330, "Asia/Kolkata"),
    (360, "Asia/Dhaka"),
    (420, "Asia/Jakarta"),
    (480, "Asia/Singapore"),
    (540, "Asia/Tokyo"),
    (600, "Australia/Sydney"),
    (720, "Pacific/Auckland"),
];

pub(super) fn time_zone(f: &mut Fields<'_>, sink: &mut Sink) -> Tz {
    let Some(zone) = f.text("timezone", sink) else {
        return Tz::UTC;
    };
    match zone.value.parse() {
        Ok(tz) => {
            sink.extend(without_summer_time(&zone, tz));
            tz
        }
        Err(_) => {
            sink.push(
                Diagnostic::error(
                    "bad-timezone",
                    format!("`{}` is not an IANA time zone", zone.value),
                )
                .at(zone.span, "unknown")
                .hint(instead(&zone.value)),
            );
            Tz::UTC
        }
    }
}

fn without_summer_time(zone: &At<String>, tz: Tz) -> Option<Diagnostic> {
    let (_, with, without) = FIXED.iter().find(|(fixed, ..)| *fixed == tz)?;
    let message = format!("`{}` never has summer time", zone.value);
    Some(
        Diagnostic::warning("no-summer-time", message)
            .at(zone.span, "an hour off in summer?")
            .hint(format!(
                "write `{with}`, or `{without}` if the clocks never change"
            )),
    )
}

/// Says what to write instead of a text that is no zone.
fn instead(text: &str) -> String {
    let or = |zones: &[&str]| {
        let quoted: Vec<String> = zones.iter().map(|zone| format!("`{zone}`")).collect();
        quoted.join(" or ")
    };
    let known = ABBREVIATIONS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(text));
    if let Some((_, zones)) = known {
        return format!(
            "write a region and city whose clocks show this time, such as {}",
            or(zones)
        );
    }
    if let Some(zone) = of_offset(text) {
        return format!(
            "write a region and city, such as `{zone}`; an offset knows no summer time"
        );
    }
    let city = text.replace(' ', "_");
    let named = || chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    let of_city = named().find(|zone| {
        let last = zone.rsplit('/').next().unwrap_or(zone);
        last.eq_ignore_ascii_case(&city)
    });
    // An abbreviation is as near to many others.
    let is_word = text.len() > 5 || text.contains('/');
    let near = || suggest::nearest(text, named()).filter(|_| is_word);
    suggest::did_you_mean(
        of_city.or_else(near),
        "write a region and city, as in `Asia/Jakarta` or `Europe/London`",
    )
}

/// Returns a zone with the offset of `UTC+7`, `GMT-5` or `+05:30`.
fn of_offset(text: &str) -> Option<&'static str> {
    let upper = text.to_ascii_uppercase();
    let bare = upper.trim_start_matches("UTC").trim_start_matches("GMT");
    let digits = bare.trim().strip_prefix(['+', '-'])?;
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at(2),
        None => (digits, "0"),
    };
    let minutes = hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?;
    let minutes = if bare.trim().starts_with('-') {
        -minutes
    } else {
        minutes
    };
    let found = OFFSETS.iter().find(|(offset, _)| *offset == minutes);
    found.map(|(_, zone)| *zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_that_is_suggested_exists() {
        let abbreviations = ABBREVIATIONS.iter().flat_map(|(_, zones)| zones.iter());
        let fixed = FIXED.iter().flat_map(|(_, with, without)| [with, without]);
        let offsets = OFFSETS.iter().map(|(_, zone)| zone);
        for zone in abbreviations.chain(fixed).chain(offsets) {
            assert!(zone.parse::<Tz>().is_ok(), "{zone}");
        }
    }

    #[test]
    fn what_is_no_zone_is_answered_with_zones_that_it_may_mean() {
        for (text, zone) in [
            ("BST", "`Europe/London`"),
            ("cest", "`Europe/Berlin`"),
            ("PST", "`America/Los_Angeles`"),
            ("IST", "`Asia/Kolkata` or `Europe/Dublin`"),
            ("WIB", "`Asia/Jakarta`"),
            ("UTC+7", "`Asia/Jakarta`"),
            ("GMT-5", "`America/New_York`"),
            ("+05:30", "`Asia/Kolkata`"),
            ("-0800", "`America/Los_Angeles`"),
            ("Jakarta", "did you mean `Asia/Jakarta`?"),
            ("new york", "did you mean `America/New_York`?"),
            ("Europe/Londn", "did you mean `Europe/London`?"),
            ("XYT", "as in `Asia/Jakarta`"),
            ("ESTT", "as in `Asia/Jakarta`"),
            ("+99999999999", "as in `Asia/Jakarta`"),
        ] {
            assert!(instead(text).contains(zone), "{text}: {}", instead(text));
        }
    }
}
