//! The site's accent colour, adjusted to be readable on light and dark backgrounds.
//!
//! Contrast as defined by WCAG 2.2, "relative luminance" and "contrast ratio".

/// Backgrounds of the default theme.
const LIGHT: [u8; 3] = [0xfc, 0xfc, 0xf9];
const DARK: [u8; 3] = [0x15, 0x16, 0x18];

/// Minimum contrast of text (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;

/// Colours for text on the accent, in order of preference. Black or white is always readable.
const ON: [[u8; 3]; 3] = [[0xff; 3], DARK, [0; 3]];

/// An accent colour for both colour schemes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accent {
    pub light: Shade,
    pub dark: Shade,
}

/// Colours as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shade {
    pub accent: String,
    /// Colour of text on the accent.
    pub on: String,
    /// Whether the accent differs from the requested colour.
    pub corrected: bool,
}

impl Accent {
    /// Parses `#0b5` or `#00bb55`; returns `None` for anything else.
    pub fn of(colour: &str) -> Option<Self> {
        let rgb = read(colour)?;
        Some(Self {
            light: shade(rgb, LIGHT, -0.01),
            dark: shade(rgb, DARK, 0.01),
        })
    }
}

/// Darkens or lightens the colour in `step`s until it is readable on `paper`.
fn shade(wanted: [u8; 3], paper: [u8; 3], step: f64) -> Shade {
    let (hue, saturation, lightness) = hsl(wanted);
    let mut rgb = wanted;
    let mut steps = 0.0;
    while contrast(rgb, paper) < TEXT && steps < 100.0 {
        steps += 1.0;
        rgb = of_hsl(hue, saturation, (lightness + steps * step).clamp(0.0, 1.0));
    }
    let on = ON.iter().find(|on| contrast(rgb, **on) >= TEXT);
    Shade {
        accent: hex(rgb),
        on: hex(*on.unwrap_or(&ON[0])),
        corrected: rgb != wanted,
    }
}

fn read(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#')?.chars().map(|c| c.to_digit(16));
    let digits: Vec<u8> = digits
        .map(|d| u8::try_from(d?).ok())
        .collect::<Option<_>>()?;
    match digits[..] {
        [r, g, b] => Some([r * 17, g * 17, b * 17]),
        [a, b, c, d, e, f] => Some([a * 16 + b, c * 16 + d, e * 16 + f]),
        _ => None,
    }
}

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(rgb: [u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        match part <= 0.040_45 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Returns hue in sixths of the circle, saturation and lightness from 0 to 1.
fn hsl(rgb: [u8; 3]) -> (f64, f64, f64) {
    let [r, g, b] = rgb.map(|part| f64::from(part) / 255.0);
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    let (lightness, range) = (f64::midpoint(most, least), most - least);
    if range <= 0.0 {
        return (0.0, 0.0, lightness);
    }
    let hue = if most <= r {
        ((g - b) / range).rem_euclid(6.0)
    } else if most <= g {
        (b - r) / range + 2.0
    } else {
        (r - g) / range + 4.0
    };
    (
        hue,
        range / (1.0 - (2.0 * lightness - 1.0).abs()),
        lightness,
    )
}

fn of_hsl(hue: f64, saturation: f64, lightness: f64) -> [u8; 3] {
    let range = saturation * (1.0 - (2.0 * lightness - 1.0).abs());
    let between = range * (1.0 - (hue.rem_euclid(2.0) - 1.0).abs());
    let rgb = match hue {
        h if h < 1.0 => [range, between, 0.0],
        h if h < 2.0 => [between, range, 0.0],
        h if h < 3.0 => [0.0, range, between],
        h if h < 4.0 => [0.0, between, range],
        h if h < 5.0 => [between, 0.0, range],
        _ => [range, 0.0, between],
    };
    let least = lightness - range / 2.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 255"
    )]
    rgb.map(|part| ((part + least) * 255.0).round().clamp(0.0, 255.0) as u8)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_colour_that_can_be_read_stays() {
        let accent = Accent::of("#b0122b").expect("a colour");
        assert_eq!(
            (accent.light.accent.as_str(), accent.light.corrected),
            ("#b0122b", false)
        );
        assert_eq!(accent.light.on, "#ffffff");
        assert!(accent.dark.corrected, "{accent:?}");
        let yellow = Accent::of("#fd0").expect("a colour");
        assert_eq!(
            (yellow.dark.accent.as_str(), yellow.dark.corrected),
            ("#ffdd00", false)
        );
        assert_eq!(yellow.dark.on, "#151618");
        assert!(yellow.light.corrected);
    }

    #[test]
    fn what_is_no_colour_has_no_shades() {
        for text in ["", "#", "0b5", "#12", "#12345", "#ggg", "#é12"] {
            assert_eq!(Accent::of(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_shade_can_be_read(r: u8, g: u8, b: u8) {
            let accent = Accent::of(&hex([r, g, b])).expect("a colour");
            for (shade, paper) in [(&accent.light, LIGHT), (&accent.dark, DARK)] {
                let rgb = read(&shade.accent).expect("a colour");
                prop_assert!(contrast(rgb, paper) >= TEXT, "{accent:?}");
                prop_assert!(contrast(rgb, read(&shade.on).expect("a colour")) >= TEXT, "{accent:?}");
                prop_assert_eq!(shade.corrected, rgb != [r, g, b]);
            }
        }
    }
}
