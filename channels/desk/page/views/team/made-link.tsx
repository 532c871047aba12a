import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.js';

interface MadeLinkProps {
  readonly label: string;
  readonly link: string;
  readonly hint: string;
}

/** A one-time link, selected so that it can be copied at once. */
export function MadeLink({ label, link, hint }: MadeLinkProps) {
  const { team } = useDesk().words;
  const [isCopied, setIsCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    setIsCopied(false);
    field.current?.select();
  }, [link]);

  async function copy(): Promise<void> {
    field.current?.select();
    // Not given on http addresses other than this machine; the link is selected for copying by hand.
    await navigator.clipboard?.writeText(link).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  }

  return (
    <div class="made-link">
      <label for={id}>{label}</label>
      <div class="link-line">
        <input id={id} type="text" readOnly value={link} ref={field} aria-describedby={`${id}-hint`} />
        <button type="button" onClick={() => void copy()}>
          {isCopied ? team.copied : team.copy}
        </button>
      </div>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
