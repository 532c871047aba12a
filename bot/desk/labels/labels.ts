import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../index/platform/clock.js';
import type { DeskAgent } from '../../contracts/desk.js';
import type { DeskLabels, LabelOutcome } from '../../contracts/tools/desk-labels.js';
import type { ConversationChanges } from '../../conversations/conversation-changes.js';
import {
  allLabels,
  deleteLabel,
  findLabel,
  insertLabel,
  labelsOn,
  labelUnder,
  putLabel,
  takeOffLabel,
  updateLabel,
} from '../../store/desk/labels.js';
import { customerOf } from '../../store/handoffs/past-contacts.js';
import type { Store, Write } from '../../store/store.js';

export interface LabelParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly changes: ConversationChanges;
}

const MOST_LABELS = 100;
const MOST_IN_CONVERSATION = 10;
/** Longest name, in UTF-16 units. */
const LONGEST_LABEL = 30;

const DONE: LabelOutcome = { kind: 'done' };

/** The company's labels and what they are on, on the conversation store. */
export function createLabels({ store, clock, changes }: LabelParts): DeskLabels {
  const listeners = new Set<() => void>();

  /** A change to the list, which is for administrators. */
  async function change(
    { role }: DeskAgent,
    act: (write: Write) => Promise<LabelOutcome>,
  ): Promise<LabelOutcome> {
    if (role !== 'administrator') return { kind: 'not-allowed' };
    const outcome = await store.transaction().execute(act);
    if (outcome.kind === 'done') for (const listener of [...listeners]) listener();
    return outcome;
  }

  return {
    list: () => allLabels(store),
    add: (agent, name) =>
      change(agent, async (write) => {
        if ((await allLabels(write)).length >= MOST_LABELS) return { kind: 'too-many', most: MOST_LABELS };
        const row = { id: randomUUID(), ...named(name), createdAt: clock.now().toISOString() };
        return (await insertLabel(write, row)) ? DONE : { kind: 'name-used' };
      }),
    rename: (agent, labelId, name) =>
      change(agent, async (write) => {
        if (!(await findLabel(write, labelId))) return { kind: 'unknown-label' };
        const columns = named(name);
        const other = await labelUnder(write, columns.nameKey);
        if (other !== undefined && other !== labelId) return { kind: 'name-used' };
        await updateLabel(write, labelId, columns);
        return DONE;
      }),
    remove: (agent, labelId) =>
      change(agent, async (write) =>
        (await deleteLabel(write, labelId)) ? DONE : { kind: 'unknown-label' },
      ),
    async put(conversationId, labelId, isOn) {
      const outcome = await store.transaction().execute(async (write): Promise<LabelOutcome> => {
        if (!(await customerOf(write, conversationId))) return { kind: 'unknown-conversation' };
        if (!isOn) {
          await takeOffLabel(write, conversationId, labelId);
          return DONE;
        }
        if (!(await findLabel(write, labelId))) return { kind: 'unknown-label' };
        const there = await labelsOn(write, conversationId);
        if (there.some(({ id }) => id === labelId)) return DONE;
        if (there.length >= MOST_IN_CONVERSATION) return { kind: 'too-many', most: MOST_IN_CONVERSATION };
        await putLabel(write, conversationId, labelId);
        return DONE;
      });
      if (outcome.kind === 'done') changes.announce(conversationId);
      return outcome;
    },
    onChange(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
}

function named(typed: string): { readonly name: string; readonly nameKey: string } {
  const name = typed.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_LABEL);
  return { name, nameKey: name.toLowerCase() };
}
