import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskAgent, DeskEntry, DeskMessage } from '../../../../../bot/contracts/desk.js';
import type { DeskNote } from '../../../../../bot/contracts/tools/desk-notes.js';
import type { PendingReply } from '../../state/state.js';
import { withNotes } from '../../state/with-notes.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';
import { NoteLine } from '../notes/note-line.js';
import { MessageLine } from './message-line.js';
import { PendingLine } from './pending-line.js';

interface MessageListProps {
  readonly messages: readonly DeskMessage[];
  readonly notes: readonly DeskNote[];
  readonly pending: readonly PendingReply[];
  /** Those for which a reply was held back. */
  readonly newer: readonly DeskMessage[];
  readonly entry: DeskEntry;
  readonly agent: DeskAgent;
}

/** Nearer to the end than this many pixels counts as reading the newest. */
const NEAR_END = 80;

/** Everything said, oldest first. It follows what is new, unless somebody scrolled back to read. */
export function MessageList({ messages, notes, pending, newer, entry, agent }: MessageListProps) {
  const { words } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);

  useLayoutEffect(() => {
    // A message also grows while it is there: by its time, and by how far it came.
    if (isAtEnd && messages.length + notes.length + pending.length > 0) toEnd();
  }, [messages, notes, pending, isAtEnd]);

  // Whoever had scrolled back is held up by what they could not see: it comes to them.
  useLayoutEffect(() => {
    if (newer.length > 0) toEnd();
  }, [newer]);

  // A growing reply leaves less room: the newest message stays in sight.
  useEffect(() => {
    const { current } = list;
    if (!current || !isAtEnd) return;
    const observer = new ResizeObserver(toEnd);
    observer.observe(current);
    return () => observer.disconnect();
  }, [isAtEnd]);

  // What scrolls must scroll by keyboard too; not every browser lets it be focused by itself.
  useLayoutEffect(() => {
    if (list.current) list.current.tabIndex = 0;
  }, []);

  function toEnd(): void {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }

  function follow(): void {
    const { current } = list;
    if (current) setIsAtEnd(current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_END);
  }

  return (
    <div class="messages-frame">
      <div class="messages" role="log" aria-label={words.conversation.lines} ref={list} onScroll={follow}>
        {withNotes(messages, notes).map((line) =>
          'mentioned' in line ? (
            <NoteLine key={line.id} note={line} />
          ) : (
            <MessageLine
              key={line.id}
              message={line}
              isNew={newer.some(({ id }) => id === line.id)}
              entry={entry}
              agentName={agent.name}
            />
          ),
        )}
        {pending.map((reply) => (
          <PendingLine key={reply.key} reply={reply} entry={entry} />
        ))}
      </div>
      {!isAtEnd && (
        <button type="button" class="to-newest" onClick={toEnd}>
          <Icon name="down" />
          {words.conversation.toNewest}
        </button>
      )}
    </div>
  );
}
