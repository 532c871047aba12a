import type { ReleaseOutcome } from '../../contracts/content/desk-releases.js';
import type { DeskShadow, ShadowPage, ShadowState } from '../../contracts/content/desk-shadow.js';
import type { DeskAgent } from '../../contracts/desk.js';
import { recordAudit } from '../../store/audit.js';
import { mayChangeContent } from '../content/may-change-content.js';
import type { ReleaseParts, ReleaseRoom } from './desk-releases.js';

/** Who may put customers' questions to a release that waits, and what is written down of it: that it was done, and no word of them. */
export function createShadow({ store, releases, clock, log: parentLog }: ReleaseParts): DeskShadow {
  const log = parentLog.child('releases');

  async function allowed<Result>(
    agent: DeskAgent,
    act: (room: ReleaseRoom) => Promise<ReleaseOutcome<Result>> | ReleaseOutcome<Result>,
  ): Promise<ReleaseOutcome<Result>> {
    if (!mayChangeContent(agent)) return { kind: 'not-allowed' };
    return releases ? act(releases) : { kind: 'not-ready' };
  }

  const state = ({ shadow }: ReleaseRoom): ReleaseOutcome<ShadowState> => ({
    kind: 'done',
    result: { run: shadow.look() },
  });

  return {
    look: (agent) => allowed(agent, state),
    start: (agent, releaseId, days) =>
      allowed(agent, async (room) => {
        const known = room.overview().releases.find(({ id }) => id === releaseId);
        if (!known?.isKept) return { kind: 'unknown-release' };
        // Somebody's is at it: what they began is what is told.
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
      allowed(agent, (room) => {
        room.shadow.stop();
        return state(room);
      }),
    changes: (agent, releaseId, from) =>
      allowed<ShadowPage>(agent, (room) => {
        const result = room.shadow.changes(releaseId, from);
        return result ? { kind: 'done', result } : { kind: 'unknown-release' };
      }),
  };
}
