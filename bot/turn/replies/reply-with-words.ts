import type { Choice } from '../../contracts/messages.js';
import type { TurnState } from '../contracts.js';
import { phrasesOf } from '../phrases/phrases-of.js';
import { greet, namesIn } from './greet.js';
import type { Reply, ReplyParts } from './reply.js';
import { spoken } from './spoken.js';

export function replyWithSmallTalk(parts: ReplyParts<'small-talk'>): Reply {
  const { decision, understanding, state, facts } = parts;
  const phrases = phrasesOf(understanding.language);
  if (decision.talk === 'greeting' && !state.hasGreeted) return greet(parts);
  return spoken(phrases.smallTalk[decision.talk](namesIn(facts)), parts);
}

export function replyToFeedback(parts: ReplyParts<'thank-for-feedback'>): Reply {
  const { understanding, state } = parts;
  const phrases = phrasesOf(understanding.language);
  const { wish } = understanding;
  const isHelpful = wish.kind === 'choice' && wish.value.action === 'feedback' && wish.value.isHelpful;
  const reply = spoken(isHelpful ? phrases.thanksForYes : phrases.thanksForNo, parts);
  return { ...reply, changes: { ...reply.changes, openChoices: withoutFeedback(state) } };
}

/** No question to be seen: files, symbols, or a yes or no to nothing. */
export function replyAskingForWords(parts: ReplyParts<'ask-for-words'>): Reply {
  const { understanding, state } = parts;
  const phrases = phrasesOf(understanding.language);
  if (understanding.wish.kind === 'files-only') return spoken(phrases.filesOnly, parts);
  const isChoosing = state.openChoices.some(({ value }) => value.action === 'pick-item');
  const reply = spoken(isChoosing ? phrases.chooseOne : phrases.askForWords, parts, {
    choices: isChoosing ? listed(state) : [],
  });
  // Who is asked for words once more is offered a person.
  const misses = understanding.wish.kind === 'question' ? state.misses + 1 : state.misses;
  return { ...reply, changes: { ...reply.changes, misses } };
}

/** Tapped was what this conversation did not offer; what stands open is shown again. */
export function replyToLapsed(parts: ReplyParts<'say-lapsed'>): Reply {
  const { understanding, state } = parts;
  return spoken(phrasesOf(understanding.language).choiceLapsed, parts, { choices: listed(state) });
}

function listed({ openChoices }: TurnState): Choice[] {
  return openChoices.filter(({ value }) => value.action === 'pick-item' || value.action === 'none-of-these');
}

function withoutFeedback({ openChoices }: TurnState): Choice[] {
  return openChoices.filter(({ value }) => value.action !== 'feedback');
}
