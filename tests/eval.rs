//! Runs of `onrecord eval`.

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const TEXT: &str = "Bridge to close\n\n😀 “It is old,” said Ann Orr, the mayor.\n";
const GOLD: &str = r#"{"id": "herald_bridge", "attributions":
    [{"source": [[37, 55]], "cue": [[32, 36]], "content": [[19, 31]]}]}"#;

const QUOTED: &str = r#"[[text]]
text = "Bridge to close\n\n😀 “It is old,” said Ann Orr, the mayor.\n"
attributions = [{ source = "Ann Orr, the mayor", cue = "said", content = ["“It is old,”"] }]
"#;

/// A directory with one marked article, in every form.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    for folder in ["text", "brat"] {
        fs::create_dir_all(path.join(folder)).unwrap();
        fs::write(path.join(folder).join("herald_bridge.txt"), TEXT).unwrap();
    }
    fs::write(path.join("gold.jsonl"), GOLD.replace('\n', "") + "\n\n").unwrap();
    let lines = "T1\tSource 37 55\tAnn Orr, the mayor\nT2\tCue 32 36\tsaid\n\
        T3\tContent 19 31\t“It is old,”\nE1\tCue:T2 Source:T1 Content:T3\n";
    fs::write(path.join("brat/herald_bridge.ann"), lines).unwrap();
    fs::write(path.join("bridge.toml"), QUOTED).unwrap();
    path
}

fn eval(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    command.arg("eval").args(args).current_dir(folder).stdin(Stdio::null());
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn figures(folder: &Path, args: &[&str]) -> Value {
    serde_json::from_slice(&eval(folder, args).stdout).unwrap()
}

#[test]
fn articles_are_reviewed_and_measured() {
    let folder = folder("eval-review");
    let output = eval(&folder, &["--gold", "gold.jsonl", "--texts", "text"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let table = text(&output.stdout);
    assert_eq!(table.lines().count(), 12);
    let rows = [
        "                                  P      R     F1    pred    gold",
        "token content                 100.0  100.0  100.0       3       3",
        "relation strict               100.0  100.0  100.0       1       1",
        "relation relaxed direct       100.0  100.0  100.0       1       1",
        "relation relaxed indirect       0.0    0.0    0.0       0       0",
    ];
    for row in rows {
        assert!(table.lines().any(|l| l == row), "{row}\n{table}");
    }
}

#[test]
fn all_forms_of_gold_give_the_same() {
    let folder = folder("eval-brat");
    let marked = figures(&folder, &["--json", "--gold", "gold.jsonl"]);
    assert_eq!(marked["relation strict"]["f1"], json!(100.0));
    for form in ["brat", "bridge.toml"] {
        assert_eq!(figures(&folder, &["--json", "--gold", form]), marked, "{form}");
    }
}

#[test]
fn quoted_words_that_the_text_does_not_have_are_told_with_their_line() {
    let folder = folder("eval-quoted");
    let told = |marks: String| {
        fs::write(folder.join("bad.toml"), marks).unwrap();
        let output = eval(&folder, &["--gold", "bad.toml"]);
        assert_eq!(output.status.code(), Some(2));
        text(&output.stderr).to_owned()
    };
    let error = told(QUOTED.replace("\"said\"", "\"says\""));
    assert!(error.contains("bad.toml: line 3: \"says\" is not in its place"), "{error}");
    let error = told(QUOTED.replace("cue =", "verb ="));
    assert!(error.contains("bad.toml: line 3: unknown field `verb`"), "{error}");
}

#[test]
fn reviews_can_be_given() {
    let folder = folder("eval-given");
    let review = json!({"id": "herald_bridge", "offsets": "utf16", "attributions": [{
        "source": {"spans": [[38, 45]], "text": "Ann Orr", "entity": null}, "content": null,
        "cue": {"spans": [[33, 37]], "text": "said", "lemma": "say", "stance": "neutral"},
        "production": "mark", "confidence": 0.75,
    }]});
    let failed = json!({"id": null, "error": {"kind": "unreadable"}});
    fs::write(folder.join("reviews.jsonl"), format!("{failed}\n{review}\n")).unwrap();
    let args = ["--gold", "gold.jsonl", "--by-publisher", "--calibration", "reviews.jsonl"];
    let figures = figures(&folder, &[&["--json"], &args[..]].concat());
    let cue = json!({"p": 100.0, "r": 100.0, "f1": 100.0, "pred": 1, "gold": 1});
    assert_eq!(figures["publishers"]["herald"]["span cue"], cue);
    let source = json!({"p": 100.0, "r": 50.0, "f1": 66.7, "pred": 2, "gold": 4});
    assert_eq!(figures["token source"], source);
    assert_eq!(figures["calibration"][0]["attributions"], json!(1));
    assert_eq!(figures["calibration"][0]["right"], json!(0));

    let output = eval(&folder, &[&["--errors", "1"], &args[..]].concat());
    let shown = text(&output.stdout);
    let missed = "missed: content-cue-source, say: other content (herald_bridge)\n  \
        Bridge to close ¶ 😀 [X “It is old,”] [C said] [S Ann Orr, the mayor]. ¶ ";
    assert!(shown.contains(missed), "{shown}");
    assert!(shown.contains("extra: mark, say: other content (herald_bridge)"), "{shown}");
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = folder("eval-faults");
    let fails = |args: &[&str], message: &str| {
        let output = eval(&folder, args);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(message), "{}", text(&output.stderr));
    };
    fails(&[], "--gold");
    fails(&["--gold", "none.jsonl"], "none.jsonl");
    fails(&["--gold", "gold.jsonl", "--texts", "none"], "herald_bridge.txt");
    fails(&["--gold", "brat/herald_bridge.ann"], "line 1");
    fs::write(folder.join("long.jsonl"), GOLD.replace('\n', "").replace("36", "3600")).unwrap();
    fails(&["--gold", "long.jsonl"], "line 1: a span is reversed or ends past the text");
}
