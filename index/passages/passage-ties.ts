/**
 * Words by which a sentence depends on another one: shown without it, an answer may say the opposite of what it says.
 * Dutch and English, and the commonest of German.
 */

const SALUTATION = String.raw`(?:(?:hoi|hi|hallo|hello|hey|hé|dag|beste|dear|goede(?:morgen|middag|navond)|good (?:morning|afternoon|evening))(?:[ ]\p{L}[\p{L}.'-]{0,29}){0,3}[ ]?[,!.:-]{1,3}\s{0,3})?`;
const ANNOUNCED = `(?:(?:kort(?:om| antwoord| gezegd)?|het (?:korte )?antwoord(?: is)?|in short|(?:the )?(?:short |quick |simple )?answer(?: is)?|tl;?dr|edit|update|nou|tja|ehm?|hm+|well|actually|eigenlijk|ah|oh)[ ]?[:,-]?[ ]?)?`;
const DUTCH = [
  'nee|neen|ja|jawel|jazeker|jahoor|jep|klopt|(?:dat|dit) klopt|inderdaad|zeker(?: weten)?|helaas|jammer genoeg|spijtig genoeg',
  'niet echt|nog niet|niet meer|nooit|precies|juist|absoluut|natuurlijk|tuurlijk|uiteraard|sorry,? (?:nee|maar|dat)|eigenlijk niet',
  '(?:dat|dit|zoiets) (?:kan|mag|lukt|gaat|werkt|hoeft|bestaat|is)(?: \\p{L}+){0,3} (?:niet|wel|nooit|mogelijk|onmogelijk)',
  'kan (?:helaas |gewoon |zeker )?(?:niet|wel)',
].join('|');
const ENGLISH = [
  'no(?! (?:problem|worries|idea|one|doubt|matter|need))|nope|nah|never|yes|yep|yup|yeah|correct|exactly|absolutely|definitely|indeed|sure|of course',
  "that(?:'s|’s| is) (?:right|correct|wrong|true|not)|unfortunately|sadly|regrettably|i(?:'m|’m| am) afraid|sorry,? (?:no|but|you)",
  'not (?:really|yet|any ?more|possible|at all|exactly|quite|anymore|unless|without)',
  "(?:that|this|it) (?:is|was|can|does|will)(?:n['’]t| ?not)|(?:that|this|it)['’]s not|(?:that|this|it|you) (?:can['’]t|cannot|won['’]t)",
].join('|');
const OTHERS = 'nein|doch|leider|oui|non|malheureusement';
const VERDICT = new RegExp(
  `^[^\\p{L}\\p{N}]{0,20}${SALUTATION}${ANNOUNCED}[^\\p{L}\\p{N}]{0,6}(?:${DUTCH}|${ENGLISH}|${OTHERS})(?![\\p{L}\\p{N}]|-\\p{L})`,
  'iu',
);

/** Whether a text opens with yes or no: "Nee, …", "Ja hoor!", "Helaas niet.", "Hoi Jan, nee dat kan niet", "Yep". */
export function opensWithVerdict(text: string): boolean {
  return VERDICT.test(text.replace(/[*_~`]/g, ''));
}

const SAID = '(?:dit|dat|het|deze \\p{L}+|this|that|it)';
const RESTRICTION = new RegExp(
  `^[^\\p{L}\\p{N}]{0,20}(?:${[
    'let (?:wel )?op|opgelet|pas op|n\\.?b\\.?|behalve|tenzij|uitgezonderd|met uitzondering|uitzondering|mits|waarschuwing|voorwaarde',
    '(?:maar |dus |wel |echter )?(?:alleen|enkel|uitsluitend|slechts|pas) (?:als|wanneer|indien|voor|bij|met|in|op|na)',
    `${SAID} (?:geldt|werkt|kan|mag|lukt|gaat|hoeft|is)(?: \\p{L}+){0,2} (?:niet|alleen|enkel|uitsluitend|geen)`,
    '(?:geldt|werkt|kan|mag) (?:dus |echter |wel )?(?:niet|alleen)|(?:maar )?niet (?:voor|bij|als|met|op|in|wanneer)|maar (?:let|pas) op|doe (?:dit|dat) niet',
    'please note|note(?: that)?|warning|caution|(?:be )?careful|beware|heads[- ]up|attention|except(?:ion)?|unless|provided|with the exception',
    '(?:but |and )?only (?:if|when|for|with|on|in|after|works|applies)|(?:but )?not (?:for|on|if|with|in|when|unless)|(?:this|it|that) only',
    `${SAID} (?:does|do|will|is|can|works|applies|won|doesn|isn|can)(?:['’]t| not|not| only)`,
    "(?:does|do)(?:n['’]t| not) (?:apply|work|do)|never do",
    'achtung|außer|nur wenn|es sei denn',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** Whether a sentence narrows what stands before it: "Let op: dit geldt niet voor …", "Except …", "Alleen als …". */
export function restrictsWhatIsBefore(text: string): boolean {
  return RESTRICTION.test(text.replace(/[*_~`]/g, ''));
}

const CONDITION =
  /^[^\p{L}\p{N}]{0,20}(?:(?:maar|but|dus|so|en|and) )?(?:als|indien|wanneer|mocht|heb|heeft|bent?|if|when|where|in case|wenn|falls)(?![\p{L}\p{N}])/iu;
const NEGATED =
  /(?<![\p{L}\p{N}])(?:geen|niet|nooit|niets|zonder|no|not|never|without|cannot|kein\p{L}*|nicht)(?![\p{L}\p{N}])|n['’]t(?!\p{L})/iu;
const ONLY =
  /^[^\p{L}\p{N}]{0,20}(?:only (?:if|when|for)|alleen (?:als|wanneer|indien|voor)|unless|tenzij|behalve|except|without|zonder|nur wenn)(?![\p{L}\p{N}])/iu;

/** Whether a sentence says for whom what follows is: "Als u geen … heeft, …", "Only if …", "Tenzij …". */
export function isConditionOfWhatFollows(text: string): boolean {
  const bare = text.replace(/[*_~`]/g, '');
  return ONLY.test(bare) || (CONDITION.test(bare) && NEGATED.test(bare));
}

const LEANING =
  /^[^\p{L}\p{N}]{0,20}(?:maar|dan|anders|in dat geval|zo (?:ja|niet|nee)|echter|but|then|otherwise|in that case|if (?:so|not)|however|instead|aber|sonst|dann)(?![\p{L}\p{N}])/iu;

/** Whether a sentence makes no sense, or another one, without the one before it: "Maar …", "Anders …", "Otherwise …". */
export function leansOnWhatIsBefore(text: string): boolean {
  return LEANING.test(text.replace(/[*_~`]/g, ''));
}

const POINTING =
  /^[^\p{L}\p{N}]{0,20}(?:hij|zij|ze|die|want|he|she|they|because|(?:dat|dit|that|this) (?:is|was|komt|klopt|heeft|kan|werkt|has|can|comes|works|explains|verklaart))(?![\p{L}\p{N}])/iu;

/** Whether a sentence speaks of somebody or something that the one before it named: "Hij …", "Dat komt …", "She …". */
export function pointsAtWhatIsBefore(text: string): boolean {
  return POINTING.test(text);
}
