import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import { changesContent, leadsTeam } from '../../state/may.js';
import { fragmentOf } from '../../state/place.js';
import type { Place } from '../../state/state.js';
import { useDesk } from '../desk-context.js';

/** Where an agent can go beside the conversations at hand, and whether somebody mentioned them. */
export function Ways({ agent, place }: { agent: DeskAgent; place: Place }) {
  const { state, words } = useDesk();
  const { tools } = words;
  const unseen = state.mentions.length;
  const ways = [
    ['search', tools.search.title, 0],
    ['with-bot', tools.withBot.title, 0],
    ['canned', tools.reply.canned.title, 0],
    ['mentions', tools.notes.mentions, unseen],
    // The server refuses others too; they need not see it.
    ...(changesContent(agent)
      ? [['content', tools.content.title, 0] as const, ['releases', tools.releases.title, 0] as const]
      : []),
    ...(leadsTeam(agent) ? [['lead', words.lead.title, 0] as const] : []),
  ] as const;
  return (
    <ul class="ways" aria-label={tools.ways}>
      {ways.map(([kind, title, count]) => (
        <li key={kind}>
          <a href={fragmentOf({ kind })} aria-current={place.kind === kind ? 'page' : undefined}>
            {title}
            {count > 0 && <span class="count loud">{count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
