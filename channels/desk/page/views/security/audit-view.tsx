import { useEffect, useId, useState } from 'preact/hooks';
import type { AuditLine, AuditSearch } from '../../../../../bot/contracts/accounts/desk-security.js';
import { AUDIT_AREAS } from '../../../limits.js';
import type { Failure } from '../../ask-server.js';
import { ownValue } from '../../words/own-value.js';
import { tellMoment } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';
import { useColleagues } from '../use-colleagues.js';
import { useNewest } from '../use-newest.js';

/** Who did what and when, the newest first; for administrators. */
export function AuditView() {
  const { state, actions, words } = useDesk();
  const say = words.tools.security.audit;
  const now = useNow();
  const id = useId();
  const [search, setSearch] = useState<AuditSearch>({});
  const colleagues = useColleagues();
  const [lines, setLines] = useState<readonly AuditLine[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const newest = useNewest();
  useEffect(() => void read(search, []), [actions, search]);

  async function read(asked: AuditSearch, before: readonly AuditLine[]): Promise<void> {
    const { answer, isNewest } = await newest(actions.audit(asked));
    if (!isNewest) return;
    setFailure(answer.isOk ? null : answer.failure);
    if (!answer.isOk) return;
    setLines([...before, ...answer.value.lines]);
    setNext(answer.value.next);
  }

  const areaOf = (value: string) => AUDIT_AREAS.find((area) => area === value);
  return (
    <ToolPage title={say.title}>
      <p class="hint">{say.hint}</p>
      <div class="audit-filters">
        <label for={`${id}-area`}>{say.area}</label>
        <select
          id={`${id}-area`}
          onChange={({ currentTarget: { value } }) => setSearch((old) => ({ ...old, area: areaOf(value) }))}
        >
          {(['all', ...AUDIT_AREAS] as const).map((area) => (
            <option key={area} value={area}>
              {say.areas[area]}
            </option>
          ))}
        </select>
        <label for={`${id}-account`}>{say.account}</label>
        <select
          id={`${id}-account`}
          onChange={({ currentTarget: { value } }) =>
            setSearch((old) => ({ ...old, accountId: value === '' ? undefined : value }))
          }
        >
          <option value="">{say.all}</option>
          {colleagues.map((colleague) => (
            <option key={colleague.id} value={colleague.id}>
              {colleague.name}
            </option>
          ))}
        </select>
      </div>
      <Problem failure={failure} />
      <div role="status">{lines?.length === 0 && <p>{say.none}</p>}</div>
      <ol class="audit-lines">
        {(lines ?? []).map((line) => (
          <li key={`${line.at} ${line.action} ${line.subjectId}`}>
            <time dateTime={line.at}>{tellMoment(state.language, line.at, now)}</time>{' '}
            <strong>{line.actorName ?? (line.actorId === '' ? say.unknown : line.actorId)}</strong>:{' '}
            {ownValue(say.actions, line.action) ?? line.action}
            {line.subjectName !== null && line.subjectId !== line.actorId && ` (${line.subjectName})`}
          </li>
        ))}
      </ol>
      {next !== null && (
        <button type="button" onClick={() => void read({ ...search, after: next }, lines ?? [])}>
          {say.more}
        </button>
      )}
    </ToolPage>
  );
}
