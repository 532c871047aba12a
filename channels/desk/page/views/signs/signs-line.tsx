import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { selectSigns } from '../../state/signs.js';
import { nameOf } from '../../words/name-of.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';

/**
 * Under the messages: who types and who looks. Colleagues are told to screen readers too, since two who answer at once is
 * what it warns of; that the customer types comes and goes too often to be read out.
 */
export function SignsLine({ entry }: { entry: DeskEntry }) {
  const { state, words } = useDesk();
  const { signs: say } = words.tools;
  const now = useNow();
  if (state.screen.kind !== 'desk') return null;
  const signs = selectSigns(state.signs, entry.conversationId, state.screen.agent.id);
  return (
    <div class="signs">
      {signs.isCustomerTyping && (
        <p class="typing-sign">
          <span class="typing-dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {say.customerTypes(nameOf(entry, words))}
        </p>
      )}
      <div role="status">
        {entry.goneSince !== undefined && (
          <p>{say.customerGone(nameOf(entry, words), tellMoment(state.language, entry.goneSince, now))}</p>
        )}
        {signs.typing.length > 0 && <p class="typing-sign">{say.colleaguesType(signs.typing)}</p>}
        {signs.looking.length > 0 && <p>{say.colleaguesLook(signs.looking)}</p>}
      </div>
    </div>
  );
}
