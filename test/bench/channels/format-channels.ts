import type { LoopReport } from '../watch-loop.js';
import { DOORS, type DoorName } from './channel-customer.js';
import type { Tally } from './tally.js';

/** How long customers waited: for the first message (`p50Ms` …), and the channel for its post to be taken. */
export interface DoorFigures {
  readonly questions: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly takenP50Ms: number;
  readonly takenP95Ms: number;
  readonly takenMaxMs: number;
}

export interface RoundResult extends Tally {
  readonly wantedPerSecond: number;
  /** Questions a second from the first one to the last answer. */
  readonly perSecond: number;
  readonly seconds: number;
  readonly doors: Readonly<Record<DoorName | 'all', DoorFigures>>;
  readonly serverLoop: LoopReport;
  /** Cores that all threads of the server kept busy, on average. */
  readonly cores: number;
  readonly memoryMb: number | null;
  readonly mostMemoryMb: number | null;
}

export interface ChannelsResult {
  readonly seed: number;
  readonly questionsEach: number;
  readonly customers: Readonly<Record<DoorName, number>>;
  readonly rounds: readonly RoundResult[];
}

const COLUMNS: readonly (readonly [keyof DoorFigures, string])[] = [
  ['questions', 'questions'],
  ['p50Ms', 'p50'],
  ['p95Ms', 'p95'],
  ['p99Ms', 'p99'],
  ['maxMs', 'max'],
  ['takenP50Ms', 'taken p50'],
  ['takenP95Ms', 'taken p95'],
  ['takenMaxMs', 'taken max'],
];

/** The figures as a table a round. */
export function formatChannels({ customers, questionsEach, rounds }: ChannelsResult): string {
  const crowd = DOORS.map((door) => `${customers[door]} ${door}`).join(', ');
  const head = [
    `Customers a round: ${crowd}; each asks ${questionsEach} questions. Milliseconds from the post to the first message`,
    'going out to the channel; "taken": until the post was answered.',
  ];
  return [head.join('\n'), ...rounds.map(formatRound)].join('\n\n');
}

function formatRound(figures: RoundResult): string {
  const { doors, serverLoop, mostMemoryMb } = figures;
  return [
    `${figures.perSecond} questions a second (${figures.seconds} s)`,
    line(
      '',
      COLUMNS.map(([, title]) => title),
    ),
    ...[...DOORS, 'all' as const].map((door) =>
      line(
        door,
        COLUMNS.map(([name]) => String(doors[door][name])),
      ),
    ),
    `messages: ${figures.arrived} arrived, ${figures.lost} lost, ${figures.doubled} doubled, ${figures.mistaken} timed wrongly`,
    `server: event loop p99 ${serverLoop.p99Ms} ms, max ${serverLoop.maxMs} ms; ${figures.cores} cores; at most ${mostMemoryMb} MB`,
  ].join('\n');
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(10) + cells.map((cell) => cell.padStart(11)).join('');
}
