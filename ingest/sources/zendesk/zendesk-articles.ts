import { isRecord } from '../../../index/platform/is-record.js';
import type { Source, SourceRow } from '../contracts.js';
import { fetchJson, HIDDEN } from '../http/fetch-json.js';
import type { ListedThread, ThreadReading } from '../listed/contracts.js';
import { listedSource } from '../listed/listed-source.js';
import { versionOf } from '../listed/listed-state.js';
import { anyField, listedNames, wordOf } from '../rows/any-field.js';
import type { JsonRecord } from '../rows/json-record.js';
import { rowToThread } from '../rows/row-to-thread.js';
import type { ZendeskArticlesOptions } from './contracts.js';
import { zendeskPages } from './zendesk-pages.js';

/** Raised when articles are read otherwise, so that all are read again: since 2 they are the company's own. */
const READ_AS = 2;

/**
 * The articles of a help centre as a source (developer.zendesk.com, "Articles"). A list gives them whole, so that only what is
 * read again by name takes a request of its own. Drafts, and what is for some people only, are left out.
 */
export function zendeskArticles(options: ZendeskArticlesOptions): Source {
  /** Those of the last page, as they were listed a moment ago. */
  let listed = new Map<string, JsonRecord>();

  async function* list(): AsyncGenerator<ListedThread> {
    const inOrder = { sort_by: 'created_at', sort_order: 'asc' };
    for await (const { items } of zendeskPages(options, `${folderOf(options)}.json`, 'articles', inOrder)) {
      const shown = items.filter(isForEverybody);
      listed = new Map(shown.map((article) => [String(article.id), article]));
      for (const [id, { updated_at, edited_at, title, label_names }] of listed) {
        yield { id, version: versionOf(READ_AS, updated_at, edited_at, title, label_names) };
      }
    }
  }

  return listedSource(options.name, {
    list,
    async *read([wanted]) {
      if (!wanted) return;
      const article = listed.get(wanted.id) ?? (await fetchArticle(options, wanted.id));
      listed.delete(wanted.id);
      yield readingOf(wanted.id, article, options);
    },
    batch: 1,
    reread: options.reread,
  });
}

function folderOf({ locale }: ZendeskArticlesOptions): string {
  return `/api/v2/help_center${locale === null ? '' : `/${locale.toLowerCase()}`}/articles`;
}

async function fetchArticle(options: ZendeskArticlesOptions, id: string): Promise<JsonRecord | null> {
  if (!/^\d{1,20}$/.test(id)) return null;
  const { base, headers, http } = options;
  const address = `${base}${folderOf(options)}/${id}.json`;
  const { value } = await fetchJson(http, address, { headers, accepted: HIDDEN });
  const { article } = value;
  return isRecord(article) && isForEverybody(article) ? article : null;
}

/** `user_segment_id` is null for what everybody may read; older versions of the interface leave it out. */
function isForEverybody(article: JsonRecord): boolean {
  const segment = article.user_segment_id;
  return article.draft !== true && (segment === null || segment === undefined);
}

function readingOf(
  id: string,
  article: JsonRecord | null,
  { company, locale }: ZendeskArticlesOptions,
): ThreadReading {
  const position = `article ${id}`;
  if (article === null) return { id, row: { kind: 'gone', threadId: id, position } };
  const answer = {
    id,
    url: article.html_url,
    author: { name: company, rank: null },
    createdAt: anyField(article, 'edited_at', 'updated_at', 'created_at'),
    votes: article.vote_sum,
    accepted: true,
    body: article.body,
  };
  const row: SourceRow = rowToThread(
    {
      id,
      url: article.html_url,
      title: anyField(article, 'title', 'name'),
      format: 'html',
      language: wordOf(article.locale) ?? locale,
      tags: listedNames(article.label_names, 'name'),
      createdAt: article.created_at,
      official: true,
      replies: [answer],
    },
    'html',
    position,
  );
  return { id, row };
}
