import type { Progress } from '../contracts.js';

/** Says nothing. */
export const quietProgress: Progress = { begin: () => {}, advance: () => {}, end: () => {} };
