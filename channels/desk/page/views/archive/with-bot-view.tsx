import { useEffect, useState } from 'preact/hooks';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import type { Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { EntryRow } from '../lists/entry-row.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';

/** No news come of what the bot has: an open page looks this often. */
const LOOK_EVERY_MS = 10_000;

/** What the bot has now, to be read and taken. */
export function WithBotView() {
  const { actions, words } = useDesk();
  const { withBot: say } = words.tools;
  const [entries, setEntries] = useState<readonly DeskEntry[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isShown = true;
    const look = async () => {
      const answer = await actions.withBot();
      if (!isShown) return;
      setFailure(answer.isOk ? null : answer.failure);
      if (answer.isOk) setEntries(answer.value.entries);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [actions]);

  return (
    <ToolPage title={say.title}>
      <p class="hint">{say.hint}</p>
      <Problem failure={failure} />
      {entries === null && failure === null && <p class="hint">{words.loading}</p>}
      {entries?.length === 0 && <p>{say.none}</p>}
      <ul class="found">
        {entries?.map((entry) => (
          <EntryRow key={entry.conversationId} entry={entry} isOpen={false} />
        ))}
      </ul>
    </ToolPage>
  );
}
