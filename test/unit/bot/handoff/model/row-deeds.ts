import type { WindowState } from '../../../../../bot/contracts/channels.js';
import { fc } from '../../../../support/properties.js';
import { CUSTOMERS, type World } from './world.js';

const place = fc.nat({ max: 3 });

/** Noor, who may do all of it, does something with one of the entries; nothing where there is none. */
function withEntry(name: string, act: (world: World, conversationId: string) => Promise<unknown>) {
  return place.map((at) => ({
    name: `noor: ${name} ${at}`,
    async act(world: World) {
      const entry = await world.entry(at, () => true);
      if (entry) await act(world, entry.conversationId);
    },
  }));
}

async function putLabel(world: World, conversationId: string, isOn: boolean): Promise<void> {
  const { labels } = world.bot.deskTools;
  const noor = await world.authenticate('noor');
  if (noor) await labels.add(noor, 'Facturen');
  const [label] = await labels.list();
  if (label) await labels.put(conversationId, label.id, isOn);
}

async function readAlong(world: World, conversationId: string, what: 'join' | 'leave'): Promise<void> {
  const { lead } = world.bot.deskTools;
  const noor = await world.authenticate('noor');
  if (noor)
    await (what === 'join' ? lead.join(conversationId, noor, 'seen') : lead.leave(conversationId, noor));
}

const windows = fc
  .tuple(fc.constantFrom(...CUSTOMERS), fc.constantFrom<WindowState>('open', 'closed'))
  .map(([who, state]) => ({
    name: `the chat of ${who} is ${state}`,
    act: (world: World) =>
      world.bot.takeEvent({ kind: 'window', of: { channelId: 'test', conversationId: who }, state }),
  }));

/** What changes rows of the desk, and leaves the hand-off where it is. */
export const rowDeeds = fc.oneof(
  withEntry('label', (world, id) => putLabel(world, id, true)),
  withEntry('take the label off', (world, id) => putLabel(world, id, false)),
  withEntry('read along', (world, id) => readAlong(world, id, 'join')),
  withEntry('read along no more', (world, id) => readAlong(world, id, 'leave')),
  windows,
);
