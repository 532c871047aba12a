import type { BotWatch } from '../contracts/bot-watch.js';

/** For a bot that nobody watches. */
export const UNWATCHED: BotWatch = {
  turnEnded: () => {},
  searchEnded: () => {},
  queueRefused: () => {},
  sendingEnded: () => {},
};
