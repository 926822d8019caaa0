//! Reads brat's standoff annotation, <https://brat.nlplab.org/standoff.html>.

use super::gold::read_text;
use super::units::Units;
use super::{EvalError, GoldArticle, GoldAttribution, Role};
use crate::{Offsets, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Reads every `NAME.ann` of a folder, in the order of names.
pub(super) fn read(folder: &Path, texts: &Path) -> Result<Vec<GoldArticle>, EvalError> {
    let unreadable = |e| EvalError::read(folder, e);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|e| e == "ann") {
            paths.push(path);
        }
    }
    paths.sort_unstable();
    paths.iter().map(|path| article(path, texts)).collect()
}

fn article(path: &Path, texts: &Path) -> Result<GoldArticle, EvalError> {
    let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let text = read_text(texts, &id)?;
    let lines = fs::read_to_string(path).map_err(|e| EvalError::read(path, e))?;
    let attributions = parse(&lines, &text);
    let attributions = attributions.map_err(|(line, what)| EvalError::malformed(path, line, what));
    Ok(GoldArticle { id, attributions: attributions?, text })
}

/// The line to blame, from 0, and what is wrong with it.
type Malformed = (usize, &'static str);

/// A stretch of text with a type.
struct Entity {
    /// None where its type is no role.
    role: Option<Role>,
    spans: Vec<Span>,
}

/// An annotation whose arguments are to be looked up once all entities are known.
struct Tie<'a> {
    line: usize,
    /// Names of arguments with what they stand for; an event's trigger comes first.
    arguments: Vec<(&'a str, &'a str)>,
}

/// What relations tie to an entity, with its role.
type Ties<'a> = BTreeMap<&'a str, Vec<(Role, &'a str)>>;

/// The parts of an `.ann` file that matter here.
#[derive(Default)]
struct Standoff<'a> {
    entities: BTreeMap<&'a str, Entity>,
    relations: Vec<Tie<'a>>,
    events: Vec<Tie<'a>>,
}

fn parse(lines: &str, text: &str) -> Result<Vec<GoldAttribution>, Malformed> {
    let units = Units::of(text, Offsets::Chars);
    let mut standoff = Standoff::default();
    for (line, content) in lines.lines().enumerate() {
        let mut columns = content.split('\t');
        let (id, body) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""));
        match id.as_bytes().first() {
            Some(b'T') => {
                let entity =
                    entity(body, &units).ok_or((line, "no type with spans of the text"))?;
                standoff.entities.insert(id, entity);
            }
            Some(b'R') => {
                let (_, pairs) = body.split_once(' ').ok_or((line, "a relation of nothing"))?;
                standoff.relations.push(tie(line, pairs)?);
            }
            Some(b'E') => standoff.events.push(tie(line, body)?),
            _ => {}
        }
    }
    standoff.attributions()
}

/// `entity = type " " start " " end { ";" start " " end }`
fn entity(body: &str, units: &Units) -> Option<Entity> {
    let (name, spans) = body.split_once(' ')?;
    let role = Role::ALL.into_iter().find(|r| r.name().eq_ignore_ascii_case(name));
    let span = |piece: &str| {
        let (start, end) = piece.split_once(' ')?;
        units.span([start.parse().ok()?, end.parse().ok()?])
    };
    Some(Entity { role, spans: spans.split(';').map(span).collect::<Option<_>>()? })
}

/// `tie = name ":" id { " " name ":" id }`
fn tie(line: usize, pairs: &str) -> Result<Tie<'_>, Malformed> {
    let pairs = pairs.split_whitespace().map(|pair| pair.split_once(':'));
    let arguments: Option<Vec<_>> = pairs.collect();
    Ok(Tie { line, arguments: arguments.ok_or((line, "an argument without a colon"))? })
}

