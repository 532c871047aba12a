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

/** Whether a sentence at the end of an answer only says goodbye; what holds a number, code or a link says more. */
export function isFarewell(text: string, words: number): boolean {
  return words <= MAX_WORDS.farewell && !/[\d`[\]]|https?:/.test(text) && FAREWELL.test(bare(text));
}

function bare(text: string): string {
  return text.replace(/^[^\p{L}]+/u, '');
}
