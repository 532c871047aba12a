import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import { useDesk } from '../desk-context.js';

/** The team of a conversation, where there are several, and to which colleague it is offered. */
export function TeamMark({ entry: { teamId, offer } }: { entry: DeskEntry }) {
  const { state, words } = useDesk();
  const { screen, assignment, language } = state;
  const { teams } = assignment;
  const team = teams.length > 1 ? teams.find(({ id }) => id === teamId) : undefined;
  const isMine = screen.kind === 'desk' && offer?.agentId === screen.agent.id;
  return (
    <>
      {team && <span>{team.name[language]}</span>}
      {offer && !isMine && <span>{words.assignment.offeredTo(offer.agentName)}</span>}
    </>
  );
}
