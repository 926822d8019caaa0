//! Stems that lost *ed* or *ing*, where spelling alone misleads; sorted.

/// Verbs in one *l* that double it: *cancelled*, *controlled*.
#[rustfmt::skip]
pub const SINGLE_L: &[&str] = &[
    "bedevill", "cancell", "channell", "compell", "controll", "corrall", "counsell", "dispell",
    "equall", "excell", "expell", "extoll", "fuell", "grovell", "impell", "labell", "levell",
    "marshall", "marvell", "modell", "panell", "patroll", "pedall", "propell", "quarrell",
    "ravell", "rebell", "repell", "rivall", "shovell", "signall", "snivell", "spirall", "totall",
    "travell", "tunnell",
];

/// Stems that also lost an *e*.
#[rustfmt::skip]
pub const WITH_E: &[&str] = &[
    "acced", "ach", "adher", "ador", "arrang", "aton", "avalanch", "bast", "bath", "becom",
    "beguil", "bequeath", "bing", "blasphem", "breath", "cach", "chaf", "chang", "cloth", "coher",
    "compet", "complet", "conced", "condon", "contraven", "conven", "creat", "cring", "delet",
    "deplet", "deplor", "derang", "dethron", "disinvit", "estrang", "exchang", "excit", "excret",
    "exhal", "expedit", "explor", "extradit", "finess", "guid", "handwrit", "hast", "hing",
    "ignit", "ignor", "impal", "imped", "imping", "implor", "incit", "infring", "inhal",
    "interced", "interchang", "interfer", "interven", "invit", "knif", "lambast", "loath",
    "midwif", "misguid", "obsolet", "outscor", "overcom", "overwrit", "past", "persever",
    "postpon", "prearrang", "preced", "premier", "procreat", "rang", "rearrang", "reced", "recit",
    "recreat", "regal", "reignit", "requit", "rerout", "restor", "reunit", "rever", "rewrit",
    "rout", "seced", "secret", "seeth", "shortchang", "sooth", "spong", "stamped", "straf",
    "supersed", "superven", "syring", "tast", "teeth", "telephon", "ting", "tith", "underscor",
    "underwrit", "unhing", "unit", "upcom", "vouchsaf", "wast", "welcom", "writh", "yok",
];

/// Stems that are whole verbs.
#[rustfmt::skip]
pub const WITHOUT_E: &[&str] = &[
    "ballot", "bias", "canvas", "carol", "catalog", "caucus", "chorus", "co-develop", "collar",
    "combat", "debut", "develop", "diagram", "dialog", "envelop", "focus", "format", "gallop",
    "gossip", "imperil", "kidnap", "martyr", "murmur", "parrot", "pencil", "peril", "pillar",
    "pilot", "pivot", "program", "redevelop", "refocus", "upbring", "wallop", "worship",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [SINGLE_L, WITH_E, WITHOUT_E] {
            assert!(table.is_sorted_by(|a, b| a < b));
        }
    }
}
