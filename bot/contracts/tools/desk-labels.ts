import type { DeskAgent } from '../desk.js';
import type { DeskLabel } from './desk-label.js';

/** What became of a change to the list, or of labelling. */
export type LabelOutcome =
  | { readonly kind: 'done' }
  /** Only administrators change the list. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-label' }
  | { readonly kind: 'unknown-conversation' }
  /** There is a label of this name; capitals do not matter. */
  | { readonly kind: 'name-used' }
  | { readonly kind: 'too-many'; readonly most: number };

/** Labels: the company's list, 100 at most, and which conversations have them, ten each at most. They go with both. */
export interface DeskLabels {
  /** By name. */
  list(): Promise<readonly DeskLabel[]>;
  /** @param name 30 UTF-16 units at most */
  add(agent: DeskAgent, name: string): Promise<LabelOutcome>;
  rename(agent: DeskAgent, labelId: string, name: string): Promise<LabelOutcome>;
  /** Removes a label, also from every conversation. */
  remove(agent: DeskAgent, labelId: string): Promise<LabelOutcome>;
  /** Puts a label on a conversation, or takes it off. Any agent may, in any conversation. */
  put(conversationId: string, labelId: string, isOn: boolean): Promise<LabelOutcome>;
  /** Calls `listener` when a label changed that any conversation may have; returns how to stop listening. */
  onChange(listener: () => void): () => void;
}
