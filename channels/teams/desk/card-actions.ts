import type { DeskOutcome } from '../../../bot/contracts/desk.js';
import type { DeskMoveOutcome } from '../../../bot/contracts/tools/desk-moves.js';
import type { ChannelAnswer, DeskLine } from '../../channel-desk.js';
import { cardIn } from '../cards/adaptive-card.js';
import { createCardReplies, type OnHandoff } from './card-replies.js';
import { createCardTransfers } from './card-transfers.js';
import { answerCard, answerMalformed, answerWords } from './invoke-answer.js';
import type { Tapped } from './read-action.js';
import { TEAMS } from './room-keeper.js';
import type { RoomParts } from './room-parts.js';
import { viewOfHandoff } from './showing/hand-off-view.js';
import { refusalWords } from './words/words.js';

/** Makes what carries out the taps of agents who may act, and says what they see for it. */
export function createCardActions(parts: RoomParts): (tapped: Tapped) => Promise<ChannelAnswer> {
  const { desk, assignment, shifts, changed } = parts;
  const { rooms } = parts.elsewhere;
  const replies = createCardReplies(parts, seen);
  const transfers = createCardTransfers(parts, seen);

  /** What an agent sees after an action: why it was not carried out, or the card as it is now. */
  async function seen(on: OnHandoff, outcome: DeskOutcome | DeskMoveOutcome): Promise<ChannelAnswer> {
    const refusal = refusalWords(outcome, on.words);
    changed(on.action.conversationId);
    return refusal === null ? show(on) : answerWords(refusal);
  }

  async function show({ action, agent, room, thread, words }: OnHandoff): Promise<ChannelAnswer> {
    const conversation = await desk.conversation(action.conversationId);
    if (conversation === null) return answerWords(words.over);
    const card = await viewOfHandoff({ ...parts, words }, room, thread, conversation, agent);
    return answerCard(cardIn(card));
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
      case 'decline': {
        const { offer } = conversation.entry;
        const outcome = await assignment.decline(conversationId, agent.id);
        changed(conversationId);
        if (outcome === 'declined') return answerWords(words.declined);
        return answerWords(offer === null ? words.over : words.offered(offer.agentName));
      }
      case 'close':
        return seen(on, await desk.close(conversationId, agent));
      case 'give-back':
        return seen(on, await desk.giveBack(conversationId, agent));
      case 'transfer':
        return transfers.choose(on);
      case 'pass-on':
        return transfers.passOn(on);
      case 'canned':
        return replies.useCanned(on);
      case 'guess':
        return replies.useGuess(on);
      case 'say':
        return replies.say(on);
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
    if (isDouble) return removeDouble(parts.line(), tapped);
    await shifts.heard(agent);
    return onHandoff({ action, activity, agent, room, words, thread, conversation });
  };
}

/** A card whose sending a crash, or a broken connection, kept from being noted was sent again: it goes when it is used. */
async function removeDouble(line: DeskLine, { activity, room, words }: Tapped): Promise<ChannelAnswer> {
  await line.remove({
    type: 'message',
    channelId: TEAMS,
    serviceUrl: room.serviceUrl,
    conversation: { id: activity.conversation?.id ?? room.conversationId },
    id: activity.replyToId ?? '',
  });
  return answerWords(words.doubled);
}
