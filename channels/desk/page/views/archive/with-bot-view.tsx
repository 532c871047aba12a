import { useDesk } from '../desk-context.js';
import { EntryRows } from '../lists/entry-rows.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';
import { usePolled } from '../use-polled.js';

/** No news come of what the bot has: an open page looks this often. */
const LOOK_EVERY_MS = 10_000;

/** What the bot has now, to be read and taken. */
export function WithBotView() {
  const { actions, words } = useDesk();
  const { withBot: say } = words.tools;
  const { told, failure } = usePolled(actions.withBot, LOOK_EVERY_MS);
  const entries = told?.entries ?? null;

  return (
    <ToolPage title={say.title}>
      <p class="hint">{say.hint}</p>
      <Problem failure={failure} />
      {entries === null && failure === null && <p class="hint">{words.loading}</p>}
      {entries?.length === 0 && <p>{say.none}</p>}
      <ul class="found">
        <EntryRows entries={entries ?? []} />
      </ul>
    </ToolPage>
  );
}
