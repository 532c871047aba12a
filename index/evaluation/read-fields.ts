import { join } from 'node:path';
import type { Item } from '../contracts/items.js';
import { readJsonlRows } from './jsonl-rows.js';
import type { EvaluationQuery } from './read-corpus.js';

/** A community with its questions: those that an item answers and those that none does. */
export interface EvaluationSet {
  readonly name: string;
  readonly items: readonly Item[];
  readonly queries: readonly EvaluationQuery[];
}

/**
 * Reads communities written for this product: `items.jsonl` with rows `{id, domain, split, lang, title, answer, queries:
 * [{t, l, k}], near: [{t, l}]}` and `pairs.jsonl` with `{text, domain, base, kind: pair|control,
 * words?: texts}`, a set a domain. A near
 * question and a pair must not be answered; a control is answered by its base.
 *
 * @param split keeps the domains of this split only
 * @throws EVALUATION_FILE_INVALID
 */
export function readFields(directory: string, split: string): EvaluationSet[] {
  const sets = new Map<string, { items: Item[]; queries: EvaluationQuery[] }>();
  for (const row of readJsonlRows(join(directory, 'items.jsonl'))) {
    if (row.text('split') !== split) continue;
    const domain = row.text('domain');
    const set = sets.get(domain) ?? { items: [], queries: [] };
    sets.set(domain, set);
    const id = row.text('id');
    set.items.push(itemOf(id, row.text('title'), row.text('answer'), row.text('lang')));
    for (const { t, k } of row.records('queries')) set.queries.push(query(t, k, [id]));
    for (const { t } of row.records('near')) set.queries.push(query(t, 'near', []));
  }
  for (const row of readJsonlRows(join(directory, 'pairs.jsonl'))) {
    const kind = row.text('kind');
    const relevant = kind === 'control' ? [row.text('base')] : [];
    const changed = row.texts('words');
    sets.get(row.text('domain'))?.queries.push({ ...query(row.text('text'), kind, relevant), changed });
  }
  return [...sets].map(([name, set]) => ({ name: `${split}/${name}`, ...set }));
}

function query(text: string | undefined, kind: string | undefined, relevant: string[]): EvaluationQuery {
  return { text: text ?? '', relevant, split: null, kind: kind ?? null };
}

function itemOf(id: string, question: string, answer: string, language: string): Item {
  const nobody = { author: { name: '', rank: null }, votes: 0, askedAt: null, answeredAt: null };
  return {
    id,
    source: 'evaluation',
    question,
    phrasings: [],
    answer,
    language,
    ...nobody,
    tags: [],
    licence: null,
    url: null,
  };
}
