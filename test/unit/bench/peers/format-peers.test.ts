import { expect, it } from 'vitest';
import { formatPeers } from '../../../bench/peers/format-peers.js';
import { OWN } from '../../../bench/peers/own-row.js';
import type { PeerRow, PeerRows } from '../../../bench/peers/peer-row.js';

it('marks the best of each column, ties with it', () => {
  const table = formatted({
    one: row({ hit1: 0.5, cov90: 0.2, p50Ms: 3, buildSeconds: 0.25 }),
    two: row({ hit1: 0.7, cov90: 0.2, p50Ms: 9, buildSeconds: 0.5 }),
  });
  expect(lineOf(table, 'one')).toMatch(/^one +0\.500 .* 0\.200\* .* 0\.25\* +3\.00\*/);
  expect(lineOf(table, 'two')).toMatch(/^two +0\.700\* .* 0\.200\* .* 0\.50 +9\.00 /);
});

it('shows a dash for what was not measured', () => {
  const table = formatted({ one: row({ auroc: null, p50Ms: null }), two: row({ p50Ms: 4 }) });
  expect(lineOf(table, 'one')).toContain(' - ');
  expect(lineOf(table, 'two')).toContain('4.00*');
});

it('says why a line has no figures', () => {
  const table = formatted({ one: row({}), slow: { reason: 'not done within 600 s' } });
  expect(lineOf(table, 'slow')).toMatch(/^slow +not done within 600 s$/);
});

it('names the set, its items and its questions', () => {
  expect(formatted({ one: row({}) })).toContain('tiny: 12 items, 34 questions');
});

it('sets our own against the best package, figure by figure', () => {
  const table = formatted({
    [OWN]: row({ hit1: 0.9, cov90: 0.3 }),
    one: row({ hit1: 0.6, cov90: 0.2 }),
    two: row({ hit1: 0.5, cov90: 0.4 }),
  });
  const lead = table.slice(table.indexOf('against the best package'));
  expect(lineOf(lead, 'tiny')).toMatch(/0\.900 +0\.600 +\+0\.300 +0\.300 +0\.400 +-0\.100/);
});

function formatted(rows: PeerRows): string {
  return formatPeers({ tiny: { items: 12, questions: 34, rows } });
}

function lineOf(table: string, name: string): string {
  return table.split('\n').find((line) => line.startsWith(`${name} `)) ?? '';
}

function row(figures: Partial<PeerRow>): PeerRow {
  return {
    hit1: 0.1,
    hit3: 0.1,
    mrr: 0.1,
    auroc: 0.1,
    cov90: 0.1,
    cov90By: 'score',
    atThreshold: null,
    buildSeconds: 1,
    p50Ms: 5,
    p95Ms: 5,
    memoryMb: 100,
    ...figures,
  };
}
