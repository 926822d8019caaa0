//! Runs of the real command.

mod command;

use command::*;
use onrecord::Offsets;
use serde_json::{Value, json};
use std::fs;
use std::io::{Read, Write};
use std::process::Stdio;

#[test]
fn many_files_keep_their_order() {
    let folder = folder("order");
    let names: Vec<String> = (0..120).map(|i| format!("{:03}.txt", (i * 37) % 120)).collect();
    for (i, name) in names.iter().enumerate() {
        fs::write(folder.join(name), ARTICLE.repeat(1 + (i * 53) % 40)).unwrap();
    }
    let mut args = vec!["review", "--jobs", "4", "--id", "file"];
    args.extend(names.iter().map(String::as_str));
    let output = run(&folder, &args);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stderr), "");
    assert_eq!(ids(&records(&output)), names);
    args[2] = "1";
    assert_eq!(run(&folder, &args).stdout, output.stdout);
}

#[test]
fn a_slow_reader_gets_everything() {
    let folder = folder("slow");
    let line = |i: usize| json!({"id": i.to_string(), "text": ARTICLE.repeat(20)}).to_string();
    let input: Vec<String> = (0..300).map(line).collect();
    fs::write(folder.join("in.jsonl"), input.join("\n")).unwrap();
    let mut command = onrecord(&folder, &["review", "--input", "jsonl", "--jobs", "4", "in.jsonl"]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let (mut all, mut piece) = (Vec::new(), [0; 97]);
    while let n @ 1.. = stdout.read(&mut piece).unwrap() {
        all.extend_from_slice(&piece[..n]);
        std::thread::yield_now();
    }
    assert!(child.wait().unwrap().success());
    let records: Vec<Value> =
        text(&all).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(ids(&records), (0..300).map(|i| i.to_string()).collect::<Vec<_>>());
}

#[test]
fn a_reader_that_leaves_ends_the_run_without_a_word() {
    let folder = folder("leaves");
    let line = json!({"id": "a", "text": ARTICLE.repeat(50)}).to_string() + "\n";
    fs::write(folder.join("in.jsonl"), line.repeat(500)).unwrap();
    let mut command = onrecord(&folder, &["review", "--input", "jsonl", "in.jsonl"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(141), ""));
}

#[test]
fn records_are_answered_one_by_one() {
    let folder = folder("dialogue");
    let mut command = onrecord(&folder, &["review", "--input", "jsonl"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = std::io::BufReader::new(child.stdout.take().unwrap());
    for i in 0..3 {
        writeln!(stdin, "{}", json!({"id": i.to_string(), "text": ARTICLE})).unwrap();
        stdin.flush().unwrap();
        let mut answer = String::new();
        std::io::BufRead::read_line(&mut answers, &mut answer).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["id"], i.to_string());
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn bad_files_have_records_in_their_places() {
    let folder = folder("bad");
    fs::write(folder.join("good.txt"), ARTICLE).unwrap();
    fs::write(folder.join("latin.txt"), b"one\ncaf\xE9\n").unwrap();
    fs::write(folder.join("long.txt"), "word ".repeat(100)).unwrap();
    fs::create_dir(folder.join("folder")).unwrap();
    let files = ["missing.txt", "good.txt", "latin.txt", "folder", "long.txt", "good.txt"];
    let mut args = vec!["review", "--max-bytes", "200"];
    args.extend(files);
    let output = run(&folder, &args);
    assert_eq!(output.status.code(), Some(2));
    let records = records(&output);
    assert_eq!(ids(&records), ["missing", "good", "latin", "folder", "long", "good"]);
    let kinds: Vec<_> = records.iter().map(|r| r["error"]["kind"].as_str()).collect();
    let unreadable = Some("unreadable");
    let expected = [unreadable, None, Some("not-utf8"), unreadable, Some("too-long"), None];
    assert_eq!(kinds, expected);
    assert_eq!(records[2]["error"]["line"], 2);
    assert!(records[2]["error"]["message"].as_str().unwrap().contains("byte 7"));
    assert!(text(&output.stderr).contains("4 inputs could not be reviewed"));

    args[0] = "check";
    let output = run(&folder, &args);
    assert_eq!(output.status.code(), Some(2));
    for name in ["missing.txt: ", "latin.txt: not UTF-8", "folder: it is a directory", "long.txt"] {
        assert!(text(&output.stderr).contains(name), "{}", text(&output.stderr));
    }
    assert_eq!(text(&output.stdout).matches("good.txt: ").count(), 2);
}

#[test]
fn bad_records_have_records_in_their_places() {
    let folder = folder("records");
    let good = |id: &str| json!({"id": id, "text": ARTICLE, "other": [1]}).to_string().into_bytes();
    let lines = [
        good("a"),
        b"{\"id\": \"b\"".to_vec(),
        b"{\"id\": \"c\", \"text\": null}".to_vec(),
        b"  ".to_vec(),
        b"{\"id\": \"d\", \"text\": \"\xFF\"}".to_vec(),
        b"[]".to_vec(),
        json!({"id": "e", "text": "word ".repeat(100)}).to_string().into_bytes(),
        good("f"),
    ];
    let args = ["review", "--input", "jsonl", "--max-bytes", "200", "-"];
    let output = run_with(&folder, &args, &lines.join(&b"\r\n"[..]));
    assert_eq!(output.status.code(), Some(2));
    let records = records(&output);
    let seen: Vec<_> = records
        .iter()
        .map(|r| (r["id"].as_str(), r["error"]["kind"].as_str(), r["error"]["line"].as_u64()))
        .collect();
    let malformed = Some("malformed");
    let expected = [
        (Some("a"), None, None),
        (None, malformed, Some(2)),
        (Some("c"), malformed, Some(3)),
        (None, Some("not-utf8"), Some(5)),
        (None, malformed, Some(6)),
        (Some("e"), Some("too-long"), Some(7)),
        (Some("f"), None, None),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn an_endless_input_is_refused() {
    let folder = folder("endless");
    let output = run_with(&folder, &["check", "--max-bytes", "1000"], &vec![b'a'; 5_000_000]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("standard input: the text is longer than the 1000"));
}

#[test]
fn articles_are_called_by_their_names() {
    let folder = folder("ids");
    fs::write(folder.join("a.b.html"), ARTICLE).unwrap();
    assert_eq!(ids(&records(&run(&folder, &["review", "a.b.html"]))), ["a.b"]);
    assert_eq!(ids(&records(&run(&folder, &["review", "--id", "file", "a.b.html"]))), ["a.b.html"]);
    let output = run_with(&folder, &["review"], ARTICLE.as_bytes());
    assert_eq!(ids(&records(&output)), ["article"]);
}

#[test]
fn json_is_an_object_or_an_array() {
    let folder = folder("json");
    fs::write(folder.join("a.txt"), ARTICLE).unwrap();
    let one =
        |args: &[&str]| -> Value { serde_json::from_slice(&run(&folder, args).stdout).unwrap() };
    assert_eq!(one(&["review", "--format", "json", "a.txt"])["id"], "a");
    assert_eq!(one(&["check", "--format", "json", "a.txt"])["id"], "a");
    let many = one(&["review", "--format", "json", "a.txt", "missing.txt", "a.txt"]);
    assert_eq!(ids(many.as_array().unwrap()), ["a", "missing", "a"]);
    let none = run_with(&folder, &["review", "--format", "json", "--input", "jsonl"], b"");
    assert_eq!(text(&none.stdout), "[]\n");
}

#[test]
fn spans_come_in_the_unit_asked_for() {
    let folder = folder("units");
    let wide: Vec<u16> = ARTICLE.encode_utf16().collect();
    let chars: Vec<char> = ARTICLE.chars().collect();
    for unit in ["chars", "bytes", "utf16"] {
        let output = run_with(&folder, &["review", "--offsets", unit], ARTICLE.as_bytes());
        let record = &records(&output)[0];
        assert_eq!(record["offsets"], unit);
        let attributions = record["attributions"].as_array().unwrap();
        assert!(!attributions.is_empty());
        for attribution in attributions {
            let content = &attribution["content"];
            let at = |i: usize| content["spans"][0][i].as_u64().unwrap() as usize;
            let words = match unit {
                "chars" => chars[at(0)..at(1)].iter().collect(),
                "bytes" => ARTICLE[at(0)..at(1)].to_owned(),
                _ => String::from_utf16(&wide[at(0)..at(1)]).unwrap(),
            };
            assert_eq!(content["text"], words);
        }
    }
}

#[test]
fn marks_of_byte_order_and_line_ends_are_part_of_the_text() {
    let folder = folder("bom");
    let article = format!("\u{feff}{}", ARTICLE.replace('\n', "\r\n"));
    fs::write(folder.join("a.txt"), &article).unwrap();
    let output = run(&folder, &["review", "a.txt"]);
    assert_eq!(output.status.code(), Some(0));
    let checker = onrecord::Checker::default();
    let direct = serde_json::to_string(&checker.review(&article).json("a", Offsets::Chars));
    assert_eq!(text(&output.stdout).trim_end(), direct.unwrap());
    let line = json!({"id": "a", "text": "It is old."}).to_string();
    let output =
        run_with(&folder, &["review", "--input", "jsonl"], format!("\u{feff}{line}\n").as_bytes());
    assert_eq!(ids(&records(&output)), ["a"]);
}

#[test]
fn colours_are_for_terminals() {
    let folder = folder("colours");
    fs::write(folder.join("a.txt"), ARTICLE).unwrap();
    let coloured = |args: &[&str], name: &str| {
        let mut command = onrecord(&folder, args);
        command.env(name, "1");
        command.output().unwrap().stdout.contains(&0x1b)
    };
    assert!(!coloured(&["check", "a.txt"], "X"));
    assert!(coloured(&["check", "a.txt"], "CLICOLOR_FORCE"));
    assert!(coloured(&["check", "--color", "always", "a.txt"], "X"));
    assert!(!coloured(&["check", "--color", "never", "a.txt"], "CLICOLOR_FORCE"));
    assert!(!coloured(&["check", "a.txt"], "NO_COLOR"));
    assert!(!coloured(&["review", "--color", "always", "a.txt"], "X"));
}

#[test]
fn wrong_arguments_are_a_failure() {
    let folder = folder("arguments");
    assert_eq!(run(&folder, &["check", "--format", "pdf"]).status.code(), Some(2));
    assert_eq!(run(&folder, &["review", "--format", "text"]).status.code(), Some(2));
    assert_eq!(run(&folder, &[]).status.code(), Some(2));
}

#[test]
fn an_unknown_rule_is_a_failure() {
    let output = run(&folder("explain"), &["explain", "no-such-thing-anywhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("there is no rule, code or group `no-such-thing-anywhere`")
    );
}

#[test]
fn the_schema_is_json() {
    let output = run(&folder("schema"), &["schema"]);
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(schema["title"], "onrecord.review/1");
}

#[test]
fn findings_make_a_check_fail() {
    let folder = folder("findings");
    fs::write(folder.join("a.txt"), "Bridge to close\n\nCritics say that it is old.\n").unwrap();
    fs::write(folder.join("empty.txt"), "").unwrap();
    let status = |args: &[&str]| run(&folder, args).status.code();
    assert_eq!(status(&["check", "empty.txt"]), Some(0));
    assert_eq!(status(&["check", "a.txt"]), Some(1));
    assert_eq!(status(&["check", "--format", "jsonl", "a.txt"]), Some(1));
    assert_eq!(status(&["check", "--fail-on", "note", "empty.txt", "a.txt"]), Some(1));
    assert_eq!(status(&["check", "--fail-on", "never", "a.txt"]), Some(0));
    assert_eq!(status(&["check", "a.txt", "missing.txt"]), Some(2));
    assert_eq!(status(&["review", "a.txt"]), Some(0));
    let full = run(&folder, &["check", "a.txt"]);
    assert!(text(&full.stdout).contains("warning[vague-source]"));
    assert!(text(&full.stdout).contains("a.txt:3:1"));
    let quiet = run(&folder, &["check", "--quiet", "a.txt"]);
    assert!(text(&full.stdout).starts_with(text(&quiet.stdout)));
    assert!(!text(&quiet.stdout).contains("words"));
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = folder("rules");
    let list = run(&folder, &["rules"]);
    for rule in onrecord::lint::rules() {
        assert!(text(&list.stdout).contains(rule.name));
        let page = run(&folder, &["explain", rule.name]);
        assert!(page.status.success() && text(&page.stdout).contains(rule.name));
        assert_eq!(run(&folder, &["explain", &rule.code.to_lowercase()]).stdout, page.stdout);
    }
    let near = run(&folder, &["explain", "vague-sorce"]);
    assert!(text(&near.stderr).contains("did you mean `vague-source`?"));
}

const PAGE: &str = "<!DOCTYPE html><title>Bridge</title>\n<article><h1>Bridge to close</h1>\n<p>&ldquo;It is <b>old</b>,&rdquo; said Ann Orr, the mayor. Critics called it a weak excuse.</p></article>\n";

#[test]
fn a_finding_underlines_the_words_in_the_page() {
    let folder = folder("page");
    fs::write(folder.join("page.html"), PAGE).unwrap();
    let output = run(&folder, &["check", "--quiet", "page.html"]);
    let shown = text(&output.stdout);
    assert!(shown.contains("vague-source") && shown.contains("page.html:3:"), "{shown}");
    let underlined = shown.lines().skip_while(|l| !l.contains("Critics called")).nth(1).unwrap();
    let line = shown.lines().find(|l| l.contains("Critics called")).unwrap();
    let (words, marks) = (line.find("Critics").unwrap(), underlined.find('^').unwrap());
    assert_eq!(line[..words].chars().count(), underlined[..marks].chars().count(), "{shown}");
}

#[test]
fn the_form_is_told_by_name_text_or_argument() {
    let folder = folder("forms");
    fs::write(folder.join("page.htm"), PAGE).unwrap();
    fs::write(folder.join("page.txt"), PAGE).unwrap();
    fs::write(folder.join("page.md"), "# Bridge\n\n“It is *old*,” said Ann Orr, the mayor.\n")
        .unwrap();
    let contents = |args: &[&str], input: &[u8]| {
        let found = records(&run_with(&folder, args, input));
        let of = |r: &Value| r["attributions"][0]["content"]["text"].as_str().map(str::to_owned);
        found.iter().map(of).collect::<Vec<_>>()
    };
    let old = Some("“It is old,”".to_owned());
    assert_eq!(contents(&["review", "page.htm", "page.md"], b""), vec![old.clone(); 2]);
    assert_eq!(contents(&["review", "--input", "html", "page.txt"], b"")[0], old);
    assert_eq!(contents(&["review"], PAGE.as_bytes())[0], old);
    assert_ne!(contents(&["review", "page.txt"], b"")[0], old);
    let record = json!({"id": "a", "text": PAGE, "format": "html"}).to_string();
    assert_eq!(contents(&["review", "--input", "jsonl"], record.as_bytes())[0], old);
}

#[test]
fn spans_of_a_page_count_its_source() {
    let output = run_with(&folder("spans"), &["review", "--offsets", "bytes"], PAGE.as_bytes());
    let review = &records(&output)[0];
    let span = &review["attributions"][0]["content"]["spans"][0];
    let at = |i: usize| usize::try_from(span[i].as_u64().unwrap()).unwrap();
    assert_eq!(&PAGE[at(0)..at(1)], "&ldquo;It is <b>old</b>,&rdquo;");
    assert_eq!(review["meta"], Value::Null);
}
