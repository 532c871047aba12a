import type { OpenPlaceholder } from '../../../../text/placeholders.js';
import { useDesk } from '../desk-context.js';
import { Icon } from '../icon.js';

interface OpenPlacesProps {
  readonly open: readonly OpenPlaceholder[];
  /** Goes to one of them in the box. */
  readonly onGo: (placeholder: OpenPlaceholder) => void;
}

/** The placeholders that nobody filled, each with the way to it: until then nothing is sent. */
export function OpenPlaces({ open, onGo }: OpenPlacesProps) {
  const { canned: say } = useDesk().words.tools.reply;
  return (
    <div class="open-places" role="status">
      {open.length > 0 && (
        <>
          <Icon name="warning" />
          <span id="open-places">{say.toFill}</span>
          {open.map((placeholder) => (
            <button key={placeholder.at} type="button" onClick={() => onGo(placeholder)}>
              {placeholder.text}
            </button>
          ))}
        </>
      )}
    </div>
  );
}
