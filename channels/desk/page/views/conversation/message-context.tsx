import type { DeskEntry, DeskMessage } from '../../../../../bot/contracts/desk.js';
import { nameOf } from '../../words/name-of.js';
import { useDesk } from '../desk-context.js';

/** What a message answers to, and the products that came with it. */
export function MessageContext({
  message,
  entry,
}: {
  readonly message: DeskMessage;
  readonly entry: DeskEntry;
}) {
  const { words } = useDesk();
  const { quoted, cards = [] } = message;
  const said = quoted?.name.trim() || (quoted?.from === 'customer' ? nameOf(entry, words) : '');
  return (
    <>
      {quoted && (
        <blockquote class="quoted">
          <p class="quoted-name">{words.tools.quotes(said)}</p>
          <p class="typed">{quoted.text}</p>
        </blockquote>
      )}
      {cards.map(({ title, subtitle, url }) => (
        <p class="sent-card" key={title}>
          {words.tools.card}:{' '}
          {url === null ? (
            <strong>{title}</strong>
          ) : (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {title}
            </a>
          )}
          {subtitle !== '' && ` · ${subtitle}`}
        </p>
      ))}
    </>
  );
}
