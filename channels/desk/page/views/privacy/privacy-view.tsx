import { useState } from 'preact/hooks';
import type {
  ErasedPerson,
  FoundPerson,
  PersonExport,
  PersonKey,
} from '../../../../../bot/contracts/privacy.js';
import type { ApiResult, Failure } from '../../ask-server.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';
import { FoundPersonView } from './found-person-view.js';
import { PersonForm } from './person-form.js';

interface Asked {
  readonly key: PersonKey;
  readonly person: FoundPerson;
}

/** Finds, hands out and erases what is kept of one person; for administrators. */
export function PrivacyView() {
  const { actions, words } = useDesk();
  const say = words.tools.privacy;
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [erased, setErased] = useState<ErasedPerson | null>(null);
  const [isAsking, setIsAsking] = useState(false);

  async function run<Value>(task: Promise<ApiResult<Value>>, then: (value: Value) => void): Promise<void> {
    setIsBusy(true);
    const answer = await task;
    setIsBusy(false);
    setFailure(answer.isOk ? null : answer.failure);
    if (answer.isOk) then(answer.value);
  }

  const find = (key: PersonKey) => {
    setErased(null);
    setAsked(null);
    void run(actions.findPerson(key), (person) => setAsked({ key, person }));
  };
  const isNobody = asked !== null && Object.keys(asked.person.counts).length === 0;

  return (
    <ToolPage title={say.title} kind="privacy">
      <p class="hint">{say.hint}</p>
      <PersonForm isBusy={isBusy} onAsk={find} />
      <Problem failure={failure} />
      <div role="status">
        {isNobody && <p>{say.nobody}</p>}
        {erased !== null && <Erased person={erased} />}
      </div>
      {asked !== null && !isNobody && (
        <section>
          <FoundPersonView person={asked.person} />
          <p class="hint">{say.exportHint}</p>
          <div class="buttons">
            <button
              type="button"
              disabled={isBusy}
              onClick={() => void run(actions.exportPerson(asked.key), saveAsFile)}
            >
              {say.export}
            </button>
            <button type="button" class="primary" disabled={isBusy} onClick={() => setIsAsking(true)}>
              {say.erase}
            </button>
          </div>
        </section>
      )}
      {isAsking && asked !== null && (
        <ConfirmDialog
          title={say.eraseTitle}
          hint={say.eraseHint(asked.person.conversations.length)}
          confirm={say.erase}
          onEnd={(isConfirmed) => {
            setIsAsking(false);
            if (!isConfirmed) return;
            void run(actions.erasePerson(asked.key), (person) => {
              setAsked(null);
              setErased(person);
            });
          }}
        />
      )}
    </ToolPage>
  );
}

function Erased({ person }: { person: ErasedPerson }) {
  const { words } = useDesk();
  const say = words.tools.privacy;
  return (
    <>
      <p>{say.erased((person.tookMs / 1000).toFixed(1))}</p>
      {person.isInRelease && <p>{say.inRelease}</p>}
      {person.leftovers > 0 && <p>{say.leftovers(person.leftovers)}</p>}
    </>
  );
}

/** Hands it to the browser as a file, from memory: no address leads to it. */
function saveAsFile(person: PersonExport): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(person, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `person-${person.exportedAt.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
