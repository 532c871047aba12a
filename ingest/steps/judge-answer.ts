import type { SkipReason } from '../sources/contracts.js';
import { onlyPoints } from './only-points.js';
import { stripMarkdown } from './text/strip-markdown.js';

/** Markdown longer than this, in characters, is a log pasted in. */
const LONGEST = 60_000;

/** Longer replies say more than that a message was sent. */
const PRIVATE_WORDS = 45;
const PRIVATE =
  /(?:\b(?:ik|we|wij) .{0,30}(?:priv[eé](?:[ -])?bericht|persoonlijk bericht|\bpb\b|\bpm\b|\bdm\b)|\b(?:i|we)(?:'ve|’ve|'ll|’ll)? .{0,80}(?:sen[dt]|sending|dropped?|messaged)(?: you)? .{0,20}(?:private|direct|personal) message|\b(?:i|we)(?:'ve|’ve|'ll|’ll)? .{0,30}(?:sen[dt]|dropped?)(?: you)? a (?:pm|dm)\b)/iu;

/** A longer one tells how it was solved. */
const DEAD_END_WORDS = 10;
const DEAD_END =
  /\b(?:laat maar|niet meer nodig|(?:al|is|inmiddels|weer|vanzelf) opgelost|doet het weer|werkt (?:nu )?weer|never ?mind|nvm|works (?:again )?now|(?:it'?s|is|now) (?:fixed|solved|working)|no longer needed|same (?:problem|here)|any news|zelfde probleem)\b/iu;
const TELLS_HOW = /\b(?:door|met|via|na|by|with|after|using|because|omdat)\b/iu;

/**
 * Whether an answer in Markdown helps somebody other than its asker; the reason why not, or null when it does.
 *
 * Three sorts are accepted in every community and useless to the next customer: "I sent you a private message", "never
 * mind, works now" and "this ^^". Only short replies are judged by their words.
 */
export function judgeAnswer(markdown: string): SkipReason | null {
  if (markdown.length > LONGEST) return 'answer-too-long';
  const text = stripMarkdown(markdown);
  // What a link points at can be followed.
  if (!/https?:\/\//i.test(markdown) && onlyPoints(text)) return 'points-elsewhere';
  if (!/[\p{L}\p{N}]/u.test(text)) return 'answer-empty';
  const words = text.split(' ').length;
  if (words <= PRIVATE_WORDS && PRIVATE.test(text)) return 'private-reply';
  if (words <= DEAD_END_WORDS && DEAD_END.test(text) && !TELLS_HOW.test(text)) return 'dead-end';
  return null;
}
