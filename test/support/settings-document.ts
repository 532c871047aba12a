import type { SettingTable } from '../../index/platform/settings.js';

/** What .env.example says: every setting with its sentence and its example, a secret or unset one commented out. */
export function writeEnvExample(tables: readonly { title: string; table: SettingTable }[]): string {
  const head = [
    '# Copy this file to .env and change what you need; every line may stay as it is.',
    '# Settings are read once at the start. Written from the settings tables in the code: see "Who changes it" in README.md.',
  ];
  const parts = tables.flatMap(({ title, table }) => [
    '',
    `# --- ${title} ---`,
    ...Object.entries(table).flatMap(([name, { about, example }]) => [
      '',
      ...wrap(about).map((line) => `# ${line}`),
      example === '' ? `# ${name}=` : `${name}=${example}`,
    ]),
  ]);
  return `${[...head, ...parts].join('\n')}\n`;
}

function wrap(text: string, width = 108): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
