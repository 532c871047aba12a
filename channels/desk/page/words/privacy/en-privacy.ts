import type { PrivacyPageWords } from './privacy-words.js';

export const privacyEn: PrivacyPageWords = {
  title: 'Privacy',
  hint: 'Finds all that is kept of one person. It is written down that you looked, exported or erased, without whom it was about.',
  by: 'Known by',
  kinds: { email: 'E-mail address', conversation: 'Conversation', customer: 'Channel and customer' },
  email: 'E-mail address',
  conversation: 'Id of the conversation (the end of its address at the desk)',
  channel: 'Channel, such as directline, facebook or msteams',
  customer: 'Id of the customer in that channel',
  find: 'Find',
  nobody: 'Nothing is kept of this person.',
  conversations: (count) => (count === 1 ? '1 conversation' : `${count} conversations`),
  unnamed: 'without a name',
  kept: 'What is kept',
  place: 'Where',
  rows: 'How much',
  export: 'Export',
  exportHint: 'The export is a file with everything in it. Give it to this person alone.',
  erase: 'Erase for good',
  eraseTitle: 'Erase this person for good?',
  eraseHint: (count) =>
    `${count === 1 ? 'One conversation goes' : `${count} conversations go`}, with everything in them and all that was made of them. Nobody can bring them back.`,
  erased: (seconds) => `Everything of this person was erased, in ${seconds} seconds.`,
  inRelease:
    'A wording learned from this person was in the knowledge. It is hidden now; the next ingest makes a release without it.',
  leftovers: (count) =>
    count === 1
      ? 'One sentence is still there, because somebody else said the same.'
      : `${count} sentences are still there, because others said the same.`,
};
