//! Runs of the real command with settings: files, arguments, suppressions, marks.

mod command;

use command::*;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;

const LANDMARK: &str =
    "Harbour news\n\nThe council met for three hours on Monday. The landmark pier is old.\n";

/// The names of the rules that report something.
fn found(output: &Output) -> Vec<String> {
    let records: Vec<Value> = records(output);
    let all = records.iter().flat_map(|r| r["diagnostics"].as_array().unwrap());
    all.map(|d| d["rule"].as_str().unwrap().to_owned()).collect()
}

fn review(folder: &Path, args: &[&str]) -> Vec<String> {
    let output = run(folder, &[&["review"], args].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    found(&output)
}

#[test]
fn rules_are_selected_and_left_out() {
    let folder = folder("select");
    fs::write(folder.join("a.txt"), LANDMARK).unwrap();
    assert_eq!(review(&folder, &["a.txt"]), ["peacock"]);
    assert_eq!(review(&folder, &["--select", "FRM104,SRC", "a.txt"]), ["peacock"]);
    assert!(review(&folder, &["--select", "SRC", "a.txt"]).is_empty());
    assert!(review(&folder, &["--ignore", "frm", "a.txt"]).is_empty());
    assert_eq!(review(&folder, &["--ignore", "FRM", "--select", "peacock", "a.txt"]), ["peacock"]);
    assert!(review(&folder, &["--profile", "opinion", "a.txt"]).is_empty());
    let wrong = run(&folder, &["check", "--select", "peacok", "a.txt"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("did you mean `peacock`?"), "{}", text(&wrong.stderr));
}

#[test]
fn a_settings_file_is_found_upwards() {
    let folder = folder("upwards");
    fs::create_dir_all(folder.join("news/today")).unwrap();
    fs::create_dir_all(folder.join("opinion")).unwrap();
    for name in ["news/today/a.txt", "opinion/a.txt"] {
        fs::write(folder.join(name), LANDMARK).unwrap();
    }
    let settings = "[rules]\npeacock = 'error'\n[[overrides]]\npaths = ['opinion/**']\nrules = { peacock = 'off' }\n";
    fs::write(folder.join("onrecord.toml"), settings).unwrap();
    let check = |args: &[&str]| run(&folder, &[&["check", "--fail-on", "error"], args].concat());
    assert_eq!(check(&["news/today/a.txt"]).status.code(), Some(1));
    assert_eq!(check(&["opinion/a.txt"]).status.code(), Some(0));
    assert_eq!(check(&["--no-config", "news/today/a.txt"]).status.code(), Some(0));
    assert_eq!(review(&folder, &["news/today/a.txt", "opinion/a.txt"]), ["peacock"]);
    fs::write(folder.join("news/onrecord.toml"), "[rules]\npeacock = 'off'\n").unwrap();
    assert_eq!(check(&["news/today/a.txt"]).status.code(), Some(0));
    assert_eq!(check(&["--config", "onrecord.toml", "news/today/a.txt"]).status.code(), Some(1));
}

#[test]
fn wrong_settings_say_where() {
    let folder = folder("wrong");
    fs::write(folder.join("a.txt"), LANDMARK).unwrap();
    let check = |settings: &str| {
        fs::write(folder.join("onrecord.toml"), settings).unwrap();
        let output = run(&folder, &["check", "--config", "onrecord.toml", "a.txt"]);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(text(&output.stdout), "");
        text(&output.stderr).to_owned()
    };
    let unknown = check("profile = 'wire'\n[rulse]\n");
    assert_eq!(unknown, "error: onrecord.toml:2: unknown key `rulse`; did you mean `rules`?\n");
    let missing = check("[lexicon]\ncues = ['house.toml']\n");
    assert!(missing.starts_with("error: house.toml: "), "{missing}");
    fs::write(folder.join("house.toml"), "[[verbs]]\nact = 'talk'\nlemmas = []\n").unwrap();
    let act = check("[lexicon]\ncues = ['house.toml']\n");
    assert!(act.starts_with("error: house.toml:2: unknown variant `talk`"), "{act}");
}

#[test]
fn a_newsroom_has_its_own_words() {
    let folder = folder("house");
    let article = "Harbour news\n\nThe council met on Monday. “It is shut,” nattered Ann Orr, the mayor. Its gold-plated hall is old.\n";
    fs::write(folder.join("a.txt"), article).unwrap();
    fs::write(folder.join("cues.toml"), "[[verbs]]\nact = 'statement'\nstance = 'manner'\nframes = ['quote']\nlemmas = ['natter']\n").unwrap();
    fs::write(folder.join("terms.toml"), "[[terms]]\nrule = 'loaded-language'\nweight = 0.6\npart = 'adjective'\nterms = ['gold-plated']\n").unwrap();
    fs::write(folder.join("titles.toml"), "[titles]\nlocal = ['Provost']\n").unwrap();
    assert!(review(&folder, &["a.txt"]).is_empty());
    let settings =
        "[lexicon]\ncues = ['cues.toml']\nframing = ['terms.toml']\ntitles = ['titles.toml']\n";
    fs::write(folder.join("onrecord.toml"), settings).unwrap();
    assert_eq!(review(&folder, &["a.txt"]), ["impossible-verb", "loaded-language"]);
    let settings = "[rules.peacock]\nterms = ['hall']\n[rules.weasel]\nallow = ['hall']\n";
    fs::write(folder.join("onrecord.toml"), settings).unwrap();
    assert_eq!(review(&folder, &["a.txt"]), ["peacock"]);
}

#[test]
fn quotations_are_looked_into_where_asked() {
    let folder = folder("quotations");
    let article = "Harbour news\n\nThe council met on Monday. “It is a landmark pier,” said Ann Orr, the mayor.\n";
    fs::write(folder.join("a.txt"), article).unwrap();
    assert!(review(&folder, &["a.txt"]).is_empty());
    fs::write(folder.join("onrecord.toml"), "[rules.peacock]\nquotations = true\n").unwrap();
    assert_eq!(review(&folder, &["a.txt"]), ["peacock"]);
}

#[test]
fn what_is_in_force_is_shown_with_its_origin() {
    let folder = folder("config");
    fs::create_dir_all(folder.join("opinion")).unwrap();
    let settings = "profile = 'wire'\nmode = 'fast'\n[rules]\nweasel = 'error'\n[rules.single-source]\nshare = 0.8\n\n[[overrides]]\npaths = ['opinion/**']\nprofile = 'opinion'\n";
    fs::write(folder.join("onrecord.toml"), settings).unwrap();
    let shown = |args: &[&str]| {
        let output = run(&folder, &[&["config"], args].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let lines = text(&output.stdout).lines();
        lines.map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    let has = |lines: &[String], start: &str, end: &str| {
        lines.iter().any(|l| l.starts_with(start) && l.ends_with(end))
    };
    let news = shown(&["a.txt"]);
    assert!(has(&news, "profile wire", "onrecord.toml:1"), "{news:?}");
    assert!(has(&news, "FRM104 peacock warning", "profile wire"), "{news:?}");
    assert!(has(&news, "FRM110 weasel error", "onrecord.toml:4"), "{news:?}");
    assert!(has(&news, "share 0.8", "onrecord.toml:6"), "{news:?}");
    assert!(has(&news, "threshold 0.33", "default"), "{news:?}");
    assert!(has(&news, "mode fast", "onrecord.toml:2"), "{news:?}");
    let plain = shown(&["--no-config"]);
    assert!(has(&plain, "mode full", "default"), "{plain:?}");
    let fast = shown(&["--no-config", "--fast"]);
    assert!(has(&fast, "mode fast", "command line"), "{fast:?}");
    let opinion = shown(&["--ignore", "QUO", "opinion/a.txt"]);
    assert!(has(&opinion, "profile opinion", "onrecord.toml:10"), "{opinion:?}");
    assert!(has(&opinion, "FRM104 peacock off", "profile opinion"), "{opinion:?}");
    assert!(has(&opinion, "QUO101 unbalanced-quotation off", "command line"), "{opinion:?}");
}

#[test]
fn suppressions_are_followed_and_unused_ones_reported() {
    let folder = folder("suppress");
    let with = |line: &str| {
        let article = format!(
            "Harbour news\n\nThe council met on Monday.\n\n{line}\nThe landmark pier is old. It is shut.\n\nThe landmark hall is old.\n"
        );
        fs::write(folder.join("a.txt"), article).unwrap();
        review(&folder, &["a.txt"])
    };
    assert_eq!(with(""), ["peacock", "peacock"]);
    assert_eq!(with("[onrecord-ignore peacock: it is called so]"), ["peacock"]);
    assert_eq!(with("[onrecord-ignore FRM, QUO101: why not]"), ["unused-ignore", "peacock"]);
    assert_eq!(with("[onrecord-ignore peacock]"), ["malformed-ignore", "peacock", "peacock"]);
    assert_eq!(with("[onrecord-ignore weasel: why]"), ["unused-ignore", "peacock", "peacock"]);
    let whole = format!("[onrecord-ignore peacock: all of it]\n{LANDMARK}");
    fs::write(folder.join("a.txt"), whole).unwrap();
    assert!(review(&folder, &["a.txt"]).is_empty());
    assert_eq!(review(&folder, &["--ignore", "peacock", "a.txt"]), Vec::<String>::new());
}

#[test]
fn an_article_is_shown_with_its_marks() {
    let folder = folder("annotate");
    fs::write(folder.join("a.txt"), LANDMARK).unwrap();
    let output = run(&folder, &["annotate", "a.txt"]);
    assert_eq!(output.status.code(), Some(0));
    let marked = "{~ The {!peacock landmark} pier is old.}\n| !peacock note: ";
    assert!(text(&output.stdout).contains(marked), "{}", text(&output.stdout));
    let legend = run_with(&folder, &["annotate", "--legend"], LANDMARK.as_bytes());
    assert!(text(&legend.stdout).starts_with("| {@1 …} the source"));
    assert!(text(&legend.stdout).ends_with(text(&output.stdout)));
    assert_eq!(run(&folder, &["annotate", "missing.txt"]).status.code(), Some(2));
}

#[test]
fn rules_are_listed_as_json() {
    let output = run(&folder("rules-json"), &["rules", "--format", "json"]);
    let rules: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rules = rules.as_array().unwrap();
    assert_eq!(rules.len(), onrecord::lint::rules().len());
    let single = rules.iter().find(|r| r["name"] == "single-source").unwrap();
    assert_eq!((&single["code"], &single["severity"]), (&"SRC101".into(), &"warning".into()));
    assert_eq!(single["settings"][0]["name"], "attributions");
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = folder("named");
    let output = run(&folder, &["review", "missing.txt"]);
    assert!(text(&output.stderr).starts_with("error: missing.txt: "), "{}", text(&output.stderr));
    let none = run(&folder, &["check", "--jobs", "0"]);
    assert!(
        text(&none.stderr).contains("write a whole number, 1 or more"),
        "{}",
        text(&none.stderr)
    );
}
