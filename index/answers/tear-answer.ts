import { isFarewell, isForTheAsker, isGreeting } from '../passages/passage-chatter.js';
import { opensWithVerdict } from '../passages/passage-ties.js';
import type { AnswerBlock, AnswerInline, AnswerListItem, AnswerTable, AnswerTree } from './answer-tree.js';
import { cutAnswer } from './cut-answer.js';
import { flatText, sliceInlines, trimInlines } from './inline-text.js';
import { sentenceEnds } from './sentence-ends.js';

/** Whether a text holds what its author did not write, such as "[telefoonnummer]" in place of a number. */
export type IsTorn = (text: string) => boolean;

/**
 * An answer without its torn parts: of a torn sentence the clause before the tear stays where that is a sentence by itself,
 * else nothing; a torn step, line of code or cell becomes "…", so that the others keep their places. What is left are whole
 * sentences of the author's; without one that says something, nothing is left. The same tree where nothing is torn.
 */
export function withoutTorn(tree: AnswerTree, isTorn: IsTorn): AnswerTree {
  const mended = mendBlocks(tree, isTorn);
  if (mended.every((block, at) => block === tree[at]) && mended.length === tree.length) return tree;
  return saysSomething(mended) ? mended : [];
}

const FEWEST_WORDS = 3;

function saysSomething(tree: AnswerTree): boolean {
  return cutAnswer(tree).pieces.some(({ text, words, leads, isOfWhole }) => {
    if (opensWithVerdict(text) || (isOfWhole && words > 0)) return true;
    const isChatter = isGreeting(text, words) || isFarewell(text, words) || isForTheAsker(text, words);
    return words >= FEWEST_WORDS && !leads && !isChatter;
  });
}

function mendBlocks(blocks: readonly AnswerBlock[], isTorn: IsTorn): AnswerBlock[] {
  let mended: AnswerBlock[] = [];
  for (const block of blocks) {
    const left = mendBlock(block, isTorn);
    if (left) mended.push(left);
    else mended = withoutIntroduction(mended);
  }
  return mended;
}

/** What introduced something that is gone goes too. */
function withoutIntroduction(blocks: readonly AnswerBlock[]): AnswerBlock[] {
  const last = blocks.at(-1);
  if (last?.type === 'heading') return blocks.slice(0, -1);
  if (last?.type !== 'paragraph' || !/:\s*$/.test(flatText(last.children))) return [...blocks];
  const ends = sentenceEnds(last.children);
  const children = trimInlines(sliceInlines(last.children, 0, ends.at(-2) ?? 0));
  const before = blocks.slice(0, -1);
  return children.length > 0 ? [...before, { ...last, children }] : before;
}

function mendBlock(block: AnswerBlock, isTorn: IsTorn): AnswerBlock | null {
  switch (block.type) {
    case 'paragraph': {
      const children = mendParagraph(block.children, isTorn);
      if (children === block.children) return block;
      return children.length === 0 ? null : { ...block, children };
    }
    case 'heading':
      return isTorn(flatText(block.children)) ? null : block;
    case 'code': {
      if (!isTorn(block.value)) return block;
      const lines = block.value.split('\n').map((line) => (isTorn(line) ? '…' : line));
      return lines.some((line) => line !== '…' && line.trim() !== '')
        ? { ...block, value: lines.join('\n') }
        : null;
    }
    case 'blockquote': {
      const children = mendBlocks(block.children, isTorn);
      if (
        children.length === block.children.length &&
        children.every((one, at) => one === block.children[at])
      ) {
        return block;
      }
      return children.length === 0 ? null : { ...block, children };
    }
    case 'table':
      return mendTable(block, isTorn);
    case 'list': {
      const items = block.children.map((item) => mendItem(item, block.start !== null, isTorn));
      if (items.every((item, at) => item === block.children[at])) return block;
      const children = items.filter((item) => item !== null);
      return children.every(isGap) ? null : { ...block, children };
    }
  }
}

const GAP: AnswerBlock = { type: 'paragraph', children: [{ type: 'text', value: '…' }] };

function mendItem(item: AnswerListItem, isStep: boolean, isTorn: IsTorn): AnswerListItem | null {
  const children = mendBlocks(item.children, isTorn);
  if (children.length === item.children.length && children.every((one, at) => one === item.children[at])) {
    return item;
  }
  if (children.length > 0) return { ...item, children };
  // A step that is gone would give the others wrong numbers.
  return isStep ? { ...item, children: [GAP] } : null;
}

function isGap({ children }: AnswerListItem): boolean {
  return children.length === 1 && children[0] === GAP;
}

