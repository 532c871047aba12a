import type { ReleaseWords } from './release-words.js';

/** Releases of the knowledge, in English. */
export const releasesEn: ReleaseWords = {
  title: 'Releases',
  hint: 'Each release is what the bot knows at one time. One of them is live. Look at what a new one changes before you publish it; going back takes a second.',
  back: 'Back to the releases',
  run: {
    title: 'Read the sources',
    start: 'Read now',
    full: 'Read everything again, also what did not change',
    none: 'Nothing was read since the server started.',
    by: (name, at) => `Begun by ${name}, ${at}`,
    schedule: 'the schedule',
    phase: (phase) =>
      phase
        .replace(/^reading /, 'Reading ')
        .replace(/^embedding$/, 'Working out what texts are about')
        .replace(/^looking for asides$/, 'Taking out what was only for the asker')
        .replace(/^comparing threads$/, 'Comparing threads')
        .replace(/^building release$/, 'Putting the release together')
        .replace(/^asking the live release$/, 'Asking your questions to the live release')
        .replace(/^asking the new release$/, 'Asking your questions to the new release')
        .replace(/^publishing .*$/, 'Publishing'),
    outcomes: {
      done: 'Done.',
      'held-back': 'A release was built and waits for you: look at what speaks against it below.',
      failed: 'It failed. The live release is as it was.',
      elsewhere: 'Another run is at it, on the terminal or by another server. Wait until it is done.',
      stopped: 'It was ended with the server.',
    },
    begins: 'It begins …',
    code: (code) => `The server’s log says why, under ${code}.`,
  },
  none: 'There is no release yet.',
  items: (count) => (count === 1 ? '1 answer' : `${count} answers`),
  live: 'live',
  liveSince: (at) => `live since ${at}`,
  gone: 'no longer kept',
  waits: 'waits for a decision',
  look: 'Look',
  lookOf: (name) => `Look at ${name}`,
  acts: {
    built: 'built',
    'held-back': 'held back',
    published: 'published',
    forced: 'published all the same',
    left: 'gone back from',
    returned: 'gone back to',
  },
  act: (what, by, at) => (by === '' ? `${what}, ${at}` : `${what} by ${by}, ${at}`),
  actors: { 'the server': 'the server', 'the schedule': 'the schedule' },
  publish: 'Publish',
  rollback: 'Go back to the one before',
  publishTitle: (name) => `Publish ${name}?`,
  publishHint: 'From then on customers get these answers. Nobody loses their conversation.',
  rollbackTitle: 'Go back to the release before?',
  rollbackHint: 'From then on customers get the answers of the release that was live before.',
  why: 'Why (colleagues read this)',
  rename: 'Keep name',
  name: 'Name of this release',
  published: 'Published. Customers get these answers within seconds.',
  rolledBack: 'Gone back. Customers get the answers of before within seconds.',
  renamed: 'The name is kept.',
  plan: {
    title: 'What it changes',
    none: 'Of this release nobody kept what it changes.',
    against: 'This speaks against it:',
    kinds: {
      worse: 'Questions that get worse',
      failing: 'Questions that must pass and do not',
      better: 'Questions that get better',
      changed: 'Changed',
      added: 'New',
      withdrawn: 'Withdrawn',
      contradicted: 'Contradict each other',
      joined: 'Joined with another',
      redacted: 'Personal data replaced',
      'left-out': 'Left out',
    },
    before: 'Now',
    after: 'New',
    more: 'Show more',
    nothing: 'No answer changes.',
    source: 'To the source',
    cutOff: (kept) => `The first ${kept} are kept.`,
  },
  preview: {
    title: 'What would the bot say?',
    hint: 'Ask a question as a customer would. Nothing of it is kept.',
    question: 'Question',
    ask: 'Ask',
    live: 'Live now',
    asked: 'This release',
    verdicts: {
      answer: 'The customer gets this answer:',
      doubt: 'The customer gets this answer, with doubt:',
      choices: 'The customer chooses from:',
      person: 'The customer is offered a person. Nearest:',
    },
    nobodyLive: 'No release is live.',
    same: 'Both give the same.',
  },
};
