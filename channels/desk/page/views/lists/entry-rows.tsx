import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { isUnread } from '../../state/select.js';
import { selectSigns } from '../../state/signs.js';
import { type AtHand, DeskContext, useDesk } from '../desk-context.js';
import { EntryRow } from './entry-row.js';

interface EntryRowsProps {
  readonly entries: readonly DeskEntry[];
  /** The conversation beside the list; null for none. */
  readonly openId?: string | null;
  /** What can be done with each. */
  readonly below?: (entry: DeskEntry) => ComponentChildren;
}

/** Conversations as rows of a list. Of a thousand only those are drawn again of which something shown has changed. */
export function EntryRows({ entries, openId = null, below }: EntryRowsProps) {
  const desk = useDesk();
  const { state } = desk;
  const { newIds, signs, screen } = state;
  const agentId = screen.kind === 'desk' ? screen.agent.id : '';
  const isNew = new Set(newIds);
  return (
    <DeskContext.Provider value={useStableDesk(desk)}>
      {entries.map((entry) => (
        <EntryRow
          key={entry.conversationId}
          entry={entry}
          isOpen={entry.conversationId === openId}
          isNew={isNew.has(entry.conversationId)}
          isUnread={isUnread(state, entry)}
          signs={selectSigns(signs, entry.conversationId, agentId)}
          below={below && <DeskContext.Provider value={desk}>{below(entry)}</DeskContext.Provider>}
        />
      ))}
    </DeskContext.Provider>
  );
}

/** The desk as rows see it: the same value while what a row reads of it, beside its own entry, is the same. */
function useStableDesk(desk: AtHand): AtHand {
  const { state, words, channels, actions } = desk;
  const { language, screen, assignment, clockOffsetMs } = state;
  const agent = screen.kind === 'desk' ? screen.agent : null;
  // Not the rest of the state, which changes with every message.
  return useMemo(() => desk, [words, channels, actions, language, agent, assignment.teams, clockOffsetMs]);
}
