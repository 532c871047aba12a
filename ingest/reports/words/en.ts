import type { ReportWords } from './contracts.js';

const plural = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

export const en: ReportWords = {
  language: 'en',
  added: (count) => `Added (${count})`,
  changed: (count) => `Changed (${count})`,
  changedBesides: (count) =>
    `${plural(count, 'item', 'items')} changed in votes, dates or tags only: nothing that is read.`,
  withdrawn: (count) => `Withdrawn (${count})`,
  joined: (count) => `Joined: the same question elsewhere, now a further wording (${count})`,
  redacted: (count) => `Redacted: personal data replaced (${count})`,
  leftOut: (count, reason) => `Left out: ${reason} (${count})`,
  nothingChanges: 'No item is added, changed or withdrawn.',
  more: (count) => `… and ${count} more ("plan --all" lists them)`,
  before: 'now',
  after: 'new',
  joins: (title) => `joins "${title}"`,
  parts: {
    title: 'question',
    answer: 'answer',
    author: 'author',
    corrections: 'corrections',
    phrasings: 'other wordings',
    link: 'link',
  },
  skipReasons: {
    'broken-row': 'cannot be read',
    'line-too-long': 'line too long',
    unreachable: 'not given this time by the source; what it gave before stays',
    'id-used-twice': 'id used twice',
    deleted: 'deleted',
    'not-a-question': 'posts of another kind',
    comment: 'comments',
    'no-accepted-answer': 'no accepted answer',
    'no-question': 'no question in the title',
    'answer-empty': 'nothing left of the answer',
    'answer-too-long': 'answer too long',
    'damaged-text': 'letters were lost from the text before it came here',
    'points-elsewhere': 'only points at another reply',
    'private-reply': 'answered in private',
    'dead-end': 'dead end',
    withdrawn: 'withdrawn by its author',
    joke: 'a joke',
    contradicted: 'members name different prices, decide which holds',
  },
  questionsHead: (asked) => `Your questions (${asked} with known answers)`,
  verdictsBeside: (count) =>
    `${plural(count, 'question', 'questions')} of customers and agents asked besides; they are named, not counted.`,
  rightLine: (before, after) => `Answered rightly: ${before} now, ${after} with the new release.`,
  changeLine: (change, low, high) =>
    `Change: ${change} points; with 95 % certainty between ${low} and ${high}.`,
  precisionLine: (before, after, sure) =>
    `Of answers given without doubt right: ${before} now, ${after} new (${plural(sure, 'answer', 'answers')}).`,
  needed: (needed) =>
    `That is too few to tell a change of two points: it takes about ${needed} questions (INGEST_LABELS).`,
  better: (count) => `Better (${count})`,
  worse: (count) => `Worse (${count})`,
  failing: (count) => `Must pass and do not, now nor then (${count})`,
  mustPass: 'must pass',
  outcomes: {
    wrong: 'wrong answer',
    person: 'no answer, a person',
    other: 'an answer nobody judged',
    offered: 'among the choices',
    right: 'right answer',
  },
  noEffect: {
    'no-questions':
      'What this does to customers is not known: no question with a known answer is about these items. Give it files of them (INGEST_LABELS).',
    'nothing-live': 'No release is live yet, so there is nothing to compare with.',
    'live-unreadable':
      'The live release is of another model or version, so the questions cannot be asked to both.',
    'nothing-changes': 'The live release holds the same, so no answer changes.',
  },
  itemsGo: (source, held, gone) => `${gone} of the ${held} items of "${source}" would go`,
  answersLess: (before, after) =>
    `of its own questions with words left out it answers ${after}, the live one ${before}`,
  fewerRight: (asked, change, low, high) =>
    `of ${asked} known questions fewer are answered rightly: ${change} points, with 95 % certainty between ${low} and ${high}`,
  mustPassLost: (count, names) =>
    `${plural(count, 'question that must pass loses its', 'questions that must pass lose their')} right answer: ${names}`,
  lessPrecise: (before, after, wanted, sure) =>
    `of its ${sure} answers without doubt ${after} are right, the live one's ${before}, and ${wanted} are wanted`,
  wouldGoLive: 'A run would publish this.',
  wouldBeHeldBack: 'A run would hold this back:',
  isHeldBack: (id) =>
    `Held back: the live release stays. "npm run ingest -- publish ${id}" makes the new one live. Because`,
  wasForced: 'Published by force, although',
  gone: 'folder removed',
  noneLive: 'No release is live.',
  items: (count) => plural(count, 'item', 'items'),
  acts: {
    built: 'built',
    'held-back': 'held back',
    published: 'published',
    forced: 'published by force',
    left: 'left by going back',
    returned: 'live again by going back',
  },
  by: 'by',
  isLive: (release) => `Release ${release} is live.`,
  isLiveAgain: (release) => `Release ${release} is live again.`,
  isNamed: (id, name) => `Release ${id} is called "${name}".`,
  noVersion: (item) => `No release that is remembered held an item "${item}".`,
  notInRelease: (item, release) => `The release "${release}" did not hold the item "${item}".`,
  versionFrom: (release) => `From release ${release}`,
  versionUntil: (release) => `until release ${release}`,
  stillThere: 'and still in the newest one',
  writtenBy: 'Written by',
  thread: 'Thread',
  run: (sources, read) => `The run read ${plural(read, 'thread', 'threads')} of ${sources}`,
  formerly: 'Until then, and corrected by this answer:',
  noLink: 'no link',
};
