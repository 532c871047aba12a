import type { Item, Statement } from '../../index/contracts/items.js';
import { judgeAnswer } from './judge-answer.js';
import { dropStruck } from './markdown/drop-struck.js';
import { redact } from './redact.js';

/** Raised when cleaning or redaction takes out more than it did: items made before are then cleaned anew. */
export const CLEANING_VERSION = 3;

/** An item made by an older version of cleaning as today's would publish it; null where nothing is left of it. */
export function cleanItem(item: Item, publicContacts: readonly string[]): Item | null {
  const clean = (text: string) => redact(text, item.language, publicContacts).text;
  const answer = clean(dropStruck(item.answer).trim());
  const cleanStatement = (statement: Statement): Statement => ({
    ...statement,
    text: clean(dropStruck(statement.text).trim()),
    author: { ...statement.author, name: clean(statement.author.name) },
  });
  if (judgeAnswer(answer) === 'answer-empty') return null;
  return {
    ...item,
    question: clean(item.question),
    phrasings: item.phrasings.map(clean),
    ...(item.asked ? { asked: item.asked.map(clean) } : {}),
    answer,
    ...(item.earlier ? { earlier: item.earlier.map(cleanStatement) } : {}),
    ...(item.additions ? { additions: item.additions.map(cleanStatement) } : {}),
    ...(item.whatChanged === undefined ? {} : { whatChanged: clean(item.whatChanged) }),
    ...(item.answeredIn === undefined ? {} : { answeredIn: clean(item.answeredIn) }),
    author: { ...item.author, name: clean(item.author.name) },
    tags: item.tags.map(clean),
    ...(item.category === undefined ? {} : { category: clean(item.category) }),
  };
}
