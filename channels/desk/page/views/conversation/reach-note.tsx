import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { tellUndelivered } from '../../words/tell-delivery.js';
import { tellDeadline, tellLeft } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { Icon } from '../icon.js';
import { useReach } from '../use-reach.js';

/**
 * Until when the customer can be answered, counting down; afterwards why not, and what else is possible. Screen readers
 * are told of the last hour and of the end, not of every minute.
 */
export function ReachNote({ entry }: { entry: DeskEntry }) {
  const { state, words, channels } = useDesk();
  const { reach: say } = words;
  const now = useNow();
  const reach = useReach(entry);
  const isLastHour = reach.kind === 'until' && reach.left === 'hour';
  return (
    <div class={`reach ${reach.kind}${isLastHour ? ' last-hour' : ''}`}>
      {reach.kind === 'until' && (
        <p class="time-left">
          <Icon name="clock" />
          <time dateTime={reach.at}>
            {say.until(tellDeadline(state.language, reach.at, now), tellLeft(words, reach.leftMs))}
          </time>
        </p>
      )}
      <div role="status" id="reach-status">
        {isLastHour && <span class="badge">{say.lastHour}</span>}
        {reach.kind === 'closed' && (
          <p class="reach-closed">
            <Icon name="warning" />
            <span>
              <strong>{tellUndelivered(words, channels, reach.problem, entry.channelId, 'agent')}</strong>{' '}
              {say.whatElse}
            </span>
          </p>
        )}
      </div>
    </div>
  );
}
