/**
 * What tells in a sentence that something is no longer as it was written, in Dutch and English. Plain words in, no
 * Markdown.
 */

/** One word, at its borders. */
function words(...patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

const MONTH =
  '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '(?:19|20)\\d\\d';
const VERSION =
  '(?:(?:de |het |een |the |a )?(?:(?:laatste|nieuwe|nieuwste|latest|new|newest|recent|last)\\s+)?(?:update|versie|version|firmware|release|app|ios|android|windows|software)(?:[- ]?(?:update|versie|version|v?\\d[\\d.]*))*)';
/** What began: "sinds de nieuwe eigenaar", "since the merger". */
const BEGAN = '(?:de|het|een|the|this|that|our) (?:(?:nieuwe|new|laatste|last|recente|recent) )?\\p{L}{4,}';
const TIME = [
  `(?:begin |eind |medio |early |late |the (?:start|end) of |mid[- ]?)?${YEAR}`,
  `(?:de |the )?\\d{1,2}(?:e|de|ste|st|nd|rd|th)?(?:\\s+(?:of\\s+)?)${MONTH}`,
  `(?:begin |eind |half |early |late |mid[- ]?)?${MONTH}`,
  '(?:vorig|vorige|verleden|afgelopen|dit|deze|komend|volgend)e?\\s+(?:jaar|maand|week|zomer|winter|voorjaar|najaar|lente|herfst|kwartaal)',
  '(?:last|this|next)\\s+(?:year|month|week|summer|winter|spring|autumn|fall|quarter)',
  '(?:heel )?kort|gisteren|vandaag|yesterday|today|recently|\\d{1,2}[-/]\\d{1,2}[-/]\\d{2,4}',
  VERSION,
].join('|');

/** Says since when it is otherwise: "sinds 2024", "per 1 januari", "as of version 3.2". */
const DATED = words(
  `(?:sinds|sedert|since) ${BEGAN}`,
  `(?:sinds|sedert|vanaf|per|met ingang van|m\\.?i\\.?v\\.?|in)\\s+(?:${TIME})`,
  `(?:since|as of|as from|from|effective|starting(?: from| in)?|with effect from|with)\\s+(?:${TIME})`,
);
/** "dit topic is uit 2019", "that answer is from 2020" date the old, "in 2024" alone dates anything. */
const DATES_THE_OLD = words(
  `(?:is|was|zijn|stamt|komt|dateert|dates?|dated|written)\\s+(?:nog\\s+|back\\s+)?(?:uit|van|from|in)\\s+(?:${TIME})`,
);

/** Says that it is otherwise by now. */
const BY_NOW = words(
  'inmiddels|intussen|ondertussen|tegenwoordig|voortaan|eindelijk',
  'momenteel|op dit moment|nu (?:mogelijk|toegestaan)|(?:possible|allowed|available|free|included|supported) now|currently|at the moment|nu (?:wel|wél|ook|niet meer|geen|gratis|standaard|gewoon|dus)|(?:kan|mag|is|zit|kost|werkt|hoeft|moet|geldt|heet|staat|duurt)(?:\\s+(?:het|dat|dit|er|je|u))? nu|er is (?:goed )?nieuws',
  'nowadays|these days|by now|meanwhile|from now on|finally|there is (?:good )?news|(?:is|are|can|costs?|works?|does|has|have|takes?|need) now|now (?:also|possible|free|available|included|supported|allowed|allows?|accepts?|offers?|works?|costs?|takes?|has|have|you|it|need|be)',
);

/** The same in a word that says little by itself. */
const NOW = words('nu|now|thans|gewijzigd in|geworden');

/** Says that what was written is wrong or no longer so. */
const WRONG = words(
  'klop(?:t|pen)(?:\\s+\\p{L}+){0,3} niet (?:meer|langer|helemaal)|klop(?:t|pen)(?:\\s+\\p{L}+){0,2} niet',
  '(?:niet|geen)(?:\\s+\\p{L}+)? (?:meer|langer) (?:actueel|juist|waar|zo|geldig|van toepassing|correct|het geval|aan de orde|up[- ]to[- ]date)',
  'geldt(?:\\s+\\p{L}+){0,2} niet meer|gaat(?:\\s+\\p{L}+){0,2} niet meer op|verleden tijd|achterhaald|verouderd',
  '(?:inmiddels|intussen|ondertussen|is|zijn|wordt|werd)(?:\\s+[\\p{L}\\p{N}]+){0,4} (?:veranderd|gewijzigd|vervallen|afgeschaft|opgeheven|ingetrokken|geschrapt|verhoogd|verlaagd)|geldt(?:\\s+\\p{L}+){0,2} (?:alleen|enkel|slechts) nog',
  '(?:dit|dat|het|antwoord|hierboven|bovenstaande?)(?:\\s+\\p{L}+){0,3} (?:onjuist|incorrect|niet (?:juist|waar|correct))',
  'ik (?:had|heb) het (?:mis|fout|verkeerd)|ik zat (?:er|hier)?\\s?(?:naast|fout|mis)|ernaast|(?:me|mij) vergist|foutje van mij|mijn fout',
  '^(?:no[,. ]+)?not any ?more|^(?:nee[,. ]+)?niet meer(?= hoor|[,.!])|(?:aangepaste?|gewijzigde?|nieuwe) (?:voorwaarden|regels|tarieven|prijzen)|(?:new|changed|updated|revised) (?:rules|terms|prices|rates|policy)',
  'deprecated|only (?:still )?applies to|outdated|out of date|obsolete|superseded|a thing of the past',
  '(?:no longer|not|isn.?t|aren.?t)(?:\\s+\\p{L}+)? (?:true|right|correct|valid|accurate|up to date)|no longer (?:applies|apply|the case|so|holds?|works?)|(?:not|n.t) (?:the case|so|apply|hold|work)(?:\\s+\\p{L}+){0,3} any ?more',
  '(?:that|this|it|above|answer|which|post)(?:.s| is| was| are| were)(?:\\s+(?:now|actually|unfortunately|simply|completely|partly)){0,2} (?:wrong|incorrect|inaccurate)',
  '(?:has|have|was|were|things)(?:\\s+(?:since|now|recently|just|all|have)){0,2} (?:changed|been (?:changed|dropped|scrapped|abolished|lifted|raised|lowered|increased|reduced|withdrawn|discontinued))|was (?:dropped|scrapped|abolished|lifted|discontinued)',
  '(?:vergeet|negeer) (?:mijn|dit|dat|het)(?: \\p{L}+){0,2} (?:antwoord|bericht|reactie)|(?:forget|ignore|disregard|scratch) (?:my|the|that|what)(?: \\p{L}+){0,2} (?:answer|post|reply|said|above)',
  '(?:i|we)(?: had| have|.ve)? (?:mixed|muddled)(?: \\p{L}+){0,2} up|(?:mixed|muddled) up|door elkaar gehaald|(?:ik|had|heb)(?: \\p{L}+){0,3} verwisseld|was vroeger zo|(?:has|have) (?:now |since )?moved (?:online|to)|used to be (?:so|true|the case)|that was (?:then|before)',
  'i was (?:wrong|mistaken)|i stand corrected|my mistake|(?:i|we) got (?:that|this|it) wrong',
);
/** Says that something has stopped, which may be part of an answer of its own. */
const STOPPED = words(
  '(?:switched|turned) off|shut down|phased out|banned|forbidden|prohibited|verboden|uitgezet|uitgeschakeld|stopgezet|(?:prijs|regels?|voorwaarden) (?:aangepast|gewijzigd)',
  '(?:niet|geen)(?:\\s+\\p{L}+){0,2} (?:meer|langer)|hoeft(?:\\s+\\p{L}+){0,3} niet meer|vervangen|gestopt|niet langer|weggehaald|opgedoekt|verdwenen|gesloten',
  'taken away|closed down|no longer|(?:any ?more|any longer)|used to be|(?:been|was) (?:removed|replaced|renamed)',
);

/** Opens what somebody wants later readers to know. */
const ANNOUNCES =
  /^[\s*_>"'(]*(?:let op|fyi|ter info(?:rmatie)?|nieuwe info(?:rmatie)?|belangrijk|important|(?:just )?to update|goed nieuws|good news|update|upd|edit|bewerkt|aanvulling|aanvullend|ter aanvulling|correctie|rectificatie|(?:kleine|korte|nog een|even een|belangrijke?) (?:correctie|aanvulling|update|rectificatie)|aanpassing|nieuws|heads[- ]?up|psa|please note|note|n\.?b\.?|addition|addendum|correction|(?:small|quick|minor|important) (?:correction|update|addition|note)|voor (?:wie|iedereen|degene|anderen|latere)|for (?:anyone|those|everyone|people|the record|future|later)|to add|in addition)(?![\p{L}\p{N}])/iu;
const ADDS =
  /^[\s*_>"'(]*(?:(?:\p{L}+ )?(?:aanvulling|addition)|aanvullend|addendum|to add|in addition|let op|please note|note|n\.?b\.?|heads[- ]?up|voor (?:wie|iedereen|degene|anderen|latere)|for (?:anyone|those|everyone|people|future|later))(?![\p{L}\p{N}])/iu;
const CORRECTS = words(
  'bijstellen|herzien|amend(?:ed|ing)?|revise|rechtzetting|rechtzetten|recht te zetten|put (?:that|this) right|setting (?:that|this|it) straight|correct myself|(?:me|mij|mezelf|mijzelf) (?:even )?corrigeren|correctie|rectificatie|rectify|correction|corrected|corrigeer|corrigeren|verbeter',
);

/** Says that all is as it was written. */
const STILL_SO = words(
  '(?:klopt|werkt|geldt|is|staat|kan|lukt)(?:\\s+\\p{L}+){0,3} nog (?:steeds|altijd|precies|gewoon)',
  'nog (?:steeds|altijd|precies|helemaal)(?:\\s+\\p{L}+){0,2} (?:zo|actueel|geldig|hetzelfde|juist)|niets (?:aan )?veranderd|niet veranderd|ongewijzigd',
  'still (?:true|valid|correct|right|applies|works?|the same|the case|accurate|up to date|working)|nothing (?:has |had )?(?:been )?changed|(?:has|have)(?:n.t| not) changed|unchanged',
);

/** A guess, or what somebody was told. */
const GUESSES = words(
  'volgens mij|(?:ik|we) (?:denk|dacht|geloof|vermoed|gok|meen|meende|hoop|verwacht)|misschien|wellicht|waarschijnlijk|vermoedelijk|geen idee|(?:niet|nooit) (?:helemaal )?zeker|als ik (?:me|mij) niet vergis|zou (?:kunnen|het|dat|best|wel|ook)|schijnt|(?:hoorde|gehoord|gelezen) dat|blijkbaar|of zo',
  '(?:i|we) (?:think|thought|guess|believe|suppose|heard|assume|reckon|hope|expect)|maybe|perhaps|probably|not (?:entirely |quite |100 ?% )?sure|no idea|iirc|afaik|mistaken|apparently|might|supposedly|could be|seems?|rumou?r',
);
const OWN_MISTAKE = words('i was (?:wrong|mistaken)|my mistake|ik (?:me|mij) vergist');

/** What somebody lived through, which says little about others. */
const EXPERIENCES = words(
  'bij mij|bij ons|in mijn geval|hier (?:ook|wel|niet)|zelfde (?:hier|probleem|vraag)|ik heb (?:ook|hetzelfde|dit ook)|for me|in my case|same (?:here|problem|question)|me too|here too|mine too|worked here|werkt hier|(?:vorige|andere) (?:provider|aanbieder|bank|leverancier)|(?:other|another|previous|old) (?:provider|bank|supplier|company)',
);

/** What a text says of change. */
export interface SignsOfChange {
  readonly isDated: boolean;
  readonly isByNow: boolean;
  /** The same in a word that says little by itself. */
  readonly isNow: boolean;
  /** Says that something is wrong, or no longer so. */
  readonly isWrong: boolean;
  /** Says that something has stopped. */
  readonly isStopped: boolean;
  readonly isCorrection: boolean;
  /** Opens with a word to later readers. */
  readonly announces: boolean;
  /** The same where it adds. */
  readonly adds: boolean;
  readonly isStillSo: boolean;
  /** The sentences that state something, as one text. */
  readonly stated: string;
  /** The first words of that. */
  readonly opening: string;
}

const SENTENCES = new Intl.Segmenter('nl', { granularity: 'sentence' });

/** The sentences of plain words. */
export function sentencesOf(text: string): string[] {
  return [...SENTENCES.segment(text)].map(({ segment }) => segment.trim()).filter((each) => each !== '');
}

/** Who corrects says so in the first words. */
const OPENING_WORDS = 60;

/**
 * Looks for signs in what a text states at its beginning, or of the answer anywhere: questions, guesses and what only its
 * writer lived through do not count.
 */
export function signsOfChange(text: string): SignsOfChange {
  const sentences = sentencesOf(text);
  const statements = sentences.filter(isStatement);
  const stated = statements.join(' ');
  const opening = stated.split(' ').slice(0, OPENING_WORDS).join(' ');
  const ofAnswer = statements.filter(speaksOfAnswer).join(' ');
  const told = `${opening} ${ofAnswer}`;
  const withoutOld = opening.replace(new RegExp(DATES_THE_OLD, 'giu'), ' ');
  // "Nothing has changed" holds a "has changed".
  const withoutSame = told.replace(new RegExp(STILL_SO, 'giu'), ' ');
  return {
    isDated: DATED.test(withoutOld),
    isByNow: BY_NOW.test(opening),
    isNow: NOW.test(opening),
    isWrong: WRONG.test(withoutSame),
    isStopped: STOPPED.test(withoutSame),
    isCorrection: CORRECTS.test(opening),
    announces: ANNOUNCES.test(text) && stated !== '',
    adds: ADDS.test(text) && stated !== '',
    isStillSo: STILL_SO.test(told),
    stated,
    opening,
  };
}

/** Whether a text speaks of the answer or the thread it stands in. */
export function speaksOfAnswer(text: string): boolean {
  return ANSWER.test(text);
}

const ANSWER = words(
  'antwoord|bovenstaande?|hierboven|(?:accepted |earlier |old )?answer|above|(?:dit|this) (?:topic|draadje|thread)',
);

/** Whether a text is unsure of itself. */
export function guesses(text: string): boolean {
  return GUESSES.test(text);
}

function isStatement(sentence: string): boolean {
  if (/\?["')\]]*$/.test(sentence)) return false;
  if (GUESSES.test(sentence) && !OWN_MISTAKE.test(sentence)) return false;
  return !EXPERIENCES.test(sentence);
}

/** Whether a sentence says that what stands above, or the whole thread, is no longer so, and nothing else. */
export function onlySaysOutdated(sentence: string): boolean {
  return (
    (WRONG.test(sentence) || DATES_THE_OLD.test(sentence)) &&
    words(
      'hierboven|bovenstaande?|boven|above|(?:dit|dat|het|mijn|bovenstaande) (?:oude |eerdere )?(?:antwoord|topic|draadje|bericht)|(?:this|that|my|the) (?:old |earlier |accepted )?(?:answer|topic|thread|post)',
    ).test(sentence) &&
    !DATED.test(sentence.replace(new RegExp(DATES_THE_OLD, 'giu'), ' '))
  );
}

const OLD_THREAD = words(
  '(?:oude?|eerdere?|vorige?|bovenstaande|andere?|mijn|dat|die) (?:\\p{L}+ )?(?:topic|draadje|thread|antwoord|vraag|bericht|discussie)',
  '(?:old|older|earlier|previous|other|my|that|those) (?:\\p{L}+ )?(?:topics?|threads?|answers?|posts?|questions?|discussions?)',
);

/** Whether an answer says of another thread that it no longer holds: "That old topic is from 2020, since 2023 …". */
export function saysOldThreadIsOutdated(text: string): boolean {
  return sentencesOf(text.slice(0, 500)).some(
    (sentence) => OLD_THREAD.test(sentence) && (WRONG.test(sentence) || DATES_THE_OLD.test(sentence)),
  );
}

/** The years a text names, such as 2024. */
export function yearsIn(text: string): number[] {
  return (text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).map(Number);
}
