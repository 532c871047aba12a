import type { AnswerBlock, AnswerTree } from '../answers/answer-tree.js';
import { cutAnswer } from '../answers/cut-answer.js';
import { treeOfPieces } from '../answers/cut-passage.js';
import { treeWords } from '../answers/tree-words.js';
import { writeAnswer } from '../answers/write-answer.js';
import type { AnswerPart } from '../contracts/search.js';
import { passageParts } from './passage-parts.js';

/**
 * Cuts an answer into the parts it is read in, one after another: each step or point of a list for itself, the first with
 * what introduces it; each sentence of a paragraph; a table or code whole. Greetings and farewells are left out.
 */
export function readingParts(tree: AnswerTree): AnswerPart[] {
  const cut = cutAnswer(tree);
  const trees = passageParts(cut)
    .filter(({ isChatter }) => !isChatter)
    .map(({ pieces }) => treeOfPieces(cut.leaves, pieces));
  return trees.flatMap(stepsOf).filter(({ plain }) => plain !== '');
}

/** A part for each step of its lists; the part itself where it has none. */
function stepsOf(tree: AnswerTree): AnswerPart[] {
  const parts: AnswerPart[] = [];
  let before: AnswerBlock[] = [];
  for (const block of tree) {
    if (block.type !== 'list') {
      before.push(block);
      continue;
    }
    block.children.forEach((item, at) => {
      const start = block.start === null ? null : block.start + at;
      parts.push(partOf([...before, { ...block, start, children: [item] }], true));
      before = [];
    });
  }
  return before.length > 0 ? [...parts, partOf(before, false)] : parts;
}

function partOf(tree: AnswerTree, isStep: boolean): AnswerPart {
  return { text: writeAnswer(tree), tree, plain: treeWords(tree), isStep };
}
