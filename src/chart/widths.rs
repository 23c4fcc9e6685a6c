//! How wide a text is. Widths are estimates on the safe side: of each sign the widest advance in Liberation
//! Sans, `DejaVu` Sans and Noto Sans (measured in Chromium, and in the files that PNG are drawn with), so that
//! labels that do not overlap here overlap with none of them.

/// Advances of U+0020 to U+007E, in hundredths of an em.
const REGULAR: [u8; 95] = [
    32, 41, 46, 84, 64, 95, 78, 28, 39, 39, 55, 84, 32, 37, 32, 37, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 77, 67, 62, 78, 76, 34, 50, 67, 56, 91, 76,
    79, 67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 39, 37, 39, 84, 56, 50, 62, 64, 55, 64, 62, 36,
    64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 55, 64, 84,
];
const BOLD: [u8; 95] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 54, 84, 38, 42, 38, 42, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 70, 40, 40, 84, 84, 84, 62, 100, 78, 77, 74, 83, 69, 69, 83, 84, 39, 56, 78, 64, 100,
    84, 85, 74, 85, 77, 72, 69, 82, 78, 111, 78, 73, 73, 46, 42, 46, 84, 56, 50, 68, 72, 60, 72,
    68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72,
    55, 72, 84,
];

/// A style in which pictures write. All but `Lane` and `Title` are sans-serif.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// 12 px: labels.
    Plain,
    /// 12 px bold: labels of what matters most.
    Bold,
    /// 11 px: names of bands, since when.
    Small,
    /// 11 px, softer: since when, silences, names of axes.
    Note,
    /// 13 px bold: the axis.
    Axis,
    /// 12 px bold in the accent colour: today, overdue.
    Now,
    /// 20 px bold serif: names of lanes.
    Lane,
    /// 26 px bold serif: a picture's title.
    Title,
    /// 16 px serif: the finding below it.
    Dek,
    /// 15 px serif: titles in a story.
    Text,
    /// 15 px bold serif: titles of what matters most.
    Head,
}

impl Style {
    /// Its size in pixels.
    pub fn size(self) -> f64 {
        match self {
            Style::Plain | Style::Bold | Style::Now => 12.0,
            Style::Small | Style::Note => 11.0,
            Style::Axis => 13.0,
            Style::Lane => 20.0,
            Style::Title => 26.0,
            Style::Dek => 16.0,
            Style::Text | Style::Head => 15.0,
        }
    }

    /// Whether it is bold.
    pub fn bold(self) -> bool {
        !matches!(
            self,
            Style::Plain | Style::Small | Style::Note | Style::Dek | Style::Text
        )
    }

    /// Its class in `chart.css`.
    pub fn class(self) -> &'static str {
        match self {
            Style::Plain => "k",
            Style::Bold => "k b",
            Style::Small => "k t",
            Style::Note => "k t c",
            Style::Axis => "y",
            Style::Now => "k nt",
            Style::Lane => "o",
            Style::Title => "h",
            Style::Dek => "d",
            Style::Text => "tx",
            Style::Head => "tx b",
        }
    }
}

/// The advance of a sign, in ems.
fn advance(c: char, bold: bool) -> f64 {
    let code = c as u32;
    let hundredths = match code {
        0x20..=0x7e => u32::from(if bold { BOLD } else { REGULAR }[code as usize - 0x20]),
        0xa0 => 35,
        _ if is_mark(c) => 0,
        0xbc..=0xbe => {
            if bold {
                88
            } else {
                79
            }
        }
        // Letters that are two: Æ, Œ, Ǆ and the like.
        0xc6 | 0xe6 | 0x152 | 0x153 | 0x1e2 | 0x1e3 | 0x1fc | 0x1fd => 98,
        // M and W with marks.
        0x174 | 0x175 | 0x1e3e..=0x1e43 | 0x1e80..=0x1e89 | 0x1e98 => 98,
        0x149 | 0x18a | 0x1b0 | 0x195 | 0x19c | 0x1a2 | 0x1a3 | 0x1f6 | 0x221 | 0x235 | 0x238
        | 0x239 => 113,
        0x1c4..=0x1cc | 0x1f1..=0x1f3 | 0xa720..=0xa7ff => 135,
        0xa9 | 0xae => 84,
        0xa1..=0x24f | 0x1e00..=0x1eff => match (c.is_uppercase(), bold) {
            (true, true) => 90,
            (true, false) => 80,
            (false, true) => 74,
            (false, false) => 66,
        },
        0x250..=0x2ff | 0x1d00..=0x1dff => 110,
        0x3d6 => 102,
        0x370..=0x3ff | 0x1f00..=0x1fff => match (c.is_uppercase(), bold) {
            (true, true) => 99,
            (true, false) => 91,
            (false, true) => 88,
            (false, false) => 80,
        },
        0x400..=0x52f if "ЉЊЖМШЩЫЮ".contains(c) => [104, 108][usize::from(bold)],
        0x400..=0x52f if "жмфшщыюљњ".contains(c) => [90, 96][usize::from(bold)],
        0x400..=0x52f => match (c.is_uppercase(), bold) {
            (true, true) => 94,
            (true, false) => 82,
            (false, true) => 80,
            (false, false) => 71,
        },
        0x530..=0x58f | 0x10a0..=0x10ff | 0x1c90..=0x1cbf => {
            if bold {
                84
            } else {
                74
            }
        }
        0x590..=0x5ff => {
            if bold {
                70
            } else {
                64
            }
        }
        0x600..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff => {
            // Joined: letters that end a word are wide, most are not.
            let wide = matches!(c, 'س' | 'ش' | 'ص' | 'ض');
            match (wide, bold) {
                (true, true) => 100,
                (true, false) => 88,
                (false, true) => 64,
                (false, false) => 56,
            }
        }
        0x900..=0xdff => {
            if bold {
                84
            } else {
                76
            }
        }
        0xe00..=0xeff => {
            if bold {
                72
            } else {
                66
            }
        }
        0x2010 | 0x2011 | 0x2018..=0x201b | 0x2032 | 0x2039 | 0x203a => {
            if bold {
                46
            } else {
                41
            }
        }
        0x201c..=0x201f => {
            if bold {
                56
            } else {
                52
            }
        }
        0x2012 | 0x2013 | 0x2212 => 84,
        0x2190..=0x21ff | 0x20ac => 100,
        _ => 104,
    };
    f64::from(hundredths) / 100.0
}

/// Signs without a width of their own: they stay with the sign before them.
pub fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x5bf..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e8 | 0x93c | 0x94d
        | 0x941..=0x948 | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0xfeff | 0x10_fff8 | 0x10_fff9)
}

/// The width of a text in pixels, at least.
pub fn width(text: &str, style: Style) -> f64 {
    let serif = match style {
        Style::Dek | Style::Text => 1.15,
        Style::Lane | Style::Title | Style::Head => 1.05,
        _ => 1.0,
    };
    let bold = style.bold();
    text.chars().map(|c| advance(c, bold)).sum::<f64>() * style.size() * serif * 1.01
}
