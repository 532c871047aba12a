import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BestGuess, DeskEntry } from '../../../../../bot/contracts/desk.js';
import { KNOWLEDGE_LIMIT } from '../../../limits.js';
import type { Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { useNewest } from '../use-newest.js';
import { FoundKnowledge } from './found-knowledge.js';

interface KnowledgePanelProps {
  readonly entry: DeskEntry;
  readonly onInsert: (text: string) => void;
  /** Sends a text as it is; null where something is typed already, which would be lost. */
  readonly onSend: ((text: string) => void) | null;
  readonly onClose: () => void;
}

/** Guesses at the question that led here, before anything is searched. */
const MOST_GUESSES = 3;

/** What the bot answers from, searched by the agent; it begins with what fits the customer's question best. */
export function KnowledgePanel({ entry, onInsert, onSend, onClose }: KnowledgePanelProps) {
  const { actions, words } = useDesk();
  const { knowledge: say } = words.tools.reply;
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly BestGuess[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const newest = useNewest();

  async function ask(question: string, most: number): Promise<void> {
    setIsBusy(true);
    const asking = actions.knowledge(question.slice(0, KNOWLEDGE_LIMIT), entry.language);
    const { answer, isNewest } = await newest(asking);
    if (!isNewest) return;
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    if (answer.isOk) setFound(answer.value.found.slice(0, most));
  }

  // Before anything else is typed.
  useLayoutEffect(() => box.current?.focus(), []);
  useEffect(() => {
    if (entry.question.trim() !== '') void ask(entry.question, MOST_GUESSES);
  }, []);

  function search(): void {
    if (typed.trim() !== '') void ask(typed, Number.POSITIVE_INFINITY);
  }

  return (
    <section class="reply-panel" aria-label={say.title}>
      <label for="knowledge-words">{say.label}</label>
      <div class="search-line">
        <input
          id="knowledge-words"
          ref={box}
          type="search"
          maxLength={KNOWLEDGE_LIMIT}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
            if (event.key !== 'Enter') return;
            // It stands in the form of the reply, which Enter would send.
            event.preventDefault();
            search();
          }}
        />
        <button type="button" disabled={isBusy || typed.trim() === ''} onClick={search}>
          {say.submit}
        </button>
      </div>
      <Problem failure={failure} />
      <p class="hint" role="status">
        {isBusy ? words.loading : found !== null && (found.length === 0 ? say.none : say.found(found.length))}
      </p>
      {found !== null && found.length > 0 && (
        <ul class="knowledge-found">
          {found.map((guess) => (
            <FoundKnowledge
              key={guess.source.itemId}
              guess={guess}
              language={entry.language}
              onInsert={onInsert}
              onSend={onSend}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
