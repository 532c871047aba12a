import { sentencesOf } from '../corrections/signs-of-change.js';

/** Faces, hands, hearts, party things: feelings. Arrows, keys and signs of warning mean something and are none. */
const FACE =
  '(?:[\\u{1F600}-\\u{1F64F}\\u{1F910}-\\u{1F92F}\\u{1F970}-\\u{1F97A}\\u{1F44A}-\\u{1F450}\\u{1F389}\\u{1F38A}\\u{1F680}\\u{1F525}\\u{1F4AA}\\u{1F31E}\\u{1F308}\\u{1F338}\\u{1F339}\\u{1F490}\\u{1F495}-\\u{1F49F}\\u{1F5A4}\\u{2764}\\u{2728}\\u{1F4AF}\\u{1F91E}\\u{1F91D}\\u{1F979}\\u{1F63A}-\\u{1F640}][\\u{FE0F}\\u{1F3FB}-\\u{1F3FF}]*)';
const OPENS = new RegExp(`^(\\s*(?:[-*+] |\\d{1,3}[.)] )?)(?:${FACE}[ \\t]*)+(?=\\S)`, 'u');
const ENDS = new RegExp(`(?<=[\\p{L}\\p{N}.!?)"”’])[ \\t]*(?:${FACE}[ \\t]*)+$`, 'u');

/** Takes the faces off both ends of a line; one that is nothing else stays, and so do those between words. */
export function withoutFaces(line: string): string {
  return line.replace(OPENS, '$1').replace(ENDS, '');
}

/** A smile ends a sentence as a full stop does. */
const AFTER_SMILE =
  /(?<=(?:[:;]-?[)(DPp]|\p{Extended_Pictographic}\ufe0f?))\s+(?=\p{Lu}|[*_\p{Extended_Pictographic}])/u;

/** The sentences of a line as people end them in forums. */
export function spokenSentences(line: string): string[] {
  return sentencesOf(line).flatMap((sentence) => sentence.split(AFTER_SMILE));
}
