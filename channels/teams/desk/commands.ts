import type { Activity } from '../../../bot/contracts/activities.js';
import { BoundedMap } from '../../../index/platform/bounded-map.js';
import { mentionsBot, wordsWithoutBot } from '../../text/words-without-bot.js';
import { noticeCard } from './cards/post-card.js';
import { entraIdOf } from './room-activity.js';
import type { RoomParts } from './room-parts.js';
import type { WhoActs } from './who-acts.js';
import type { RoomWords } from './words/word-list.js';

/** What is asked of the desk by writing to the bot. */
export type DeskCommand =
  | { readonly kind: 'link'; readonly code: string }
  | { readonly kind: 'here' }
  | { readonly kind: 'gone' };

// No customer writes a code of this form by chance.
const LINK = /^(?:koppel|link)\s+([2-9A-Z]{5}-?[2-9A-Z]{5})$/i;
const HERE = /^(?:balie hier|desk here)[.!]?$/i;
const GONE = /^(?:geen balie|no desk)[.!]?$/i;

/** Wrong codes of one person before they have to wait, for how long, and people of whom that is remembered. */
const MOST_WRONG = 5;
const WRONG_MS = 600_000;
const MOST_PEOPLE = 1_000;

/** Reads a command; null for anything else. In a group the bot must be mentioned. */
export function readDeskCommand(activity: Activity): DeskCommand | null {
  if (activity.type !== 'message') return null;
  const isPersonal = (activity.conversation?.conversationType ?? 'personal') === 'personal';
  if (!isPersonal && !mentionsBot(activity)) return null;
  const text = wordsWithoutBot(activity);
  if (text.length > 40) return null;
  const code = LINK.exec(text)?.[1];
  if (code !== undefined) return { kind: 'link', code };
  // What reads so in a personal chat is a customer's: there is no channel to speak of.
  if (isPersonal) return null;
  return HERE.test(text) ? { kind: 'here' } : GONE.test(text) ? { kind: 'gone' } : null;
}

/** What is asked of the desk beside hand-offs. */
export interface DeskCommands {
  /** Carries a command out and answers where it was written. */
  carryOut(command: DeskCommand, activity: Activity, words: RoomWords): Promise<void>;
  /** Answers where something was written: once, and not kept; whoever hears nothing writes again. */
  tell(told: string, activity: Activity): Promise<void>;
}

export function createCommands(parts: RoomParts, whoActs: WhoActs): DeskCommands {
  const { keeper, elsewhere, clock, log, line, changed } = parts;
  const wrong = new BoundedMap<string, { count: number; readonly until: number }>(MOST_PEOPLE);

  /** Counts a code that somebody tries; whether they may. */
  function mayTry(entraId: string): boolean {
    const now = clock.now().getTime();
    const known = wrong.get(entraId);
    const tries = known && known.until > now ? known : { count: 0, until: now + WRONG_MS };
    tries.count += 1;
    wrong.delete(entraId);
    wrong.set(entraId, tries);
    return tries.count <= MOST_WRONG;
  }

  async function link(code: string, activity: Activity, words: RoomWords): Promise<string> {
    const entraId = entraIdOf(activity);
    if (entraId === '') return words.codeUnknown;
    if (!mayTry(entraId)) return words.tooManyCodes;
    const agent = await elsewhere.identities.useCode(code, entraId);
    if (agent === null) return words.codeUnknown;
    wrong.delete(entraId);
    return words.linked(agent.name);
  }

  async function move(kind: 'here' | 'gone', activity: Activity, words: RoomWords): Promise<string> {
    if (activity.conversation?.conversationType !== 'channel') return words.onlyChannels;
    const { agent, refusal } = await administrator(activity, words);
    if (agent === null) return refusal;
    if (keeper.isFixed) return words.deskFixed;
    if (kind === 'gone') {
      if (!(await keeper.isInside(activity))) return words.onlyDesk;
      await keeper.forget();
      log.info('The desk in Teams was ended.', { agentId: agent.id });
      return words.deskGone;
    }
    const { conversationId } = await keeper.settle(activity);
    log.info('A channel of Teams was made the desk.', { agentId: agent.id, conversationId });
    changed(null);
    return words.deskHere;
  }

  async function administrator(activity: Activity, words: RoomWords) {
    const room = keeper.roomOf(activity);
    const actor = await whoActs(activity, room, words);
    if ('refusal' in actor) return { agent: null, refusal: actor.refusal };
    const isOne = actor.agent.role === 'administrator';
    return { agent: isOne ? actor.agent : null, refusal: words.onlyAdministrators };
  }

  async function tell(told: string, activity: Activity): Promise<void> {
    const outcome = await line().send({
      ...noticeCard(told, parts.language),
      channelId: activity.channelId ?? '',
      serviceUrl: activity.serviceUrl ?? '',
      from: activity.recipient ?? { id: '' },
      conversation: activity.conversation ?? { id: '' },
    });
    if (outcome.kind !== 'sent')
      log.warn('An answer to a command of the desk was not sent.', { reason: outcome.reason });
  }

  return {
    tell,
    async carryOut(command, activity, words) {
      const isLink = command.kind === 'link';
      const told = isLink
        ? await link(command.code, activity, words)
        : await move(command.kind, activity, words);
      await tell(told, activity);
    },
  };
}
