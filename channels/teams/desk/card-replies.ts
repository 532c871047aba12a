import { randomUUID } from 'node:crypto';
import type { DeskConversation, DeskOutcome } from '../../../bot/contracts/desk.js';
import type { DeskThread } from '../../../bot/contracts/elsewhere/desk-elsewhere.js';
import type { ChannelAnswer } from '../../channel-desk.js';
import { fillingsFrom, fillPlaceholders, openPlaceholders } from '../../text/placeholders.js';
import { plainText } from '../../text/plain-text.js';
import { LONGEST_REPLY, type ReplyDraft, replyCard } from './cards/reply-card.js';
import { answerCard, answerMalformed, answerWords } from './invoke-answer.js';
import type { Tapped } from './read-action.js';
import { timeZoneOf, writtenMs } from './room-activity.js';
import type { RoomParts } from './room-parts.js';
import { seenInThread } from './seen-in-thread.js';

/** A tap on the card of a hand-off, which is the one that its conversation has now. */
export interface OnHandoff extends Tapped {
  readonly thread: DeskThread;
  readonly conversation: DeskConversation;
}

const KEY = /^card-[\w-]{8,60}$/;

/** Replies that are written on a card: a canned answer or the bot's, filled, changed, then sent. */
export interface CardReplies {
  useCanned(on: OnHandoff): Promise<ChannelAnswer>;
  useGuess(on: OnHandoff): ChannelAnswer;
  say(on: OnHandoff): Promise<ChannelAnswer>;
}

/** @param seen what an agent sees after an action */
export function createCardReplies(
  parts: RoomParts,
  seen: (on: OnHandoff, outcome: DeskOutcome) => Promise<ChannelAnswer>,
): CardReplies {
  const { desk, tools, clock } = parts;
  const { rooms } = parts.elsewhere;

  function draft(on: OnHandoff, more: Pick<ReplyDraft, 'text'> & Partial<ReplyDraft>): ChannelAnswer {
    const { action, words } = on;
    const tap = { conversationId: action.conversationId, handoffId: action.handoffId };
    const empty = { ending: null, problem: null, seenId: '', newer: [] };
    const card = replyCard({ ...empty, tap, key: `card-${randomUUID()}`, ...more }, words, parts.language);
    return answerCard(card);
  }

  async function useCanned(on: OnHandoff): Promise<ChannelAnswer> {
    const { action, agent, activity, conversation, words } = on;
    const chosen = (await tools.canned.list(agent)).find(({ id }) => id === action.canned);
    if (!chosen) return answerWords(words.chooseFirst);
    const names = {
      customer: conversation.entry.customerName,
      agent: agent.name,
      company: tools.canned.company,
    };
    const zone = timeZoneOf(activity);
    const known = fillingsFrom(names, chosen.language, clock.now().getTime(), zone);
    // Where it is not known what time it is for the agent, they fill it in.
    const fillings = zone === undefined ? { ...known, date: '', time: '' } : known;
    return draft(on, { text: fillPlaceholders(chosen.text, fillings), ending: chosen.ending });
  }

  async function say(on: OnHandoff): Promise<ChannelAnswer> {
    const { action, agent, activity, thread, conversation, words } = on;
    const { text, key, ending, seenId } = action;
    if (!KEY.test(key)) return answerMalformed();
    const again = { text, key, ending, seenId };
    const places = openPlaceholders(text).map((place) => place.text);
    const problem =
      text.trim() === ''
        ? words.emptyReply
        : text.trim().length > LONGEST_REPLY
          ? words.tooLong(LONGEST_REPLY)
          : places.length > 0
            ? words.openPlaces([...new Set(places)].join(' '))
            : null;
    if (problem !== null) return draft(on, { ...again, problem });
    const writtenAt = writtenMs({ ...activity, id: '' }, clock.now());
    const posts = await rooms.posts(thread.handoffId);
    const saw = seenInThread(thread, posts, conversation.messages, writtenAt, seenId);
    const outcome = await desk.reply(action.conversationId, agent, text, key, saw, ending ?? undefined);
    if (outcome.kind !== 'newer') return seen(on, outcome);
    const newest = outcome.messages.at(-1)?.id ?? '';
    return draft(on, { ...again, seenId: newest, problem: words.sendAgain, newer: outcome.messages });
  }

  return {
    useCanned,
    useGuess(on) {
      const { bestGuess, entry } = on.conversation;
      if (bestGuess === null) return answerWords(on.words.over);
      return draft(on, { text: plainText(bestGuess.tree, entry.language).slice(0, LONGEST_REPLY) });
    },
    say,
  };
}
