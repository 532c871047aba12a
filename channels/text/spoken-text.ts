import type { OutgoingMessage, SpokenLanguage } from '../../bot/contracts/messages.js';
import { splitAtAddresses } from '../../index/platform/web-addresses.js';
import { answerBlocks, STRUCK } from '../page/answer-blocks.js';
import { inlineText } from '../page/inline-text.js';
import type { Block, Inline } from '../page/shown-blocks.js';
import { readableLine } from './readable.js';
import { spokenNumbers } from './spoken-numbers.js';

/** What a voice says of what can only be seen. */
interface SpokenWords {
  readonly step: (number: number) => string;
  readonly address: string;
  readonly code: string;
  readonly rest: string;
  readonly choose: string;
  readonly or: string;
}

const WORDS: Readonly<Record<SpokenLanguage, SpokenWords>> = {
  nl: {
    step: (number) => `Stap ${number}: `,
    address: 'het adres op het scherm',
    code: 'De code staat op het scherm.',
    rest: 'De rest staat op het scherm.',
    choose: 'U kunt zeggen: ',
    or: ' of ',
  },
  en: {
    step: (number) => `Step ${number}: `,
    address: 'the address on the screen',
    code: 'The code is on the screen.',
    rest: 'The rest is on the screen.',
    choose: 'You can say: ',
    or: ' or ',
  },
};

/** In characters, some half a minute of speech. */
const LONGEST_SAID = 420;
const LONGEST_CHOICES = 4;
const LONGEST_TITLE = 90;

/**
 * What a voice says of a message (`speak` of the Bot Framework protocol, as plain text): its words without Markdown and
 * addresses, steps and numbers as people say them, no more than can be listened to, then what may be answered. '' for a
 * message without words.
 */
export function spokenText(message: OutgoingMessage): string {
  const { language, source, feedback, choices } = message;
  const words = WORDS[language];
  const said = sentencesOf(answerBlocks(message.tree, language), language);
  const short = shortened(said, message.more !== null, words.rest);
  const titles = [...(feedback ? [feedback.yes, feedback.no] : []), ...choices].map(({ title }) =>
    plain(readableLine(title), language).slice(0, LONGEST_TITLE),
  );
  return [
    plain(readableLine(message.intro ?? ''), language),
    ...short,
    plain(readableLine(source?.ageNote ?? ''), language),
    plain(readableLine(feedback?.question ?? ''), language),
    choicesOf(titles, words),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function choicesOf(titles: readonly string[], { choose, or }: SpokenWords): string {
  const said = titles.filter((title) => title !== '').slice(0, LONGEST_CHOICES);
  const last = said.pop();
  if (last === undefined) return '';
  return `${choose}${said.length === 0 ? last : `${said.join(', ')}${or}${last}`}.`;
}

/** The first sentences that fit, at least one; then where the rest is. */
function shortened(sentences: readonly string[], isPart: boolean, rest: string): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const sentence of sentences) {
    length += sentence.length + 1;
    if (kept.length > 0 && length > LONGEST_SAID) break;
    kept.push(sentence.length > LONGEST_SAID ? cutAtWord(sentence) : sentence);
  }
  const isWhole = kept.length === sentences.length && length <= LONGEST_SAID && !isPart;
  return isWhole ? kept : [...kept, rest];
}

function cutAtWord(sentence: string): string {
  return `${sentence.slice(0, LONGEST_SAID).replace(/\s+\S*$/u, '')}.`;
}

function sentencesOf(blocks: readonly Block[], language: SpokenLanguage): string[] {
  return blocks.flatMap((block) => sentencesIn(block, language));
}

function sentencesIn(block: Block, language: SpokenLanguage): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return split(inlines(block.children, language));
    case 'code-block':
      return [WORDS[language].code];
    case 'quote':
      return sentencesOf(block.children, language);
    case 'list':
      return block.items.map((item, index) => {
        const words = sentencesOf(item, language).join(' ');
        return block.start === null ? words : `${WORDS[language].step(block.start + index)}${words}`;
      });
  }
}

/** Each line ends a sentence, as it does for the ear. */
function split(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .flatMap((line) => ended(line).split(/(?<=[.!?:])\s+(?=\p{Lu})/u));
}

function ended(line: string): string {
  return /[.!?:;,…]["”’)]?$/u.test(line) ? line : `${line}.`;
}

function inlines(children: readonly Inline[], language: SpokenLanguage): string {
  const text = inlineText(children, { link: (words) => words });
  // What is struck out holds no more, and a voice cannot strike out.
  const holding = text.split(STRUCK).filter((_, at) => at % 2 === 0);
  return plain(holding.join(' '), language);
}

function plain(text: string, language: SpokenLanguage): string {
  const { address } = WORDS[language];
  const withoutAddresses = splitAtAddresses(text)
    .map((part) => (part.isAddress ? address : part.text))
    .join('')
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, address);
  return spokenNumbers(withoutAddresses, language)
    .replace(/(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+/gu, (sign) => (/^[\d#*]/.test(sign) ? sign : ''))
    .replace(/[*_`~#>|\\]+/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ([.,!?;:])/g, '$1')
    .trim();
}
