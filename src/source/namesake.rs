//! Several people of one surname: whom a bare or titled surname means.

use super::cast::{Cast, MemberId, NAMESAKES};
use super::role::{self, Found};
use super::run::Run;
use crate::article::Article;

/// A full name stands "just before" a surname within so many tokens.
const NEAR: u32 = 60;
/// So many mentions before a surname are looked at.
const MENTIONS: usize = 12;

/// Whom the title fits, whose full name stands just before it, else who was first introduced, as
/// newsrooms spell out the others; with it, whether somebody else may be meant.
pub(super) fn choose(
    article: &Article<'_>,
    cast: &Cast,
    ids: &[MemberId],
    run: &Run,
) -> Option<(MemberId, bool)> {
    let titles = role::around(article, run);
    let fits = |id: &MemberId| {
        let member = cast.member(*id);
        titles.gender.is_none_or(|g| member.gender.is_none_or(|m| m == g)) && member.person >= 0
    };
    if let [only] = ids {
        let lone = cast.member(*only).name.len() == 1;
        return (lone || titles.gender.is_none() || fits(only)).then_some((*only, false));
    }
    let fitting: Vec<_> = ids.iter().copied().take(NAMESAKES).filter(fits).collect();
    if let Some(id) = by_title(cast, &fitting, run, &titles) {
        return Some((id, false));
    }
    nearest(cast, &fitting, run).or(ids.first().map(|id| (*id, false)))
}

/// Who holds the office or has the gender of the title; "President Orr" is not Mary Orr, the first
/// lady, where there is just one other Orr, without a role.
fn by_title(cast: &Cast, fitting: &[MemberId], run: &Run, titles: &Found) -> Option<MemberId> {
    let held = |id: &&MemberId| {
        let roles = &cast.member(**id).roles;
        run.titled && titles.roles.iter().any(|r| roles.iter().any(|o| o.head == r.head))
    };
    let marked =
        |id: &&MemberId| titles.gender.is_some() && cast.member(**id).gender == titles.gender;
    let certain = fitting.iter().find(held).or(fitting.iter().find(marked));
    let mut free = fitting.iter().filter(|id| cast.member(**id).roles.is_empty());
    let office = run.titled && !titles.roles.is_empty();
    let claimant = free.next().filter(|_| office && free.next().is_none());
    certain.or(claimant).copied()
}

/// The only one of them named just before; where several are, or none is, the first introduced.
fn nearest(cast: &Cast, fitting: &[MemberId], run: &Run) -> Option<(MemberId, bool)> {
    let floor = run.tokens.start.saturating_sub(NEAR);
    let recent = cast.mentions.iter().rev().take(MENTIONS).take_while(|m| m.tokens.end > floor);
    let mut seen: Vec<_> = recent.map(|m| m.member).filter(|id| fitting.contains(id)).collect();
    seen.sort_unstable();
    seen.dedup();
    if let [only] = seen[..] {
        return Some((only, false));
    }
    let usual = fitting.iter().min_by_key(|id| cast.member(**id).first)?;
    Some((*usual, !seen.is_empty()))
}
