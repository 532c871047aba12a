import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { ShownSigns } from '../../state/signs.js';
import { useDesk } from '../desk-context.js';

/** In a row: that its customer types, and which colleagues look at it or type in it. */
export function SignsInRow({ entry, signs }: { entry: DeskEntry; signs: ShownSigns }) {
  const { signs: say } = useDesk().words.tools;
  return (
    <>
      {signs.isCustomerTyping && <span class="typing-sign">{say.types}</span>}
      {entry.goneSince !== undefined && <span>{say.gone}</span>}
      {signs.typing.length > 0 && <span class="typing-sign">{say.colleaguesType(signs.typing)}</span>}
      {signs.looking.length > 0 && <span>{say.colleaguesLook(signs.looking)}</span>}
    </>
  );
}
