import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import { fragmentOf } from '../../state/place.js';
import type { Place } from '../../state/state.js';
import { useDesk } from '../desk-context.js';
import { toolPlaces } from './tool-places.js';

/** Where an agent can go beside the conversations at hand, and whether somebody mentioned them. */
export function Ways({ agent, place }: { agent: DeskAgent; place: Place }) {
  const { state, words } = useDesk();
  const unseen = state.mentions.length;
  return (
    <ul class="ways" aria-label={words.tools.ways}>
      {toolPlaces(agent, words).map(({ kind, title }) => (
        <li key={kind}>
          <a href={fragmentOf({ kind })} aria-current={place.kind === kind ? 'page' : undefined}>
            {title}
            {kind === 'mentions' && unseen > 0 && <span class="count loud">{unseen}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
