import type { ToolWords } from './tool-words.js';

/** What agents look up, in English. */
export const toolsEn: ToolWords = {
  ways: 'More at the desk',
  search: {
    title: 'Search',
    label: 'Search all conversations',
    hint: 'Words from one message, or the name of the customer or colleague.',
    submit: 'Search',
    filters: 'Refine',
    channel: 'Channel',
    language: 'Language',
    from: 'From',
    until: 'Up to and including',
    agent: 'Agent',
    all: 'all',
    isEnded: 'Only conversations that have ended',
    found: (count) => (count === 1 ? '1 conversation found' : `${count} conversations found`),
    none: 'Nothing found. Try fewer or other words.',
    noneYet: 'The newest messages do not have it. Search further back.',
    more: 'Search further back',
  },
  history: {
    title: 'Earlier contact',
    none: 'This customer was not in contact before.',
    thisOne: 'this conversation',
    botOnly: 'With the bot only',
    had: (name) => `with ${name}`,
    nobody: 'with nobody',
    until: (from, until) => `${from} to ${until}`,
    since: (from) => `since ${from}`,
    failed: 'Earlier contact could not be loaded.',
  },
  states: {
    'with-bot': 'with the bot',
    offered: 'with the bot',
    waiting: 'waiting',
    'with-agent': 'under way',
    solved: 'closed',
    expired: 'expired',
  },
};
