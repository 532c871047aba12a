import { figuresByTeam, figuresOf, type QueueFigures } from '../../state/lead/select-team.js';
import { tellDuration } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';

/** How many wait and for how long, promises and live conversations: of the desk, and by team where there are several. */
export function NowFigures() {
  const { state, words } = useDesk();
  const { now: say } = words.lead;
  const now = useNow();
  const { entries, assignment } = state;
  const { teams } = assignment;
  const all = cells(figuresOf(entries, now));
  const names = new Map(teams.map(({ id, name }) => [id, name[state.language]]));
  const byTeam = figuresByTeam(entries, [...names.keys()], now);
  return (
    <section aria-labelledby="lead-now">
      <h2 id="lead-now">{say.title}</h2>
      <dl class="lead-figures">
        {all.map(({ name, value, isLoud }) => (
          <div key={name} class={isLoud ? 'loud' : undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {teams.length > 0 && (
        <ul class="lead-lines" aria-label={say.byTeam}>
          {byTeam.map(({ teamId, figures }) => (
            <li key={teamId ?? ''}>
              <strong>{teamId === null ? say.noTeam : names.get(teamId)}</strong>
              {cells(figures).map(({ name, value, isLoud }) => (
                <span key={name} class={isLoud ? 'loud' : undefined}>
                  {name}: {value}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );

  function cells({ waiting, longestMs, atRisk, broken, live }: QueueFigures) {
    const longest = longestMs === null ? '–' : tellDuration(words, longestMs);
    return [
      { name: say.waiting, value: String(waiting), isLoud: false },
      { name: say.longest, value: longest, isLoud: false },
      { name: say.atRisk, value: String(atRisk), isLoud: atRisk > 0 },
      { name: say.broken, value: String(broken), isLoud: broken > 0 },
      { name: say.live, value: String(live), isLoud: false },
    ];
  }
}
