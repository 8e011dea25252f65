/** A name in its own script, and the ASCII spelling an e-mail address would use. */
type Spelling = readonly [written: string, ascii: string];

export interface Culture {
  readonly locale: string;
  readonly given: readonly [Spelling, ...Spelling[]];
  readonly family: readonly [Spelling, ...Spelling[]];
  readonly phonePrefix: string;
}

/** Names that have broken directories: diacritics, apostrophes, hyphens, other scripts, very long ones. */
export const cultures: readonly [Culture, ...Culture[]] = [
  {
    locale: "en-US",
    phonePrefix: "+1 415 555",
    given: [
      ["Grace", "grace"],
      ["Mary-Kate", "marykate"],
      ["Tyrone", "tyrone"],
      ["Siobhán", "siobhan"],
      ["D'Angelo", "dangelo"],
    ],
    family: [
      ["O'Brien", "obrien"],
      ["Smith", "smith"],
      ["McAllister", "mcallister"],
      ["Taylor-Jones", "taylor-jones"],
      ["Ng", "ng"],
    ],
  },
  {
    locale: "de-DE",
    phonePrefix: "+49 30 9018",
    given: [
      ["Jürgen", "juergen"],
      ["Anneliese", "anneliese"],
      ["Björn", "bjoern"],
      ["Käthe", "kaethe"],
    ],
    family: [
      ["Groß", "gross"],
      ["Müller-Lüdenscheidt", "mueller-luedenscheidt"],
      ["von der Heydt", "vonderheydt"],
      ["Wolfeschlegelsteinhausenbergerdorff", "wolfeschlegelsteinhausenbergerdorff"],
    ],
  },
  {
    locale: "fr-FR",
    phonePrefix: "+33 1 7018",
    given: [
      ["Zoë", "zoe"],
      ["Jean-François", "jean-francois"],
      ["Éloïse", "eloise"],
      ["Amélie", "amelie"],
    ],
    family: [
      ["L'Hôpital", "lhopital"],
      ["Lefèvre", "lefevre"],
      ["Béranger-Çelik", "beranger-celik"],
      ["d'Artagnan", "dartagnan"],
    ],
  },
  {
    locale: "es-ES",
    phonePrefix: "+34 91 123",
    given: [
      ["José María", "josemaria"],
      ["Íñigo", "inigo"],
      ["Begoña", "begona"],
      ["Ángel", "angel"],
    ],
    family: [
      ["Núñez", "nunez"],
      ["García Lorca", "garcialorca"],
      ["Ibáñez-Peña", "ibanez-pena"],
      ["Muñoz", "munoz"],
    ],
  },
  {
    locale: "tr-TR",
    phonePrefix: "+90 212 555",
    given: [
      ["İlker", "ilker"],
      ["Işıl", "isil"],
      ["Çağla", "cagla"],
      ["Gökhan", "gokhan"],
    ],
    family: [
      ["Yılmaz", "yilmaz"],
      ["Öztürk", "ozturk"],
      ["Şahin", "sahin"],
      ["Kılıç", "kilic"],
    ],
  },
  {
    locale: "pl-PL",
    phonePrefix: "+48 22 555",
    given: [
      ["Łukasz", "lukasz"],
      ["Małgorzata", "malgorzata"],
      ["Świętosława", "swietoslawa"],
      ["Zbigniew", "zbigniew"],
    ],
    family: [
      ["Brzęczyszczykiewicz", "brzeczyszczykiewicz"],
      ["Wójcik", "wojcik"],
      ["Żółć", "zolc"],
      ["Kowalska-Nowak", "kowalska-nowak"],
    ],
  },
  {
    locale: "ja-JP",
    phonePrefix: "+81 3 5555",
    given: [
      ["さくら", "sakura"],
      ["健太郎", "kentaro"],
      ["美咲", "misaki"],
      ["翔", "sho"],
    ],
    family: [
      ["佐藤", "sato"],
      ["髙橋", "takahashi"],
      ["渡邉", "watanabe"],
      ["小鳥遊", "takanashi"],
    ],
  },
  {
    locale: "zh-CN",
    phonePrefix: "+86 10 5555",
    given: [
      ["小明", "xiaoming"],
      ["伟", "wei"],
      ["秀英", "xiuying"],
      ["𠮷祥", "jixiang"],
    ],
    family: [
      ["王", "wang"],
      ["欧阳", "ouyang"],
      ["李", "li"],
      ["诸葛", "zhuge"],
    ],
  },
  {
    locale: "ar-EG",
    phonePrefix: "+20 2 2555",
    given: [
      ["محمد", "mohamed"],
      ["فاطمة", "fatma"],
      ["عبد الرحمن", "abdelrahman"],
      ["نور", "nour"],
    ],
    family: [
      ["الشريف", "elsherif"],
      ["حسن", "hassan"],
      ["بن يوسف", "benyoussef"],
      ["خليل", "khalil"],
    ],
  },
  {
    locale: "uk-UA",
    phonePrefix: "+380 44 555",
    given: [
      ["Олександр", "oleksandr"],
      ["Соломія", "solomiya"],
      ["Ярослав", "yaroslav"],
      ["Мар'яна", "maryana"],
    ],
    family: [
      ["Шевченко", "shevchenko"],
      ["Косач-Квітка", "kosach-kvitka"],
      ["Ґудзь", "gudz"],
      ["Їжакевич", "yizhakevych"],
    ],
  },
  {
    locale: "hi-IN",
    phonePrefix: "+91 80 5555",
    given: [
      ["आशा", "asha"],
      ["Venkatanarasimharajuvaripeta", "venkatanarasimharajuvaripeta"],
      ["राजेश", "rajesh"],
      ["Lakshmi", "lakshmi"],
    ],
    family: [
      ["शर्मा", "sharma"],
      ["Iyer", "iyer"],
      ["पटेल", "patel"],
      ["Subramaniam", "subramaniam"],
    ],
  },
];
