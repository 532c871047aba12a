import type { ReleaseOutcome } from '../../contracts/content/desk-releases.js';
import type { DeskShadow, ShadowPage, ShadowState } from '../../contracts/content/desk-shadow.js';
import { recordAudit } from '../../store/audit.js';
import { forContentPeople } from '../content/may-change-content.js';
import type { ReleaseParts, ReleaseRoom } from './desk-releases.js';

/** Who may put customers' questions to a release that waits, and what is written down of it: that it was done, and no word of them. */
export function createShadow({ store, releases, clock, log: parentLog }: ReleaseParts): DeskShadow {
  const log = parentLog.child('releases');
  const inRoom = forContentPeople(() => releases);

  const state = ({ shadow }: ReleaseRoom): ReleaseOutcome<ShadowState> => ({
    kind: 'done',
    result: { run: shadow.look() },
  });

  return {
    look: (agent) => inRoom(agent, state),
    start: (agent, releaseId, days) =>
      inRoom(agent, async (room) => {
        const known = room.overview().releases.find(({ id }) => id === releaseId);
        if (!known?.isKept) return { kind: 'unknown-release' };
        // Somebody else's is still running, and is what is told.
        if (!room.shadow.start({ releaseId, days, by: agent.name })) return state(room);
        await recordAudit(store, {
          at: clock.now().toISOString(),
          actorKind: 'agent',
          actorId: agent.id,
          action: 'content.shadow',
          subjectKind: 'release',
          subjectId: releaseId,
          details: { days },
        });
        log.info('Somebody at the desk puts customers’ questions to a release.', {
          releaseId,
          days,
          agentId: agent.id,
        });
        return state(room);
      }),
    stop: (agent) =>
      inRoom(agent, (room) => {
        room.shadow.stop();
        return state(room);
      }),
    changes: (agent, releaseId, from) =>
      inRoom<ReleaseOutcome<ShadowPage>>(agent, (room) => {
        const result = room.shadow.changes(releaseId, from);
        return result ? { kind: 'done', result } : { kind: 'unknown-release' };
      }),
  };
}
