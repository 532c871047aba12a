import type { PlanPage, ReleaseLook } from '../../../../../bot/contracts/content/desk-releases.js';
import { PLAN_KINDS, type PlanPart } from '../../../limits.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { usePages } from './use-pages.js';

type Entry = PlanPage['entries'][number];

/** What a release changes against the one that was live when it was built: what speaks against it, questions, answers. */
export function ReleasePlanView({ release }: { release: ReleaseLook }) {
  const { state, words } = useDesk();
  const { plan: say } = words.tools.releases;
  const { id, plan } = release;
  if (plan === null) return <p class="hint">{say.none}</p>;
  const kinds = PLAN_KINDS.filter((kind) => plan.counts[kind] > 0);
  return (
    <section>
      <h2>{say.title}</h2>
      {plan.against.length > 0 && (
        <div class="content-warning">
          <p>{say.against}</p>
          <ul>
            {plan.against.map((reason) => (
              <li key={reason.en}>{reason[state.language]}</li>
            ))}
          </ul>
        </div>
      )}
      {plan.questions.map((line) => (
        <p key={line.en} class="hint">
          {line[state.language]}
        </p>
      ))}
      {kinds.length === 0 && <p class="hint">{say.nothing}</p>}
      {kinds.map((kind) => (
        <PlanKindView key={kind} releaseId={id} kind={kind} count={plan.counts[kind]} />
      ))}
    </section>
  );
}

interface PlanKindProps {
  readonly releaseId: string;
  readonly kind: PlanPart;
  readonly count: number;
}

/** Everything of one kind, read a page at a time once somebody opens it. */
function PlanKindView({ releaseId, kind, count }: PlanKindProps) {
  const { actions, words } = useDesk();
  const { plan: say } = words.tools.releases;
  const { items, isWhole, isBusy, failure, readNext } = usePages(
    (from) => actions.releasePlan(releaseId, kind, from),
    (page) => page.entries,
  );

  return (
    <details
      class="plan-kind"
      onToggle={(event) => {
        if (event.currentTarget.open && items.length === 0) void readNext();
      }}
    >
      <summary>
        {say.kinds[kind]} <span class="count">{count}</span>
      </summary>
      <Problem failure={failure} />
      <ul class="canned-list">
        {items.map((entry, place) => (
          <PlanEntryView key={place} entry={entry} />
        ))}
      </ul>
      {!isWhole && items.length > 0 && (
        <button type="button" disabled={isBusy} onClick={() => void readNext()}>
          {say.more}
        </button>
      )}
      {isWhole && items.length < count && <p class="hint">{say.cutOff(items.length)}</p>}
    </details>
  );
}

function PlanEntryView({ entry }: { entry: Entry }) {
  const { state, words } = useDesk();
  const { plan: say } = words.tools.releases;
  const { title, url, before, after } = entry;
  const note = entry.note[state.language];
  const sides = [
    [say.before, before],
    [say.after, after],
  ] as const;
  return (
    <li class="canned-row">
      <strong>{title}</strong>
      {note !== '' && <p class="hint">{note}</p>}
      {(before !== null || after !== null) && (
        <div class="content-sides">
          {sides.map(
            ([head, text]) =>
              text !== null && (
                <section key={head} aria-label={head}>
                  <h3>{head}</h3>
                  <p class="canned-text">{text}</p>
                </section>
              ),
          )}
        </div>
      )}
      {url?.startsWith('https://') && (
        <p class="hint">
          <a href={url} target="_blank" rel="noopener noreferrer">
            {say.source}
          </a>
        </p>
      )}
    </li>
  );
}
