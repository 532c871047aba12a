import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { useDesk } from '../desk-context.js';

/** In a row: what the bot heard that the company wants to know of, and who reads along. */
export function LeadMarks({ entry: { heard = [], readers = [], reason } }: { entry: DeskEntry }) {
  const { words } = useDesk();
  const { lead: say } = words;
  // Where it is why a person was asked for, the row says so already.
  const told = heard.filter((kind) => kind !== reason);
  return (
    <>
      {told.map((kind) => (
        <span key={kind} class={`heard ${kind}`}>
          {say.heard.kinds[kind]}
        </span>
      ))}
      {readers.length > 0 && <span>{say.reading.inRow(readers.map(({ name }) => name))}</span>}
    </>
  );
}
