import type { PaletteWords } from './palette-words.js';

/** The palette and the keys in English. */
export const paletteEn: PaletteWords = {
  open: 'Find anything',
  title: 'Find actions, pages, people and conversations',
  label: 'What are you looking for?',
  groups: { action: 'Actions', page: 'Pages', person: 'Colleagues', conversation: 'Conversations' },
  found: (count) => (count === 0 ? 'Nothing found.' : count === 1 ? '1 result' : `${count} results`),
  queue: 'Queue',
  showKeys: 'Keys',
  status: (status) => `Status: ${status}`,
  language: 'Nederlands',
  keys: {
    title: 'Keys',
    close: 'Close',
    rows: [
      { keys: ['Ctrl K', 'Cmd K'], does: 'Find an action, page, colleague or conversation' },
      { keys: ['Alt Down', 'Alt Up'], does: 'Next or previous conversation in the list' },
      { keys: ['/'], does: 'In a reply: canned answer by its shortcut' },
      { keys: ['@'], does: 'In a note: mention a colleague' },
      { keys: ['Down', 'Up', 'Enter'], does: 'In a list of choices: choose' },
      { keys: ['Esc'], does: 'Close a window or list' },
      { keys: ['Tab', 'Shift Tab'], does: 'To the next or previous part' },
      { keys: ['?'], does: 'This list' },
    ],
  },
};
