//! Texts with orphans, without embeds, and without sense. All names are invented.

use proptest::prelude::*;

use super::cases::{check, read};
use super::find;
use super::lead::OPENERS;

#[test]
fn orphans() {
    let before = "By meeting the ministers in person, the secretary shows how much weight her department gives to the talks and to the shared aims of both states.";
    let table = [
        "\n— Jane Roe (@jroe) February 17, 2025\nTalks On Trade And Borders\nThe talks began in May.",
        "\n\n— Jane Roe (@jroe) February 17, 2025\n\nThe talks began in May.",
        "\nTalks On Trade And Borders\n— Jane Roe (@jroe) February 17, 2025\nThe talks began in May.",
        "\nShe then wrote on X:\n— Jane Roe (@jroe) February 17, 2025\nThe talks began in May.",
        " She then wrote on X: — Jane Roe (@jroe) February 17, 2025\nThe talks began in May.",
        "\nHe left for Lisbon on Friday.\n— Jane Roe (@jroe) February 17, 2025\nThe talks began in May.",
        "\n“I am proud of this,” Roe told reporters.\n— Jane Roe (@jroe) February 17, 2025\n",
    ];
    for after in table {
        let text = format!("{before}{after}");
        assert_eq!(read(&text), "x | Jane Roe | jroe | 2025-02-17 | - | orphan", "{text}");
    }
    let glued =
        format!("{before} {before} {before} — Jane Roe (@jroe) February 17, 2025 The talks");
    assert_eq!(read(&glued), "x | Jane Roe | jroe | 2025-02-17 | - | orphan");
    check(&[(
        "— Jane Roe (@jroe) February 17, 2025",
        "x | Jane Roe | jroe | 2025-02-17 | - | orphan",
    )]);
}

#[test]
fn look_alikes() {
    let table = [
        "The hall — built in May 3, 2020 — is empty.",
        "The hall — rebuilt May 3, 2020 by Jane Roe (@jroe) — is empty.",
        "Officials — including Jane Roe (@jroe) May 3, 2020 — left early.",
        "One of them — Jane Roe (@jroe) May 3, 2020 — left early.",
        "Write to jane.roe@example.org — May 3, 2020.",
        "— jane@example.org May 3, 2020",
        "Jane Roe (jroe@example.org) May 3, 2020",
        "We met (@ the stadium) May 3, 2020.",
        "Meet us (@ 7:30) — May 3, 2020",
        "“All that is gold does not glitter.”\n— Jane Roe, May 3, 2020",
        "“All that is gold does not glitter.”\n— Jane Roe, The Long Night",
        "By Jane Roe (@jroe) | March 3, 2020",
        "By Jane Roe (@jroe) March 3, 2020",
        "Jane Roe (@jroe)\nMarch 3, 2020\nThe council met late.",
        "Council Votes Late\nJane Roe (@jroe) March 3, 2020\nThe council met late.",
        "Council Votes Late\nJane Roe (@jroe), March 3, 2020\nThe council met late.",
        "— By Jane Roe (@jroe) March 3, 2020",
        "Photo by Jane Roe (@jroe) March 3, 2020",
        "— Photo: Jane Roe (@jroe), March 3, 2020",
        "LISBON, March 3, 2020 (@roewire) — The council met late.",
        "LISBON — March 3, 2020 — The council met late.",
        "Follow him on Twitter (@jroe) March 3, 2020",
        "Follow him on Twitter: @jroe.",
        "Follow Jane Roe (@jroe) on Twitter.",
        "Follow @jroe on Truth Social",
        "Jane Roe (@jroe) said on May 3, 2020 that the hall was empty.",
        "Jane Roe (@jroe) on May 3, 2020 said that the hall was empty.",
        "Posted by Jane Roe at 7:30 AM on Friday, June 10, 2016",
        "The council met.\nIt sat late.\nIt voted.\nJane Roe, Roe Wire (@jroe) May 3, 2020\nIt left.",
        "The council met.\nIt sat late.\nIt voted.\nVon Jane Roe (@jroe) 3. Mai 2020\nIt left.",
        "The award — named for Jane Roe (@jroe) May 3, 2020 — is new.",
        "Jane Roe is a columnist (@jroe). May 3, 2020",
        "Since then Jane Roe (@jroe) May 3, 2020 has been a fixed date.",
        "The account — @jroe — was opened on May 3, 2020.",
        "Reporting by Jane Roe (@jroe); editing by A. Roe, May 3, 2020",
        "The hall is empty. — Jane Roe (@jroe)",
        "As @janeroe on Truth Social put it, the hall is empty.",
        "In a post shared by Jane Roe (@jroe) on Instagram, the hall is empty.",
        "A picture that was posted by u/roe_cat in r/pics.",
        "Posted by Jane Roe on March 3, 2020",
        "Council Votes Late\nPosted by Jane Roe on Friday, June 10, 2016\nThe council met late.",
        "Sources:\nhttps://x.com/jroe/status/1720918522082078752",
        "See https://x.com/jroe/status/1720918522082078752 for the video.",
        "The link pic.twitter.com/https://t.co/ is broken.",
        "&mdash\">\nJune\">\npic.twitter.com/",
        "She tweeted, \"Full house tonight pic.twitter.com/AbCdEf1234\"",
        "The <tweet> tag is no longer in use.",
        "At 7:30 AM · Feb 4, 2017 the hall was empty.",
        "@media screen and (max-width: 600px) {",
        "Updated May 3, 2020 — Jane Roe (@jroe)",
        "Speakers:\n- Jane Roe (@jroe) May 3, 2020\n- A. Roe (@aroe) May 4, 2020",
        "Jane Roe @jroe · March 3, 2020\nThe council met late.",
        "Tour dates\nThe hall\nThe pier\nJane Roe (@jroe) May 3, 2020.\nThe council met late.",
        "Story — Jane Roe (@jroe) — March 3, 2020",
        "Jane Roe (@jroe) - March 3, 2020",
        "Friday — Jane Roe (@jroe) May 3, 2020, Harbour Hall",
        "— with @jroe, May 3, 2020",
        "A photo posted by Jane Roe (@jroe) on May 3, 2020 shows the hall.",
        "♬ La la la ♬\nThe band sang.",
        "The museum (@ Main and 3rd) opens May 3, 2020",
        "— The Latest on the March 3, 2020 vote (all times local):",
    ];
    for text in table {
        assert_eq!(read(text), "", "{text}");
    }
}

