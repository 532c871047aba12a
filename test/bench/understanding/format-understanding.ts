import type { UnderstandingResult } from '../understanding.js';

/** The measurement as tables in plain text. */
export function formatUnderstanding({
  language,
  examples,
  firstReadings,
  reported,
}: UnderstandingResult): string {
  const lines = ['Language: share right by number of words'];
  for (const [detector, { right, movedOffPage }] of Object.entries(language)) {
    for (const [name, groups] of Object.entries(right)) {
      const cells = groups.map(({ words, of, share }) => `${words}: ${share ?? '-'} of ${of}`);
      lines.push(`  ${detector.padEnd(7)} ${name.padEnd(14)} ${cells.join('   ')}`);
    }
    const moved = Object.entries(movedOffPage).map(
      ([name, { of, share }]) => `${name} ${share ?? '-'} of ${of}`,
    );
    lines.push(`  ${detector.padEnd(7)} leaves the page's language for: ${moved.join('   ')}`);
  }
  lines.push('', 'Labelled examples: precision / recall now');
  for (const [name, { examples: of, wanted, precision, recall }] of Object.entries(examples)) {
    lines.push(`  ${name.padEnd(22)} ${of} (${wanted})   ${precision ?? '-'} / ${recall ?? '-'}`);
  }
  lines.push('', 'First reading, by batch: precision / recall');
  for (const [name, batches] of Object.entries(firstReadings)) {
    const cells = Object.entries(batches).map(
      ([batch, { precision, recall }]) => `${batch}: ${precision} / ${recall}`,
    );
    lines.push(`  ${name.padEnd(22)} ${cells.join('   ')}`);
  }
  lines.push('', 'Evaluation questions, report half: person, clear matter, unclear matter, annoyed');
  for (const [kind, row] of Object.entries(reported)) {
    lines.push(
      `  ${kind.padEnd(12)} ${row.questions}: ${row.person}, ${row.clearMatter}, ${row.unclearMatter}, ${row.annoyed}`,
    );
  }
  return lines.join('\n');
}
