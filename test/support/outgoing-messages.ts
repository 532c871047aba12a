import type {
  AnswerSource,
  Choice,
  ChoiceValue,
  FeedbackRequest,
  OutgoingMessage,
} from '../../bot/contracts/messages.js';
import { ADDRESSES, BLOCKS, MARKS, STRANGE } from './hostile-pieces.js';
import { inWords } from './in-words.js';
import { fc } from './properties.js';

/** Any message that the bot could send, and many that it never will; the same arbitrary each time. */
export function outgoingMessages(): fc.Arbitrary<OutgoingMessage> {
  anyMessage ??= anyOutgoingMessage();
  return anyMessage;
}

let anyMessage: fc.Arbitrary<OutgoingMessage> | undefined;

/** Hostile Markdown, endless titles, odd addresses. */
function anyOutgoingMessage(): fc.Arbitrary<OutgoingMessage> {
  const record = fc.record({
    speaker: fc.record({ kind: fc.constantFrom('bot', 'agent'), name: anyLine() }),
    isQuote: fc.boolean(),
    intro: anyLine(),
    language: fc.constantFrom('nl', 'en'),
    more: orNull(
      fc
        .record({ title: anyLine(), words: anyMarkdown() })
        .map(({ title, words }) => ({ title, ...inWords(words) })),
    ),
    source: orNull(anySource()),
    choices: fc.oneof(fc.array(anyChoice(), { maxLength: 6 }), fc.array(anyChoice(), { maxLength: 30 })),
    feedback: orNull(anyFeedback()),
    status: orNull(
      fc.record({
        handoff: fc.constantFrom('with-bot', 'offered', 'waiting', 'with-agent', 'solved', 'expired'),
        agentName: orNull(anyLine()),
        queuePosition: orNull(fc.integer({ min: 1, max: 99 })),
      }),
    ),
  });
  return fc.tuple(record, anyMarkdown()).map(([message, words]) => ({ ...message, ...inWords(words) }));
}

/** Any Markdown: every mark in every place, emoji, right-to-left text, control characters, now and then very long. */
export function anyMarkdown(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: word() },
    { weight: 6, arbitrary: fc.constantFrom(...MARKS) },
    { weight: 2, arbitrary: fc.constantFrom(...BLOCKS) },
    { weight: 2, arbitrary: fc.constantFrom(...STRANGE) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  );
  const some = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const long = fc
    .tuple(some, fc.integer({ min: 1, max: 200 }), fc.constantFrom('\n\n', '\n', ' ', ''))
    .map(([text, times, between]) => `${text}${between}`.repeat(times).slice(0, 20_000));
  return fc.oneof({ weight: 5, arbitrary: some }, { weight: 1, arbitrary: long });
}

/** Letters and digits of texts in a row: what is left of their words once marks, spaces and cuts are gone. */
export function lettersOf(...texts: readonly string[]): string {
  return texts.join('').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The part of `needed` from the first letter that is not found in order; null where every letter is. */
export function firstLost(needed: string, shown: string): string | null {
  let at = 0;
  for (const [index, letter] of [...needed].entries()) {
    at = shown.indexOf(letter, at) + 1;
    if (at === 0) return [...needed].slice(index, index + 40).join('');
  }
  return null;
}

/** Any plain line, such as a title or a name: mostly of a usual length. */
export function anyLine(): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(word(), { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    },
    {
      weight: 3,
      arbitrary: fc.array(word(), { minLength: 5, maxLength: 18 }).map((words) => words.join(' ')),
    },
    { weight: 2, arbitrary: fc.constantFrom(...STRANGE, ...MARKS, 'Ja', 'Ja', 'Nee', '1', '2', '3', '') },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 100, max: 3_000 }).map((length) => 'x'.repeat(length)) },
  );
}

function anySource(): fc.Arbitrary<AnswerSource> {
  return fc.record({
    itemId: anyId(),
    question: anyLine(),
    author: anyLine(),
    authorRank: orNull(anyLine()),
    answeredAt: orNull(fc.constant('2025-03-03T10:00:00.000Z')),
    url: orNull(fc.constantFrom(...ADDRESSES)),
    licence: orNull(fc.constantFrom('CC BY-SA 4.0', 'CC0', '*')),
    language: fc.constantFrom('nl', 'en', 'de'),
    line: anyLine(),
    linkTitle: fc.oneof(fc.constantFrom('Naar de community', 'View in community'), anyLine()),
    ageNote: orNull(anyLine()),
  });
}

function anyChoice(): fc.Arbitrary<Choice> {
  const value: fc.Arbitrary<ChoiceValue> = fc.oneof(
    fc.record({ action: fc.constant('pick-item'), turnId: anyId(), itemId: anyId() }),
    fc.record({ action: fc.constant('none-of-these'), turnId: anyId() }),
    fc.record({ action: fc.constantFrom('request-person', 'decline-person', 'cancel-request') }),
  );
  return fc.record({ title: anyLine(), value });
}

function anyFeedback(): fc.Arbitrary<FeedbackRequest> {
  const choice = (isHelpful: boolean) =>
    fc.record({
      title: fc.oneof(fc.constantFrom('Ja', 'Nee', 'Yes', 'No'), anyLine()),
      value: fc.record({
        action: fc.constant('feedback'),
        turnId: anyId(),
        isHelpful: fc.constant(isHelpful),
      }),
    });
  return fc.record({ question: anyLine(), yes: choice(true), no: choice(false) });
}

function anyId(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }) },
    { weight: 1, arbitrary: fc.constant('\u0001'.repeat(300)) },
  );
}

function word(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.stringMatching(/^[a-zA-Zéëï]{1,12}$/) },
    { weight: 2, arbitrary: fc.constantFrom(' ', '. ', ', ', '\n', '\n\n') },
  );
}

function orNull<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(arbitrary, { nil: null, freq: 3 });
}
