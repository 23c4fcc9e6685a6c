//! A time of day: its text, its zone and the resulting instant.

use chrono::{
    DateTime, Datelike, Days, Duration, FixedOffset, LocalResult, NaiveDate, NaiveDateTime,
    NaiveTime, Offset, TimeZone, Timelike, Utc,
};
use chrono_tz::Tz;
use edtf_core::Edtf;

use super::suggest::quoted;
use super::{DateFault, Rejection};

/// The zone in which a time of day was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// No zone was written: the site's zone.
    Site(Tz),
    /// A written offset from UTC; zero for `Z`.
    Offset(FixedOffset),
}

/// Returns the start of a day in a zone; if a clock change skips midnight, the first hour that
/// exists.
pub fn day_begins(day: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    let begins = |hour| {
        day.and_hms_opt(hour, 0, 0)?
            .and_local_timezone(zone)
            .earliest()
    };
    (0..4).find_map(begins).map(|at| at.to_utc())
}

/// A time of day with its instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeOfDay {
    /// Day and time as written, to the second.
    pub local: NaiveDateTime,
    pub zone: Zone,
    pub instant: DateTime<Utc>,
}

impl TimeOfDay {
    /// Formats a date and time for HTML, to the minute unless seconds were written. An offset that
    /// HTML can't express (with seconds, from before standard time) becomes UTC.
    pub(super) fn html(&self) -> Option<String> {
        let offset = match self.zone {
            Zone::Site(zone) => zone
                .offset_from_utc_datetime(&self.instant.naive_utc())
                .fix(),
            Zone::Offset(offset) => offset,
        };
        let local = match offset.local_minus_utc() % 60 {
            0 => self.instant.with_timezone(&offset),
            _ => self.instant.with_timezone(&Utc.fix()),
        };
        let years = [local.year(), self.instant.year()];
        if !years.iter().all(|year| (1..=9999).contains(year)) {
            return None;
        }
        let form = match local.second() {
            0 => "%Y-%m-%dT%H:%M%:z",
            _ => "%Y-%m-%dT%H:%M:%S%:z",
        };
        Some(local.format(form).to_string())
    }
}

/// Returns whether a text starts like a day with a time of day and should be read as one.
pub(super) fn is_date_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > DAY
        && bytes
            .iter()
            .take(DAY)
            .enumerate()
            .all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            })
        && matches!(bytes[DAY], b'T' | b't' | b' ')
        && text[DAY + 1..]
            .trim_start()
            .starts_with(|first: char| first.is_ascii_digit())
}

/// Reads a day with a time of day (ISO 8601-2 Annex A.4.3, with optional seconds and offset, and a
/// space allowed instead of `T`); returns its EDTF and its instant.
///
/// Fractions of a second are dropped; a leap second counts as the second before it.
/// [`is_date_time`] must hold for the text.
pub(super) fn read(text: &str, zone: Tz) -> Result<(Edtf, TimeOfDay), DateFault> {
    read_or_explain(text, zone, &super::suggest::only_reading)
}

/// `meant` returns the date that a text means which is not written as one.
fn read_or_explain(
    text: &str,
    zone: Tz,
    meant: &dyn Fn(&str) -> Option<String>,
) -> Result<(Edtf, TimeOfDay), DateFault> {
    let day = &text[..DAY];
    let date = NaiveDate::parse_from_str(day, "%Y-%m-%d")
        .map_err(|_| super::suggest::fault(day, "the day does not exist"))?;
    let at = text.len() - text[DAY + 1..].trim_start().len();
    let clock_end = text[at..]
        .find(|sign: char| !matches!(sign, '0'..='9' | ':' | '.' | ','))
        .map_or(text.len(), |length| at + length);
    let clock = &text[at..clock_end];
    let shift = text[clock_end..].trim_start();
    let time = read_clock(clock, shift, date, meant).map_err(|(message, hint)| DateFault {
        offset: at,
        len: text.len() - at,
        message,
        hint,
    })?;
    let shift_fault = || {
        let (message, hint) = after_clock(shift, day, time);
        DateFault {
            offset: text.len() - shift.len(),
            len: shift.len(),
            message,
            hint,
        }
    };
    let shift = read_shift(shift).ok_or_else(shift_fault)?;
    let edtf = format!(
        "{day}T{}{}",
        time.format("%H:%M:%S"),
        shift.as_deref().unwrap_or_default()
    );
    let value = Edtf::parse(&edtf).map_err(|_| shift_fault())?;
    let local = date.and_time(time);
    let time = match shift.as_deref().map(offset_of) {
        Some(offset) => written_offset(local, offset.ok_or_else(shift_fault)?),
        None => site_time(local, zone).ok_or_else(|| gap(text, local, zone))?,
    };
    Ok((value, time))
}

