import type { Mood } from '../../contracts.js';
import { type Evidence, weigh } from './evidence.js';
import { ENOUGH_FOR_ANNOYED, MOOD_EVIDENCE } from './mood-evidence.js';
import { normalise, wordsOf } from './normalise.js';

/** What is typed louder than words, read over the text as it stands. */
const LOUD: readonly Evidence[] = [
  { kind: 'marks', weight: 1, pattern: /[!?]\s?[!?]/u },
  // Names are written in capitals too (SIM, APN): four letters in a row and more, twice.
  { kind: 'shouting', weight: 1.5, pattern: /^(?=(?:.*?\p{Lu}{4}){2})[^\p{Ll}]{12,}$/su },
  {
    kind: 'shouting',
    weight: 1.25,
    pattern:
      /\b(?:\p{Lu}{4,}|NOT|DAYS|NOW|NIET|NU)\b[^\p{Ll}]*\b\p{Lu}{3,}\b|\b(?:NOT|DAYS|WEEKS|NOW|NIET|NOOIT|NEVER|AGAIN|STILL|WEER|STEEDS|PLEASE|STOP|ALLES|NIEMAND|NOBODY)\b/u,
  },
];

/** Kinds that are temper itself. The others, such as waiting long, only make it likely. */
const TEMPER = new Set(['swearing', 'judgement', 'feeling', 'demanding', 'marks', 'shouting']);
/** In words. */
const LONGEST_WHOLE = 25;

/**
 * Whether a customer is annoyed: angry or desperate. No single word decides: swearing, judgement, feeling, things said
 * or endured again and again, shouting and marks are kinds of evidence, and at least two must come together.
 */
export function moodOf(text: string): Mood {
  return windowsOf(text).some(isAnnoyed) ? 'annoyed' : 'calm';
}

function isAnnoyed(text: string): boolean {
  if (wordsOf(text).length < 2) return false;
  const words = weigh(normalise(text), MOOD_EVIDENCE);
  const loud = weigh(text, LOUD);
  const kinds = [...words.kinds, ...loud.kinds];
  const isEnough = words.points + loud.points >= ENOUGH_FOR_ANNOYED;
  return isEnough && kinds.length >= 2 && kinds.some((kind) => TEMPER.has(kind));
}

/** A short text as it is; of a story every two sentences that follow each other, or a long one would add up to anger. */
function windowsOf(text: string): string[] {
  const sentences = text.split(/(?<=[.!?…])\s+|\n+/u);
  if (text.split(/\s+/).length <= LONGEST_WHOLE || sentences.length < 3) return [text];
  return sentences.slice(1).map((sentence, index) => `${sentences[index] ?? ''} ${sentence}`);
}