impl Standoff<'_> {
    /// By the place of their first part.
    fn attributions(&self) -> Result<Vec<GoldAttribution>, Malformed> {
        let mut found = self.related()?;
        for event in &self.events {
            found.push(self.event(event)?);
        }
        found.retain(|a| !a.cue.is_empty() || !a.content.is_empty());
        for attribution in &mut found {
            for role in Role::ALL {
                attribution.part_mut(role).sort_unstable();
                attribution.part_mut(role).dedup();
            }
        }
        found.sort_by_key(|a| Role::ALL.into_iter().flat_map(|r| a.part(r)).min().copied());
        Ok(found)
    }

    fn entity(&self, line: usize, id: &str) -> Result<&Entity, Malformed> {
        self.entities.get(id).ok_or((line, "an argument that is no marked text"))
    }

    /// What relations tie: a cue with its parts, or a content without a cue with its source.
    fn related(&self) -> Result<Vec<GoldAttribution>, Malformed> {
        let mut tied = Ties::new();
        for relation in &self.relations {
            let &[(_, a), (_, b), ..] = &relation.arguments[..] else {
                return Err((relation.line, "a relation of fewer than two"));
            };
            for (this, other) in [(a, b), (b, a)] {
                let entity = self.entity(relation.line, other)?;
                let ties = tied.entry(this).or_default();
                ties.extend(entity.role.map(|role| (role, other)));
            }
        }
        let in_events: BTreeSet<&str> =
            self.events.iter().flat_map(|e| &e.arguments).map(|(_, id)| *id).collect();
        let mut found = Vec::new();
        for (id, entity) in &self.entities {
            let ties = tied.get(id).map_or(&[][..], Vec::as_slice);
            let has_cue = ties.iter().any(|(role, _)| *role == Role::Cue);
            let makes = match entity.role {
                Some(Role::Cue) => true,
                Some(Role::Content) => !has_cue,
                Some(Role::Source) | None => false,
            };
            if makes && (!ties.is_empty() || !in_events.contains(id)) {
                found.push(self.around(entity, ties, &tied));
            }
        }
        Ok(found)
    }

    /// An entity with what is tied to it, and with the sources of its contents where it has none.
    fn around(&self, centre: &Entity, ties: &[(Role, &str)], all: &Ties<'_>) -> GoldAttribution {
        let mut attribution = GoldAttribution::default();
        let mut add = |id: &str| {
            let entity = self.entities.get(id).filter(|e| e.role != centre.role);
            if let Some(Entity { role: Some(role), spans }) = entity {
                attribution.part_mut(*role).extend(spans);
            }
        };
        ties.iter().for_each(|(_, id)| add(id));
        if !ties.iter().any(|(role, _)| *role == Role::Source) {
            let further = ties.iter().filter_map(|(_, id)| all.get(id)).flatten();
            further.filter(|(role, _)| *role == Role::Source).for_each(|(_, id)| add(id));
        }
        if let Some(role) = centre.role {
            attribution.part_mut(role).extend(&centre.spans);
        }
        attribution
    }

    /// An event's parts have the roles of their types, or else those that its arguments name; its
    /// trigger is the cue.
    fn event(&self, event: &Tie<'_>) -> Result<GoldAttribution, Malformed> {
        let mut attribution = GoldAttribution::default();
        for (place, (name, id)) in event.arguments.iter().enumerate() {
            let entity = self.entity(event.line, id)?;
            let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
            let named = Role::ALL.into_iter().find(|r| r.name().eq_ignore_ascii_case(name));
            let role = entity.role.or(named).or((place == 0).then_some(Role::Cue));
            if let Some(role) = role {
                attribution.part_mut(role).extend(&entity.spans);
            }
        }
        Ok(attribution)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“It é old,” said Orr. It closed, Vane wrote, and sank.";

    fn words(spans: &[Span]) -> Vec<&str> {
        spans.iter().map(|s| s.of(TEXT)).collect()
    }

    #[test]
    fn relations_tie_parts_to_their_cue() {
        let lines = "T1\tSource 17 20\tOrr\nT2\tcue 12 16\tsaid\nT3\tCONTENT 1 9\tIt é old\n\
            R1\tSays Arg1:T1 Arg2:T2\nR2\tHas Arg1:T2 Arg2:T3\n#1\tAnnotatorNotes T1\tsure\n\
            T4\tContent 22 31;45 53\tIt closed and sank\nT5\tSource 33 37\tVane\n\
            R3\tSays Arg1:T5 Arg2:T4\t\nT6\tPlace 22 24\tIt\n*\tEquiv T1 T5\n";
        let found = parse(lines, TEXT).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(words(&found[0].source), ["Orr"]);
        assert_eq!(words(&found[0].cue), ["said"]);
        assert_eq!(words(&found[0].content), ["It é old"]);
        assert_eq!(words(&found[1].content), ["It closed", "and sank"]);
        assert_eq!(words(&found[1].source), ["Vane"]);
        assert!(found[1].cue.is_empty());
    }

    #[test]
    fn events_are_attributions() {
        let lines = "T1\tPerson 33 37\tVane\nT2\tAttribution 38 43\twrote\nT3\tContent 22 31\tIt closed\n\
            T4\tContent 45 53\tand sank\nE1\tAttribution:T2 Source:T1 Content:T3 Content2:T4\n";
        let found = parse(lines, TEXT).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(words(&found[0].source), ["Vane"]);
        assert_eq!(words(&found[0].cue), ["wrote"]);
        assert_eq!(words(&found[0].content), ["It closed", "and sank"]);
    }

    #[test]
    fn faults_name_their_line() {
        let line = |lines| parse(lines, TEXT).unwrap_err().0;
        assert_eq!(line("T1\tCue 0 4\tx\nT2\tCue 5 999\tx"), 1);
        assert_eq!(line("R1\tSays Arg1:T1 Arg2:T2"), 0);
        assert_eq!(line("T1\tCue 0 4\tx\nE1\tCue:T1 Source"), 1);
        assert_eq!(parse("", TEXT).unwrap(), []);
    }
}
