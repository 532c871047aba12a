import { useEffect, useState } from 'preact/hooks';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { useDesk } from '../desk-context.js';
import { useReach } from '../use-reach.js';

/** No news come of what the bot has: an open page looks this often. */
const LOOK_EVERY_MS = 5_000;

/** Takes what the bot has, or opens again what is closed, while the channel lets an agent write. */
export function TakeUnasked({ entry, onTaken }: { entry: DeskEntry; onTaken: () => void }) {
  const { actions, words } = useDesk();
  const [isBusy, setIsBusy] = useState(false);
  const isClosed = useReach(entry).kind === 'closed';
  useEffect(() => {
    const timer = setInterval(() => void actions.look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [actions]);

  async function take(): Promise<void> {
    setIsBusy(true);
    const isDone = await actions.act(entry.conversationId, 'take');
    setIsBusy(false);
    if (isDone) onTaken();
  }

  return (
    <button class="primary" type="button" disabled={isBusy || isClosed} onClick={() => void take()}>
      {entry.state === 'solved' ? words.tools.withBot.reopen : words.tools.withBot.take}
    </button>
  );
}
