import type { DeskEntry } from '../../../../../bot/contracts/desk.js';

/** The labels of a conversation, each a word; nothing where it has none. */
export function LabelMarks({ entry: { labels = [] } }: { entry: Pick<DeskEntry, 'labels'> }) {
  return (
    <>
      {labels.map(({ id, name }) => (
        <span key={id} class="label-mark">
          {name}
        </span>
      ))}
    </>
  );
}
