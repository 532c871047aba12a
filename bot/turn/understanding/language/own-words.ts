/** What mail programs put below, or in front of, what was written. */
const MAIL_SIGNATURE =
  /\b(?:sent|verzonden|verstuurd) (?:from|via|vanaf|vanuit|met) (?:my|mijn)?\s?(?:outlook|mail|yahoo mail|gmail|samsung|galaxy|iphone|ipad|android|blackberry|huawei|phone|mobile|telefoon|mobiel)\b[^\n:,.!?]{0,40}|\b(?:get|download|haal) outlook (?:for|voor) (?:ios|android|mac)\b|\boutlook (?:for|voor) (?:ios|android|mac)\b/giu;

/** What screens say and settings are called: as much a name for a Dutch customer as for an English one. */
const SCREEN_TEXT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    'no sim(?: card)?(?: inserted| installed| detected)?',
    'invalid sim(?: card)?',
    'sim (?:only|not provisioned|not supported|failure)',
    '(?:connection|request|session)(?: has)? (?:timed out|refused|reset|failed|expired)',
    '(?:page|file|server|device|network|404) not found',
    '(?:the )?connection was (?:reset|refused|interrupted|lost)',
    "this (?:site|page|webpage) can[’']?t be reached",
    'your connection is not (?:private|secure)',
    'an? (?:unknown |unexpected )?error (?:has )?occurred',
    '(?:service|server) (?:temporarily )?unavailable',
    'not registered on network',
    'emergency calls only',
    'no (?:service|internet access|internet connection|signal)',
    'access denied',
    'something went wrong',
    'please try again(?: later)?',
    '(?:please )?enter (?:your )?(?:pin|puk)(?: code)?',
    'find my(?: iphone| device| phone)?',
    'do not disturb',
    'out of office',
    'pay as you go',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

const FILE_ENDINGS =
  'png|jpe?g|gif|webp|heic|heif|pdf|docx?|xlsx?|pptx?|txt|csv|zip|rar|7z|exe|msi|apk|dmg|mp[34]|mov|avi|wav|html?|js|json|xml|log|eml|vcf|ics';

const FILE_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])[\\w()-]+(?:\\.[\\w-]+)*\\.(?:${FILE_ENDINGS})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** What programs say of their errors. */
const PROGRAM_WORDS =
  /\b(?:cannot|can not|could not|failed to|unable to|read|set|properties|property|of|undefined|null|is|not|a|function|defined|object|load|fetch|resource|network|response|status|code|with|the|to|was|invalid|unexpected|token|in|at|position|timeout|exceeded|by|has|been|blocked|policy)\b/giu;

/**
 * What of a text is the customer's own wording: without mark-up, code, addresses, names of files, mentions, quotations of
 * others, signatures of mail programs and what a screen said; '' where nothing is left.
 */
export function ownWords(text: string): string {
  const own = text
    .replace(/^\s*>.*$/gmu, ' ')
    .replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`/gu, ' ')
    .replace(/\[quote\b[^\]]{0,100}\][\s\S]*?\[\/quote\]/giu, ' ')
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, ' ')
    .replace(/\[\/?(?:quote|code|img|url|b|i|u|spoiler)\b[^\]]{0,100}\]/giu, ' ')
    .replace(/\b(?:https?:\/\/|www\.)\S+/giu, ' ')
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, ' ')
    .replace(FILE_NAME, ' ')
    .replace(/(?<![\p{L}\p{N}])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}(?:\/\S*|(?=[\s,;:!?)]|$))/giu, ' ')
    .replace(/(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_.-]+/gu, ' ')
    .replace(/\b(?:[A-Z]\w*)?(?:Error|Exception)\b:[^\n]*/gu, (line) => line.replace(PROGRAM_WORDS, ' '))
    .replace(/\b[A-Z][A-Za-z]*(?:Error|Exception)\b:?|\b[A-Z]+(?:[_:]+[A-Z]+)+\b/gu, ' ')
    .replace(MAIL_SIGNATURE, ' ')
    .replace(SCREEN_TEXT, ' ')
    .replace(/"[^"\n]{4,200}"|“[^”\n]{4,200}”/gu, ' ')
    .trim();
  return /\p{L}/u.test(own) ? own : '';
}
