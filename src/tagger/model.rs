//! The weights as stored and as used: a lexicon of known words and rows of features.

use super::Tag;
use super::features::{COUNT, KEY_BITS};
use super::rows::Rows;
use super::table::Table;
use crate::weights::{self, Reader, WeightsError};

/// The first bytes of a weights file.
const MAGIC: &[u8; 8] = b"ONRECTAG";
/// Rises with every change of the format or of the features.
const VERSION: u16 = 1;
/// Marks a word whose tag the model must decide.
#[cfg(any(feature = "train", test))]
const NO_TAG: u8 = 0x7F;
/// Set where a word's tag is certain in any case, not only in lower case.
const ANY_CASE: u8 = 0x80;

/// What the lexicon knows of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Number of the set of tags that the word was seen with; never 0.
    pub class: u16,
    /// Its tag where only one is likely.
    pub tag: Option<Tag>,
    /// Whether that holds for capitalised forms too.
    pub any_case: bool,
}

impl Entry {
    #[cfg(any(feature = "train", test))]
    fn pack(self) -> u32 {
        let any = if self.any_case { ANY_CASE } else { 0 };
        let certain = self.tag.map_or(NO_TAG, |tag| tag as u8) | any;
        u32::from(self.class) | u32::from(certain) << 16
    }

    fn unpack(packed: u32) -> Entry {
        let certain = (packed >> 16) as u8;
        Entry {
            class: packed as u16,
            tag: Tag::from_number(certain & !ANY_CASE),
            any_case: certain & ANY_CASE != 0,
        }
    }
}

/// A weight for one tag.
#[cfg(any(feature = "train", test))]
pub(crate) type Weight = (u8, i8);

/// What a weights file holds, in the order in which it is stored.
#[cfg(any(feature = "train", test))]
#[derive(Debug, Clone, Default)]
pub(crate) struct Stored {
    /// Words by hash, ascending.
    pub lexicon: Vec<(u32, Entry)>,
    /// Features by hash, ascending.
    pub rows: Vec<(u32, Vec<Weight>)>,
}

#[cfg(any(feature = "train", test))]
impl Stored {
    /// Writes the file.
    pub fn encode(&self) -> Vec<u8> {
        let mut body = Vec::new();
        put(&mut body, self.lexicon.len() as u32);
        let mut last = 0;
        for &(key, entry) in &self.lexicon {
            put(&mut body, key - last);
            put(&mut body, entry.pack());
            last = key;
        }
        put(&mut body, self.rows.len() as u32);
        last = 0;
        for (key, weights) in &self.rows {
            put(&mut body, key - last);
            body.push(weights.len() as u8);
            last = *key;
        }
        for &(tag, weight) in self.rows.iter().flat_map(|(_, weights)| weights) {
            body.extend([tag, weight as u8]);
        }
        weights::seal(MAGIC, VERSION, &body)
    }
}

/// The weights, ready for use.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    lexicon: Table,
    rows: Rows,
}

impl Model {
    /// Reads a file.
    pub fn decode(file: &[u8]) -> Result<Model, WeightsError> {
        let mut reader = Reader::new(weights::open(file, MAGIC, VERSION)?);
        let lexicon = read_lexicon(&mut reader)?;
        let rows = read_rows(&mut reader)?;
        Ok(Model { lexicon, rows })
    }

    /// What is known of the word with this hash.
    pub fn entry(&self, form: u32) -> Option<Entry> {
        self.lexicon.get(form).map(Entry::unpack)
    }

    /// The best tag for these features.
    pub fn best(&self, features: &[u32; COUNT]) -> Tag {
        let scores = self.rows.sum(features);
        // The score leads, the number follows, a lower number first: one maximum finds both.
        let packed = |i: usize| i32::from(scores[i]) << 8 | (Tag::COUNT - i) as i32;
        let best = (0..Tag::COUNT).map(packed).fold(i32::MIN, i32::max);
        Tag::ALL[Tag::COUNT - (best & 0xFF) as usize]
    }
}

/// The tag with the highest score; the first of several.
#[cfg(feature = "train")]
pub(crate) fn best_of(scores: &[i32; 64]) -> Tag {
    let packed = |i: usize| i64::from(scores[i]) << 8 | (Tag::COUNT - i) as i64;
    let best = (0..Tag::COUNT).map(packed).max().unwrap_or(0);
    Tag::ALL[Tag::COUNT - (best & 0xFF) as usize]
}

