import type { TextFormat } from '../sources/contracts.js';
import { squeezeBody, squeezeWords } from './bound-body.js';
import { cleanMarkdown } from './markdown/clean-markdown.js';
import { cutCode } from './markdown/cut-code.js';
import { cleanDiscourseRaw } from './markdown/discourse-raw.js';
import { dropCourtesies } from './markdown/drop-courtesies.js';
import { dropPageNoise } from './markdown/drop-page-noise.js';
import { dropOverlaid, dropStruck } from './markdown/drop-struck.js';
import { withoutEmojiCodes } from './markdown/emoji-names.js';
import { htmlToMarkdown } from './markdown/html-to-markdown.js';
import { removeNoise } from './markdown/remove-noise.js';
import { sanitizeReply } from './markdown/sanitize-reply.js';
import { cleanCharacters } from './text/clean-characters.js';
import { repairReferences } from './text/repair-references.js';

/**
 * Turns the body of a reply into clean Markdown: links, steps and code kept; quotes, signatures, salutations, what its
 * author struck out and everything that could run in a page gone.
 *
 * @param baseUrl address of the reply, for relative links; null where it has none
 */
export function toMarkdown(body: string, format: TextFormat, baseUrl: string | null): string {
  // Converters decode entities, so characters that nobody sees and blanks in a row can come out of them again.
  const markdown = converters[format](dropOverlaid(cleanCharacters(body)), baseUrl);
  const clean = cutCode(squeezeWords(squeezeBody(cleanCharacters(markdown))))
    .map(({ text, isCode }) => (isCode ? text : withoutEmojiCodes(text)))
    .join('');
  return dropCourtesies(tidy(dropPageNoise(clean)).trim());
}

const converters: Record<TextFormat, (text: string, baseUrl: string | null) => string> = {
  html: (text, baseUrl) => htmlToMarkdown(removeNoise(sanitizeReply(repairReferences(text)), baseUrl)),
  markdown: (text) => cleanMarkdown(cleanDiscourseRaw(text)),
  text: textToMarkdown,
};

/** Plain text as Markdown: signs that would format are escaped, line ends and typed lists stay. */
function textToMarkdown(text: string): string {
  return dropStruck(text)
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/[\\`*_[\]<>]/g, '\\$&')
        .replace(/^(#{1,6}(?= )|={2,}|\+(?= )|\|)/, '\\$1'),
    )
    .join('  \n')
    .replace(/^ +$/gm, '');
}

/** At most one empty line; two spaces before a line end are a line break in Markdown and stay. */
function tidy(markdown: string): string {
  return markdown.replace(/[ \t]+(?=\n[ \t]*\n|$)/g, '').replace(/\n[ \t]*\n(?:[ \t]*\n)+/g, '\n\n');
}
