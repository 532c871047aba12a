import type { ComponentChildren } from 'preact';
import type { Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';

interface ReviewedSectionProps {
  readonly title: string;
  readonly hint: string;
  /** What was done last; '' for nothing. */
  readonly told: string;
  readonly failure: Failure | null;
  /** How many are shown; null until they are there. */
  readonly shown: string | null;
  readonly children: ComponentChildren;
}

/** A part of the content page that waits for decisions: what it is, what was done last, what went wrong, how many there are. */
export function ReviewedSection({ title, hint, told, failure, shown, children }: ReviewedSectionProps) {
  const { words } = useDesk();
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p class="hint">{hint}</p>
      <p class={told === '' ? 'unseen' : 'canned-told'} role="status">
        {told}
      </p>
      <Problem failure={failure} />
      {shown === null && failure === null && <p class="hint">{words.loading}</p>}
      {shown !== null && <p class="hint">{shown}</p>}
      {children}
    </section>
  );
}
