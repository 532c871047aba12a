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
  /** How high everything and its frame were when somebody last scrolled or something was drawn. */
  const measured = useRef({ scrollHeight: 0, clientHeight: 0 });

  // A message also grows while it is there: by its time, and by how far it came.
  useLayoutEffect(stay, [messages, notes, pending, isAtEnd]);

  // Whoever had scrolled back is held up by what they could not see: it comes to them.
  useLayoutEffect(() => {
    if (newer.length > 0) toEnd();
  }, [newer]);

  // A growing reply leaves less room: the newest message stays in sight.
  useEffect(() => {
    if (!list.current) return;
    const observer = new ResizeObserver(stay);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, []);

  // What scrolls must scroll by keyboard too; not every browser lets it be focused by itself.
  useLayoutEffect(() => {
    if (list.current) list.current.tabIndex = 0;
  }, []);

  function toEnd(): void {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }

  function measure(): void {
    const { scrollHeight = 0, clientHeight = 0 } = list.current ?? {};
    measured.current = { scrollHeight, clientHeight };
  }

  function isNearEnd(): boolean {
    const { scrollHeight, clientHeight } = measured.current;
    return scrollHeight - (list.current?.scrollTop ?? 0) - clientHeight < NEAR_END;
  }

  /**
   * Keeps the newest in sight for who was at the end before something changed: by where the list stands now, because the browser
   * tells of scrolling a moment later.
   */
  function stay(): void {
    if (isNearEnd()) toEnd();
    measure();
  }

  function follow(): void {
    measure();
    setIsAtEnd(isNearEnd());
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