/// Pieces that author lines are made of, so that chance puts some together.
const PIECES: [&str; 40] = [
    "— ",
    "â€” ",
    "&mdash;",
    "--",
    "- ",
    "–",
    "Jane",
    " Roe ",
    "J. ",
    "ー港",
    "😀",
    "صِ",
    "(@jroe)",
    "(@",
    "@",
    "@jane.roe.example",
    "@jane@roe.example",
    ") ",
    "May 3, 2020",
    " 3 мая 2020 ",
    "2020-05-03",
    "2019年1月25日",
    "7:30 AM · ",
    " on ",
    "Truth Social",
    "\n",
    "\n\n",
    "\r\n",
    ": ",
    "https://x.com/jroe/status/12345",
    "pic.twitter.com/AbCdEf1234",
    "<tweet author=\"@jroe\" id=\"12345\">",
    "</tweet>",
    "<tweet/>",
    "♬ sound ",
    "A post shared by ",
    "View this post on Instagram",
    "Posted by ",
    "by u/roe_cat in pics",
    "#roe ",
];

fn holds(text: &str) -> Result<(), TestCaseError> {
    let found = find(text);
    for e in &found {
        prop_assert!(text.get(e.span.range()).is_some_and(|s| !s.is_empty()));
        prop_assert_eq!(e.orphan, e.body.is_none());
        prop_assert!(e.body.is_none_or(|b| !b.is_empty() && text.get(b.range()).is_some()));
        prop_assert!(e.body.is_none_or(|b| !b.overlaps(e.span)));
    }
    prop_assert!(found.windows(2).all(|w| w[0].span.end <= w[1].span.start));
    Ok(())
}

proptest! {
    #[test]
    fn any_text_gives_sound_spans(text in "\\PC{0,200}") {
        holds(&text)?;
    }

    #[test]
    fn any_mixture_gives_sound_spans(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
        holds(&pieces.concat())?;
    }

    #[test]
    fn a_dated_author_line_is_found_wherever_it_stands(before in "[a-zé ]{0,40}[.!?]", name in "[A-Z][a-z]{1,12}( [A-ZÉ][a-zé]{1,12}){0,3}", handle in "[a-z_][A-Za-z0-9_]{0,14}", day in 1u8..=28) {
        // "— By Jane Roe (@jroe)" is a byline, whatever the date.
        prop_assume!(!name.split_once(' ').is_some_and(|(first, _)| OPENERS.has(first)));
        let text = format!("{before}\n— {name} (@{handle}) May {day}, 2021");
        let found = find(&text);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found[0].name.as_deref(), Some(&*name));
        prop_assert_eq!(found[0].handle.as_deref(), Some(&*handle));
    }
}
