import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { promiseStanding, promisesAtRisk } from '../../state/promise.js';
import { nameOf } from '../../words/name-of.js';
import { tellDeadline, tellLeft } from '../../words/tell-time.js';
import { useDesk, useNow, useTold } from '../desk-context.js';
import { Icon } from '../icon.js';

/** Says how it stands with the answer that a customer was promised; nothing where none was. */
export function PromiseMark({ entry }: { entry: DeskEntry }) {
  return entry.promise === null ? null : <StandingMark entry={entry} />;
}

function StandingMark({ entry }: { entry: DeskEntry }) {
  const { state, words } = useDesk();
  const { promise: say } = words.assignment;
  const name = useTold((now) => {
    const standing = promiseStanding(entry, now);
    if (standing.kind === 'broken') return 'promise broken';
    return standing.kind === 'running' && standing.isAtRisk ? 'promise at-risk' : 'promise';
  });
  const told = useTold((now) => {
    const standing = promiseStanding(entry, now);
    switch (standing.kind) {
      case 'none':
        return '';
      case 'broken':
        return say.broken;
      case 'stopped':
        return say.stopped;
      case 'running':
        return standing.leftMs === null
          ? say.before(tellDeadline(state.language, standing.dueAt, now))
          : say.left(tellLeft(words, standing.leftMs));
    }
  });
  return <span class={name}>{told}</span>;
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
