import { tellsToDo } from '../../../index/language/tells-to-do.js';

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
  '(?:(?:met )?(?:vriendelijke|hartelijke|veel|de) groet(?:en|jes)?|(?:met )?(?:\\p{L}{2,20} ){0,2}\\p{L}{0,15}groet(?:en|jes)?|mvg|m\\.v\\.g\\.|(?:kind|best|warm) regards|regards|cheers|greetings|best wishes|sincerely|yours(?: (?:truly|sincerely))?|all the best(?=[,!]|$)|best(?=,[ ]*$)|love(?=,[ ]*$)|grtz|gr(?=[.,]|[ ]\\p{Lu})|liefs|x{2,}|doei|ciao)';
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
  return withoutFooter(`\n${markdown.trim()}`.replace(SIGNATURE, '').replace(UNDERLINE, ''));
}

/** A rule with few words below it at the end. */
const RULE_LINE = /^[ \t]*(?:(?:\\?[*_~=-][ \t]?){3,})[ \t]*$/;
const MOST_LINES_OF_FOOTER = 4;
const MOST_WORDS_OF_FOOTER = 25;

function withoutFooter(markdown: string): string {
  const lines = markdown.split('\n');
  const from = lines.findLastIndex((line) => RULE_LINE.test(line));
  const footer = lines.slice(from + 1).filter((line) => line.trim() !== '');
  const words = footer.join(' ').split(/\s+/).length;
  const isFooter =
    from > 0 &&
    footer.length <= MOST_LINES_OF_FOOTER &&
    words <= MOST_WORDS_OF_FOOTER &&
    !/^\W*(?:p\.?s|edit|update)\b/i.test(footer.join(' ')) &&
    footer.every((line) => !tellsToDo(line) && !/[€|`]|\d+ ?(?:euro|%)/.test(line));
  return isFooter ? lines.slice(0, from).join('\n') : markdown;
}

function withoutClosing(markdown: string): string {
  const shorter = withoutCard(`\n${markdown.trim()}`.replace(INITIALS, '')).replace(CLOSING_LINES, '');
  return shorter.replace(CLOSING_INLINE, '').replace(INITIALS, '');
}

/** Whoever writes for a company signs with initials: "^KP", "~ Kim". */
const INITIALS =
  /(?<=[.!?)\p{Extended_Pictographic}]|\n)\s*[\^~]\s?\p{Lu}[\p{L}.]{0,14}(?:[ ]\p{Lu}\p{L}{0,14})?\s*$/u;

/** A closing with what people put under it: name, function, club, place, number. */
const OPENS_CARD = new RegExp(
  String.raw`^[ \t]*${CLOSING_WORDS}(?!\p{L})[,.!]*(?:[ \t]+${FEW_WORDS})?[ \t\\]*$`,
  'iu',
);
const MOST_LINES_OF_CARD = 6;
const LINE_OF_CARD = /^(?!.*[.?!]\s*$)(?!\W*p\.?s)\s*\S{1,40}(?:[ \t]+\S{1,40}){0,9}\s*$/iu;

function withoutCard(markdown: string): string {
  const lines = markdown.split('\n');
  const from = lines.findLastIndex((line) => OPENS_CARD.test(line));
  const card = lines.slice(from + 1).filter((line) => line.trim() !== '');
  const isCard =
    from > 0 &&
    card.length <= MOST_LINES_OF_CARD &&
    card.every((line) => LINE_OF_CARD.test(line) && !tellsToDo(line));
  return isCard ? lines.slice(0, from).join('\n') : markdown;
}

/** On a line of its own whoever is greeted, in lower case too. */
const SALUTATION_LINE =
  /^(?:[Hh](?:oi|i|allo|ello|ey|eey|ee)|[Bb]este|[Dd]ear|[Dd]ag|[Gg]eachte|[Gg]oede(?:ndag|morgen|middag|navond)|[Gg]ood (?:morning|afternoon|evening))(?:[ ]@?[\p{L}\d_.\\'-]{1,30}){0,4}[ ]*[,!.]*[ \t]*\n+(?=\S)/u;

function withoutSalutation(markdown: string): string {
  const rest = markdown.replace(SALUTATION_LINE, '').replace(SALUTATION, '');
  return rest === markdown ? rest : rest.charAt(0).toUpperCase() + rest.slice(1);
}
