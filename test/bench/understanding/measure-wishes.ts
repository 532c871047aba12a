import type { ChoiceValue, SpokenLanguage } from '../../../bot/contracts/messages.js';
import type { Understanding } from '../../../bot/turn/contracts.js';
import { startState, understand } from '../../../bot/turn/turn.js';
import { ears } from '../../support/ears.js';
import { readLines } from './read-lines.js';

const EXAMPLES = 'test/fixtures/understanding';

export interface Precision {
  readonly examples: number;
  readonly wanted: number;
  readonly precision: number | null;
  readonly recall: number | null;
}

interface Example {
  readonly text: string;
  readonly language: SpokenLanguage;
  readonly batch?: number;
}

/** Precision and recall on the labelled examples, all of which the rules were widened with: what the tests hold. */
export function measureExamples(): Record<string, Precision> {
  const person = examples<{ asks: boolean }>('person');
  const company = examples<{ reason: string | null }>('company');
  const talk = examples<{ talk: string | null }>('small-talk');
  const mood = examples<{ mood: string }>('mood');
  const danger = examples<{ danger: string | null }>('danger');
  return {
    'request for a person': scoreOf(
      person,
      ({ asks }) => asks,
      (row) => read(row).wish.kind === 'person',
    ),
    'company matter': scoreOf(
      company,
      ({ reason }) => reason !== null,
      (row) => read(row).wish.kind === 'company-matter',
    ),
    'small talk': scoreOf(
      talk,
      (row) => row.talk !== null,
      (row) => read(row).wish.kind === 'small-talk',
    ),
    danger: scoreOf(
      danger,
      (row) => row.danger !== null,
      (row) => read(row).wish.kind === 'danger',
    ),
    annoyed: scoreOf(
      mood,
      (row) => row.mood === 'annoyed',
      (row) => read(row).mood === 'annoyed',
    ),
    ...measureReplies(),
  };
}

/** Yes, no, feedback and leaving the queue, each after what the bot said before it. */
function measureReplies(): Record<string, Precision> {
  const rows = examples<{ after: string; reply: string }>('replies');
  const kinds = ['yes', 'no', 'helped', 'did-not-help', 'leave'];
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      scoreOf(
        rows,
        ({ reply }) => reply === kind,
        (row) => replyIn(row) === kind,
      ),
    ]),
  );
}

/** What a reply says, in the words of `replies.jsonl`. */
export function replyIn({ text, language, after }: Example & { readonly after: string }): string {
  const values: ChoiceValue[] =
    after === 'answered'
      ? [true, false].map((isHelpful) => ({ action: 'feedback', turnId: 't1', isHelpful }))
      : [{ action: 'request-person' }, { action: 'decline-person' }];
  const openChoices = after === 'waiting' ? [] : values.map((value) => ({ title: value.action, value }));
  const input = { text, value: null, hasAttachments: false, locale: language };
  const handoff = after === 'waiting' ? 'waiting' : after === 'offered' ? 'offered' : 'with-bot';
  const { wish } = understand(input, { ...startState(language), openChoices }, handoff, ears);
  if (wish.kind !== 'choice') return wish.kind === 'yes' || wish.kind === 'no' ? wish.kind : 'other';
  switch (wish.value.action) {
    case 'request-person':
      return 'yes';
    case 'decline-person':
      return 'no';
    case 'cancel-request':
      return 'leave';
    case 'feedback':
      return wish.value.isHelpful ? 'helped' : 'did-not-help';
    default:
      return 'other';
  }
}

/** What became of the report half of the project's own evaluation questions, by kind. Nothing is tuned on it. */
export function measureReported() {
  const rows = ['nl', 'en'].flatMap((language) =>
    readLines<Example & { kind: string; split: string }>(`data/evaluation/questions-${language}.jsonl`),
  );
  const reported = rows.filter(({ split }) => split === 'report');
  const kinds = [...new Set(reported.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => {
      const understood = reported.filter((row) => row.kind === kind).map(read);
      const matters = understood.flatMap(({ wish }) =>
        wish.kind === 'company-matter' ? [wish.isClear] : [],
      );
      return [
        kind,
        {
          questions: understood.length,
          person: understood.filter(({ wish }) => wish.kind === 'person').length,
          clearMatter: matters.filter(Boolean).length,
          unclearMatter: matters.filter((isClear) => !isClear).length,
          annoyed: understood.filter(({ mood }) => mood === 'annoyed').length,
        },
      ];
    }),
  );
}

function read({ text, language }: Example): Understanding {
  const input = { text, value: null, hasAttachments: false, locale: language };
  return understand(input, startState(language), 'with-bot', ears);
}

function examples<Label>(name: string): (Example & Label)[] {
  return readLines<Example & Label>(`${EXAMPLES}/${name}.jsonl`);
}

function scoreOf<Row>(
  rows: readonly Row[],
  isWanted: (row: Row) => boolean,
  isFound: (row: Row) => boolean,
): Precision {
  const wanted = rows.filter(isWanted);
  const found = rows.filter(isFound);
  const right = found.filter(isWanted).length;
  const rate = (of: number) => (of === 0 ? null : Math.round((right / of) * 1000) / 1000);
  return {
    examples: rows.length,
    wanted: wanted.length,
    precision: rate(found.length),
    recall: rate(wanted.length),
  };
}
