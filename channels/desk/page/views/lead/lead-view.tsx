import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';
import { usePolled } from '../use-polled.js';
import { HeardList } from './heard-list.js';
import { LiveList } from './live-list.js';
import { NowFigures } from './now-figures.js';
import { PeopleTable } from './people-table.js';
import { Satisfaction } from './satisfaction.js';

/** What is told of a week changes slowly; all else comes with the live changes. */
const LOOK_EVERY_MS = 60_000;

/** How the team stands now, who is there, what runs, and how satisfied customers were; for team leads. */
export function LeadView({ agent }: { agent: DeskAgent }) {
  const { actions, words } = useDesk();
  const { told, failure } = usePolled(actions.leadBoard, LOOK_EVERY_MS);

  return (
    <ToolPage title={words.lead.title} kind="lead">
      <Problem failure={failure} />
      <NowFigures />
      <PeopleTable />
      <LiveList agent={agent} mayReadUnseen={told?.mayReadUnseen === true} />
      {told && <Satisfaction board={told.board} />}
      {told && <HeardList board={told.board} />}
    </ToolPage>
  );
}
