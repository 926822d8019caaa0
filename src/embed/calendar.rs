//! Days of the calendar.

use std::fmt;

/// A day of the Gregorian calendar.
///
/// ```
/// use onrecord::embed::Date;
/// let day = Date::new(2017, 2, 4).unwrap();
/// assert_eq!(day.to_string(), "2017-02-04");
/// assert_eq!(Date::new(2017, 2, 29), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// Year of the common era, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self {
            year,
            month,
            day,
        })
    }

    /// The UTC day of a Unix time in seconds, from 1970 to 9999.
    ///
    /// Howard Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`.
    ///
    /// ```
    /// use onrecord::embed::Date;
    /// assert_eq!(Date::from_unix(951_782_400), Date::new(2000, 2, 29));
    /// ```
    pub fn from_unix(seconds: u64) -> Option<Self> {
        let days = seconds / 86_400 + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        Self::new(u16::try_from(year).ok()?, month as u8, day as u8)
    }

    /// Days since 1 January 1970, negative before it.
    ///
    /// Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
    ///
    /// ```
    /// use onrecord::embed::Date;
    /// assert_eq!(Date::new(2000, 3, 1).map(Date::days), Some(11_017));
    /// ```
    pub fn days(self) -> i32 {
        let (month, day) = (i32::from(self.month), i32::from(self.day));
        let year = i32::from(self.year) - i32::from(month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let shifted = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * shifted + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unix_days() {
        assert_eq!(Date::from_unix(0), Date::new(1970, 1, 1));
        assert_eq!(Date::from_unix(1_582_934_400), Date::new(2020, 2, 29));
        assert_eq!(Date::from_unix(u64::MAX), None);
    }

    #[test]
    fn days_and_back() {
        for days in (0..60_000).step_by(17) {
            let date = Date::from_unix(days * 86_400).unwrap();
            assert_eq!(date.days(), i32::try_from(days).unwrap(), "{date}");
        }
    }
}
