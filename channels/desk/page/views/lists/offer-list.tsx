import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { nameOf } from '../../words/name-of.js';
import { tellDuration } from '../../words/tell-time.js';
import { useDesk, useNow } from '../desk-context.js';
import { EntryRows } from './entry-rows.js';

/** What is offered to the agent, with how long, to take or to decline. */
export function OfferList({ offers, openId }: { offers: readonly DeskEntry[]; openId: string | null }) {
  const { words } = useDesk();
  const { assignment: say } = words;
  return (
    <>
      <p role="status" class="unseen">
        {offers.length > 0 && say.offered(offers.map((entry) => nameOf(entry, words)))}
      </p>
      {offers.length > 0 && (
        <section class="entry-list offers">
          <h2>
            {say.offers} <span class="count loud">{offers.length}</span>
          </h2>
          <ul>
            <EntryRows entries={offers} openId={openId} below={(entry) => <OfferChoice entry={entry} />} />
          </ul>
        </section>
      )}
    </>
  );
}

function OfferChoice({ entry }: { entry: DeskEntry }) {
  const { actions, words } = useDesk();
  const { assignment: say } = words;
  const now = useNow();
  const { conversationId, offer } = entry;
  const leftMs = Math.max(0, Date.parse(offer?.until ?? '') - now);
  const name = nameOf(entry, words);

  async function take(): Promise<void> {
    const isTaken = await actions.act(conversationId, 'claim');
    if (isTaken) actions.go({ kind: 'conversation', conversationId });
  }

  return (
    <div class="offer-choice">
      <span class="offer-left">{say.left(tellDuration(words, leftMs))}</span>
      <button
        type="button"
        aria-label={say.declineFrom(name)}
        onClick={() => void actions.decline(conversationId)}
      >
        {say.decline}
      </button>
      <button type="button" class="primary" aria-label={say.takeFrom(name)} onClick={() => void take()}>
        {say.take}
      </button>
    </div>
  );
}
