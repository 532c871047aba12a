import { fc } from './properties.js';

/** Well-formed Markdown with the words that a reader must find in it, in order. */
export function wordedMarkdown(): fc.Arbitrary<{
  readonly markdown: string;
  readonly words: readonly string[];
}> {
  return fc.array(block(), { minLength: 1, maxLength: 6 }).map((blocks) => {
    const markdown = blocks.map((write) => write(0)).join('\n\n');
    return { markdown, words: markdown.match(/w[a-z]{3,7}w/g) ?? [] };
  });
}

/** Writes a block whose lines begin after so many spaces. */
type Write = (indent: number) => string;

function block(): fc.Arbitrary<Write> {
  return fc.oneof(paragraph(), heading(), list(2), quotation(), code(), table());
}

function knownWord(): fc.Arbitrary<string> {
  return fc.stringMatching(/^w[a-z]{3,7}w$/);
}

function sentence(): fc.Arbitrary<string> {
  const marked = fc
    .tuple(knownWord(), fc.constantFrom('', '**', '*', '***', '`', '_', 'link', 'picture'))
    .map(([known, mark]) => {
      if (mark === 'link') return `[${known}](https://example.nl/a_(b)?c=1 "titel")`;
      if (mark === 'picture') return `![${known}](https://example.nl/p.png)`;
      return `${mark}${known}${mark}`;
    });
  return fc.array(marked, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
}

function paragraph(): fc.Arbitrary<Write> {
  return fc
    .array(sentence(), { minLength: 1, maxLength: 3 })
    .map((lines) => (indent) => lines.map((line) => ' '.repeat(indent) + line).join('\n'));
}

function heading(): fc.Arbitrary<Write> {
  return fc.tuple(fc.integer({ min: 1, max: 6 }), sentence()).map(
    ([level, words]) =>
      (indent) =>
        `${' '.repeat(indent)}${'#'.repeat(level)} ${words}`,
  );
}

function list(depth: number): fc.Arbitrary<Write> {
  const inner = depth > 1 ? fc.option(list(depth - 1), { nil: null }) : fc.constant(null);
  return fc
    .tuple(fc.boolean(), fc.array(fc.tuple(sentence(), inner), { minLength: 1, maxLength: 4 }))
    .map(([isNumbered, items]) => (indent) => {
      const lines = items.map(([words, nested], index) => {
        const marker = isNumbered ? `${index + 1}. ` : '- ';
        const line = `${' '.repeat(indent)}${marker}${words}`;
        return nested ? `${line}\n${nested(indent + marker.length)}` : line;
      });
      return lines.join('\n');
    });
}

function quotation(): fc.Arbitrary<Write> {
  return sentence().map((words) => (indent) => `${' '.repeat(indent)}> ${words}`);
}

function code(): fc.Arbitrary<Write> {
  return fc.array(knownWord(), { minLength: 1, maxLength: 3 }).map((lines) => (indent) => {
    const edge = ' '.repeat(indent);
    return [`${edge}\`\`\`sh`, ...lines.map((line) => `${edge}  ${line}`), `${edge}\`\`\``].join('\n');
  });
}

function table(): fc.Arbitrary<Write> {
  return fc.array(fc.tuple(knownWord(), knownWord()), { minLength: 2, maxLength: 4 }).map((rows) => () => {
    const [head, ...others] = rows.map((row) => `| ${row.join(' | ')} |`);
    return [head, '| --- | :-: |', ...others].join('\n');
  });
}
