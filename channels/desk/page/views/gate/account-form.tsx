import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../../ask-server.js';
import { tellProblem } from '../../words/words.js';
import { useDesk } from '../desk-context.js';

interface AccountFormProps {
  readonly submit: string;
  /** Does what the form is for; resolves with why not, null when it went well. */
  readonly onSubmit: (fields: (name: string) => string) => Promise<Failure | null>;
  readonly children: ComponentChildren;
}

/** A form that is busy while it is sent and tells, where it is read first, why it did not work. */
export function AccountForm({ submit, onSubmit, children }: AccountFormProps) {
  const { words } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const problem = useRef<HTMLParagraphElement>(null);

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const content = new FormData(event.currentTarget as HTMLFormElement);
    setIsBusy(true);
    setFailure(null);
    const refused = await onSubmit((name) => String(content.get(name) ?? ''));
    setIsBusy(false);
    setFailure(refused);
    problem.current?.focus();
  }

  return (
    <form class="account-form" onSubmit={send}>
      <p class="problem" role="alert" tabIndex={-1} ref={problem} hidden={failure === null}>
        {failure !== null && tellProblem(words, failure)}
      </p>
      {children}
      <button class="primary" type="submit" disabled={isBusy}>
        {submit}
      </button>
    </form>
  );
}
