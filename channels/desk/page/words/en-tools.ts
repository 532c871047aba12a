import { contentEn } from './content/en-content.js';
import { draftsEn } from './content/en-drafts.js';
import { pairsEn } from './content/en-pairs.js';
import { releasesEn } from './content/en-releases.js';
import { shadowEn } from './content/en-shadow.js';
import { staleEn } from './content/en-stale.js';
import { movesEn } from './moves/en-moves.js';
import { privacyEn } from './privacy/en-privacy.js';
import { replyToolsEn } from './reply/en-reply-tools.js';
import { securityEn } from './security/en-security.js';
import { signsEn } from './signs/en-signs.js';
import type { ToolWords } from './tool-words.js';

/** What agents look up, in English. */
export const toolsEn: ToolWords = {
  ways: 'More at the desk',
  quotes: (name) => (name === '' ? 'In reply to' : `In reply to ${name}`),
  card: 'Sent',
  website: {
    customer: 'Signed in as',
    email: 'E-mail',
    page: 'On page',
    campaign: 'Came by campaign',
    link: 'Came by link',
    ad: 'Came by advertisement',
  },
  reply: replyToolsEn,
  privacy: privacyEn,
  content: contentEn,
  drafts: draftsEn,
  stale: staleEn,
  pairs: pairsEn,
  releases: releasesEn,
  shadow: shadowEn,
  security: securityEn,
  moves: movesEn,
  signs: signsEn,
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
    reopened: 'Not solved: customer came back',
    nobody: 'with nobody',
    until: (from, until) => `${from} to ${until}`,
    since: (from) => `since ${from}`,
    failed: 'Earlier contact could not be loaded.',
  },
  withBot: {
    title: 'With the bot',
    hint: 'Customers who talk with the bot today, the newest first. You can read along and take over.',
    none: 'Nobody talks with the bot now.',
    take: 'Take from the bot',
    reopen: 'Reopen',
    takeFirst: 'The bot answers this customer. Take the conversation to answer yourself.',
    reopenFirst: 'This conversation is closed. Reopen it to write to the customer again.',
    wrote: (ago) => `wrote ${ago} ago`,
  },
  notes: {
    add: 'Note for colleagues',
    goOn: 'Go on with your note',
    label: 'Note for colleagues',
    hint: 'The customer does not see this. Use @name to ask a colleague to look.',
    keep: 'Keep note',
    badge: 'note, for colleagues only',
    names: 'Colleagues to mention',
    of: (name) => `Note by ${name}`,
    mentions: 'Mentions',
    mentionsHint: 'Colleagues mentioned you here. What you open leaves this list.',
    noMentions: 'Nobody mentioned you in a note that you have not seen.',
    mentionsNames: (names) => `Mentioned: ${names.join(', ')}`,
    by: (name) => `note by ${name}`,
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
