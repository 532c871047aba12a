import { tellDeskNotice } from '../words/tell-delivery.js';
import { tellMoment } from '../words/tell-time.js';
import { useDesk, useNow } from './desk-context.js';
import { Icon } from './icon.js';

/**
 * Tells everybody that the bot answers nothing and why, which doors do not send and whether an ingest went wrong, with what
 * an administrator must do.
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
      {state.doorNotices.map((notice) => {
        const { text, since } = tellDeskNotice(
          words,
          channels,
          notice,
          tellMoment(state.language, notice.since, now),
        );
        return (
          <p key={`${notice.door} ${notice.alert}`} class="banner warning">
            <Icon name="warning" />
            <span>
              {text} <span class="since-when">{since}</span>
            </span>
          </p>
        );
      })}
    </div>
  );
}
