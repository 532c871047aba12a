import { wordsOf } from './normalise.js';

const list = (text: string) => text.trim().split(/\s+/);

/**
 * Words that name no subject: articles, pronouns, prepositions, connectives, auxiliaries, question words, and the verbs
 * with which anything can be asked about ("what does it cost", "hoe lang duurt dat").
 */
const WITHOUT_TOPIC: ReadonlySet<string> = new Set([
  ...list(`
    aan al alle allebei alleen als altijd beide ben bent bij binnen buiten daar daaraan daarbij daarin daarmee
    daarna daarop daarover daartegen daarvan daarvoor dan dat de den der deze die dit ding dingen doe doen doet
    door dus duren duurt een eigenlijk elke en er eraan eraf erbij ergens erin ermee erop erover ertegen ervoor
    even gaan gaat geen geldt ging graag haar had heb hebben hebt heeft helpen helpt hem het hier hieraan
    hierbij hierin hiermee hierop hierover hiertegen hiervan hiervoor hij hoe hoelang hoeveel hoeft hoeven hun
    iets iemand ik in is ja je jij jou jouw jullie kan klopt komt kon kost kosten krijg krijgen krijgt kun
    kunnen kunt lang later lukt maar mag me meer met mij mijn misschien mn moet moeten mogelijk na naar nee niet
    niets niks nodig nog nou nu of om omdat onder ons onze ook op over precies snel sinds soms staan staat
    steeds te tegen terug toch toen tot trouwens tussen u uit uw van vanaf veel via vind vinden voor vraag vul
    vullen waar waarmee waarom waarvoor wanneer want wat we weer weet wel welk welke werken werkt weten wie wij
    wil willen word worden wordt zal ze zelf zelfde zet zetten zich zie zij zijn zit zo zoals zon zonder zou
    zouden
  `),
  ...list(`
    a about again all also always am an and any anyone anything are as at be because been before both but by can
    cannot cant cost costs could did do does doesnt doing done dont even ever every exactly fast find for from
    get gets getting give go goes going got had has have havent he help helped helps her here him his how i if
    im in instead into is isnt it its ive just kind know last lasts like long longer make many may maybe me mean
    means might mine more much must my need needed needs never new no not now of off oh ok okay on once one ones
    only or our out own please possible put really roughly same say says see she should show so some someone
    something soon still sure take takes tell than that thats the their them then there these they thing things
    this those though to too try until up us use used using want was way we well were what whats when where
    which while who whose why will with without wont work working works would yes yet you your
  `),
]);

/**
 * The words of a text that name what it is about, in their normal form, each once; none for a text that only asks or
 * points ("and how long does that take?").
 */
export function topicWordsOf(text: string): string[] {
  return [...new Set(wordsOf(text))].filter((word) => !WITHOUT_TOPIC.has(word));
}
