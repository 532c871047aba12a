import { textToKeep } from '../state/drafts.js';
import type { Refuse } from './refuse.js';
import type { DeskStore, Surroundings } from './surroundings.js';

/** Keeps on the server what an agent types, so that a reload or another device has it. */
export interface DraftKeeper {
  /** Something was typed: it is kept when typing stops for a while. */
  changed(conversationId: string): void;
  /** Keeps it now; resolves when the newest is kept, or could not be. */
  keep(conversationId: string): Promise<void>;
  /** The page may be gone in a moment: keeps whatever is not kept yet. */
  leave(): Promise<void>;
}

/** Without a key for this long, somebody pauses. */
const QUIET_MS = 1_500;
/** After how long a server that could not be reached is tried again. */
const RETRY_MS = 15_000;

export function createDraftKeeper(
  store: DeskStore,
  { api, after }: Pick<Surroundings, 'api' | 'after'>,
  refuse: Refuse,
): DraftKeeper {
  /** By conversation: calls off what would keep it later. */
  const waiting = new Map<string, () => void>();
  const saving = new Set<string>();
  const due = new Set<string>();

  function keepAfter(conversationId: string, ms: number): void {
    waiting.get(conversationId)?.();
    waiting.set(
      conversationId,
      after(ms, () => void keep(conversationId)),
    );
  }

  /** One at a time for a conversation: an older text that comes late must not replace a newer one. */
  async function keep(conversationId: string): Promise<void> {
    waiting.get(conversationId)?.();
    waiting.delete(conversationId);
    due.add(conversationId);
    if (saving.has(conversationId)) return;
    saving.add(conversationId);
    while (due.delete(conversationId)) await save(conversationId);
    saving.delete(conversationId);
  }

  async function save(conversationId: string): Promise<void> {
    const state = store.get();
    const text = state.screen.kind === 'desk' ? textToKeep(state, conversationId) : null;
    if (text === null) return;
    const answer = await api.keepDraft(conversationId, text);
    if (answer.isOk) store.dispatch({ kind: 'draft-kept', conversationId, text });
    else if (answer.failure.code === 'DeskSessionEnded') refuse(answer.failure, conversationId);
    else if (answer.failure.code === 'Unreachable') keepAfter(conversationId, RETRY_MS);
  }

  return {
    changed: (conversationId) => keepAfter(conversationId, QUIET_MS),
    keep,
    async leave() {
      // Not behind one that is under way: this page may not be there any more when it ends.
      await Promise.all(Object.keys(store.get().drafts).map(save));
    },
  };
}