/// Returns whether a text is a day with a time of day, disregarding what clocks skipped.
pub(super) fn is_time(text: &str) -> bool {
    // What is meant is found out by asking this.
    is_date_time(text) && read_or_explain(text, Tz::UTC, &|_| None).is_ok()
}

/// Length of `2025-12-09` in bytes.
const DAY: usize = 10;

fn read_clock(
    clock: &str,
    rest: &str,
    day: NaiveDate,
    meant: &dyn Fn(&str) -> Option<String>,
) -> Result<NaiveTime, Rejection> {
    let whole = clock.split(['.', ',']).next().unwrap_or_default();
    let parts: Vec<Option<u32>> = whole.split(':').map(number).collect();
    let (hour, minute, second) = match parts[..] {
        [Some(hour), Some(minute)] => (hour, minute, 0),
        [Some(hour), Some(minute), Some(second)] => (hour, minute, second),
        // `3 pm`
        [Some(hour)] if twelve_hours(hour, rest).is_some() => (hour, 0, 0),
        _ => {
            let said = format!("{clock} {rest}");
            let message = format!("{} is not a time of day", quoted(said.trim_end()));
            // What `check --fix` writes.
            let whole = format!("{day} {said}").to_ascii_lowercase();
            return Err(match meant(&whole) {
                Some(time) => (message, format!("write `{time}`")),
                None => (
                    message,
                    format!("write hours and minutes, such as `{day}T14:30`"),
                ),
            });
        }
    };
    let is_time = |hour| NaiveTime::from_hms_opt(hour, minute, 0).is_some();
    if let Some(hour) = twelve_hours(hour, rest).filter(|hour| is_time(*hour)) {
        return Err((
            "times of day use the 24-hour clock".to_owned(),
            format!("write `{day}T{hour:02}:{minute:02}`"),
        ));
    }
    if hour == 24 && minute == 0 && second == 0 {
        return Err((
            "24:00 belongs to the next day".to_owned(),
            match day + Days::new(1) {
                next if next.year() > 9999 => format!("write `{day}T23:59`"),
                next => format!("write `{next}T00:00` or `{day}T23:59`"),
            },
        ));
    }
    if whole.split(':').any(|part| part.len() != 2) && is_time(hour) {
        return Err((
            "hours, minutes and seconds must have two digits".to_owned(),
            format!("write `{day}T{hour:02}:{minute:02}`"),
        ));
    }
    NaiveTime::from_hms_opt(hour, minute, second.min(59))
        .filter(|_| second <= 60)
        .ok_or_else(|| {
            (
                format!("the time {whole} does not exist"),
                format!(
                    "write hours from 00 to 23, minutes and seconds from 00 to 59, as in \
                     `{day}T14:30`, or `{day}` if the time is unknown"
                ),
            )
        })
}

/// Explains what is wrong with the text after a time of day.
fn after_clock(rest: &str, day: &str, time: NaiveTime) -> Rejection {
    match rest.chars().next() {
        Some('~' | '?' | '%') => (
            "a time of day is exact and can't have a mark".to_owned(),
            format!("write `{day}{}`", &rest[..1]),
        ),
        _ if rest.contains('/') => {
            let end = rest.split('/').nth(1).unwrap_or_default();
            let days = format!("{day}/{}", end.get(..DAY).unwrap_or(end));
            let hint = match super::read::is_date(&days) {
                true => format!("write `{days}`"),
                false => format!("write `{day}/..`, or only the start"),
            };
            let message = "the ends of an interval can't have times of day";
            (message.to_owned(), hint)
        }
        _ => {
            let local = format!("{day}T{}", time.format("%H:%M"));
            let is_name = rest.bytes().all(|b| b.is_ascii_uppercase());
            let message = match is_name {
                true => format!(
                    "{} is the name of several time zones, or of none",
                    quoted(rest)
                ),
                false => format!("{} is not an offset from UTC", quoted(rest)),
            };
            (
                message,
                format!(
                    "write the offset as in `{local}+07:00`, `{local}Z` for UTC, or `{local}` for \
                     the site's time zone"
                ),
            )
        }
    }
}

/// Parses a number of one or two digits.
fn number(text: &str) -> Option<u32> {
    (text.len() <= 2).then(|| text.parse().ok()).flatten()
}

