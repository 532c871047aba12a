import { afterEach, expect, it, vi } from 'vitest';
import type { DeskRole } from '../../../../../bot/contracts/desk.js';
import type { DeskActions } from '../../../../../channels/desk/page/create-desk-actions.js';
import {
  type Command,
  type CommandGroup,
  findCommands,
} from '../../../../../channels/desk/page/state/palette/find-commands.js';
import { allPlaces, toolPlaces } from '../../../../../channels/desk/page/views/lists/tool-places.js';
import { searchLater } from '../../../../../channels/desk/page/views/palette/search-later.js';
import { wordsIn } from '../../../../../channels/desk/page/words/words.js';

const command = (label: string, group: CommandGroup = 'page', detail = ''): Command => ({
  ...{ id: `${group} ${label}`, group, label, detail },
  run: () => {},
});
const labels = (commands: readonly Command[]) => commands.map(({ label }) => label);

it('the palette finds by every word, in any case and accent, what begins with it first', () => {
  const commands = [
    command('Oproep van Zoë'),
    command('Zoeken'),
    command('Verzoek afronden'),
    command('Anna', 'conversation', 'Mijn modem knippert in de zoëven verbouwde kamer'),
  ];
  expect(labels(findCommands(commands, 'ZOË'))).toEqual([
    'Anna',
    'Zoeken',
    'Oproep van Zoë',
    'Verzoek afronden',
  ]);
  expect(labels(findCommands(commands, 'modem anna'))).toEqual(['Anna']);
  expect(labels(findCommands(commands, 'anna wifi'))).toEqual([]);
});

it('the palette lists actions first, and so many of a group that all groups are seen', () => {
  const pages = Array.from({ length: 30 }, (_, index) => command(`Pagina ${index}`));
  const people = Array.from({ length: 50 }, (_, index) => command(`Persoon ${index}`, 'person'));
  const found = findCommands([...people, ...pages, command('Sluiten', 'action')], '');
  expect(found).toHaveLength(1 + 8 + 8);
  expect(found.map(({ group }) => group)).toEqual([
    'action',
    ...Array(8).fill('page'),
    ...Array(8).fill('person'),
  ]);
});

it.each<[DeskRole, string[], string[]]>([
  ['agent', [], []],
  ['lead', ['lead'], []],
  ['content', ['content', 'releases'], []],
  ['administrator', ['content', 'releases', 'lead'], ['team', 'audit', 'privacy']],
])('the palette finds every page of role %s, those that the list names among them', (role, tools, others) => {
  const kinds = (places: ReturnType<typeof allPlaces>) => places.map(({ kind }) => kind);
  const listed = ['search', 'with-bot', 'canned', 'mentions', ...tools];
  expect(kinds(toolPlaces({ role }, wordsIn('nl')))).toEqual(listed);
  expect(kinds(allPlaces({ role }, wordsIn('nl')))).toEqual(['queue', ...listed, 'account', ...others]);
});

type Answer = Awaited<ReturnType<DeskActions['search']>>;
const NOTHING: Answer = { isOk: true, value: { found: [], next: null } };

afterEach(() => void vi.useRealTimers());

it('the palette asks the server for three letters or more, once typing rests', async () => {
  vi.useFakeTimers();
  const [asked, taken]: [string[], unknown[]] = [[], []];
  const search: DeskActions['search'] = async ({ words }) => {
    asked.push(words);
    return NOTHING;
  };
  const type = (query: string) => searchLater(query, search, (found) => taken.push(found));
  type(' mo ');
  type('mod')();
  await vi.advanceTimersByTimeAsync(300);
  type('modem ');
  await vi.advanceTimersByTimeAsync(499);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect([asked, taken]).toEqual([['modem'], [[]]]);
});

it('the palette takes nothing that was asked for before the words were changed or erased', async () => {
  vi.useFakeTimers();
  const answers: ((answer: Answer) => void)[] = [];
  const taken: unknown[] = [];
  const search = () => new Promise<Answer>((resolve) => answers.push(resolve));
  const leave = searchLater('modem', search, (found) => taken.push(found));
  await vi.advanceTimersByTimeAsync(500);
  expect(answers).toHaveLength(1);
  leave();
  searchLater('mo', search, (found) => taken.push(found));
  answers[0]?.(NOTHING);
  await vi.advanceTimersByTimeAsync(500);
  expect([answers.length, taken]).toEqual([1, []]);
});
