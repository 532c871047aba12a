import type { HandoffState } from '../../contracts.js';
import type { CustomerInput, TurnState, Understanding, Wish } from '../contracts.js';
import { spokenLanguageOf } from '../start-state.js';
import { type Danger, dangerIn } from './danger/danger-in.js';
import { type DetectedLanguage, detectLanguage } from './detect-language.js';
import { moodOf } from './mood-of.js';
import { wordsOf } from './normalise.js';
import { openChoiceIn } from './open-choice.js';
import { wishIn } from './wish-in.js';

/** In characters. The rest of a longer text is not read: no question needs it, and it keeps hostile input cheap. */
const LONGEST_READ = 1500;

/**
 * What a customer wants, as far as words tell, how they sound and the language they use.
 *
 * Read in this order, the first that fits counts: a tap, danger, a choice typed, files, yes or no, a request for a person, small
 * talk, a word about the answer shown, a company matter, a question.
 */
export function understand(input: CustomerInput, state: TurnState, handoff: HandoffState): Understanding {
  const current = { language: languageBefore(input, state), isKnown: state.isLanguageKnown };
  if (input.value) {
    const { value, offer } = input;
    const wish = { kind: 'choice', value, ...(offer ? { offer } : {}) } as const;
    return { wish, mood: 'calm', ...spoken(current) };
  }
  const danger = dangerIn(input.text);
  const text = input.text.slice(0, LONGEST_READ).trim();
  if (danger) {
    return {
      wish: { kind: 'danger', danger: danger.kind, text },
      mood: moodOf(text),
      ...spoken(languageOfDanger(danger, detectLanguage(text, current))),
    };
  }
  if (input.hasLapsedTap) {
    return { wish: wishBehindLapsed(text, input, state, handoff), mood: 'calm', ...spoken(current) };
  }
  const typed = openChoiceIn(text, state.openChoices);
  // A title that is typed was worded by the bot or the community; it tells nothing about the customer's language.
  if (typed) return { wish: { kind: 'choice', value: typed }, mood: 'calm', ...spoken(current) };
  return {
    wish: wishIn(text, input, state, handoff),
    mood: moodOf(text),
    ...spoken(detectLanguage(text, current)),
  };
}

/** Fewer words are those of a button ("Yes", "2"), which mean nothing without what it was offered for. */
const FEWEST_WORDS = 3;

/**
 * What is left of a tap on something that was not offered here: the text that came with it where that is a question or
 * asks for a person. It is held against no open choice, which is another one.
 */
function wishBehindLapsed(text: string, input: CustomerInput, state: TurnState, handoff: HandoffState): Wish {
  const lapsed = { kind: 'lapsed-choice' } as const;
  if (wordsOf(text).length < FEWEST_WORDS) return lapsed;
  const wish = wishIn(text, input, { ...state, openChoices: [] }, handoff);
  const isOwn = wish.kind === 'question' || wish.kind === 'person' || wish.kind === 'company-matter';
  return isOwn ? wish : lapsed;
}

/** Until the customer's own words tell, the page may still change the language. */
function languageBefore(input: CustomerInput, state: TurnState): TurnState['language'] {
  const isNew = !state.isLanguageKnown && !state.hasGreeted;
  return (isNew && spokenLanguageOf(input.locale)) || state.language;
}

/** A cry for help is short: where its letters tell too little, the words that told the danger tell the language. */
function languageOfDanger({ language }: Danger, detected: DetectedLanguage): DetectedLanguage {
  return detected.isKnown || language === null ? detected : { language, isKnown: false };
}

function spoken(known: { language: TurnState['language']; isKnown: boolean }) {
  return { language: known.language, isLanguageKnown: known.isKnown };
}
