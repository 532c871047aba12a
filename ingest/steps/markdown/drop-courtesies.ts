/**
 * Takes the salutation and the closing off a reply: they greet the asker, not the customer who reads it now, and name
 * people. Nothing else is touched; a reply that is nothing else stays as it is.
 */
export function dropCourtesies(markdown: string): string {
  const body = withoutSalutation(withoutClosing(withoutSignature(markdown)).trim());
  return body === '' ? markdown.trim() : body;
}

const NAME = String.raw`@?\p{L}[\p{L}\d_.\\'-]{0,29}`;
const CAPITAL_NAME = String.raw`@?\p{Lu}[\p{L}\d_.\\'-]{0,29}`;
/** "Hoi Jan," "Hi all!"; after "beste" and "dear" only a capital tells a name from "beste oplossing,". */
const SALUTATION = new RegExp(
  '^(?:(?:[Hh](?:oi|i|allo|ello|ey|eey|ee)|[Gg]oede(?:ndag|morgen|middag|navond)|[Gg]ood (?:morning|afternoon|evening))' +
    String.raw`(?:\s+(?:${NAME})){0,2}|(?:[Bb]este|[Dd]ear|[Dd]ag)\s+(?:${CAPITAL_NAME})(?:\s+(?:${CAPITAL_NAME}))?)\s*[,!.]+\s+(?=\S)`,
  'u',
);

/** "--" on a line of its own or before a name, with few lines after it. */
const UNDERLINE = /\n[ \t]*(?:\\?_){5,}[ \t]*(?:\n[^\n]{0,160}){1,7}$/u;
const SIGNATURE = /\n[ \t]*(?:\\?-{2,3}|—)(?:[ \t]*|[ \t]+[^\n]{1,60})(?:\n[^\n]{0,120}){0,7}$/u;

const CLOSING_WORDS =
  '(?:(?:met )?(?:vriendelijke|hartelijke|veel|de) groet(?:en|jes)?|(?:met )?(?:\\p{L}{2,20} ){0,2}\\p{L}{0,15}groet(?:en|jes)?|mvg|m\\.v\\.g\\.|(?:kind|best|warm) regards|regards|cheers|greetings|best wishes|sincerely)';
const FEW_WORDS = String.raw`(?!p\.?s)\S{1,40}(?:[ \t]+\S{1,40}){0,4}`;
/** The closing as the last lines, with a name and what people put under it; a line with more words says something. */
const CLOSING_LINES = new RegExp(
  String.raw`\n[ \t]{0,4}${CLOSING_WORDS}(?!\p{L})[,.!]*(?:[ \t]+${FEW_WORDS})?(?:[ \t]*\n{1,2}[ \t]*${FEW_WORDS}){0,4}\s*$`,
  'iu',
);
/** The closing behind the last sentence. */
const CLOSING_INLINE = new RegExp(
  String.raw`(?<=[.!?)])\s+${CLOSING_WORDS}[,!]?(?:\s+[\p{L}\d_.'-]{1,30}){0,3}[.!]?\s*$`,
  'iu',
);

function withoutSignature(markdown: string): string {
  return `\n${markdown.trim()}`.replace(SIGNATURE, '').replace(UNDERLINE, '');
}

function withoutClosing(markdown: string): string {
  const shorter = `\n${markdown.trim()}`.replace(CLOSING_LINES, '');
  return shorter.replace(CLOSING_INLINE, '');
}

/** On a line of its own whoever is greeted, in lower case too. */
const SALUTATION_LINE =
  /^(?:[Hh](?:oi|i|allo|ello|ey|eey|ee)|[Bb]este|[Dd]ear|[Dd]ag|[Gg]eachte|[Gg]oede(?:ndag|morgen|middag|navond)|[Gg]ood (?:morning|afternoon|evening))(?:[ ]@?[\p{L}\d_.\\'-]{1,30}){0,4}[ ]*[,!.]*[ \t]*\n+(?=\S)/u;

function withoutSalutation(markdown: string): string {
  const rest = markdown.replace(SALUTATION_LINE, '').replace(SALUTATION, '');
  return rest === markdown ? rest : rest.charAt(0).toUpperCase() + rest.slice(1);
}
