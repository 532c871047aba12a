import { tellsToDo } from '../../../index/language/tells-to-do.js';
import { sentencesOf } from '../corrections/signs-of-change.js';
import { sharedSubjects, subjectWords } from '../corrections/subject-words.js';
import { openingVerdict } from '../corrections/turns-round.js';
import { stripMarkdown } from '../text/strip-markdown.js';
import { spokenSentences } from './emoji-faces.js';

/** What a reply answers. */
export interface AskedContext {
  /** The title and the text below it. */
  readonly asked: string;
  /** Who asked; null where nobody knows. */
  readonly asker: string | null;
}

const FIRST_PERSON =
  /(?<!\p{L})(?:ik|mij|me|mijn|m['’]n|mezelf|wij|ons|onze|i|i['’](?:m|ve|d|ll)|my|mine|myself|our|us)(?!\p{L})/iu;
const SECOND_PERSON =
  /(?<!\p{L})(?:je|jij|jou|jouw|u|uw|jullie|you|your|yours|you['’](?:re|ve|ll|d))(?!\p{L})/iu;
/** Told as something that happened, or how things stand at the writer's. */
const TELLS_A_STORY =
  /(?<!\p{L})(?:toen|ooit|vroeger|destijds|geleden|vorig\p{L}*|meegemaakt|was|waren|had|hadden|heb|ben|bent|kreeg|kregen|ging|gingen|begon|dacht|zat|kwam|wilde|moest|stond|vond|deed|zei|al jaren|nog steeds|once|ago|when|back (?:in|then)|used to|were|got|went|started|thought|came|wanted|did|said|spent|took|bought|have been|been|remember|for years|still)(?!\p{L})/iu;
/** Tells what helped, costs or caused it: that is the answer, told as a story. */
const TELLS_THE_ANSWER =
  /(?<!\p{L})(?:opgelost|oplossing|oploste|gelukt|lukte|werkte|hielp|geholpen|bleek|lag aan|kwam door|kwam het|oorzaak|solved|solution|fixed|worked|helped|turned out|caused|cause|doordat|waardoor|daardoor|so that|which meant|advies|raad|recommend|suggest|aanraden)(?!\p{L})|[€£$%>→]|\d+ ?(?:euro|eur|dagen|days|uur|hours|weken|weeks|maanden|months|minuten|minutes|gb|mb|kwh|cm|mm|kg)(?!\p{L})/iu;
/** Conditions and warnings hold for everybody. */
const HOLDS_FOR_ALL =
  /(?<!\p{L})(?:als|wanneer|indien|tenzij|if|unless|let op|pas op|opgelet|nooit|altijd|never|always|careful|beware|warning|belangrijk|important|niet|geen|not|no|n['’]t|moet|must|mag|kan|can|may)(?!\p{L})/iu;
const CALLS =
  /(?:!|[:;]-?[)DPp])[^\p{L}\p{N}]*$|(?<!\p{L})(?:mate|buddy|pal|mates|folks|guys|dude|bro|joh|hoor|maat|vriend|jongen|meid|lieverd|dear|love|hun)[^\p{L}\p{N}]*$|^[^\p{L}]*(?:probeer|try to|ga lekker|go)\b/iu;
/** What one feels about what the asker told, with its exclamation mark. */
const EXCLAIMS =
  /^[^\p{L}]*(?:wat (?:een|leuk|fijn|goed|mooi|gaaf|spannend|jammer|naar)|leuk|fijn|gaaf|super|heerlijk|spannend|gelukkig|veel|geniet|how|what an?|so|wow|lovely|great|nice|brilliant|amazing|enjoy|have|fingers crossed|hats off|petje af|respect|chapeau|hulde|kudos)(?!\p{L})[^\n]*!\W*$/iu;
const MOST_WORDS_CALLED = 12;

/**
 * Takes off both ends of an answer what says nothing to the next reader, whatever its wording: what happened to its writer once ("When
 * I started in 2016 …") beside sentences that tell what to do, and calls to the asker that share no word with the question.
 * Stories that tell what helped stay: they are the answer. Markdown in and out.
 */
export function dropEnds(markdown: string, context: AskedContext): string {
  if (markdown.includes('```')) return markdown;
  const all = spokenSentences(stripMarkdown(markdown));
  if (all.length < FEWEST_SENTENCES) return markdown;
  const subject = subjectWords(context.asked);
  const judge = (sentence: string): Speech => {
    const plain = stripMarkdown(sentence);
    if (/[`*_[]|https?:/.test(sentence)) return 'content';
    if (isStory(plain, all)) return 'story';
    if (isCall(plain, subject, context.asker)) return 'call';
    return isIdle(plain, subject) ? 'idle' : 'content';
  };
  const blocks = markdown.split(/(\n[ \t]*\n)/);
  const last = blocks.length - 1;
  if (isProse(blocks[0] ?? '')) blocks[0] = dropRun(blocks[0] ?? '', judge, 'opening');
  if (isProse(blocks[last] ?? '')) blocks[last] = dropRun(blocks[last] ?? '', judge, 'closing');
  return blocks
    .map((block, at) => (at > 0 && at < last && isProse(block) ? withoutIdleTalk(block, judge) : block))
    .join('')
    .trim();
}

/** A paragraph between others goes where all of it is a story; a call goes wherever it stands. */
function withoutIdleTalk(block: string, judge: (sentence: string) => Speech): string {
  const speeches = sentencesOf(block.replaceAll('\n', ' ')).map(judge);
  return speeches.includes('story') && !speeches.includes('content') ? '' : block;
}

/** What a sentence is: of use, told of the writer, called to the asker, or none of these and off the subject. */
type Speech = 'content' | 'story' | 'call' | 'idle';

/** Takes the run of sentences off one end of a block that are of no use; what is merely off the subject goes with a story only. */
function dropRun(block: string, judge: (sentence: string) => Speech, end: 'opening' | 'closing'): string {
  const lines = block.split('\n');
  const at = end === 'opening' ? 0 : lines.length - 1;
  const sentences = spokenSentences(lines[at] ?? '');
  const speeches = sentences.map(judge);
  const fromEnd = end === 'opening' ? speeches : speeches.toReversed();
  const content = fromEnd.indexOf('content');
  const isWholeLine = content === -1;
  const run = isWholeLine ? fromEnd : fromEnd.slice(0, content);
  const count = run.includes('story') ? run.length : run.findIndex((speech) => speech !== 'call');
  const dropped = count === -1 ? run.length : count;
  const kept = end === 'opening' ? sentences.slice(dropped) : sentences.slice(0, sentences.length - dropped);
  // Half a story reads worse than the whole.
  if (dropped === 0 || (run.includes('story') && kept.some((sentence) => FIRST_PERSON.test(sentence))))
    return block;
  lines[at] = kept.join(' ');
  return lines.filter((line, place) => place !== at || line !== '').join('\n');
}

const FEWEST_SENTENCES = 3;

function isProse(block: string): boolean {
  return /\p{L}/u.test(block) && !/^\s*(?:[-*+] |\d{1,3}[.)] |\||>|#| {4})/.test(block);
}

function isStory(plain: string, all: readonly string[]): boolean {
  if (!FIRST_PERSON.test(plain) || SECOND_PERSON.test(plain) || !TELLS_A_STORY.test(plain)) return false;
  if (TELLS_THE_ANSWER.test(plain)) return false;
  return all.some((one) => !FIRST_PERSON.test(one) && (tellsToDo(one) || SECOND_PERSON.test(one)));
}

function isCall(plain: string, subject: ReadonlySet<string>, asker: string | null): boolean {
  if (wordsIn(plain) > MOST_WORDS_CALLED || statesSomething(plain) || openingVerdict(plain) !== null)
    return false;
  const names = asker === null ? [] : asker.split(/[\s_.-]/).filter((part) => part.length >= FEWEST_OF_NAME);
  const isNamed = names.some((name) => plain.toLowerCase().includes(name.toLowerCase()));
  if (EXCLAIMS.test(plain)) return true;
  return (CALLS.test(plain) || isNamed) && sharedSubjects(subject, subjectWords(plain)) === 0;
}

const FEWEST_OF_NAME = 3;

function isIdle(plain: string, subject: ReadonlySet<string>): boolean {
  return (
    !statesSomething(plain) &&
    !SECOND_PERSON.test(plain) &&
    sharedSubjects(subject, subjectWords(plain)) === 0
  );
}

function statesSomething(plain: string): boolean {
  return /\d/.test(plain) || tellsToDo(plain) || HOLDS_FOR_ALL.test(plain);
}

function wordsIn(plain: string): number {
  return plain.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
