import type { PlacedSentence } from '../contracts/asides.js';
import { tellsToDo } from '../language/tells-to-do.js';
import { countOfWords } from './aside-input.js';

/** Longer sentences say something as well. In words. */
const MOST_WORDS = 18;
/** In the midst of an answer an aside is short. In words. */
const MOST_WORDS_WITHIN = 12;
/** So short a question is a condition: "Refused? Then …". In words. */
const MOST_WORDS_OF_CONDITION = 5;

/** Conditions, duties and warnings hold for everybody. */
const HOLDS_FOR_ALL =
  /(?<!\p{L})(?:als|wanneer|indien|tenzij|zodra|mits|zolang|if|unless|once you|provided|let op|pas op|opgelet|voorzichtig|waarschuwing|nooit|altijd|never|always|careful|beware|warning|caution|belangrijk|important|moet|moeten|verplicht|must|mag|mogen|may|should|hoeft|hoef|need|needs|required|gratis|kost|kosten|betaal\p{L}*|free|costs?|pay|paid|fees?)(?!\p{L})/iu;
/** That something holds no longer is a correction, whoever it is said to. */
const SPEAKS_OF_CHANGE =
  /(?<!\p{L})(?:niet (?:meer|langer)|no longer|any ?more|inmiddels|tegenwoordig|nowadays|achterhaald|verouderd|outdated|obsolete|actueel|up to date|veranderd|gewijzigd|changed|klopt|kloppen|onjuist|incorrect|correcti(?:e|on)|gecorrigeerd|corrected)(?!\p{L})/iu;
/** What opens with a verdict is the answer. */
const VERDICT =
  /^[^\p{L}]*(?:ja|jawel|jazeker|nee|neen|klopt|helaas|jammer genoeg|inderdaad|yes|yep|yeah|no|nope|nah|correct|unfortunately|sadly|indeed|dat (?:klopt|kan|mag|is (?:zo|waar|normaal|juist))|that(?:['’]s| is) (?:right|correct|normal|true|not))(?!\p{L})/iu;
/** Amounts are facts, also where they are spelled out. */
const AMOUNT =
  /\d|[€£$%]|(?<!\p{L})(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig|dertig|halve?|paar|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half|few|couple of) (?:\p{L}+ )?(?:euro|cent|procent|seconden?|minu(?:ut|ten)|uur|uren|werkdag(?:en)?|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|keer|pounds?|dollars?|per ?cent|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times)(?!\p{L})/iu;

/**
 * Whether a sentence may be an aside at all, by rules that no classifier overrules: amounts, steps, conditions, warnings, corrections,
 * verdicts and addresses are not, nor is a long sentence in the midst of an answer.
 */
export function mayBeAside({ text, at, of }: PlacedSentence): boolean {
  const words = countOfWords(text);
  const isAtEdge = at === 0 || at === of - 1;
  if (of < 2 || words === 0 || words > (isAtEdge ? MOST_WORDS : MOST_WORDS_WITHIN)) return false;
  if (/https?:|www\.|@|:\s*$/.test(text) || AMOUNT.test(text)) return false;
  if (HOLDS_FOR_ALL.test(text) || SPEAKS_OF_CHANGE.test(text)) return false;
  if (/\?\W*$/.test(text) && words <= MOST_WORDS_OF_CONDITION) return false;
  return !VERDICT.test(text) && !tellsToDo(text);
}
