import { tellsToDo } from '../../../index/language/tells-to-do.js';
import type { Thread, ThreadReply } from '../../sources/contracts.js';
import { judgeAnswer } from '../judge-answer.js';
import { onlyPoints } from '../only-points.js';
import { plainReply } from './plain-reply.js';

const MOST_WORDS = 16;
const FEWEST_WORDS = 6;
/** Thanks to somebody, and that it worked. */
const THANKED =
  /(?<!\p{L})(?:bedankt|dank|dankjewel|dankuwel|thanks|thank you|thx|ty|cheers|merci|danke)(?!\p{L})/iu;
const WORKED =
  /(?<!\p{L})(?:dat was (?:het|'m)|that (?:was it|did it|worked|fixed it|solved it)|opgelost|gelukt|solved|sorted|fixed|het werkt|works now|werkt weer)(?!\p{L})/iu;
const TELLS_HOW =
  /(?<!\p{L})(?:door|via|nadat|by|after|using|because|omdat|eerst|first|turned out|bleek)(?!\p{L})|[>→]|\d/iu;

const TELLS_WHAT =
  /(?<!\p{L})(?:(?:het|it|probleem|problem|oorzaak|cause|fout) (?:was|is|lag|zat|bleek|turned)|(?:ik|i) (?:had|moest|heb|have|needed|did)|(?:was|lag) (?:de|het|een|the|a|an) \p{L})/iu;

/** Whether a reply thanks for what somebody else said and says nothing itself. */
export function onlyThanks(text: string): boolean {
  const words = text.split(' ').length;
  const isShort = THANKED.test(text) ? words <= MOST_WORDS : words <= FEWEST_WORDS && WORKED.test(text);
  return isShort && !TELLS_HOW.test(text);
}

/**
 * Whether an asker's own few words tell nothing to do: whatever wording their thanks have, what helped them stands above. "It was
 * the cable" tells what it was.
 */
function saysNoHow(text: string): boolean {
  return (
    text.split(' ').length <= MOST_WORDS &&
    !TELLS_HOW.test(text) &&
    !TELLS_WHAT.test(text) &&
    !tellsToDo(text)
  );
}

/**
 * The reply that an accepted one only points at or thanks for: of whom it quotes or names, else the one before it. The accepted one
 * itself where it says something; null where nobody said anything.
 */
export function pointedAt(thread: Thread, accepted: ThreadReply): ThreadReply | null {
  const text = plainReply(thread, accepted);
  const isAskers = thread.asker !== null && accepted.author.name === thread.asker;
  const saysNothing = onlyPoints(text) || onlyThanks(text);
  if (!saysNothing && !(isAskers && saysNoHow(text))) return accepted;
  const place = thread.replies.indexOf(accepted);
  const candidates = thread.replies
    .slice(0, place)
    .filter(({ author }) => author.name !== accepted.author.name && author.name !== thread.asker)
    .filter((reply) => {
      const words = plainReply(thread, reply);
      return words.split(' ').length >= FEWEST_WORDS && !/\?\W*$/.test(words) && judgeAnswer(words) === null;
    });
  const named = candidates.findLast(({ author }) => isNamed(accepted.body, author.name));
  // Few words of an asker alone in their thread are the answer.
  return named ?? candidates.at(-1) ?? (saysNothing ? null : accepted);
}

function isNamed(body: string, name: string): boolean {
  const [first = ''] = name.split(/[\s_.]/);
  return [name, first].some((one) => one.length >= 3 && body.toLowerCase().includes(one.toLowerCase()));
}
