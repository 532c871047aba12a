import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Act } from '../channel-dialogues.js';
import type { ChannelCustomer, ChannelDoor } from './customer.js';
import type { ChannelStage } from './stage.js';

/** Has the customer, the agent or the clock do what a step tells; resolves when all that follows is done. */
export async function perform(act: Act, customer: ChannelCustomer, stage: ChannelStage): Promise<void> {
  if ('says' in act) return customer.say(act.says);
  if ('saysTwice' in act) return customer.say(act.saysTwice, true);
  if ('chooses' in act) return customer.choose(act.chooses);
  if ('rates' in act) return customer.rate(act.rates);
  if ('sends' in act) return customer.sendPicture();
  if ('passes' in act) {
    stage.clock.forward({ minutes: act.passes });
    return stage.runDueTimers();
  }
  const id = stage.idOf(customer.channelId, customer.conversationId) ?? '';
  expect(await atDesk(act.agent, id, stage)).toEqual({ kind: 'done' });
  await stage.settle();
}

function atDesk(act: Extract<Act, { agent: unknown }>['agent'], id: string, { desk, agent }: ChannelStage) {
  if (act === 'claims') return desk.claim(id, agent);
  if (act === 'closes') return desk.close(id, agent);
  return act === 'gives back' ? desk.giveBack(id, agent) : desk.reply(id, agent, act.replies, randomUUID());
}

/** What the store has of a step as the customer's words: never a payload, a mention or an address. */
export function saidBy(act: Act, door: ChannelDoor): readonly object[] {
  if ('agent' in act || 'passes' in act) return [];
  const isTap = door.hasTaps && ('chooses' in act || 'rates' in act);
  return [{ text: expect.stringMatching(wordsOf(act, door)), isTap }];
}

function wordsOf(act: Exclude<Act, { agent: unknown } | { passes: unknown }>, door: ChannelDoor): RegExp {
  if ('rates' in act) return act.rates ? /^(ja|yes|)$/i : /^(nee|no|)$/i;
  if ('sends' in act) return /^$/;
  if ('says' in act) return exactly(act.says);
  if ('saysTwice' in act) return exactly(act.saysTwice);
  const { source } = exactly(act.chooses);
  return new RegExp(door.saysNumbers ? `${source}|^\\d$` : source);
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
