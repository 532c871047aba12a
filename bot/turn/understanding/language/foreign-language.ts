import { languageScores } from '../../../../index/language/language-scores.js';
import type { ForeignLanguage } from '../../contracts.js';
import { wordsOf } from '../normalise.js';
import { DUTCH_WORDS, ENGLISH_WORDS, LOAN_WORDS, SHARED_WORDS } from './language-words.js';
import { ownWords } from './own-words.js';

/** Small words of languages that the bot does not speak, in normal form: without accents. */
const SMALL_WORDS: Readonly<Record<Exclude<ForeignLanguage, 'other'>, ReadonlySet<string>>> = {
  de: list(`aber auch auf aus beim bekomme bezahlen bin bist bitte brauche dann danke das dass dem den der des du durch eine
    einem einen einer eines einfach ein es etwas fur funktioniert geht gibt guten habe haben handy hat hilfe ich ihr ihre im immer
    ist ja jetzt kann kannst keine keinen kein konnen konnte kostet kunde lange lasst machen mein meine meinem meinen meiner meines
    mehr mich mir mochte muss nach neue neuen neues nicht nichts noch nur oder ohne rechnung schon sehr seit sich sie sind soll tag
    uber um und uns unser vom von wann warum was wenn werden wer wird wieder wieso wie wo wurde zum zur zu zwischen
    welche welcher welches darf meldet gesperrt verloren geklaut kundigen kundigung vertrag`),
  fr: list(`ai ait apres aucun aussi avant avec avoir bonjour bonsoir ca carte cest cette ces ce chez combien comme comment dans deja
    depuis des dois donc du elle en encore est et etre faire faut fonctionne il ils jai je jusqua la le les leur lors ma mais marche
    mes mon ne nest nous notre nos ou par parce pas peut peux plus pour pourquoi puis quand que quel quelle quest qui quoi sans
    ses si sil son sont suis sur telephone toujours tous tout tres un une vers veux voudrais vos votre vous y depasse abonnement
    facture compte passe`),
  es: list(`ahora al algo ayuda cambiar como con cual cuando cuanto cuenta de del desde donde el ella en es esta estoy este esto
    factura funciona gracias ha hace hacer hasta hay hola la las llama llega lo los mas me mi mis movil muy necesito ningun no nuevo
    nueva o para pero poder por porque puede puedo que quien quiero se sin sobre su sus tarjeta telefono tengo tiene una y ya`),
  it: list(`adesso aiuto al alla anche ancora bolletta buongiorno che chi ci come con cosa da dal dalla del della delle di dove e
    fare funziona gli grazie ha hai ho il la le lo ma mi mia mie miei mio nel nella non nuovo nuova o per perche piu posso puo
    quale quando quanto quella quello questo questa salve se senza si sono su telefono tutto una un vorrei voglio carta`),
  pt: list(`agora ajuda ao aos as cartao com como conta da das de do dos ela ele em esta estou eu fatura foi funciona isso ja mais
    mas meu meus minha minhas muito na nao nas no nos novo nova o obrigada obrigado ola onde os ou para pelo pode porque posso preciso
    qual quando quanto que quem quero se sem sua tem tenho telemovel uma um voce`),
  pl: list(`ale bardzo bo byc co czy czym dla dlaczego do dobry dzien dziala dziekuje gdzie ile jak jaki jaka jakie jest jestem juz
    karta karte kiedy kto konto mam ma mi mnie mnia moge moge moja moje moj moim mozna na nie niz nowy nowa od po pomoc potrzebuje
    prosze przez przy rachunek sa sie tak telefonu telefon to tylko w we witam z za zmienic ze zeby`),
  tr: list(`acaba ama bana ben benim bir bu cok calismiyor calısmıyor degil daha fatura faturam gibi hesap hesabım hesabim icin ile
    internetim istiyorum kadar lutfen merhaba mi mu mı nasıl nasil ne neden nedir nerede niye olarak olur sonra tesekkurler telefonum
    var ve veya yardim yardım yeni yok zaman neler kartım kartim`),
};
/** Said by people of one language alone: one of them is enough. */
const GREETINGS: Readonly<Record<string, ForeignLanguage>> = {
  bonjour: 'fr',
  bonsoir: 'fr',
  buongiorno: 'it',
  merhaba: 'tr',
  witam: 'pl',
  guten: 'de',
};
/** In letters: fewer in another script may be a sign. */
const FEWEST_LETTERS = 3;
const FEWEST_WORDS = 2;
/** Of the words of a text; below that, they are a quotation or chance. */
const LEAST_SHARE = 0.3;
/** In words. */
const FEWEST_FOR_LETTERS = 5;
/** So much more than Dutch and English the letters must look like it, of 1. */
const CLEAR_BY = 0.1;

