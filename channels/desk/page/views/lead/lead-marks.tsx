import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { useDesk } from '../desk-context.js';

/** In a row: what the bot heard that the company wants to know of, and who reads along. */
export function LeadMarks({ entry: { heard = [], readers = [] } }: { entry: DeskEntry }) {
  const { words } = useDesk();
  const { lead: say } = words;
  return (
    <>
      {heard.map((kind) => (
        <span key={kind}>
          <strong class={`heard ${kind}`}>{say.heard.kinds[kind]}</strong>
        </span>
      ))}
      {readers.length > 0 && <span>{say.reading.inRow(readers.map(({ name }) => name))}</span>}
    </>
  );
}
