import { tellHeld } from '../../words/tell-held.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';

/** Why a reply was held back, right above the box where it stands again; screen readers say it at once. */
export function HeldNote({ conversationId }: { conversationId: string }) {
  const { state, words } = useDesk();
  const sentence = tellHeld(words, state.held[conversationId] ?? []);
  return (
    <div role="alert">
      {sentence !== '' && (
        <p class="banner warning">
          <Icon name="warning" />
          <span>{sentence}</span>
        </p>
      )}
    </div>
  );
}