/**
 * The language of a text that is neither Dutch nor English, by its small words and its script; null where they do not tell.
 * `other` is one that the bot has no sentence in.
 */
export function foreignLanguageIn(text: string): ForeignLanguage | null {
  const own = ownWords(text);
  const letters = own.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  if (letters.length - latin.length >= FEWEST_LETTERS && latin.length * 2 < letters.length) return 'other';
  const words = wordsOf(own);
  const spoken = words.filter((word) => isSpoken(word)).length;
  const counts = Object.entries(SMALL_WORDS).map(
    ([language, known]) =>
      [language as ForeignLanguage, words.filter((word) => known.has(word)).length] as const,
  );
  const [best] = counts.sort(([, left], [, right]) => right - left);
  if (!best) return null;
  const [language, count] = best;
  const greeting = spoken === 0 ? words.find((word) => Object.hasOwn(GREETINGS, word)) : undefined;
  const greeted = greeting === undefined ? undefined : GREETINGS[greeting];
  if (greeted && count < FEWEST_WORDS) return greeted;
  const isMost = count >= FEWEST_WORDS && count > spoken * 2 && count / words.length >= LEAST_SHARE;
  if (isMost) return language;
  return (spoken === 0 ? ownLettersOf(own, words.length) : null) ?? lettersOf(own, words.length, spoken);
}

/** Letters that one language writes and none of Dutch, English, German and French. */
const OWN_LETTERS: readonly (readonly [RegExp, ForeignLanguage])[] = [
  [/[ğışİ]/u, 'tr'],
  [/[łąężśćńź]/iu, 'pl'],
  [/[ñ¿¡]/iu, 'es'],
  [/[ãõ]/iu, 'pt'],
  [/[åøæ]|[őűčřěůďťňľ]|[șță]|[āēģīķļņšūž]|[đ]/iu, 'other'],
];

/** The language of a text without a Dutch or English word, by a letter of its own. One word may be a name. */
function ownLettersOf(text: string, words: number): ForeignLanguage | null {
  if (words < FEWEST_WORDS) return null;
  return OWN_LETTERS.find(([letters]) => letters.test(text.normalize('NFC')))?.[1] ?? null;
}

/** German or French by its letters, which tell in texts of some length alone. */
function lettersOf(own: string, words: number, spoken: number): ForeignLanguage | null {
  if (words < FEWEST_FOR_LETTERS || spoken * 4 > words) return null;
  const { nl = 0, en = 0, de = 0, fr = 0 } = languageScores(own);
  if (Math.max(de, fr) < Math.max(nl, en) + CLEAR_BY) return null;
  return de > fr ? 'de' : 'fr';
}

/** Whether a word is one of Dutch or English, for what it tells. */
function isSpoken(word: string): boolean {
  return (
    (DUTCH_WORDS.has(word) || ENGLISH_WORDS.has(word)) && !SHARED_WORDS.has(word) && !IN_SEVERAL.has(word)
  );
}

/** Small words of Dutch or English that are as small in another language. */
const IN_SEVERAL: ReadonlySet<string> = new Set(
  'an in was wie die der den es um la de en al me no on is so son van du a je mag'.split(' '),
);

/** Words of a list that are not as well Dutch or English: those tell nothing. */
function list(text: string): ReadonlySet<string> {
  const words = text.trim().split(/\s+/);
  return new Set(
    words.filter(
      (word) =>
        !DUTCH_WORDS.has(word) &&
        !ENGLISH_WORDS.has(word) &&
        !SHARED_WORDS.has(word) &&
        !LOAN_WORDS.has(word),
    ),
  );
}
