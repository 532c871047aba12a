import type { QuestionKind, SearchFilter } from '../contracts/filters.js';
import { indexErrors } from '../errors.js';

const KINDS: readonly QuestionKind[] = ['how-to', 'fault', 'explanation'];

/** What somebody typed behind the options of a command, each with "," between several. */
interface FilterWords {
  readonly topic?: string | undefined;
  readonly product?: string | undefined;
  readonly kind?: string | undefined;
  readonly language?: string | undefined;
}

/** @throws COMMAND_INVALID for a kind that there is none of */
export function filterOf({ topic, product, kind, language }: FilterWords): SearchFilter {
  const kinds = kind === undefined ? undefined : listed(kind);
  const unknown = kinds?.find((each) => !isKind(each));
  if (unknown !== undefined) {
    throw indexErrors.COMMAND_INVALID({ reason: `--kind is ${KINDS.join(', ')}, not "${unknown}"` });
  }
  return {
    ...(topic === undefined ? {} : { topics: listed(topic) }),
    ...(product === undefined ? {} : { products: listed(product) }),
    ...(kinds === undefined ? {} : { kinds: kinds.filter(isKind) }),
    ...(language === undefined ? {} : { languages: listed(language) }),
  };
}

function listed(words: string): string[] {
  return words
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function isKind(word: string): word is QuestionKind {
  return KINDS.some((kind) => kind === word);
}
