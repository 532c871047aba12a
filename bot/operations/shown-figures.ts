import type { Clock } from '../../index/platform/clock.js';
import type { Metrics } from '../../index/platform/telemetry/metrics.js';
import type { ReadinessPart } from '../../index/platform/telemetry/readiness.js';
import type { BotFigures } from '../contracts/bot-watch.js';

/** What is asked for whenever somebody reads the figures. Times are ISO 8601 in UTC. */
export interface PullParts {
  readonly figures: () => Promise<BotFigures>;
  readonly readiness: () => Promise<readonly ReadinessPart[]>;
  /** Since when this release is live here; null while none is. */
  readonly releaseLiveSince: () => string | null;
  /** When each source was read for the last time without a failure. */
  readonly sourceReads: () => Readonly<Record<string, string>>;
}

/** Adds the gauges that are filled at each reading. */
export function showFigures(metrics: Metrics, parts: PullParts, clock: Clock): void {
  const age = (at: string | null) => (at === null ? 0 : (clock.now().getTime() - Date.parse(at)) / 1_000);
  const single = (name: string, help: string, read: (figures: BotFigures) => number) =>
    metrics.gauge(name, help, [], async ({ set }) => set({}, read(await parts.figures())));

  metrics.gauge(
    'supportbot_ready',
    '1 where a part of the program works: embedder, store, disk, release, doors, files.',
    ['part'],
    async ({ set }) => {
      for (const { name, reason } of await parts.readiness()) set({ part: name }, reason === null ? 1 : 0);
    },
  );
  metrics.gauge(
    'supportbot_outbox_messages',
    'Messages that are to be sent still.',
    ['channel'],
    async ({ set }) => {
      for (const { channelId, queued } of (await parts.figures()).outbox) set({ channel: channelId }, queued);
    },
  );
  metrics.gauge(
    'supportbot_outbox_oldest_seconds',
    'Age of the oldest message that is to be sent still.',
    ['channel'],
    async ({ set }) => {
      for (const { channelId, oldestAt } of (await parts.figures()).outbox) {
        set({ channel: channelId }, age(oldestAt));
      }
    },
  );
  metrics.gauge(
    'supportbot_door_held',
    '1 for a door that does not send until an operator has seen to it.',
    ['door', 'alert'],
    async ({ set }) => {
      for (const { door, alert } of (await parts.figures()).doors) set({ door, alert }, 1);
    },
  );
  single('supportbot_handoffs_waiting', 'Customers who wait for a person.', ({ waiting }) => waiting);
  single('supportbot_handoff_longest_wait_seconds', 'How long the first of them waits.', ({ longestSince }) =>
    age(longestSince),
  );
  single(
    'supportbot_handoffs_with_agent',
    'Conversations that agents have now.',
    ({ withAgents }) => withAgents,
  );
  single(
    'supportbot_promises_at_risk',
    'Waiting customers whose promised answer is due soon.',
    ({ promisesAtRisk }) => promisesAtRisk,
  );
  single(
    'supportbot_promises_broken',
    'Waiting customers whose promised answer is late.',
    ({ promisesBroken }) => promisesBroken,
  );
  single(
    'supportbot_agents_here',
    'Agents to whom somebody new can come now.',
    ({ agentsHere }) => agentsHere,
  );
  metrics.gauge(
    'supportbot_release_live_since_seconds',
    'When the live release was taken up here, in seconds since 1970; absent while none is.',
    [],
    ({ set }) => {
      const since = parts.releaseLiveSince();
      if (since !== null) set({}, Date.parse(since) / 1_000);
    },
  );
  metrics.gauge(
    'supportbot_source_read_seconds',
    'When a source was read for the last time without a failure, in seconds since 1970.',
    ['source'],
    ({ set }) => {
      for (const [source, at] of Object.entries(parts.sourceReads())) set({ source }, Date.parse(at) / 1_000);
    },
  );
}
