import { useEffect, useState } from 'preact/hooks';
import type { DeskAgent } from '../../../../../bot/contracts/desk.js';
import type { LeadReply } from '../../../lead/contracts.js';
import type { Failure } from '../../ask-server.js';
import { useDesk } from '../desk-context.js';
import { Problem } from '../problem.js';
import { ToolPage } from '../tool-page.js';
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
  const [told, setTold] = useState<LeadReply | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isShown = true;
    const look = async () => {
      const answer = await actions.leadBoard();
      if (!isShown) return;
      setFailure(answer.isOk ? null : answer.failure);
      if (answer.isOk) setTold(answer.value);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [actions]);

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
