import type { Embedder } from '../../index/contracts/embedder.js';
import { watchEmbedder } from '../../index/embedder/watch-embedder.js';
import type { Clock } from '../../index/platform/clock.js';
import { shared } from '../../index/platform/lanes.js';
import { createMetrics, type Metrics } from '../../index/platform/telemetry/metrics.js';
import type { BotFigures, BotWatch } from '../contracts/bot-watch.js';
import { type PullParts, showFigures } from './shown-figures.js';

/** An answer of the web server, as it is counted. */
export interface CountedAnswer {
  /** Name of the door that answered; `none` for pages and what no door knows. */
  readonly door: string;
  readonly status: number;
  /** Code of the error, where it is one. */
  readonly code: string | null;
  readonly seconds: number;
}

/** The figures of the whole program, and who counts what. No label ever holds a word, an id or an address of a person. */
export interface ProgramMetrics {
  readonly watch: BotWatch;
  answered(answer: CountedAnswer): void;
  /** A group of transactions reached the disk. */
  committed(seconds: number): void;
  /** A warning or an error was logged. */
  troubled(level: 'warn' | 'error', code: string | null): void;
  /** The same model, with its texts counted. */
  watchModel(embedder: Embedder): Embedder;
  /** Shows what is asked for at each reading. */
  show(parts: Omit<PullParts, 'figures'> & { readonly figures: () => Promise<BotFigures> }): void;
  names: Metrics['names'];
  read: Metrics['read'];
}

const HOUR_MS = 3_600_000;
/** From what nobody notices to what everybody does. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** @param onFailure told of a figure that could not be read, at most hourly of each: readings come every few seconds */
export function createProgramMetrics(clock: Clock, onFailure: OnFailure): ProgramMetrics {
  const metrics = createMetrics(atMostHourly(onFailure, clock));
  const turns = metrics.counter('supportbot_turns_total', 'Turns written, by channel and decision.', [
    'channel',
    'decision',
  ]);
  const turnSeconds = metrics.histogram(
    'supportbot_turn_seconds',
    'From taking a turn up until it is kept.',
    ['channel'],
    SECONDS,
  );
  const searchSeconds = metrics.histogram(
    'supportbot_search_seconds',
    'Searching for one turn, reading the question included.',
    [],
    SECONDS,
  );
  const embedderSeconds = metrics.histogram(
    'supportbot_embedder_seconds',
    'Reading one text by the model, waiting for others included.',
    [],
    SECONDS,
  );
  const commitSeconds = metrics.histogram(
    'supportbot_store_commit_seconds',
    'Bringing a group of transactions to the disk.',
    [],
    SECONDS,
  );
  const sendings = metrics.counter(
    'supportbot_sendings_total',
    'Attempts to send a message, by door and outcome.',
    ['door', 'outcome'],
  );
  const sendingSeconds = metrics.histogram(
    'supportbot_sending_seconds',
    'One attempt to send a message.',
    ['door'],
    SECONDS,
  );
  const queueRefusals = metrics.counter(
    'supportbot_queue_refusals_total',
    'Customers who were not let into the queue, because too many of their network are there.',
    ['channel'],
  );
  const answers = metrics.histogram(
    'supportbot_http_answer_seconds',
    'Answers of the web server, by door and class of status (2xx …).',
    ['door', 'status'],
    SECONDS,
  );
  const refusals = metrics.counter(
    'supportbot_http_refusals_total',
    'Requests answered with an error, by door and code. Of the doors messenger, azure and source-hooks: web hooks.',
    ['door', 'code'],
  );
  const troubles = metrics.counter('supportbot_troubles_total', 'Warnings and errors of the log, by code.', [
    'level',
    'code',
  ]);
  return {
    watch: {
      turnEnded({ channelId, decision, seconds }) {
        turns.count({ channel: channelId, decision });
        turnSeconds.observe({ channel: channelId }, seconds);
      },
      queueRefused: (channel) => queueRefusals.count({ channel }),
      searchEnded: (seconds) => searchSeconds.observe({}, seconds),
      sendingEnded({ door, outcome, seconds }) {
        sendings.count({ door, outcome });
        sendingSeconds.observe({ door }, seconds);
      },
    },
    answered({ door, status, code, seconds }) {
      answers.observe({ door, status: `${Math.floor(status / 100)}xx` }, seconds);
      if (code !== null) refusals.count({ door, code });
    },
    committed: (seconds) => commitSeconds.observe({}, seconds),
    troubled: (level, code) => troubles.count({ level, code: code ?? 'none' }),
    watchModel(model) {
      const { embedder, queue } = watchEmbedder(model, (seconds) => embedderSeconds.observe({}, seconds));
      metrics.gauge(
        'supportbot_embedder_queue',
        'Texts that the model is given and has not read yet.',
        [],
        (face) => face.set({}, queue()),
      );
      return embedder;
    },
    // One look at the store serves all gauges of a reading, which ask for it at the same moment.
    show: (parts) => showFigures(metrics, { ...parts, figures: shared(parts.figures) }, clock),
    names: metrics.names,
    read: metrics.read,
  };
}

type OnFailure = (name: string, error: unknown) => void;

function atMostHourly(onFailure: OnFailure, clock: Clock): OnFailure {
  const toldAt = new Map<string, number>();
  return (name, error) => {
    const now = clock.now().getTime();
    if (now - (toldAt.get(name) ?? Number.NEGATIVE_INFINITY) < HOUR_MS) return;
    toldAt.set(name, now);
    onFailure(name, error);
  };
}
