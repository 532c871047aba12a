import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { promiseStanding, promisesAtRisk } from '../../state/promise.js';
import { nameOf } from '../../words/name-of.js';
import { tellDeadline, tellLeft } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { Icon } from '../icon.js';

/** Says how it stands with the answer that a customer was promised; nothing where none was. */
export function PromiseMark({ entry }: { entry: DeskEntry }) {
  const { state, words } = useDesk();
  const now = useNow();
  const { promise: say } = words.assignment;
  const standing = promiseStanding(entry, now);
  switch (standing.kind) {
    case 'none':
      return null;
    case 'broken':
      return <span class="promise broken">{say.broken}</span>;
    case 'stopped':
      return <span class="promise">{say.stopped}</span>;
    case 'running': {
      const { leftMs, dueAt, isAtRisk } = standing;
      const told =
        leftMs === null
          ? say.before(tellDeadline(state.language, dueAt, now))
          : say.left(tellLeft(words, leftMs));
      return <span class={isAtRisk ? 'promise at-risk' : 'promise'}>{told}</span>;
    }
  }
}

/** Tells everybody that promised answers are almost due, until they are given. */
export function PromiseNotice() {
  const { state, actions, words } = useDesk();
  const risky = promisesAtRisk(state.entries, useNow());
  const [first] = risky;
  return (
    <div role="status" class="news">
      {first && (
        <p class="banner warning">
          <Icon name="warning" />
          <span>{words.assignment.promise.atRisk(risky.map((entry) => nameOf(entry, words)))}</span>
          <button
            type="button"
            onClick={() => actions.go({ kind: 'conversation', conversationId: first.conversationId })}
          >
            {words.assignment.promise.show}
          </button>
        </p>
      )}
    </div>
  );
}
