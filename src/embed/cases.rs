//! Texts with embeds, and what is to be found in them. All names are invented.

use super::find;

/// One embed a line: `platform | name | handle | date | post id or url | words`,
/// `-` for what is not there, `orphan` for words that are gone.
pub(super) fn read(text: &str) -> String {
    let rows = find(text).into_iter().map(|e| {
        assert!(text.get(e.span.range()).is_some(), "span off a character: {text}");
        assert_eq!(e.orphan, e.body.is_none(), "{text}");
        let date = e.date.map(|d| d.to_string());
        [
            e.platform.as_str(),
            e.name.as_deref().unwrap_or("-"),
            e.handle.as_deref().unwrap_or("-"),
            date.as_deref().unwrap_or("-"),
            e.post_id.unwrap_or("-"),
            e.body.map_or("orphan", |b| b.of(text)),
        ]
        .join(" | ")
    });
    rows.collect::<Vec<_>>().join("\n")
}

#[track_caller]
pub(super) fn check(table: &[(&str, &str)]) {
    let wrong: Vec<_> = table
        .iter()
        .filter_map(|&(text, expected)| {
            let got = read(text);
            (got != expected).then(|| format!("{text}\n  wanted: {expected}\n  got:    {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.len(), wrong.join("\n\n"));
}

#[test]
fn dashes_and_glue() {
    check(&[
        (
            "Thank you all! #roe2024\n— Jane Roe (@jroe) February 4, 2017",
            "x | Jane Roe | jroe | 2017-02-04 | - | Thank you all! #roe2024",
        ),
        (
            "We open at nine, doors at eight!\n– Harbour Hall (@harbourhall) May 3, 2021\n",
            "x | Harbour Hall | harbourhall | 2021-05-03 | - | We open at nine, doors at eight!",
        ),
        (
            "See you there https://t.co/AbCdEf123 pic.twitter.com/AbCdEf1234— Jane Roe (@jroe) February 4, 2017.",
            "x | Jane Roe | jroe | 2017-02-04 | - | See you there https://t.co/AbCdEf123 pic.twitter.com/AbCdEf1234",
        ),
        (
            "Doors open soon pic.twitter.com/AbCdEf1234-- Harbour Hall (@harbourhall) May 3, 2021",
            "x | Harbour Hall | harbourhall | 2021-05-03 | - | Doors open soon pic.twitter.com/AbCdEf1234",
        ),
        (
            "Not one vote was lost!\nâ€” County Clerk (@roeclerk) November 9, 2016",
            "x | County Clerk | roeclerk | 2016-11-09 | - | Not one vote was lost!",
        ),
        (
            "Not one vote was lost!&mdash; County Clerk (@roeclerk) November 9, 2016",
            "x | County Clerk | roeclerk | 2016-11-09 | - | Not one vote was lost!",
        ),
        (
            "My office never got that letter.\nRoe (@jroe) February 4, 2017After the hearing she left.",
            "x | Roe | jroe | 2017-02-04 | - | My office never got that letter.",
        ),
        (
            "Roe answered on Twitter:We have nothing to hide https://t.co/AbCdEf123  Jane  Roe (@jroe) February 4, 2017Her party was silent.",
            "x | Jane  Roe | jroe | 2017-02-04 | - | We have nothing to hide https://t.co/AbCdEf123",
        ),
        (
            "Great rally today! Jane Q. Roe (@jroe) February 4, 2017",
            "x | Jane Q. Roe | jroe | 2017-02-04 | - | Great rally today!",
        ),
        (
            "I will vote no.\n- Jane Roe (@jroe) February 4, 2017",
            "x | Jane Roe | jroe | 2017-02-04 | - | I will vote no.",
        ),
        (
            "I will vote no. — Jane Roe (@jroe), February 4, 2017",
            "x | Jane Roe | jroe | 2017-02-04 | - | I will vote no.",
        ),
        (
            "I will vote no.\n— Jane Roe (@jroe) [February 4, 2017](https://twitter.com/jroe/status/8279182737?ref=x)",
            "x | Jane Roe | jroe | 2017-02-04 | 8279182737 | I will vote no.",
        ),
        (
            "I will vote no.\n— Jane Roe (@jroe) February 4, 2017\nhttps://twitter.com/jroe/status/8279182737\n",
            "x | Jane Roe | jroe | 2017-02-04 | 8279182737 | I will vote no.",
        ),
        (
            "One: we march at noon!\n— A. Roe (@aroe) May 3, 2021\nTwo: bring water!\n— A. Roe (@aroe) May 3, 2021",
            "x | A. Roe | aroe | 2021-05-03 | - | One: we march at noon!\n\
             x | A. Roe | aroe | 2021-05-03 | - | Two: bring water!",
        ),
    ]);
}

#[test]
fn broken_lines() {
    check(&[
        (
            "So true! — Jane Q.\nRoe (@jroe) February 4, 2017",
            "x | Jane Q. Roe | jroe | 2017-02-04 | - | So true!",
        ),
        (
            "So true!\n— Jane Roe (@jroe)\nFebruary 4, 2017\nShe left.",
            "x | Jane Roe | jroe | 2017-02-04 | - | So true!",
        ),
        (
            "So true!\n—Jane Roe(@jroe)February 4, 2017",
            "x | Jane Roe | jroe | 2017-02-04 | - | So true!",
        ),
        (
            "So true!\n\u{97} Jane Roe (@jroe) February 4, 2017",
            "x | Jane Roe | jroe | 2017-02-04 | - | So true!",
        ),
        (
            "So true!\nÔÇö Jane Roe (@jroe) February 4, 2017",
            "x | Jane Roe | jroe | 2017-02-04 | - | So true!",
        ),
        ("So true #roe (@jroe) February 4, 2017", "x | - | jroe | 2017-02-04 | - | So true #roe"),
        (
            "Jane Roe ✔ @jroe\nWe won. Thank you.\n7:30 AM - 4 Feb 2017",
            "x | Jane Roe | jroe | 2017-02-04 | - | We won. Thank you.",
        ),
        (
            "So true!\n— dr. roe (@jroe) February 4, 2017",
            "x | dr. roe | jroe | 2017-02-04 | - | So true!",
        ),
    ]);
}

#[test]
fn names_and_dates() {
    check(&[
        (
            "Wir sehen uns morgen!\n— Grüne Wiese 🌻 (@gruenewiese) 25. September 2018",
            "x | Grüne Wiese 🌻 | gruenewiese | 2018-09-25 | - | Wir sehen uns morgen!",
        ),
        (
            "Nos vemos mañana #plaza— Ayuntamiento de Roa (@aytoroa) 6 de febrero de 2020",
            "x | Ayuntamiento de Roa | aytoroa | 2020-02-06 | - | Nos vemos mañana #plaza",
        ),
        (
            "On se voit demain #quai — Élodie Roé (@eroe) 1er mars 2020 à 10:30",
            "x | Élodie Roé | eroe | 2020-03-01 | - | On se voit demain #quai",
        ),
        (
            "Увидимся завтра #порт — Анна Роева (@aroeva) 3 февраля 2021 г.",
            "x | Анна Роева | aroeva | 2021-02-03 | - | Увидимся завтра #порт",
        ),
        (
            "明日も営業します #港— 港ホール（公式）９ (@minato9) 2019年1月25日",
            "x | 港ホール（公式）９ | minato9 | 2019-01-25 | - | 明日も営業します #港",
        ),
        (
            "מחר נפגש pic.twitter.com/AbCdEf1234— אולם הנמל (@namal_1) November 5, 2023",
            "x | אולם הנמל | namal_1 | 2023-11-05 | - | מחר נפגש pic.twitter.com/AbCdEf1234",
        ),
        (
            "Tomorrow #roe — Roe, Roe & Sons (est. 1911) (@roesons) 2021-05-03",
            "x | Roe, Roe & Sons (est. 1911) | roesons | 2021-05-03 | - | Tomorrow #roe",
        ),
        (
            "Tomorrow #roe — Roe &amp; Sons (@roesons) May 3, 2021 at 7:30am PDT",
            "x | Roe & Sons | roesons | 2021-05-03 | - | Tomorrow #roe",
        ),
        (
            "Tomorrow #roe — harbour hall - city of roe (@hall) May 3, 2021",
            "x | harbour hall - city of roe | hall | 2021-05-03 | - | Tomorrow #roe",
        ),
        (
            "Tomorrow #roe — Jane Roe #WeMarch (@jroe) May 3, 2021",
            "x | Jane Roe #WeMarch | jroe | 2021-05-03 | - | Tomorrow #roe",
        ),
        (
            "Tomorrow #roe — Dr. J.-P. Roe Jr. (@jproe) 10:14 AM · May 3, 2021",
            "x | Dr. J.-P. Roe Jr. | jproe | 2021-05-03 | - | Tomorrow #roe",
        ),
        ("Tomorrow #roe — (@jroe) May 3, 2021", "x | - | jroe | 2021-05-03 | - | Tomorrow #roe"),
        ("Tomorrow #roe — @jroe, May 3, 2021", "x | - | jroe | 2021-05-03 | - | Tomorrow #roe"),
        (
            "Tomorrow #roe — Jane Roe (@jroe) February 31, 2021",
            "x | Jane Roe | jroe | - | - | Tomorrow #roe",
        ),
        (
            "We keep the lights on!\n— Jane Roe (@jane.roe.example) January 8, 2025 at 10:13 AM",
            "bluesky | Jane Roe | jane.roe.example | 2025-01-08 | - | We keep the lights on!",
        ),
        (
            "We keep the lights on!\n— Jane Roe (@jane@roe.example) January 8, 2025",
            "mastodon | Jane Roe | jane@roe.example | 2025-01-08 | - | We keep the lights on!",
        ),
    ]);
}

#[test]
fn other_frames() {
    check(&[
        (
            "A disgrace. We will win BIG!\n— @janeroe on Truth Social, March 3, 2024",
            "truthsocial | - | janeroe | 2024-03-03 | - | A disgrace. We will win BIG!",
        ),
        (
            "A disgrace. We will win BIG!\nJane Roe (@janeroe) on Truth Social",
            "truthsocial | Jane Roe | janeroe | - | - | A disgrace. We will win BIG!",
        ),
        (
            "Hello from the pier #sea\n— Jane Roe (@jroe) via Threads, 3 May 2024",
            "threads | Jane Roe | jroe | 2024-05-03 | - | Hello from the pier #sea",
        ),
        (
            "View this post on Instagram\nSunrise over the pier.\nA post shared by Harbour Hall (@harbour.hall) on Jun 16, 2019 at 7:30am PDT",
            "instagram | Harbour Hall | harbour.hall | 2019-06-16 | - | Sunrise over the pier.",
        ),
        (
            "View this post on Instagram\nA post shared by Harbour Hall (@harbour.hall)",
            "instagram | Harbour Hall | harbour.hall | - | - | orphan",
        ),
        (
            "日の出 #港\n港ホール(@minato9)がシェアした投稿 - 2019年 6月月16日午前7時30分PDT",
            "instagram | 港ホール | minato9 | 2019-06-16 | - | 日の出 #港",
        ),
        (
            "Sonnenaufgang! #hafen\nEin Beitrag geteilt von Hafenhalle (@hafenhalle) am 23. Okt 2017 um 0:31 Uhr",
            "instagram | Hafenhalle | hafenhalle | 2017-10-23 | - | Sonnenaufgang! #hafen",
        ),
        (
            "Sieh dir diesen Beitrag auf Instagram an\n\nEin von Hafenhalle (@hafenhalle) geteilter Beitrag",
            "instagram | Hafenhalle | hafenhalle | - | - | orphan",
        ),
        (
            "The hall was full.\nView this post on Instagram\nThe doors closed at ten.",
            "instagram | - | - | - | - | orphan",
        ),
        (
            "The council met late.\nIt was a long day.\nThe vote was close.\nThank you to everyone who came out today!\nPosted by Harbour Hall on Friday, June 10, 2016",
            "facebook | Harbour Hall | - | 2016-06-10 | - | Thank you to everyone who came out today!",
        ),
        (
            "Two cats on one chair\nby u/roe_cat in pics",
            "reddit | - | roe_cat | - | - | Two cats on one chair",
        ),
        (
            "Two cats on one chair\n byu/roe_cat inPics\n",
            "reddit | - | roe_cat | - | - | Two cats on one chair",
        ),
        (
            "Two cats on one chair   by   u/roe_cat  in   pics",
            "reddit | - | roe_cat | - | - | Two cats on one chair",
        ),
        (
            "  View this post on Instagram  A post shared by Harbour Hall (@harbour.hall)",
            "instagram | Harbour Hall | harbour.hall | - | - | orphan",
        ),
        (
            "r/pics • Posted by u/roe_cat 3 years ago\nTwo cats on one chair",
            "reddit | - | roe_cat | - | - | Two cats on one chair",
        ),
        (
            "@roecats Trying this again 😹 #cats ♬ original sound - Someone Else",
            "tiktok | - | roecats | - | - | Trying this again 😹 #cats",
        ),
        (
            "Jane Roe\n@jroe\nWe won. Thank you.\n7:30 AM · Feb 4, 2017 · Example for Phones",
            "x | Jane Roe | jroe | 2017-02-04 | - | We won. Thank you.",
        ),
        (
            "Jane Roe @jroe · Feb 4, 2017\nWe won. Thank you.",
            "x | Jane Roe | jroe | 2017-02-04 | - | We won. Thank you.",
        ),
        (
            "We are moving!\nPost by @jane@roe.example\nView on Mastodon",
            "mastodon | - | jane@roe.example | - | - | We are moving!",
        ),
        (
            "The hall was full.\nhttps://x.com/jroe/status/1720918522082078752?s=20\nThe doors closed at ten.",
            "x | - | jroe | - | 1720918522082078752 | orphan",
        ),
        (
            "The hall was full.\n[embed]https://www.youtube.com/watch?v=abcdefghijk[/embed]\nThe doors closed at ten.",
            "youtube | - | - | - | abcdefghijk | orphan",
        ),
        (
            "Full house tonight pic.twitter.com/AbCdEf1234\nThe doors closed at ten.",
            "x | - | - | - | - | Full house tonight",
        ),
    ]);
}

#[test]
fn tweet_residue() {
    check(&[
        (
            r#"<tweet id="768166957728358400" author="@jroe" datetime="2016-08-23">We won. — Jane Roe (@jroe) August 23, 2016</tweet>."#,
            "x | Jane Roe | jroe | 2016-08-23 | 768166957728358400 | We won.",
        ),
        (
            r#"<tweet tweet-author="@jroe" tweet-date="January 20, 2016">We won. pic.twitter.com/AbCdEf1234<tweet/>."#,
            "x | - | jroe | 2016-01-20 | - | We won. pic.twitter.com/AbCdEf1234",
        ),
        (
            "<tweet pic=\"\" author=\"jroe\" timestamp=\"1474387200\" tweet_id=\"778257943577919488\">We won\nThe hall was full.",
            "x | - | jroe | 2016-09-20 | 778257943577919488 | We won",
        ),
        (
            r#"<tweet tweet-id="661196115484643328"><tweet/>. <tweet tweet-id="661196115484643329"><tweet/>."#,
            "x | - | - | - | 661196115484643328 | orphan\nx | - | - | - | 661196115484643329 | orphan",
        ),
        (r#"<tweet tweet-author="and so it goes on" tweet-date="">Nine reasons:<tweet/>."#, ""),
    ]);
}
