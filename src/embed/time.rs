//! The time that a post's own number holds.

use std::fmt;

use super::{Date, Platform};

/// When a post was made, by its number: a second in Coordinated Universal Time.
///
/// ```
/// let found = onrecord::embed::find("https://x.com/jroe/status/1323829000000000000");
/// let posted = found[0].posted().unwrap();
/// assert_eq!(posted.to_string(), "2020-11-04T03:26:43Z");
/// assert_eq!(posted.date().to_string(), "2020-11-04");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PostTime {
    date: Date,
    /// Seconds since midnight.
    second: u32,
}

impl PostTime {
    /// Its day in Coordinated Universal Time.
    pub fn date(self) -> Date {
        self.date
    }

    fn of_unix(milliseconds: u64) -> Option<Self> {
        let seconds = milliseconds / 1000;
        Some(Self {
            date: Date::from_unix(seconds)?,
            second: u32::try_from(seconds % 86_400).ok()?,
        })
    }
}

impl fmt::Display for PostTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = (self.second / 3_600, self.second / 60 % 60, self.second % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}Z", self.date)
    }
}

/// Milliseconds from 1970 to where the clock of X begins.
const X_EPOCH: u64 = 1_288_834_974_657;
/// Status numbers below this were counted one by one, until 4 November 2010.
const X_FIRST: u64 = 30_000_000_000;
/// No post that is made of such numbers is older or younger, in years.
const YEARS: std::ops::RangeInclusive<u16> = 2010..=2099;

/// The time in the number of a post on `platform`, where the platform puts it there.
///
/// X: "Snowflake", the upper bits are milliseconds. Mastodon and Truth Social:
/// `Mastodon::Snowflake`, the same with 16 lower bits. Bluesky: "TID" of the AT Protocol,
/// 13 digits of base 32 with microseconds above 10 bits.
pub(super) fn of_id(platform: Platform, id: &str) -> Option<PostTime> {
    let number = || id.parse::<u64>().ok();
    let milliseconds = match platform {
        Platform::X => (number().filter(|n| *n >= X_FIRST)? >> 22) + X_EPOCH,
        Platform::Mastodon | Platform::TruthSocial => number()? >> 16,
        Platform::Bluesky => (tid(id)? >> 10) / 1000,
        _ => return None,
    };
    PostTime::of_unix(milliseconds).filter(|t| YEARS.contains(&t.date.year))
}

fn tid(id: &str) -> Option<u64> {
    let digit = |b: u8| match b {
        b'2'..=b'7' => Some(u64::from(b - b'2')),
        b'a'..=b'z' => Some(u64::from(b - b'a') + 6),
        _ => None,
    };
    let whole = id.len() == 13 && id.starts_with(|c| matches!(c, '2'..='7' | 'a'..='j'));
    if !whole { None } else { id.bytes().try_fold(0, |n, b| Some(n << 5 | digit(b)?)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(platform: Platform, id: &str) -> Option<String> {
        of_id(platform, id).map(|t| t.to_string())
    }

    #[test]
    fn numbers() {
        let table = [
            (Platform::X, "768166957728358400", Some("2016-08-23T19:24:09Z")),
            (Platform::X, "29000000000", None),
            (Platform::X, "99999999999999999999", None),
            (Platform::TruthSocial, "113423456789012345", Some("2024-11-04T07:16:41Z")),
            (Platform::Mastodon, "12", None),
            (Platform::Bluesky, "3lab2cd3ef22a", Some("2024-11-06T05:48:18Z")),
            (Platform::Bluesky, "3lab2cd3ef1", None),
            (Platform::YouTube, "768166957728358400", None),
        ];
        for (platform, id, expected) in table {
            assert_eq!(read(platform, id).as_deref(), expected, "{id}");
        }
    }
}