/// Converts an hour with `am` or `pm` to the 24-hour clock.
fn twelve_hours(hour: u32, rest: &str) -> Option<u32> {
    let rest = rest.to_ascii_lowercase().replace('.', "");
    match rest.as_str() {
        "am" if hour <= 12 => Some(hour % 12),
        "pm" if hour <= 12 => Some(hour % 12 + 12),
        _ => None,
    }
}

/// Returns an offset in EDTF form: `Some(None)` if there is none, `None` if the text is not an
/// offset.
fn read_shift(text: &str) -> Option<Option<String>> {
    let digits: String = match text.as_bytes() {
        [] => return Some(None),
        [b'Z' | b'z'] | b"UTC" | b"GMT" => return Some(Some("Z".to_owned())),
        [b'+' | b'-', rest @ ..] if rest.len() <= 5 => text[1..].replacen(':', "", 1),
        _ => return None,
    };
    if !digits.len().is_multiple_of(2)
        || digits.len() > 4
        || !digits.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let (hours, minutes) = (digits.get(..2)?, digits.get(2..)?);
    let minutes = if minutes.is_empty() { "00" } else { minutes };
    // RFC 3339 (4.3): UTC, from an unknown place. EDTF does not allow it.
    if text.starts_with('-') && hours == "00" && minutes == "00" {
        return Some(Some("Z".to_owned()));
    }
    Some(Some(format!("{}{hours}:{minutes}", &text[..1])))
}

/// Returns the abbreviation of a zone at a local time, if it has one.
pub(super) fn abbreviation(local: NaiveDateTime, zone: Tz) -> Option<String> {
    let time = site_time(local, zone)?;
    let name = time.instant.with_timezone(&zone).format("%Z").to_string();
    (!name.starts_with(['+', '-'])).then_some(name)
}

/// Returns a local time, or the first one after it that the clocks in `zone` did not skip. The
/// longest gap in the zone database is one day (Samoa, 2011).
pub(super) fn valid_from(local: NaiveDateTime, zone: Tz) -> Option<NaiveDateTime> {
    let minute = local.with_second(0).unwrap_or(local);
    let later = (1..=2 * 24 * 60).map(|minutes| minute + Duration::minutes(minutes));
    std::iter::once(local)
        .chain(later)
        .find(|time| site_time(*time, zone).is_some())
}

/// Parses `Z` or `±hh:mm`.
fn offset_of(shift: &str) -> Option<FixedOffset> {
    if shift == "Z" {
        return FixedOffset::east_opt(0);
    }
    let seconds = number(shift.get(1..3)?)? * 3600 + number(shift.get(4..6)?)? * 60;
    let seconds = i32::try_from(seconds).ok()?;
    match shift.starts_with('-') {
        true => FixedOffset::west_opt(seconds),
        false => FixedOffset::east_opt(seconds),
    }
}

fn written_offset(local: NaiveDateTime, offset: FixedOffset) -> TimeOfDay {
    let seconds = i64::from(offset.local_minus_utc());
    TimeOfDay {
        local,
        zone: Zone::Offset(offset),
        instant: (local - Duration::seconds(seconds)).and_utc(),
    }
}

/// Resolves a local time in a zone, the earlier instant if it occurred twice; `None` if it never
/// occurred.
fn site_time(local: NaiveDateTime, zone: Tz) -> Option<TimeOfDay> {
    let instant = match zone.from_local_datetime(&local) {
        LocalResult::Single(instant) => instant,
        LocalResult::Ambiguous(one, other) => one.min(other),
        LocalResult::None => return None,
    };
    Some(TimeOfDay {
        local,
        zone: Zone::Site(zone),
        instant: instant.to_utc(),
    })
}

/// Returns the fault of a local time that the clocks skipped, with the nearest valid times.
fn gap(text: &str, local: NaiveDateTime, zone: Tz) -> DateFault {
    let minute = local.with_second(0).unwrap_or(local);
    let before = (1..=2 * 24 * 60)
        .map(|minutes| minute - Duration::minutes(minutes))
        .find(|time| site_time(*time, zone).is_some());
    let times: Vec<String> = [before, valid_from(local, zone)]
        .into_iter()
        .flatten()
        .map(|time| format!("`{}`", time.format("%Y-%m-%dT%H:%M")))
        .collect();
    DateFault {
        offset: 0,
        len: text.len(),
        message: format!(
            "the clocks in {zone} skipped {}: there was no such time",
            local.format("%H:%M on %Y-%m-%d")
        ),
        hint: format!(
            "write {}, the nearest valid times, or add the intended offset from UTC",
            times.join(" or ")
        ),
    }
}
