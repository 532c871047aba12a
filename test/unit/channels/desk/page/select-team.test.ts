import { expect, it } from 'vitest';
import type { AgentStanding } from '../../../../../bot/contracts/assignment.js';
import type { DeskEntry } from '../../../../../bot/contracts/desk.js';
import {
  figuresByTeam,
  figuresOf,
  selectTeam,
} from '../../../../../channels/desk/page/state/lead/select-team.js';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const row = (more: Partial<DeskEntry>) =>
  ({
    state: 'waiting',
    waitingSince: ago(1),
    promise: null,
    holder: null,
    teamId: null,
    ...more,
  }) as DeskEntry;
const heldBy = (id: string) => row({ state: 'with-agent', holder: { kind: 'agent', id, name: id } });
const standing = (agentId: string, more: Partial<AgentStanding> = {}): AgentStanding =>
  Object.assign(
    { agentId, isHere: true, status: 'available', because: null, load: 0, capacity: 4 } as const,
    more,
  );

it('a team is told with who is here first, and what those have who are gone', () => {
  const colleagues = ['Zoe', 'Ada', 'Bo', 'Cas'].map((name) => ({ id: name, name }));
  const standings = [
    standing('Zoe', { load: 3 }),
    standing('Ada', { status: 'away', because: 'self' }),
    standing('Bo', { isHere: false, status: 'available', load: 1 }),
  ];
  const team = selectTeam(colleagues, standings, [heldBy('Cas'), heldBy('Cas'), heldBy('Zoe')]);
  expect(team.map(({ name, presence, load, capacity }) => [name, presence, load, capacity])).toEqual([
    ['Zoe', 'available', 3, 4],
    ['Ada', 'away', 0, 4],
    ['Bo', 'gone', 1, 4],
    ['Cas', 'gone', 2, null],
  ]);
});

it('figures count who waits, the longest wait, and promises at risk and broken, of each team', () => {
  const entries = [
    row({ waitingSince: ago(7), teamId: 'billing' }),
    row({ waitingSince: ago(2), teamId: 'gone-from-the-file' }),
    row({ teamId: 'billing', promise: { dueAt: ago(-5), warnAt: ago(1), brokenAt: null } }),
    row({ state: 'with-agent', teamId: 'billing', promise: { dueAt: null, warnAt: null, brokenAt: ago(1) } }),
    row({ state: 'expired', waitingSince: ago(90), teamId: 'billing' }),
  ];
  expect(figuresOf(entries, NOW)).toEqual({
    waiting: 3,
    longestMs: 7 * 60_000,
    atRisk: 1,
    broken: 1,
    live: 1,
  });
  expect(figuresByTeam(entries, ['billing', 'service'], NOW)).toEqual([
    { teamId: 'billing', figures: { waiting: 2, longestMs: 7 * 60_000, atRisk: 1, broken: 1, live: 1 } },
    { teamId: 'service', figures: { waiting: 0, longestMs: null, atRisk: 0, broken: 0, live: 0 } },
    { teamId: null, figures: { waiting: 1, longestMs: 2 * 60_000, atRisk: 0, broken: 0, live: 0 } },
  ]);
  expect(figuresByTeam([], [], NOW)).toEqual([]);
});
