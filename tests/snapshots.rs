//! Whole reviews of the articles in `fixtures/`: what a user is promised.

use onrecord::Checker;

mod rendering;

#[test]
fn fixtures_give_the_reviews_that_were_read() {
    let checker = Checker::default();
    insta::glob!("../fixtures", "*.txt", |path| {
        let text = std::fs::read_to_string(path).expect("a fixture is text");
        insta::assert_snapshot!(rendering::render(&checker.review(&text)));
    });
}
