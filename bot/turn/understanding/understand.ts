import type { Hear } from '../../../index/contracts/hearing.js';
import type { HandoffState } from '../../contracts/messages.js';
import type { CustomerInput, DangerKind, Ears, TurnState, Understanding, Wish } from '../contracts.js';
import { spokenLanguageOf } from '../start-state.js';
import { type Danger, dangerIn } from './danger/danger-in.js';
import { commandIn } from './ending/commands.js';
import { leavesQueue } from './ending/ends-conversation.js';
import { dangerHeardIn } from './heard-matter.js';
import { type DetectedLanguage, detectLanguage } from './language/detect-language.js';
import { foreignLanguageIn } from './language/foreign-language.js';
import { wordsOf } from './normalise.js';
import { openChoiceIn } from './open-choice.js';
import { wishIn } from './wish-in.js';

/** In characters. The rest of a longer text is not read: no question needs it, and it keeps hostile input cheap. */
const LONGEST_READ = 1500;

/**
 * What a customer wants, as far as words tell, how they sound and the language they use.
 *
 * Read in this order, the first that fits counts: a tap, danger, a choice typed, a command, files, yes or no, a request for a person, small
 * talk, a word about the answer shown, a company matter, a question.
 * @param ears null where only exact words are read
 */
export function understand(
  input: CustomerInput,
  state: TurnState,
  handoff: HandoffState,
  ears: Ears | null = null,
): Understanding {
  const current = { language: languageBefore(input, state), isKnown: state.isLanguageKnown };
  if (input.value) {
    const { value, offer } = input;
    const wish = { kind: 'choice', value, ...(offer ? { offer } : {}) } as const;
    return { wish, mood: 'calm', ...spoken(current) };
  }
  const text = input.text.slice(0, LONGEST_READ).trim();
  const heard = ears?.hear(text, ears.vectors) ?? null;
  const mood = heard?.isAnnoyed ? 'annoyed' : 'calm';
  const typed = input.hasLapsedTap ? null : openChoiceIn(text, state.openChoices);
  // A title that is typed was worded by the bot or the community: only exact words tell danger there.
  const danger =
    dangerIn(input.text) ?? (typed || !ears ? null : asDanger(dangerHeardIn(text, heard, ears.hear)));
  if (danger) {
    return {
      wish: { kind: 'danger', danger: danger.kind, text },
      mood,
      ...spoken(languageOfDanger(danger, detectLanguage(text, current))),
    };
  }
  if (input.hasLapsedTap) {
    return {
      wish: wishBehindLapsed(text, input, state, handoff, { ears, heard }),
      mood: 'calm',
      ...spoken(current),
    };
  }
  const command = typed ? null : commandIn(text, handoff);
  if (command) {
    const language = current.isKnown ? current.language : command.language;
    const wish = { kind: 'choice', value: command.value } as const;
    return { wish, mood: 'calm', ...spoken({ language, isKnown: current.isKnown }) };
  }
  if (!typed && handoff === 'waiting' && leavesQueue(text)) {
    return {
      wish: { kind: 'choice', value: { action: 'cancel-request' } },
      mood: 'calm',
      ...spoken(current),
    };
  }
  // It tells nothing about the customer's language either.
  if (typed) return { wish: { kind: 'choice', value: typed }, mood: 'calm', ...spoken(current) };
  const foreign = foreignLanguageIn(text);
  return {
    wish: wishIn(text, input, state, handoff, { ears, heard }),
    mood,
    ...spoken(foreign ? current : detectLanguage(text, current)),
    foreign,
  };
}

/** Fewer words are those of a button ("Yes", "2"), which mean nothing without what it was offered for. */
const FEWEST_WORDS = 3;

/**
 * What is left of a tap on something that was not offered here: the text that came with it where that is a question or
 * asks for a person. It is held against no open choice, which is another one.
 */
function wishBehindLapsed(
  text: string,
  input: CustomerInput,
  state: TurnState,
  handoff: HandoffState,
  listened: Parameters<typeof wishIn>[4],
): Wish {
  const lapsed = { kind: 'lapsed-choice' } as const;
  if (wordsOf(text).length < FEWEST_WORDS) return lapsed;
  const wish = wishIn(text, input, { ...state, openChoices: [] }, handoff, listened);
  const isOwn = wish.kind === 'question' || wish.kind === 'person' || wish.kind === 'company-matter';
  return isOwn ? wish : lapsed;
}

/** Whether a text tells danger by exact words: then nothing need be waited for. */
export function tellsDangerInWords(text: string): boolean {
  return dangerIn(text) !== null;
}

/** The danger that a text tells, by exact words or by how it sounds without its vector; null for none. */
export function dangerTold(text: string, hear: Hear): DangerKind | null {
  const read = text.slice(0, LONGEST_READ);
  return dangerIn(text)?.kind ?? dangerHeardIn(read, hear(read, null), hear);
}

function asDanger(kind: Danger['kind'] | null): Danger | null {
  return kind && { kind, language: null };
}

/**
 * Until the customer's own words tell, the page may still change the language: by every activity that names another than
 * the one before, not by one that only repeats it.
 */
function languageBefore(input: CustomerInput, state: TurnState): TurnState['language'] {
  const page = spokenLanguageOf(input.locale);
  const isNews = !state.hasGreeted || page !== (state.pageLanguage ?? null);
  return (!state.isLanguageKnown && isNews && page) || state.language;
}

/** A cry for help is short: where its letters tell too little, the words that told the danger tell the language. */
function languageOfDanger({ language }: Danger, detected: DetectedLanguage): DetectedLanguage {
  return detected.isKnown || language === null ? detected : { language, isKnown: false };
}

function spoken(known: { language: TurnState['language']; isKnown: boolean }) {
  return { language: known.language, isLanguageKnown: known.isKnown };
}
