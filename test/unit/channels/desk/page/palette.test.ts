import { expect, it } from 'vitest';
import {
  type Command,
  type CommandGroup,
  findCommands,
} from '../../../../../channels/desk/page/state/palette/find-commands.js';

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
