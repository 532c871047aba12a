import type { DeskMoveOutcome, TransferTarget } from '../../../bot/contracts/tools/desk-moves.js';
import type { ChannelAnswer } from '../../channel-desk.js';
import type { OnHandoff } from './card-replies.js';
import { type PassOnChoice, transferCard } from './cards/transfer-card.js';
import { answerCard, answerWords } from './invoke-answer.js';
import type { RoomParts } from './room-parts.js';

/** Passing a conversation on, by a card on which its agent chooses to whom. */
export interface CardTransfers {
  choose(on: OnHandoff): Promise<ChannelAnswer>;
  passOn(on: OnHandoff): Promise<ChannelAnswer>;
}

/** @param seen what an agent sees after an action */
export function createCardTransfers(
  parts: RoomParts,
  seen: (on: OnHandoff, outcome: DeskMoveOutcome) => Promise<ChannelAnswer>,
): CardTransfers {
  const { accounts, assignment, tools, language } = parts;

  async function choices({ agent, words }: OnHandoff): Promise<PassOnChoice[]> {
    const colleagues = (await accounts.agents()).filter(({ id, isLocked }) => id !== agent.id && !isLocked);
    // Who is there stands first.
    const ordered = [
      ...colleagues.filter(({ sessions }) => sessions > 0),
      ...colleagues.filter(({ sessions }) => sessions === 0),
    ];
    return [
      ...assignment.teams.map(({ id, name }) => ({ title: words.team(name[language]), value: `team:${id}` })),
      ...ordered.map(({ id, name }) => ({ title: name, value: `colleague:${id}` })),
    ];
  }

  return {
    async choose(on) {
      const { conversationId, handoffId } = on.action;
      const tap = { conversationId, handoffId };
      return answerCard(transferCard(tap, await choices(on), on.words, language));
    },
    async passOn(on) {
      const { action, agent, words } = on;
      const target = readTarget(action.target);
      if (target === null) return answerWords(words.chooseTarget);
      const outcome = await tools.moves.transfer(action.conversationId, agent, target, action.comment.trim());
      return seen(on, outcome);
    },
  };
}

function readTarget(value: string): TransferTarget | null {
  const [, kind, id] = /^(team|colleague):(.+)$/s.exec(value) ?? [];
  if (kind === undefined || id === undefined) return null;
  return kind === 'team' ? { kind, teamId: id } : { kind: 'colleague', agentId: id };
}
