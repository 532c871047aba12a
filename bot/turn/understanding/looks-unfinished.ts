import { dangerIn } from './danger/danger-in.js';
import { normalise } from './normalise.js';
import { OPEN_ENDS } from './open-ends.js';
import { yesOrNo } from './yes-or-no.js';

/** A mark that goes on: comma, colon, semicolon, dash, ampersand, dots, a bracket that is not closed. */
const OPEN_MARK = /([,:;&…‥]|\.\.+|\s[-–—/+]|[-–—]|\([^)?!]{0,200})$/u;
/** A smiley ends with such a mark in some hands. */
const SMILEY = /(^|\s)[:;=8][-'o^]?[)(\][dpo/\\|*3]+$/iu;
const END_MARK = /[?!.)\]"”’»]$/u;

/** So much of the end is read: what a sentence needs to be told from its beginning. In characters. */
const READ = 300;

/**
 * Whether a customer seems to be still typing, so that it is worth waiting for the next message: the text ends in a mark
 * that goes on, or in a word that another one must follow ("my router is", "ik bel omdat").
 *
 * Being short is no sign: "hallo", "puk code", "TV-203" are whole, and a question that comes after them is read with what
 * was said before. What needs an answer at once, danger above all, is never waited with.
 */
export function looksUnfinished(text: string): boolean {
  const line = text.trim();
  if (line === '' || dangerIn(line) !== null) return false;
  if (SMILEY.test(line)) return false;
  if (OPEN_MARK.test(line)) return true;
  if (END_MARK.test(line)) return false;
  // What stands in front of the last sentence tells nothing of its end.
  const sentence =
    line
      .slice(-READ)
      .split(/[?!\n]|\.\s/)
      .at(-1) ?? '';
  const words = normalise(sentence);
  if (words === '' || yesOrNo(sentence) !== null) return false;
  return OPEN_ENDS.some(({ ends, unless }) => ends.test(words) && !unless?.test(words));
}