fn read_lexicon(reader: &mut Reader) -> Result<Table, WeightsError> {
    let count = reader.entries()?;
    let mut lexicon = Table::with_room_for(count);
    let mut key = 0u32;
    for _ in 0..count {
        key = key.wrapping_add(reader.varint()?);
        let packed = reader.varint()?;
        lexicon.insert(key, packed & 0x00FF_FFFF);
    }
    Ok(lexicon)
}

/// Reads the features and their weights, which end the file: a byte for the tag, one for the weight.
fn read_rows(reader: &mut Reader) -> Result<Rows, WeightsError> {
    let count = reader.entries()?;
    let mut rows = Vec::with_capacity(count);
    let (mut key, mut total) = (0u32, 0);
    for number in 0..count {
        let step = reader.varint()?;
        let length = reader.byte()?;
        let next = key.checked_add(step).filter(|next| next >> KEY_BITS == 0);
        let next = next.filter(|_| step > 0 || number == 0);
        key = next.ok_or_else(|| reader.malformed())?;
        if usize::from(length) > Tag::COUNT {
            return Err(reader.malformed());
        }
        rows.push((key, length));
        total += usize::from(length);
    }
    let rows = match reader.rest().as_chunks() {
        (weights, []) if weights.len() == total && weights.iter().all(is_of_a_tag) => {
            Rows::new(&rows, weights)
        }
        _ => None,
    };
    rows.ok_or_else(|| reader.malformed())
}

fn is_of_a_tag(&[tag, _]: &[u8; 2]) -> bool {
    usize::from(tag) < Tag::COUNT
}

/// Writes seven bits a byte, lowest first.
#[cfg(any(feature = "train", test))]
fn put(into: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        into.push(value as u8 | 0x80);
        value >>= 7;
    }
    into.push(value as u8);
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, WeightsError> {
        Ok(self.take(1)?[0])
    }

    fn varint(&mut self) -> Result<u32, WeightsError> {
        let mut value = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(self.malformed())
    }

    /// A number of entries: each takes at least a byte of what is left.
    fn entries(&mut self) -> Result<usize, WeightsError> {
        let count = self.varint()? as usize;
        if count > self.rest().len() { Err(self.malformed()) } else { Ok(count) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Vec<u8> {
        let entry = Entry { class: 3, tag: Some(Tag::Dt), any_case: true };
        let stored = Stored {
            lexicon: vec![(70_000, entry), (80_000, Entry { tag: None, ..entry })],
            rows: vec![(5, vec![(2, 100)]), ((1 << KEY_BITS) - 1, vec![(1, -5), (3, 7)])],
        };
        stored.encode()
    }

    #[test]
    fn what_is_written_reads_back() {
        let model = Model::decode(&small()).unwrap();
        let entry = model.entry(70_000).unwrap();
        assert_eq!((entry.class, entry.tag, entry.any_case), (3, Some(Tag::Dt), true));
        assert_eq!(model.entry(80_000).unwrap().tag, None);
        assert_eq!(model.entry(1), None);
        let mut features = [1; COUNT];
        features[4] = (1 << KEY_BITS) - 1;
        assert_eq!(model.best(&features) as u8, 3);
        features[5] = 5;
        assert_eq!(model.best(&features) as u8, 2);
    }

    #[test]
    fn damage_is_an_error() {
        let good = small();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x41;
            assert!(Model::decode(&bad).is_err(), "byte {at}");
            assert!(Model::decode(&good[..at]).is_err(), "cut at {at}");
        }
        assert_eq!(Model::decode(b"").unwrap_err(), WeightsError::NotWeights);
    }

    #[test]
    fn a_malformed_body_is_an_error() {
        // No words; two features of the same key; one whose weight is for a tag that there is not.
        const TWICE: &[u8] = &[0, 2, 5, 1, 0, 1, 2, 100, 2, 100];
        const NO_TAG: &[u8] = &[0, 1, 5, 1, Tag::COUNT as u8, 100];
        const RIGHT: &[u8] = &[0, 2, 5, 1, 1, 1, 2, 100, 2, 100];
        assert!(Model::decode(&weights::seal(MAGIC, VERSION, RIGHT)).is_ok());
        for body in [
            &b"\xff\xff\xff\xff\xff\xff"[..],
            b"\x00\x01\x05\x60",
            b"\x00\x00\x00",
            b"",
            TWICE,
            NO_TAG,
        ] {
            let error = Model::decode(&weights::seal(MAGIC, VERSION, body)).unwrap_err();
            assert!(matches!(error, WeightsError::Malformed { .. }), "{error}");
        }
    }
}
