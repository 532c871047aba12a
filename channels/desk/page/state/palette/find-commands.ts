/** In the order in which they are listed. */
export const COMMAND_GROUPS = ['action', 'conversation', 'page', 'person'] as const;

export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that the palette finds. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  /** What tells it from others of its name; '' for nothing. It is searched as well. */
  readonly detail: string;
  readonly run: () => void;
}

/** Most of a group that are listed. */
const MOST_OF_GROUP = 8;

/**
 * The commands in which every word of a query stands, in letters of any case and accent: those whose label begins with it first,
 * then those in which a word does. Of an empty query all, as many as are listed.
 */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const asked = folded(query).trim();
  const words = asked.split(/\s+/).filter(Boolean);
  const ranked = commands
    .map((command) => ({ command, rank: rankOf(command, asked, words) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank);
  return COMMAND_GROUPS.flatMap((group) =>
    ranked
      .filter(({ command }) => command.group === group)
      .slice(0, MOST_OF_GROUP)
      .map(({ command }) => command),
  );
}

const NOT_FOUND = 3;

function rankOf({ label, detail }: Command, asked: string, words: readonly string[]): number {
  const name = folded(label);
  const whole = `${name} ${folded(detail)}`;
  if (!words.every((word) => whole.includes(word))) return NOT_FOUND;
  if (name.startsWith(asked)) return 0;
  return words.every((word) => ` ${name}`.includes(` ${word}`)) ? 1 : 2;
}

/** Without case and accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
