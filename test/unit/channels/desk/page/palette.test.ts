import { afterEach, expect, it, vi } from 'vitest';
import type { DeskActions } from '../../../../../channels/desk/page/create-desk-actions.js';
import {
  type Command,
  type CommandGroup,
  findCommands,
} from '../../../../../channels/desk/page/state/palette/find-commands.js';
import { searchLater } from '../../../../../channels/desk/page/views/palette/search-later.js';

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