function mendTable(table: AnswerTable, isTorn: IsTorn): AnswerTable {
  const cells = table.children.flatMap((row) => row.children);
  if (!cells.some((cell) => isTorn(flatText(cell.children)))) return table;
  return {
    ...table,
    children: table.children.map((row) => ({
      ...row,
      children: row.children.map((cell) =>
        isTorn(flatText(cell.children)) ? { ...cell, children: [{ type: 'text', value: '…' }] } : cell,
      ),
    })),
  };
}

/** Sentences that make no sense without a torn one before them: "Dan kijk ik …", "Vermeld daarbij …". */
const LEANS =
  /^[^\p{L}\p{N}]{0,20}(?:dan|daarbij|daarin|daarmee|vermeld|zet (?:daar|er)|noem|then|in (?:it|that|your)|mention|include|quote|he|she|they|hij|zij|ze)(?![\p{L}\p{N}])/iu;

function mendParagraph(inlines: readonly AnswerInline[], isTorn: IsTorn): readonly AnswerInline[] {
  const text = flatText(inlines);
  if (!isTorn(text)) return inlines;
  const left: AnswerInline[] = [];
  let from = 0;
  let isBehindTear = false;
  /** How much was left before a question: it goes with a torn sentence that answers it. */
  let beforeQuestion: number | null = null;
  for (const to of sentenceEnds(inlines)) {
    const sentence = text.slice(from, to);
    if (isTorn(sentence)) {
      const kept = wholeClauses(sentence, isTorn);
      if (kept.length === 0 && beforeQuestion !== null) left.length = beforeQuestion;
      const children = kept.flatMap(([start, end]) => sliceInlines(inlines, from + start, from + end));
      left.push(...ended(trimInlines(children), sentence));
      isBehindTear = kept.length === 0;
      beforeQuestion = null;
    } else if (!isBehindTear || !LEANS.test(sentence)) {
      beforeQuestion = /\?\W*$/.test(sentence) ? left.length : null;
      left.push(...sliceInlines(inlines, from, to));
      isBehindTear = false;
    }
    from = to;
  }
  return trimInlines(left);
}

/** A clause that is a sentence now ends as one. */
function ended(inlines: readonly AnswerInline[], sentence: string): AnswerInline[] {
  if (inlines.length === 0) return [];
  const end = /[.!?…][)\]"'”’]*$/.test(flatText(inlines).trimEnd()) ? '' : '.';
  const space = /\s+$/.exec(sentence)?.[0] ?? '';
  return [...inlines, { type: 'text', value: `${end}${space}` }];
}

const ASIDE = /\s*\([^()]{0,300}\)/g;
const VERDICT =
  /^\s*(?:nee|ja|jawel|no|yes|yep|nope|klopt|inderdaad|helaas(?: niet)?|unfortunately(?: not)?)(?=\s*[,;:–-])/iu;
const CLAUSE =
  /\s*(?:;|[,.]? (?:–|—|-)(?= )|,(?= (?:of|en|maar|dus|anders|or|and|but|so|otherwise)(?![\p{L}]))| (?=(?:of (?:bel|mail|app|stuur|schrijf)|or (?:call|mail|e-?mail|text|write|send))(?![\p{L}])))/gu;
const SUBORDINATE =
  /^[^\p{L}]*(?:als|indien|wanneer|omdat|doordat|zodra|voordat|nadat|terwijl|hoewel|mocht|if|when|because|as soon as|before|after|while|although|unless|tenzij)(?![\p{L}])/iu;
const FEWEST_CLAUSE_WORDS = 3;

/** Stretches of a torn sentence that are whole without the rest. */
function wholeClauses(sentence: string, isTorn: IsTorn): (readonly [from: number, to: number])[] {
  const aside = [...sentence.matchAll(ASIDE)].find(([words]) => isTorn(words));
  if (aside) {
    const end = aside.index + aside[0].length;
    const rest = sentence.slice(0, aside.index) + sentence.slice(end);
    if (!isTorn(rest)) return [[0, aside.index] as const, [end, sentence.length] as const];
  }
  const borders = [...sentence.matchAll(CLAUSE)].map(({ index }) => index).reverse();
  const border = borders.find((at) => {
    const head = sentence.slice(0, at);
    return !isTorn(head) && !SUBORDINATE.test(head) && words(head) >= FEWEST_CLAUSE_WORDS;
  });
  if (border !== undefined) return [[0, sentence.slice(0, border).replace(/[,;:\s]+$/, '').length]];
  const verdict = VERDICT.exec(sentence);
  return verdict ? [[0, verdict[0].length]] : [];
}

function words(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
