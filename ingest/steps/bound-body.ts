import { squeezeRuns } from '../../index/language/squeeze-runs.js';

/** The longest body that is cleaned, in characters, blanks in a row and pictures inside the text not counted. */
const LONGEST = { html: 120_000, markdown: 60_000, text: 60_000 } as const;
/** More tags than this are no answer; parsers of HTML take their time over each. */
const MOST_TAGS = 5_000;
/** Code may be indented so far; more blanks in a row say nothing. */
const MOST_BLANKS = 40;
/** Lines of signs are shorter, and so are addresses and what is encoded. */
const RUNS = { sameSign: 120, unbroken: 2_000, blanks: 200 };

/**
 * Takes out of a body what is long and says nothing: blanks and empty lines in a row, pictures written out as data.
 * Steps behind this one may take time that grows faster than the length.
 */
export function squeezeBody(body: string): string {
  return body
    .replace(/[^\S\n]{41,}/g, ' '.repeat(MOST_BLANKS))
    .replace(/(?:[^\S\n]{0,40}\n){5,}/g, '\n\n\n')
    .replace(/\bdata:[a-z/+.-]{1,60};base64,[a-z\d+/=]{100,}/gi, 'data:');
}

/** Shortens runs in what was read out of a body, in Markdown: patterns that look for words would take their time over them. */
export function squeezeWords(markdown: string): string {
  return squeezeRuns(markdown, RUNS);
}

/** Whether a squeezed body is too long, or too full of tags, to be cleaned. */
export function isBodyTooLong(body: string, format: keyof typeof LONGEST): boolean {
  if (body.length > LONGEST[format]) return true;
  return body.split(/<(?=[a-z!/])/i, MOST_TAGS + 2).length > MOST_TAGS + 1;
}
