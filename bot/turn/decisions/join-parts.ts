import type { AnswerTree } from '../../../index/answers/answer-tree.js';
import type { AnswerPart } from '../../../index/contracts/search.js';

/** Parts of an answer as one: sentences in a paragraph, all else below each other. */
export function joinParts(parts: readonly AnswerPart[]): Pick<AnswerPart, 'text' | 'tree'> {
  return parts.reduce<Pick<AnswerPart, 'text' | 'tree'>>(
    (joined, part, at) => {
      if (at === 0) return { text: part.text, tree: part.tree };
      const prose = inOneParagraph(joined.tree, part);
      return prose
        ? { text: `${joined.text} ${part.text}`, tree: prose }
        : { text: `${joined.text}\n\n${part.text}`, tree: [...joined.tree, ...part.tree] };
    },
    { text: '', tree: [] },
  );
}

function inOneParagraph(before: AnswerTree, { tree, isStep }: AnswerPart): AnswerTree | null {
  const last = before.at(-1);
  const [first, ...rest] = tree;
  if (isStep || last?.type !== 'paragraph' || first?.type !== 'paragraph') return null;
  const children = [...last.children, { type: 'text', value: ' ' } as const, ...first.children];
  return [...before.slice(0, -1), { ...last, children }, ...rest];
}
