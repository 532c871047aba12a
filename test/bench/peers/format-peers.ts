import { OWN } from './own-row.js';
import { isMeasured, type PeerRow, type PeerRows } from './peer-row.js';

/** What was measured on one set. */
export interface PeersOnSet {
  readonly items: number;
  readonly questions: number;
  readonly rows: PeerRows;
}

export type PeersResult = Readonly<Record<string, PeersOnSet>>;

interface Column {
  readonly title: string;
  readonly decimals: number;
  /** Which end is the best; null where best means nothing. */
  readonly best: 'highest' | 'lowest' | null;
  value(row: PeerRow): number | null;
}

const COLUMNS: readonly Column[] = [
  { title: 'hit@1', decimals: 3, best: 'highest', value: ({ hit1 }) => hit1 },
  { title: 'hit@3', decimals: 3, best: 'highest', value: ({ hit3 }) => hit3 },
  { title: 'MRR', decimals: 3, best: 'highest', value: ({ mrr }) => mrr },
  { title: 'AUROC', decimals: 3, best: 'highest', value: ({ auroc }) => auroc },
  { title: 'cov90', decimals: 3, best: 'highest', value: ({ cov90 }) => cov90 },
  { title: 'prec@thr', decimals: 3, best: null, value: ({ atThreshold }) => atThreshold?.precision ?? null },
  {
    title: 'false@thr',
    decimals: 3,
    best: null,
    value: ({ atThreshold }) => atThreshold?.falseAccepts ?? null,
  },
  { title: 'build s', decimals: 2, best: 'lowest', value: ({ buildSeconds }) => buildSeconds },
  { title: 'p50 ms', decimals: 2, best: 'lowest', value: ({ p50Ms }) => p50Ms },
  { title: 'p95 ms', decimals: 2, best: 'lowest', value: ({ p95Ms }) => p95Ms },
  { title: 'MB', decimals: 0, best: 'lowest', value: ({ memoryMb }) => memoryMb },
];

const TITLES = COLUMNS.map(({ title }) => `${title} `);

/** The figures as a table a set, the best of each column marked with a star, and our own against the best package. */
export function formatPeers(result: PeersResult): string {
  const sets = Object.entries(result);
  return [
    ...sets.map(([name, set]) => formatSet(name, set)),
    formatLead(sets),
    'prec@thr, false@thr: precision and false accepts at the threshold it comes with.',
    `Times and memory of ${OWN} are those of "scale" at 1,000 items, embedding and model included.`,
  ].join('\n\n');
}

function formatSet(name: string, { items, questions, rows }: PeersOnSet): string {
  const measured = Object.values(rows).filter(isMeasured);
  const best = COLUMNS.map((column) => bestOf(column, measured));
  const lines = Object.entries(rows).map(([peer, row]) =>
    isMeasured(row)
      ? line(
          peer,
          COLUMNS.map((column, at) => cell(column, column.value(row), best[at] ?? null)),
        )
      : `${peer.padEnd(NAME_WIDTH)}${row.reason}`,
  );
  const title = `${name}: ${items} items, ${questions} questions`;
  return [title, line('', TITLES), ...lines].join('\n');
}

/** What our own program is ahead of the best package, by the two figures that decide. */
function formatLead(sets: readonly (readonly [string, PeersOnSet])[]): string {
  const lines = sets.flatMap(([set, { rows }]) => {
    const own = rows[OWN];
    return isMeasured(own)
      ? [line(set, [...leadCells(rows, own.hit1, 'hit1'), ...leadCells(rows, own.cov90, 'cov90')])]
      : [];
  });
  const titles = ['hit@1', 'best', 'lead', 'cov90', 'best', 'lead'];
  return [`${OWN} against the best package`, line('', titles), ...lines].join('\n');
}

function leadCells(rows: PeerRows, own: number, figure: 'hit1' | 'cov90'): string[] {
  const others = Object.entries(rows).flatMap(([peer, row]) =>
    peer !== OWN && isMeasured(row) ? [row[figure]] : [],
  );
  const best = Math.max(0, ...others);
  return [own.toFixed(3), best.toFixed(3), `${own >= best ? '+' : ''}${(own - best).toFixed(3)}`];
}

function bestOf({ best, value }: Column, rows: readonly PeerRow[]): number | null {
  const values = rows.map(value).filter((figure) => figure !== null);
  if (best === null || values.length === 0) return null;
  return best === 'highest' ? Math.max(...values) : Math.min(...values);
}

function cell({ decimals }: Column, value: number | null, best: number | null): string {
  if (value === null) return '- ';
  return `${value.toFixed(decimals)}${value === best ? '*' : ' '}`;
}

const NAME_WIDTH = 22;

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(NAME_WIDTH) + cells.map((text) => text.padStart(10)).join('');
}
