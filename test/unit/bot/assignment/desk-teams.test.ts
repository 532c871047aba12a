import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assignmentRulesOf } from '../../../../bot/assignment/assignment-rules.js';
import { type Routed, teamOf } from '../../../../bot/assignment/routing.js';
import { readDeskTeams } from '../../../../bot/company/read-routing.js';
import { botSettings } from '../../../../bot/settings.js';
import { parseSettings } from '../../../../index/platform/settings.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const names = (name: string) => ({ nl: name, en: name });
const REST = { id: 'rest', name: names('Rest') };

function fileOf(content: unknown): string {
  const path = join(temporaryFolder(), 'desk-teams.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const wanting = (changes: Partial<Routed>): Routed => ({
  channelId: 'directline',
  language: 'nl',
  reason: 'asked',
  question: 'Hallo',
  ...changes,
});

describe('a file of teams', () => {
  it('sends each conversation to the first team whose rule fits in every part', () => {
    const routing = readDeskTeams(
      fileOf({
        teams: [
          { id: 'bills', name: names('Rekeningen'), for: { words: ['factu', 'bill'] } },
          { id: 'english', name: names('Engels'), for: { languages: ['en'], channels: ['facebook'] } },
          { id: 'angry', name: names('Klachten'), for: { reasons: ['complaint'] } },
          REST,
        ],
      }),
    );
    const to = (changes: Partial<Routed>) => teamOf(routing, wanting(changes));
    expect(to({ question: 'Mijn FACTUUR klopt niet', reason: 'complaint' })).toBe('bills');
    expect(to({ question: 'Een manufactuur?' })).toBe('rest');
    expect(to({ language: 'en', channelId: 'facebook' })).toBe('english');
    expect(to({ language: 'en' })).toBe('rest');
    expect(to({ reason: 'complaint' })).toBe('angry');
  });

  it('puts whoever it does not name into the last team, with every language and the usual capacity', () => {
    const routing = readDeskTeams(
      fileOf({
        capacity: 5,
        teams: [{ id: 'bills', name: names('Rekeningen'), for: { words: ['factuur'] } }, REST],
        members: { 'Noor@Example.com ': { teams: ['bills'], languages: ['en'], capacity: 8 } },
      }),
    );
    expect(routing.memberOf('sanne@example.com')).toEqual({
      teams: new Set(['rest']),
      languages: new Set(['nl', 'en']),
      capacity: 5,
    });
    expect(routing.memberOf('noor@example.com')).toEqual({
      teams: new Set(['bills']),
      languages: new Set(['en']),
      capacity: 8,
    });
    expect([routing.weightOf('directline'), routing.weightOf('msteams')]).toEqual([2, 1]);
  });

  it('says each thing that is wrong', () => {
    const path = fileOf({
      capacity: 1,
      teams: [REST, { ...REST, for: { reasons: ['boredom'] } }],
      members: { nobody: {} },
      colour: 'blue',
    });
    for (const complaint of ['colour', 'teams.1.for.reasons.0', 'nobody'])
      expect(() => readDeskTeams(path)).toThrow(complaint);
    expect(() => readDeskTeams(path)).toThrow(expect.objectContaining({ code: 'DESK_TEAMS_INVALID' }));
  });

  it.each([
    [
      'two teams of one id',
      { teams: [{ ...REST, for: { languages: ['en'] } }, REST] },
      'is the id of two teams',
    ],
    [
      'a team behind one that takes everything',
      { teams: [REST, { ...REST, id: 'b' }] },
      'nothing would reach',
    ],
    [
      'a last team that leaves something out',
      { teams: [{ ...REST, for: { languages: ['en'] } }] },
      'takes the rest',
    ],
    ['a team for nothing', { teams: [{ ...REST, id: 'b', for: {} }, REST] }, 'what the team is for'],
    ['a member of no team', { teams: [REST], members: { 'a@b.nl': { teams: ['x'] } } }, 'the team "x"'],
    ['an agent who could have nothing', { capacity: 1, teams: [REST] }, 'which takes 2 units'],
  ])('is refused with %s', (_, content, complaint) => {
    expect(() => readDeskTeams(fileOf(content))).toThrow(complaint);
  });

  it('says why it cannot be read', () => {
    const unreadable = expect.objectContaining({ code: 'DESK_TEAMS_UNREADABLE' });
    expect(() => readDeskTeams(fileOf('{'))).toThrow(unreadable);
    expect(() => readDeskTeams(join(temporaryFolder(), 'none.json'))).toThrow(unreadable);
  });

  it('is an example that can be read', () => {
    expect(readDeskTeams('data/facts/desk-teams.json').teams.map(({ id }) => id)).toEqual([
      'billing',
      'complaints',
      'service',
    ]);
  });
});

describe('without a file', () => {
  const rulesWith = (settings: Record<string, string>) =>
    assignmentRulesOf(parseSettings(botSettings, settings));

  it('nothing is limited or awaited where agents take what they see', () => {
    const { mode, routing, firstWordMs } = rulesWith({});
    expect([mode, routing.teams, routing.memberOf('a@b.nl').capacity, firstWordMs]).toEqual([
      'claim',
      [],
      null,
      null,
    ]);
  });

  it('agents can have three web chats where they are offered them, and must say something', () => {
    const { routing, firstWordMs, offerMs } = rulesWith({ DESK_ASSIGNMENT: 'offer' });
    const { capacity } = routing.memberOf('a@b.nl');
    expect((capacity ?? 0) / routing.weightOf('directline')).toBe(3);
    expect([firstWordMs, offerMs]).toEqual([90_000, 30_000]);
  });

  it('silence can be allowed', () => {
    const settings = { DESK_ASSIGNMENT: 'offer', DESK_FIRST_WORD_SECONDS: '0' };
    expect(rulesWith(settings).firstWordMs).toBeNull();
  });
});
