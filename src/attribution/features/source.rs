//! Who is the source of a cue?

use super::Features;
use super::answers::{bucket, commas, entry_class, kind, lemma, noun_class, tag, verbs};
use super::{link, net};
use crate::attribution::explain::Decision;
use crate::grammar::propose::Anchor;
use crate::grammar::row::Row;
use crate::grammar::site::Site;
use crate::grammar::source::{SourceKind, SourceProposal};
use crate::tagger::Tag;

/// Who is the source?
pub(crate) fn source(
    f: &mut Features,
    row: &Row<'_>,
    site: &Site,
    anchor: Anchor,
    source: &SourceProposal,
    ordinal: usize,
) {
    f.begin(Decision::Source);
    let side = match anchor {
        Anchor::Right(at) => kind(row, at as isize),
        Anchor::Left(at) => 64 + kind(row, at as isize - 1),
        Anchor::Subject(from, _) => 128 + kind(row, from as isize),
        Anchor::Next(_) => 200,
        Anchor::Previous(_) => 201,
    };
    let (class, sort, head) =
        (entry_class(site), site.kind as u32, row.article.lexeme(site.head).hash);
    let form = kind(row, site.first as isize);
    let what = source.kind as u32;
    let (first, last) = (source.first as isize, source.last as isize);
    let ahead = source.last <= site.first;
    let (gap_from, gap_to) =
        if ahead { (source.last, site.first) } else { (site.last, source.first) };
    let gap = gap_to.saturating_sub(gap_from);
    let between = (gap_from..gap_to.max(gap_from))
        .take(6)
        .fold(0u32, |h, i| h.wrapping_mul(33) ^ kind(row, i as isize));
    let gap_verbs = u32::from(verbs(row, gap_from.min(gap_to), gap_to));
    let (before, behind) = (kind(row, first - 1), kind(row, last));
    let length = bucket(source.last - source.first);
    let noun = noun_class(row, first);
    let none = u32::from(source.kind == SourceKind::None);
    f.add3("place of the source, side of the content, form of the cue", what, side, sort);
    f.add3("place of the source, form of the cue, kind of chunk", what, sort, form);
    f.add3("place of the source, distance, kind of chunk", what, bucket(gap), form);
    f.add3("place of the source, what lies between, kind of chunk", what, between, form);
    f.add3("place of the source, what lies between, side of the content", what, between, side);
    f.add3("place of the source, verbs between, distance", what, gap_verbs, bucket(gap));
    f.add3("place of the source, class of the cue, side of the content", what, class, side);
    f.add3("place of the source, cue, ahead of the cue", what, head, u32::from(ahead));
    f.add3("kind of noun, place of the source, distance", noun, what, bucket(gap));
    f.add3("kind of noun, class of the cue, place of the source", noun, class, what);
    f.add3(
        "first word of the source, place of the source, distance",
        lemma(row, first),
        what,
        bucket(gap),
    );
    f.add3(
        "place of the source, what precedes the source, what follows the source",
        what,
        before,
        behind,
    );
    f.add3("place of the source, what precedes the source, kind of chunk", what, before, form);
    f.add3(
        "place of the source, what follows the source, length of the source",
        what,
        behind,
        length,
    );
    f.add3("place of the source, length of the source, distance", what, length, bucket(gap));
    f.add3("place of the source, how many nearer, kind of chunk", what, bucket(ordinal), form);
    f.add3(
        "place of the source, length of the source, word behind the source",
        what,
        length,
        lemma(row, last),
    );
    f.add3("place of the source, what follows the source, side of the content", what, behind, side);
    f.add3(
        "place of the source, tag of the source, tag of the cue",
        what,
        tag(row, first),
        row.article.tag(site.head) as u32,
    );
    f.add3(
        "place of the source, last chunk of the source, length of the source",
        what,
        kind(row, last - 1),
        length,
    );
    f.add3(
        "place of the source, verbs within, length of the source",
        what,
        u32::from(verbs(row, source.first, source.last)),
        length,
    );
    f.add3("no source, class of the cue, side of the content", none, class, side);
    f.add3("no source, cue, side of the content", none, head, side);
    f.add3("no source, block, form of the cue", none, row.block() as u32, sort);
    f.add3(
        "place of the source, place in the sentence, distance",
        what,
        bucket(source.first),
        bucket(gap),
    );
    f.add3(
        "place of the source, commas within, length of the source",
        what,
        commas(row, source.first, source.last.max(source.first)),
        length,
    );
    f.add3(
        "place of the source, what follows the source, kind of noun behind",
        what,
        behind,
        noun_class(row, last),
    );
    f.add3(
        "place of the source, last word of the source, what follows the source",
        what,
        lemma(row, last - 1),
        behind,
    );
    f.add3(
        "place of the source, word before the source, what precedes the source",
        what,
        lemma(row, first - 1),
        before,
    );
    f.add3(
        "number of noun and verb, place of the source, distance",
        plurals(row, first, site),
        what,
        bucket(gap),
    );
    f.add3(
        "place of the source, tag of the source, verbs between",
        what,
        tag(row, first),
        gap_verbs,
    );
    f.add3(
        "place of the source, chunks of the source, what follows the source",
        what,
        inner_kinds(row, source),
        behind,
    );
    f.add2("place of the source, chunks of the source", what, inner_kinds(row, source));
    net::source_of(f, row, site, source);
    link::source_of(f, row, site, source);
}

/// The kinds of a source's chunks, as one number.
fn inner_kinds(row: &Row<'_>, source: &SourceProposal) -> u32 {
    (source.first..source.last).take(6).fold(7, |h, i| h.wrapping_mul(33) ^ kind(row, i as isize))
}

/// Whether noun and verb agree in number, where both show it.
fn plurals(row: &Row<'_>, noun: isize, site: &Site) -> u32 {
    let plural = row.tag(noun).is_some_and(Tag::is_plural);
    let verb = row.article.tag(row.chunks[site.first].tokens.start);
    u32::from(plural) << 8 | verb as u32
}
