//! Names of months and weekdays in the languages that author lines come in.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lists::List;
use crate::lower::lower;

/// Per month: full names and customary short forms, in lower case without a full
/// stop: English, German, Spanish, French, Portuguese, Italian, Dutch, Swedish,
/// Danish, Norwegian, Finnish, Polish, Czech, Russian, Ukrainian, Turkish,
/// Indonesian, Greek, Hebrew (with its prefix), Arabic.
const MONTHS: [&str; 12] = [
    "january jan januar jänner jän enero ene janvier janv janeiro gennaio gen januari tammikuuta \
     stycznia sty ledna января янв січня ocak oca ιανουαρίου ינואר בינואר يناير",
    "february feb februar febrero février févr fevereiro fev febbraio februari helmikuuta lutego \
     lut února февраля фев февр лютого şubat şub φεβρουαρίου פברואר בפברואר فبراير",
    "march mar märz mär mrz marzo mars março maart mrt marts maaliskuuta marca března марта мар \
     березня mart maret μαρτίου מרץ במרץ مارس",
    "april apr abril abr avril avr aprile huhtikuuta kwietnia kwi dubna апреля апр квітня nisan \
     nis απριλίου אפריל באפריל أبريل",
    "may mai mayo maio mag maggio mei maj toukokuuta maja května мая май травня mayıs μαΐου μαΐου \
     מאי במאי مايو",
    "june jun juni junio juin junho giugno giu kesäkuuta czerwca cze června июня июн червня \
     haziran haz ιουνίου יוני ביוני يونيو",
    "july jul juli julio juillet juil julho luglio lug heinäkuuta lipca lip července июля июл \
     липня temmuz tem ιουλίου יולי ביולי يوليو",
    "august aug agosto ago août agustus augustus augusti elokuuta sierpnia sie srpna августа авг \
     серпня ağustos ağu αυγούστου אוגוסט באוגוסט أغسطس",
    "september sep sept septiembre setiembre septembre setembro set settembre syyskuuta września \
     wrz září сентября сен сент вересня eylül eyl σεπτεμβρίου ספטמבר בספטמבר سبتمبر",
    "october oct oktober okt octubre octobre outubro out ottobre ott lokakuuta października paź \
     října октября окт жовтня ekim eki οκτωβρίου אוקטובר באוקטובר أكتوبر",
    "november nov noviembre novembre novembro marraskuuta listopada lis listopadu ноября ноя нояб \
     листопада kasım kas νοεμβρίου נובמבר בנובמבר نوفمبر",
    "december dec dezember dez diciembre dic décembre déc dezembro dicembre desember joulukuuta \
     grudnia gru prosince декабря дек грудня aralık ara δεκεμβρίου דצמבר בדצמבר ديسمبر",
];

/// English, German, Spanish, French, Portuguese, Italian, Dutch, Swedish, and their short forms;
/// Russian.
static WEEKDAYS: List = List::new(
    "monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri \
     saturday sat sunday sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag \
     lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi \
     samedi dimanche segunda terça quarta quinta sexta lunedì martedì mercoledì giovedì venerdì \
     sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag \
     onsdag torsdag fredag lördag söndag lun mar mer jeu ven sam dim mié jue vie sáb dom gio mo di \
     mi do fr sa so ma woe wo don vr za zo tis ons tors lör sön понедельник вторник среда четверг \
     пятница суббота воскресенье пн вт ср чт пт сб вс",
);

/// The month of every name.
static NUMBERS: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    let months = (1u8..).zip(MONTHS);
    months.flat_map(|(n, names)| names.split_ascii_whitespace().map(move |w| (w, n))).collect()
});

/// The month that `word` names, 1 to 12.
pub(super) fn number(word: &str) -> Option<u8> {
    NUMBERS.get(&*lower(word)).copied()
}

/// Whether `word` names a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(number("SEPTEMBER"), Some(9));
        assert_eq!(number("März"), Some(3));
        assert_eq!(number("Maybe"), None);
        assert!(is_weekday("Dienstag") && !is_weekday("Monda"));
    }

    #[test]
    fn no_name_stands_for_two_months() {
        for (n, names) in MONTHS.iter().enumerate() {
            for name in names.split_ascii_whitespace() {
                assert_eq!(number(name), u8::try_from(n + 1).ok(), "{name}");
            }
        }
    }
}
