import { useDesk } from '../desk-context.js';

/** Names that are offered at once. */
const MOST_NAMES = 5;

interface OfferedNamesProps {
  readonly names: readonly string[];
  /** What is typed of a name; null where none is being typed. */
  readonly beginning: string | null;
  readonly onChoose: (name: string) => void;
}

/** Colleagues whose name begins with what is typed behind an "@". */
export function OfferedNames({ names, beginning, onChoose }: OfferedNamesProps) {
  const { words } = useDesk();
  if (beginning === null) return null;
  const offered = names.filter((name) => name.toLowerCase().startsWith(beginning)).slice(0, MOST_NAMES);
  if (offered.length === 0) return null;
  return (
    <fieldset class="note-names">
      <legend class="unseen">{words.tools.notes.names}</legend>
      {offered.map((name) => (
        <button key={name} type="button" onClick={() => onChoose(name)}>
          @{name}
        </button>
      ))}
    </fieldset>
  );
}
