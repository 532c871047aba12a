import type { SourceRow } from '../contracts.js';
import { failedRow } from '../failed-row.js';
import { httpsLink } from '../https-link.js';
import { anyField } from '../rows/any-field.js';
import { rowToThread } from '../rows/row-to-thread.js';
import { skippedRow } from '../skipped-row.js';
import { frontMatter } from './front-matter.js';

/** A folder of articles, and who speaks in them. */
export interface ArticleFolder {
  readonly path: string;
  readonly company: string;
  /** Where its articles stand on the web, ending in "/"; null where nobody said so. */
  readonly base: string | null;
}

/** The first heading of an article, where it stands above all words. */
const HEADING = /^\s*#\s+([^\n]*?)\s*#*\s*(?:\n|$)/;
const YES = /^(?:true|yes|ja|1)$/i;

/**
 * An article as a thread of one reply. Its title is the field `title`, else its first heading; its id the path of its file, so that
 * an article that is moved is another one.
 * @param path of the file in its folder, with "/"
 */
export function articleToRow(text: string, path: string, { company, base }: ArticleFolder): SourceRow {
  const { fields, body } = frontMatter(text);
  const heading = HEADING.exec(body);
  const title = fieldOf(fields, 'title') ?? heading?.[1] ?? '';
  const id = path.replace(/\.(?:md|markdown)$/i, '');
  const said = heading ? body.slice(heading[0].length) : body;
  if (YES.test(fieldOf(fields, 'draft') ?? '')) return skippedRow('deleted', path, 'it is a draft');
  if (title.trim() === '') return failedRow(path, 'it has neither a title nor a heading', id);
  if (said.trim() === '') return failedRow(path, 'it says nothing below its title', id);
  const url = linkOf(fieldOf(fields, 'url', 'permalink', 'link'), id, base);
  return rowToThread(
    {
      id,
      url,
      title,
      format: 'markdown',
      language: fieldOf(fields, 'language', 'lang', 'locale') ?? languageOf(path),
      tags: anyField(fields, 'tags', 'labels', 'keywords') ?? [],
      category: fieldOf(fields, 'category', 'section') ?? null,
      createdAt: fieldOf(fields, 'date', 'created') ?? null,
      licence: fieldOf(fields, 'licence', 'license') ?? null,
      official: true,
      replies: [
        {
          id,
          url,
          author: { name: company, rank: null },
          createdAt: fieldOf(fields, 'date', 'created') ?? null,
          updatedAt: fieldOf(fields, 'updated', 'lastmod', 'modified') ?? null,
          votes: fieldOf(fields, 'votes') ?? 0,
          accepted: true,
          body: said,
        },
      ],
    },
    'markdown',
    path,
  );
}

type Fields = ReturnType<typeof frontMatter>['fields'];

function fieldOf(fields: Fields, ...names: readonly string[]): string | undefined {
  const value = anyField(fields, ...names);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The link that the article names, in full or below the base; else its path below the base. */
function linkOf(written: string | undefined, id: string, base: string | null): string | null {
  if (base === null) return httpsLink(written);
  const place = written ?? id.split('/').map(encodeURIComponent).join('/');
  return URL.canParse(place, base) ? httpsLink(new URL(place, base).href) : null;
}

/** `nl/factuur.md` and `factuur.nl.md` are Dutch. */
function languageOf(path: string): string | null {
  const [folder = ''] = path.split('/');
  const behind = /\.([a-z]{2})\.(?:md|markdown)$/i.exec(path)?.[1];
  return behind ?? (path.includes('/') && /^[a-z]{2}(?:-[a-z]{2})?$/i.test(folder) ? folder : null);
}
