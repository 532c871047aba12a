/** Longest greeting and longest farewell in words; a longer one says something as well. */
const MAX_WORDS = { greeting: 9, farewell: 14 };

const GREETING =
  /^(hi|hello|hey|hiya|morning|evening|good (morning|afternoon|evening|question)|welcome|hoi|hallo|ha|hé|dag|beste|goede(morgen|middag|navond)|goede? (morgen|middag|avond|vraag)|welkom|guten (morgen|tag|abend)|liebe[r]?|bonjour|bonsoir|salut)(?![\p{L}\p{N}])/iu;

const FAREWELL =
  /^(cheers|(kind |best |warm |\w+ )?(regards|wishes)|all the best|good luck|better luck|(i )?hop(e|ing)|happy|enjoy|have (fun|a)|let (me|us) know|keep (me|us)|take care|(many )?thanks|stay (warm|safe|well)|wishing you|fingers crossed|safe (travels|journey|trip)|groet(en|jes)?|gr|mvg|(\w+ )?vriendelijke groet|hartelijke|warme|succes|veel \w*(succes|plezier)|fijne|geniet|(ik )?ho(op|pelijk)|laat (\w+ )?(weten|horen)|ik hoor|graag gedaan|sterkte|bedankt|alvast|goede reis|viel (erfolg|glück|spaß)|(liebe|viele|schöne) grüße|mit freundlichen|gruß|(ich )?hoffe|bonne|bon courage|merci|cordialement|j'espère)(?![\p{L}\p{N}])/iu;

/** Whether a sentence at the beginning of an answer only greets. */
export function isGreeting(text: string, words: number): boolean {
  return words <= MAX_WORDS.greeting && GREETING.test(bare(text));
}

/** Whether a sentence at the end of an answer only says goodbye; what holds a number says more, as a link does. */
export function isFarewell(text: string, words: number): boolean {
  return words <= MAX_WORDS.farewell && !/[\d[\]]|https?:/.test(text) && FAREWELL.test(bare(text));
}

const ENDS = String.raw`(?:[ ,]+@?\p{L}[\p{L}\p{N}_.-]{0,29}){0,2}[^\p{L}\p{N}]*$`;
const SOMEBODY = String.raw`(?:je|jouw|uw|jullie|your)(?: \p{L}+){1,2}`;
const ABOUT_THE_ASKER = [
  `${SOMEBODY} (?:heeft|had|hebben|hadden|is|was|are|were)(?: \\p{L}+)? (?:gelijk|right|correct|spot on|onto something)${ENDS}`,
  `${SOMEBODY} (?:zag|zei|said|saw|got|had)(?: (?:dat|het|it|that))?(?: \\p{L}+)? (?:goed|juist|right)${ENDS}`,
  `(?:heel |erg |zeer |super ?)?(?:goed|knap|scherp|slim|netjes|mooi|sterk|handig) (?:gevonden|gezien|opgemerkt|gedaan|bezig|opgelost|uitgezocht|bedacht|van je)${ENDS}`,
  `(?:goede|leuke|mooie|slimme|terechte|interessante|good|great|nice|interesting|excellent|fair) (?:vraag|question|point|catch|find|spot|one|work|job|thinking)${ENDS}`,
  `(?:well|nicely) (?:spotted|done|found|caught|seen)${ENDS}`,
  `(?:geen (?:paniek|zorgen)|maak je geen zorgen|no worries|do(?:n['’]t| not) (?:worry|panic)|not to worry)${ENDS}`,
  `(?:(?:heel |erg |oh |ach )?(?:herkenbaar|balen|vervelend|irritant|jammer|sneu)|been there|i feel (?:you|your pain)|poor you|bummer|ouch|(?:that|how) (?:sounds )?(?:annoying|frustrating))${ENDS}`,
  '(?:wat (?:vervelend|naar|rot|lastig|jammer|balen|irritant|fijn|leuk|een gedoe)|(?:vervelend|balen|jammer|fijn|leuk|goed|mooi) (?:dat (?:je|u|jullie)|om te (?:horen|lezen))|(?:so )?sorry (?:to (?:hear|read)|you)|(?:glad|happy|nice|great|good|lovely) to (?:hear|read|see)|(?:hartelijk )?(?:dank|bedankt|dankjewel|dank je(?: wel)?) voor (?:je|uw|jullie|het)|thank(?:s| you) for (?:your|posting|asking|the|reaching)|gefeliciteerd|proficiat|congrat\\p{L}+|beterschap|sterkte)[^,;:\\d]{0,60}$',
].join('|');
const FOR_THE_ASKER = new RegExp(
  `^(?:(?:ha|haha|ah|ach|oh|hé|hey|nou|well|ja)[,! ]+)?(?:${ABOUT_THE_ASKER})`,
  'iu',
);
/** "Piet heeft gelijk": somebody else of the thread. */
const SOMEBODY_IS_RIGHT =
  /^@?\p{Lu}[\p{L}\p{N}_.-]{0,29} (?:heeft (?:\p{L}+ )?gelijk|is (?:\p{L}+ )?right)[^\p{L}\p{N}]*$/u;
const MOST_WORDS_FOR_ASKER = 11;

/**
 * Whether a sentence at the beginning speaks to the asker about themselves: praise, pity, thanks, "your husband is right".
 * It tells the next customer nothing.
 */
export function isForTheAsker(text: string, words: number): boolean {
  const said = bare(text);
  return words <= MOST_WORDS_FOR_ASKER && (FOR_THE_ASKER.test(said) || SOMEBODY_IS_RIGHT.test(said));
}

function bare(text: string): string {
  return text.replace(/^[^\p{L}]+/u, '');
}
