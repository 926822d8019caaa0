//! Sentences with and without framing.

use crate::claim::split;
use crate::claim::tests::article;

/// The framed words stand between square brackets; the rule that reports them follows.
const FRAMED: &[(&str, &str)] = &[
    // Significance.
    ("The visit [underscores the town’s priorities] on housing.", "significance-inflation"),
    ("The vote [highlights how] far the party has come.", "significance-inflation"),
    ("The deal [represents a significant step] after years of talks.", "significance-inflation"),
    ("The ruling [marks a major shift in policy].", "significance-inflation"),
    ("The law [is a testament to patience].", "significance-inflation"),
    ("The harbor [remains a critical component] of the economy.", "significance-inflation"),
    ("The port [plays a key role] in trade.", "significance-inflation"),
    ("The meeting [comes at a critical time when] prices rise.", "significance-inflation"),
    ("The resignation [sends a clear message] to the board.", "significance-inflation"),
    ("The numbers [lay bare the failures] of the plan.", "significance-inflation"),
    ("The turnout [suggests momentum in the valley].", "significance-inflation"),
    // Motive.
    ("The tour [demonstrates the seriousness] of the office.", "imputed-motive"),
    ("The letter [signals the board’s commitment] to growth.", "imputed-motive"),
    ("The pause [reflects a careful approach] to reform.", "imputed-motive"),
    ("With the bill the mayor [aims to tackle a root cause] of debt.", "imputed-motive"),
    ("The choice [aligns with the mayor’s emphasis] on growth.", "imputed-motive"),
    ("The speech [reveals a leader who] listens.", "imputed-motive"),
    ("The mayor [is desperate to win] the vote.", "imputed-motive"),
    // Prediction.
    ("The tunnel [could transform the region] within years.", "unsourced-prediction"),
    ("The pact [can establish clear expectations].", "unsourced-prediction"),
    ("The tax [will likely hurt] shops.", "unsourced-prediction"),
    ("The plan [will almost certainly fail] in May.", "unsourced-prediction"),
    ("The firm is [poised to] win.", "unsourced-prediction"),
    ("They met again, [potentially creating a stronger framework].", "unsourced-prediction"),
    ("The visit [presents an opportunity to mend ties].", "unsourced-prediction"),
    // Praise.
    ("The [landmark] treaty was signed in Dover.", "peacock"),
    ("A [world-class] stadium opened on Monday.", "peacock"),
    ("Her [principled] stand won the day.", "peacock"),
    ("They talked about [crucial] matters.", "peacock"),
    // Labels.
    ("An [extremist] group met in Dover.", "contentious-label"),
    ("The [radical] senator left the hall.", "contentious-label"),
    ("The [regime] closed two papers.", "contentious-label"),
    ("A [conspiracy theorist] spoke first.", "contentious-label"),
    ("The [globalists] met in Dover.", "contentious-label"),
    ("Police clashed with [thugs] on Friday.", "contentious-label"),
    // Comment.
    ("The tour [notably] left out Dover.", "editorial-adverb"),
    ("[Clearly] the plan failed.", "editorial-adverb"),
    ("[Of course], the mayor left.", "editorial-adverb"),
    ("[Unfortunately], the bridge is closed.", "editorial-adverb"),
    // Strength.
    ("The bill was [extremely] long.", "intensifier"),
    ("A [massive] crowd came.", "intensifier"),
    ("Prices [skyrocketed] in Dover.", "intensifier"),
    // Taken for granted.
    ("They spoke of the [shared responsibility] of both towns.", "presupposition"),
    ("Rents are the [root cause] of the crisis.", "presupposition"),
    ("The towns face [shared threats].", "presupposition"),
    ("Drivers have waited [for too long].", "presupposition"),
    // Sides.
    ("The mayor’s [disgraceful] speech lasted an hour.", "loaded-language"),
    ("He [vilified] his rivals.", "loaded-language"),
    ("The hearing was a [witch hunt].", "loaded-language"),
    ("A [crime-infested] district votes today.", "loaded-language"),
    ("The talks are [moving beyond rhetoric to concrete work].", "loaded-language"),
    ("They rule [through fear rather than trust].", "loaded-language"),
    ("The mayor [builds bridges instead of burning them].", "loaded-language"),
    // Nobody named.
    ("There are [growing concerns] about the dam.", "weasel"),
    ("[Many Americans believe] the vote was late.", "weasel"),
    ("The bridge is [widely seen] as old.", "weasel"),
    ("The vote [reflects mounting unease] in town.", "weasel"),
    // Doubt.
    ("The [so-called] reform passed.", "so-called"),
    ("The [supposed] expert left.", "so-called"),
    ("Their [“reform”] is a lie.", "scare-quotes"),
    // Order in time.
    ("He resigned [just days after] the audit.", "implied-cause"),
    ("She left the board [amid allegations] of theft.", "implied-cause"),
];

/// Near misses: nothing in them frames.
const PLAIN: &[&str] = &[
    "A free radical has an unpaired electron.",
    "In chemistry, a radical reacts fast.",
    "Orr called the plan “radical” on Monday.",
    "“A disgraceful sham,” Orr said.",
    "Her exercise regime begins at six.",
    "The survey shows 12 cracks in the wall.",
    "The mark on the wall shows where the water stood.",
    "He highlighted.",
    "The mayor plans to visit Dover in May.",
    "The bridge could close in May.",
    "The council will meet on Monday.",
    "She came at noon when the bell rang.",
    "He plays a pirate in the film.",
    "The firm sends a parcel each week.",
    "The team aims to win the cup.",
    "They walked beyond the gate to the river.",
    "She took the bus rather than the train.",
    "The school stayed open amid heavy rain.",
    "He left two days after the vote.",
    "Many people live near the port.",
    "Police charged two men with a hate crime.",
    "Brave Street was closed on Friday.",
    "The song is called “home” in English.",
    "The council approved a budget of $4 million.",
    "The river rose three feet on Tuesday, and two roads were closed.",
    "The two sides last met in December.",
];

fn framing(text: &str) -> Vec<(&str, &'static str)> {
    split(&article(text), &[], &[])
        .iter()
        .flat_map(|claim| &claim.framing)
        .map(|framing| (framing.span.of(text), framing.rule))
        .collect()
}

#[test]
fn framed() {
    let mut failed = Vec::new();
    for (marked, rule) in FRAMED {
        let text = marked.replace(['[', ']'], "");
        let words = marked.split(['[', ']']).nth(1).unwrap();
        let found = framing(&text);
        if !found.contains(&(words, rule)) {
            failed.push(format!("{marked} {rule}: {found:?}"));
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn plain() {
    for text in PLAIN {
        assert_eq!(framing(text), [], "{text}");
    }
}
