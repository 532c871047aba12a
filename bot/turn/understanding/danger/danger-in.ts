import type { SpokenLanguage } from '../../../contracts/messages.js';
import type { DangerKind } from '../../contracts.js';
import { clausesOf } from '../clauses.js';
import { weigh } from '../evidence.js';
import { wordsOf } from '../normalise.js';
import { knownWord } from '../person/word-likeness.js';
import { CRISIS_RULES, VIOLENCE_RULES } from './crisis-rules.js';
import type { DangerRule } from './danger-rule.js';
import { DEATH_RULES } from './death-rules.js';
import { AGAINST_FRAUD, ENOUGH_FOR_FRAUD, FOR_FRAUD, tellsLoss } from './fraud-evidence.js';
import { FRAUD_RULES } from './fraud-rules.js';
import { HAZARD_RULES } from './hazard-rules.js';
import { MEDICAL_RULES } from './medical-rules.js';
import { THEFT_RULES } from './theft-rules.js';

export interface Danger {
  readonly kind: DangerKind;
  /** The language of the words that told it; null where they are of both. */
  readonly language: SpokenLanguage | null;
}

/** In characters, of a message's beginning: channels take no more, and it keeps hostile input cheap. */
const LONGEST_READ = 4_000;
/** In words: sentences of a text up to here are read together as well. */
const LONGEST_WHOLE = 14;
/** The most pressing first: who does not want to live and has lost somebody hears of the first. */
const RULES: readonly DangerRule[] = [
  ...CRISIS_RULES,
  ...HAZARD_RULES,
  ...MEDICAL_RULES,
  ...VIOLENCE_RULES,
  ...FRAUD_RULES,
  ...THEFT_RULES,
];
/** Words that are repaired where they hold one typing error. */
const DANGER_WORDS = new Set(
  `zelfmoord zelfdoding suicide suicidal suicidaal overleden overlijden gestorven gestolen opgelicht oplichter oplichters phishing koolmonoxide koolmonoxidemelder
   monoxide gaslucht brandwonden bewusteloos portemonnee stroomstoot bankpas telefoon simkaart
   blokkeer blokkeren meterkast nabestaande electrocuted unconscious ambulance deceased scammed hacked breathing`.split(
    /\s+/,
  ),
);
/** In letters: "gestlen", "telefon". */
const SHORTEST_REPAIRED = 6;
/** Words of their own that are one letter away from one of those. */
const NEVER_REPAIRED = new Set(
  `overleven overladen overreden overlegen overheden gestoken gestoten gestopen oplichten opgericht opzicht opgelucht telefoons simkaarten
   gesloten bankpassen gestort`.split(/\s+/),
);

/**
 * The danger that a text tells, the most pressing first; null for none. Sentence by sentence by rules; a fraud also by what
 * the whole message tells, because people tell it as a story.
 */
export function dangerIn(text: string): Danger | null {
  const sentences = sentencesOf(text.slice(0, LONGEST_READ));
  for (const rule of RULES) if (holds(rule, sentences)) return { kind: rule.kind, language: rule.language };
  if (tellsFraud(sentences.join(' '))) return { kind: 'fraud', language: null };
  const death = DEATH_RULES.find((rule) => holds(rule, sentences));
  return death ? { kind: death.kind, language: death.language } : null;
}

function holds({ pattern, unless }: DangerRule, sentences: readonly string[]): boolean {
  return sentences.some((sentence) => pattern.test(sentence) && !unless?.test(sentence));
}

function tellsFraud(text: string): boolean {
  const { points, kinds } = weigh(text, FOR_FRAUD);
  if (kinds.size < 2 || !tellsLoss(kinds)) return false;
  return points + weigh(text, AGAINST_FRAUD).points >= ENOUGH_FOR_FRAUD;
}

/** Sentences in normal form, typing errors in the words of danger repaired; a comma ends none. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let words: string[] = [];
  for (const clause of clausesOf(text)) {
    words.push(...wordsOf(clause.text));
    if (clause.mark !== '' && !/[.!?…]/.test(clause.mark)) continue;
    sentences.push(words.map(repaired).join(' '));
    words = [];
  }
  if (words.length > 0) sentences.push(words.map(repaired).join(' '));
  const found = sentences.filter((sentence) => sentence !== '');
  // Who types in a hurry breaks a sentence into messages.
  const whole = found.join(' ');
  return found.length > 1 && whole.split(' ').length <= LONGEST_WHOLE ? [...found, whole] : found;
}

/** "doooood" says "dood"; of the words of danger one error is repaired. */
function repaired(word: string): string {
  const short = word.replace(/([a-z])\1{2,}/g, '$1$1');
  if (NEVER_REPAIRED.has(short)) return short;
  return knownWord(short, DANGER_WORDS, SHORTEST_REPAIRED) ?? short;
}
