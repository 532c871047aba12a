import type { DeskTools } from '../../bot/contracts/desk-tools.js';

/** Tools of a desk at which nothing was said before. */
export const NO_TOOLS: DeskTools = {
  archive: {
    history: async () => [],
    withBot: async () => [],
    search: async () => ({ found: [], next: null }),
  },
  notes: {
    add: async () => ({ kind: 'done' }),
    mentions: async () => [],
    saw: async () => {},
  },
  canned: {
    company: 'Zwaluw',
    list: async () => [],
    add: async () => ({ kind: 'done' }),
    change: async () => ({ kind: 'done' }),
    remove: async () => ({ kind: 'done' }),
  },
  privacy: {
    find: async () => ({ conversations: [], counts: {} }),
    export: async (key) => ({
      conversations: [],
      counts: {},
      exportedAt: '2026-01-01T00:00:00.000Z',
      key,
      tables: {},
      learnedWordings: [],
      files: [],
    }),
    erase: async () => ({
      conversations: [],
      counts: {},
      erasedAt: '2026-01-01T00:00:00.000Z',
      tookMs: 0,
      isInRelease: false,
      leftovers: 0,
    }),
  },
  labels: {
    list: async () => [],
    add: async () => ({ kind: 'done' }),
    rename: async () => ({ kind: 'done' }),
    remove: async () => ({ kind: 'done' }),
    put: async () => ({ kind: 'done' }),
    onChange: () => () => {},
  },
  moves: {
    transfer: async () => ({ kind: 'done' }),
    snooze: async () => ({ kind: 'done' }),
    wake: async () => ({ kind: 'done' }),
  },
  views: {
    list: async () => [],
    keep: async () => ({ kind: 'done' }),
    remove: async () => ({ kind: 'done' }),
  },
  content: {
    list: async () => ({ kind: 'done', result: [] }),
    search: async () => ({ kind: 'done', result: [] }),
    item: async () => ({ kind: 'unknown-item' }),
    keep: async () => ({ kind: 'unknown-item' }),
    undo: async () => ({ kind: 'unknown-item' }),
  },
  drafts: {
    suggest: async () => ({ kind: 'not-ready' }),
    propose: async () => ({ kind: 'not-ready' }),
    lists: async () => ({ kind: 'not-ready' }),
    approve: async () => ({ kind: 'not-ready' }),
    refuse: async () => ({ kind: 'not-ready' }),
    takeBack: async () => ({ kind: 'not-ready' }),
  },
  releases: {
    overview: async () => ({ kind: 'not-ready' }),
    plan: async () => ({ kind: 'not-ready' }),
    publish: async () => ({ kind: 'not-ready' }),
    rollback: async () => ({ kind: 'not-ready' }),
    rename: async () => ({ kind: 'not-ready' }),
    startRun: async () => ({ kind: 'not-ready' }),
    preview: async () => ({ kind: 'not-ready' }),
  },
  typing: { agentTypes: async () => {}, onCustomerTyping: () => () => {} },
  knowledge: { search: async () => ({ kind: 'found', found: [] }) },
};
