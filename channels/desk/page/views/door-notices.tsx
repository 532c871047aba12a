import { tellDoorNotice } from '../words/tell-delivery.js';
import { tellMoment } from '../words/tell-time.js';
import { useDesk, useNow } from './desk-context.js';
import { Icon } from './icon.js';

/**
 * Tells everybody that the bot answers nothing and why, and which doors do not send, with what an administrator must do.
 * It stays until that is done.
 */
export function DoorNotices() {
  const { state, words, channels } = useDesk();
  const now = useNow();
  return (
    <div role="alert" class="door-notices">
      {state.pause && (
        <p class="banner warning">
          <Icon name="warning" />
          {words.pause[state.pause.kind]}
        </p>
      )}
      {state.doorNotices.map((notice) => (
        <p key={`${notice.door} ${notice.alert}`} class="banner warning">
          <Icon name="warning" />
          <span>
            {tellDoorNotice(words, channels, notice)}{' '}
            <span class="since-when">
              {words.doorNotices.since(tellMoment(state.language, notice.since, now))}
            </span>
          </span>
        </p>
      ))}
    </div>
  );
}
