import type { StaleFinding } from '../../../index/contracts/confirmations.js';
import type { OpposedPair } from '../../../index/contracts/pair-decisions.js';
import type { PlanKind } from '../../../index/contracts/release-plans.js';
import type { Clock } from '../../../index/platform/clock.js';
import { createLanes } from '../../../index/platform/lanes.js';
import type { Log } from '../../../index/platform/log.js';
import type {
  DeskReleases,
  PlanPage,
  ReleaseOutcome,
  ReleaseOverview,
  ReleasePreview,
} from '../../contracts/content/desk-releases.js';
import type { DeskAgent } from '../../contracts/desk.js';
import type { SpokenLanguage } from '../../contracts/messages.js';
import { recordAudit } from '../../store/audit.js';
import type { Store } from '../../store/store.js';
import { forContentPeople } from '../content/may-change-content.js';
import type { ReviewedList } from '../content/reviewed-list.js';
import type { ShadowRuns } from './shadow-runs.js';

/** What became of a command about releases. */
export type SwitchEnd = { readonly isDone: true } | { readonly isDone: false; readonly code: string };

/** The releases behind the desk, and what makes them. */
export interface ReleaseRoom {
  overview(): ReleaseOverview;
  /** Null for a release that is not remembered. */
  plan(releaseId: string, kind: PlanKind, from: number): PlanPage | null;
  publish(releaseId: string, by: string, why: string): Promise<SwitchEnd>;
  /** @param from what is gone back from; nothing is done where another one is live by then */
  rollback(from: string, by: string, why: string): Promise<SwitchEnd>;
  rename(releaseId: string, name: string): Promise<SwitchEnd>;
  /** False where a run that this server began is at it. */
  startRun(by: string, isFull: boolean): boolean;
  /** What may not hold any more; null where nobody could look. */
  stale(): Promise<ReviewedList<StaleFinding> | null>;
  /** Answers that contradict each other, in the same way. */
  pairs(): Promise<ReviewedList<OpposedPair> | null>;
  /** Customers' questions, put to a release. */
  readonly shadow: ShadowRuns;
  /** Null for a release that cannot be opened. */
  preview(releaseId: string, question: string, language: SpokenLanguage): Promise<ReleasePreview | null>;
}

export interface ReleaseParts {
  readonly store: Store;
  /** Null where there are none. */
  readonly releases: ReleaseRoom | null;
  readonly clock: Clock;
  readonly log: Log;
}

/** Previews of one agent that wait; each is a search in the process that answers customers. */
const MOST_PREVIEWS = 2;

/** Who may look at releases and decide about them, and what is written down of it. */
export function createReleases({ store, releases, clock, log: parentLog }: ReleaseParts): DeskReleases {
  const log = parentLog.child('releases');
  const lanes = createLanes();
  let isSwitching = false;

  const inRoom = forContentPeople(() => releases);

  async function note(act: string, { id }: DeskAgent, releaseId: string): Promise<void> {
    await recordAudit(store, {
      at: clock.now().toISOString(),
      actorKind: 'agent',
      actorId: id,
      action: `content.${act}`,
      subjectKind: 'release',
      subjectId: releaseId,
      details: {},
    });
    log.info('Somebody at the desk decided about a release.', { act, releaseId, agentId: id });
  }

  /** One switch at a time: two that cross each other would leave nobody knowing what is live. */
  function switching(
    agent: DeskAgent,
    act: 'publish' | 'rollback' | 'rename-release',
    releaseId: string,
    work: (room: ReleaseRoom) => Promise<SwitchEnd>,
  ): Promise<ReleaseOutcome<ReleaseOverview>> {
    return inRoom<ReleaseOutcome<ReleaseOverview>>(agent, async (room) => {
      const known = room.overview().releases.find(({ id }) => id === releaseId);
      if (!known || (act === 'publish' && !known.isKept)) return { kind: 'unknown-release' };
      // Somebody switched since the page was read: going back from another one is not what was asked for.
      if (act === 'rollback' && !known.isLive) return { kind: 'refused', code: 'RELEASE_NOT_LIVE' };
      if (isSwitching) return { kind: 'running' };
      isSwitching = true;
      try {
        const end = await work(room);
        if (!end.isDone) return { kind: 'refused', code: end.code };
        await note(act, agent, releaseId);
        return { kind: 'done', result: room.overview() };
      } finally {
        isSwitching = false;
      }
    });
  }

  return {
    overview: (agent) => inRoom(agent, (room) => ({ kind: 'done', result: room.overview() })),
    plan: (agent, releaseId, kind, from) =>
      inRoom<ReleaseOutcome<PlanPage>>(agent, (room) => {
        const result = room.plan(releaseId, kind, from);
        return result ? { kind: 'done', result } : { kind: 'unknown-release' };
      }),
    publish: (agent, releaseId, why) =>
      switching(agent, 'publish', releaseId, (room) => room.publish(releaseId, agent.name, why)),
    rollback: (agent, from, why) =>
      switching(agent, 'rollback', from, (room) => room.rollback(from, agent.name, why)),
    rename: (agent, releaseId, name) =>
      switching(agent, 'rename-release', releaseId, (room) => room.rename(releaseId, name)),
    startRun: (agent, isFull) =>
      inRoom<ReleaseOutcome<ReleaseOverview>>(agent, async (room) => {
        if (!room.startRun(agent.name, isFull)) return { kind: 'running' };
        await note('ingest', agent, '');
        return { kind: 'done', result: room.overview() };
      }),
    preview: (agent, releaseId, question, language) =>
      inRoom<ReleaseOutcome<ReleasePreview>>(agent, (room) => {
        if (lanes.length(agent.id) >= MOST_PREVIEWS) return { kind: 'busy' };
        return lanes.serially(agent.id, async () => {
          const result = await room.preview(releaseId, question, language);
          return result ? { kind: 'done', result } : { kind: 'unknown-release' };
        });
      }),
  };
}
