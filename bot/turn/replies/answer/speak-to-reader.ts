import type { AnswerInline, AnswerTree } from '../../../../index/answers/answer-tree.js';
import type { Item } from '../../../../index/contracts/items.js';
import type { SpokenLanguage } from '../../../contracts/messages.js';
import { phrasesOf } from '../../phrases/phrases-of.js';

/** People whom an asker tells of: "my daughter". */
const PERSON =
  'dochter(?:tje)?|zoon(?:tje)?|kind(?:je)?|kleinzoon|kleindochter|man|vrouw|echtgeno(?:ot|te)|partner|vriend(?:in)?|moeder|vader|ouders|schoon(?:moeder|vader|ouders|zoon|dochter)|ma|pa|opa|oma|broer(?:tje)?|zus(?:je)?|tante|oom|buurman|buurvrouw|collega|huisgenoot|baas|daughter|son|child|grandson|granddaughter|husband|wife|boyfriend|girlfriend|fianc(?:e|é)e?|mother|father|mum|mom|dad|parents|(?:mother|father|son|daughter)-in-law|grandmother|grandfather|grandma|grandpa|nan|brother|sister|aunt|uncle|neighbou?r|colleague|flatmate|roommate|boss|friend';
const OF_ASKER = new RegExp(`(?<!\\p{L})(?:mijn|m['’]n|mn|onze|my|our) (${PERSON})(?!\\p{L})`, 'giu');
const OF_READER = new RegExp(`(?<!\\p{L})(?:je|jouw|uw|your) (${PERSON})(?!\\p{L})`, 'giu');

/**
 * An answer as it is told to somebody else than its asker: "your daughter" is the asker's, who wrote of hers, and becomes
 * "[the person concerned]" in the brackets with which an editor marks words that are not the author's. An answer that speaks of
 * anybody's partner stays as it is, and so does one to a customer who speaks of the same.
 * @param question what the customer asked
 */
export function speakToReader(
  tree: AnswerTree,
  { question: title, asked = [], language }: Pick<Item, 'question' | 'asked' | 'language'>,
  question: string | null,
): AnswerTree {
  const told = peopleIn([title, ...asked].join('\n'));
  for (const person of peopleIn(question ?? '')) told.delete(person);
  if (told.size === 0) return tree;
  const spoken: SpokenLanguage = language === 'nl' ? 'nl' : 'en';
  const named = `[${phrasesOf(spoken).personConcerned}]`;
  const replaced = (value: string) =>
    value.replace(OF_READER, (whole, person: string) => {
      if (!told.has(person.toLowerCase())) return whole;
      return /^\p{Lu}/u.test(whole) ? `[${capital(named.slice(1))}` : named;
    });
  return withText(tree, replaced);
}

function peopleIn(text: string): Set<string> {
  return new Set([...text.matchAll(OF_ASKER)].map(([, person = '']) => person.toLowerCase()));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The same tree with other words in its texts; itself where none changed. */
function withText(tree: AnswerTree, change: (value: string) => string): AnswerTree {
  let hasChanged = false;
  const changed = mapTexts(tree, (value) => {
    const next = change(value);
    hasChanged ||= next !== value;
    return next;
  });
  return hasChanged ? changed : tree;
}

type Node = AnswerTree[number] | AnswerInline;

function mapTexts<T>(nodes: readonly T[], change: (value: string) => string): T[] {
  return nodes.map((node) => {
    const known = node as unknown as Node;
    if (known.type === 'text') return { ...known, value: change(known.value) } as T;
    if (!('children' in known)) return node;
    return { ...known, children: mapTexts<unknown>(known.children, change) } as T;
  });
}
