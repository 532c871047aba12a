import { randomUUID } from 'node:crypto';
import type { Activity } from '../../../bot/contracts/activities.js';
import type { DeskAgent, DeskConversation, DeskOutcome } from '../../../bot/contracts/desk.js';
import type { DeskRoom, DeskThread } from '../../../bot/contracts/desk-elsewhere.js';
import type { ChannelAnswer } from '../../channel-desk.js';
import { fillingsFrom, fillPlaceholders, openPlaceholders } from '../../text/placeholders.js';
import { plainText } from '../../text/plain-text.js';
import type { CardElement } from '../cards/adaptive-card.js';
import { LONGEST_REPLY, type ReplyDraft, replyCard } from './cards/reply-card.js';
import { viewOfHandoff } from './hand-off-view.js';
import { answerCard, answerMalformed, answerWords } from './invoke-answer.js';
import type { DeskAction } from './read-action.js';
import { timeZoneOf, writtenMs } from './room-activity.js';
import { TEAMS } from './room-keeper.js';
import type { RoomParts } from './room-parts.js';
import { seenInThread } from './seen-in-thread.js';
import type { RoomWords } from './words/word-list.js';
import { refusalWords } from './words/words.js';

/** A tap of an agent who may act. */
export interface Tapped {
  readonly action: DeskAction;
  readonly activity: Activity;
  readonly agent: DeskAgent;
  readonly room: DeskRoom;
  /** In the language of who tapped. */
  readonly words: RoomWords;
}

/** A tap on the card of a hand-off, which is the one that its conversation has now. */
interface OnHandoff extends Tapped {
  readonly thread: DeskThread;
  readonly conversation: DeskConversation;
}

const KEY = /^card-[\w-]{8,60}$/;

/** Makes what carries out the taps of agents who may act, and says what they see for it. */
export function createCardActions(parts: RoomParts): (tapped: Tapped) => Promise<ChannelAnswer> {
  const { desk, assignment, shifts, tools, clock, changed } = parts;
  const { rooms } = parts.elsewhere;

  /** What an agent sees after an action: why it was not carried out, or the card as it is now. */
  async function seen(on: OnHandoff, outcome: DeskOutcome): Promise<ChannelAnswer> {
    const refusal = refusalWords(outcome, on.words);
    changed(on.action.conversationId);
    return refusal === null ? show(on) : answerWords(refusal);
  }

  async function show({ action, agent, room, thread, words }: OnHandoff): Promise<ChannelAnswer> {
    const conversation = await desk.conversation(action.conversationId);
    if (conversation === null) return answerWords(words.over);
    const card = await viewOfHandoff({ ...parts, words }, room, thread, conversation, agent);
    return answerCard(card.attachments?.[0]?.content as CardElement);
  }

  async function claim(on: OnHandoff, take: () => Promise<DeskOutcome>): Promise<ChannelAnswer> {
    await shifts.heard(on.agent, true);
    const outcome = await take();
    if (outcome.kind !== 'done') return seen(on, outcome);
    const now = await desk.conversation(on.action.conversationId);
    // All that was said until now is on the card that this agent gets; what comes later follows below it.
    const fromId = on.thread.fromId ?? now?.messages.at(-1)?.id ?? '';
    await rooms.changeThread(on.thread.handoffId, { fromId });
    return seen({ ...on, thread: { ...on.thread, fromId } }, outcome);
  }

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

  async function onHandoff(on: OnHandoff): Promise<ChannelAnswer> {
    const { action, agent, conversation, words } = on;
    const { conversationId } = action;
    switch (action.verb) {
      case 'claim':
        return claim(on, () => desk.claim(conversationId, agent));
      case 'take-over': {
        const { holder } = conversation.entry;
        return claim(on, () =>
          desk.takeOver(conversationId, agent, holder?.kind === 'agent' ? holder.id : ''),
        );
      }
      case 'decline':
        await assignment.decline(conversationId, agent.id);
        changed(conversationId);
        return answerWords(words.declined);
      case 'close':
        return seen(on, await desk.close(conversationId, agent));
      case 'give-back':
        return seen(on, await desk.giveBack(conversationId, agent));
      case 'canned':
        return useCanned(on);
      case 'guess': {
        const { bestGuess, entry } = conversation;
        if (bestGuess === null) return answerWords(words.over);
        return draft(on, { text: plainText(bestGuess.tree, entry.language).slice(0, LONGEST_REPLY) });
      }
      case 'say':
        return say(on);
      case 'show':
        return show(on);
      default:
        return answerMalformed();
    }
  }

  return async (tapped) => {
    const { action, activity, agent, room, words } = tapped;
    if (action.verb === 'available' || action.verb === 'away') {
      const isAvailable = action.verb === 'available';
      const held = isAvailable ? null : await shifts.rest(agent);
      if (isAvailable) await shifts.heard(agent, true);
      changed(null);
      return answerWords(held === null ? words.isAvailable : words.isAway(held));
    }
    const conversation = await desk.conversation(action.conversationId);
    const thread = conversation && (await rooms.threadOf(TEAMS, action.conversationId));
    // The button of an earlier hand-off moves no later one.
    if (!conversation || thread?.handoffId !== action.handoffId) return answerWords(words.over);
    const isDouble =
      thread.rootId !== null && activity.replyToId !== undefined && activity.replyToId !== thread.rootId;
    if (isDouble) return removeDouble(tapped);
    await shifts.heard(agent);
    return onHandoff({ action, activity, agent, room, words, thread, conversation });
  };

  /** A card whose sending a crash, or a broken connection, kept from being noted was sent again: it goes when it is used. */
  async function removeDouble({ activity, room, words }: Tapped): Promise<ChannelAnswer> {
    await parts.line().remove({
      type: 'message',
      channelId: TEAMS,
      serviceUrl: room.serviceUrl,
      conversation: { id: activity.conversation?.id ?? room.conversationId },
      id: activity.replyToId ?? '',
    });
    return answerWords(words.doubled);
  }
}
