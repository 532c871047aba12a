import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { placeElsewhere } from '../../state/holder.js';
import { isAway } from '../../state/is-away.js';
import { useDesk, useNow } from '../desk-context.js';
import { useReach } from '../use-reach.js';

/** In place of the box for a reply: why this agent cannot write in the conversation, and what they can do. */
export function Standing({ entry }: { entry: DeskEntry }) {
  const { words } = useDesk();
  const isAgentAway = isAway(entry, useNow());
  const isClosed = useReach(entry).kind === 'closed';
  return <p class="standing">{told()}</p>;

  function told(): string {
    const place = placeElsewhere(entry);
    if (place !== null) return words.conversation.elsewhere(place);
    if (entry.state === 'waiting') {
      return isClosed ? words.conversation.claimToEnd : words.conversation.claimFirst;
    }
    if (entry.state === 'with-agent' && entry.holder !== null) {
      const has = words.conversation.hasIt(entry.holder.name);
      return isAgentAway ? `${has} ${words.conversation.isAway}` : has;
    }
    if (isClosed || entry.state === 'expired') return words.ended[entry.state];
    return entry.state === 'solved' ? words.tools.withBot.reopenFirst : words.tools.withBot.takeFirst;
  }
}
