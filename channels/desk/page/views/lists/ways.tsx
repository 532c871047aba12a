import { fragmentOf } from '../../state/place.js';
import type { Place } from '../../state/state.js';
import { useDesk } from '../desk-context.js';

/** Where an agent can go beside the conversations at hand. */
export function Ways({ place }: { place: Place }) {
  const { words } = useDesk();
  const ways = [
    ['search', words.tools.search.title],
    ['with-bot', words.tools.withBot.title],
  ] as const;
  return (
    <ul class="ways" aria-label={words.tools.ways}>
      {ways.map(([kind, title]) => (
        <li key={kind}>
          <a href={fragmentOf({ kind })} aria-current={place.kind === kind ? 'page' : undefined}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
