import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { useDesk } from '../desk-context.js';
import { MoodMark } from '../mood-mark.js';

/** Why the bot stopped, and the question it stopped at. */
export function WhyStopped({ entry }: { entry: DeskEntry }) {
  const { words } = useDesk();
  return (
    <section class="facts">
      {entry.reason !== null && (
        <p class={`reason ${entry.reason}`}>
          <strong>{words.conversation.whyStopped}</strong>
          <span>{words.reasons[entry.reason]}</span>
          <MoodMark mood={entry.mood} />
        </p>
      )}
      {entry.question !== '' && (
        <dl>
          <div class="wide">
            <dt>{words.conversation.question}</dt>
            <dd lang={entry.language}>{entry.question}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}
