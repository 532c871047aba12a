import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import { changesContent, leadsTeam } from '../../state/may.js';
import type { Place } from '../../state/state.js';
import type { DeskWords } from '../../words/word-list.js';

/** A page that an agent can go to, with what it is called. */
interface DeskPage {
  readonly kind: Exclude<Place['kind'], 'conversation'>;
  readonly title: string;
}

/** The pages beside the conversations at hand that are of use to an agent. The server refuses others too; they need not see them. */
export function toolPlaces(agent: Pick<DeskAgent, 'role'>, words: DeskWords): readonly DeskPage[] {
  const { tools } = words;
  const places: DeskPage[] = [
    { kind: 'search', title: tools.search.title },
    { kind: 'with-bot', title: tools.withBot.title },
    { kind: 'canned', title: tools.reply.canned.title },
    { kind: 'mentions', title: tools.notes.mentions },
  ];
  if (changesContent(agent)) {
    places.push({ kind: 'content', title: tools.content.title });
    places.push({ kind: 'releases', title: tools.releases.title });
  }
  if (leadsTeam(agent)) places.push({ kind: 'lead', title: words.lead.title });
  return places;
}

/** All pages of an agent: the conversations, their tools, their account, and what administrators see to. */
export function allPlaces(agent: Pick<DeskAgent, 'role'>, words: DeskWords): readonly DeskPage[] {
  const { security, privacy } = words.tools;
  const places: DeskPage[] = [
    { kind: 'queue', title: words.palette.queue },
    ...toolPlaces(agent, words),
    { kind: 'account', title: security.account },
  ];
  if (agent.role === 'administrator') {
    places.push({ kind: 'team', title: words.team.title });
    places.push({ kind: 'audit', title: security.audit.title });
    places.push({ kind: 'privacy', title: privacy.title });
  }
  return places;
}
