/** The face of a turn: pure functions from what was said to what follows. No I/O, no clock, no chance. */
export { decide } from './decisions/decide.js';
export { decideDanger } from './decisions/decide-danger.js';
export { mergeResults, standsAlone } from './decisions/merge-results.js';
export { contextOf, searchFor } from './decisions/search-for.js';
export { remindOfMention } from './replies/answer/remind-of-mention.js';
export { apologise, conclude, welcome } from './replies/conclude.js';
export { composeHandoffNews, type HandoffNews, type NewsFacts } from './replies/handover/handoff-news.js';
export { composeSolvedQuestion } from './replies/handover/reply-after-closing.js';
export { onPage, pageSpeaks, startState, stateFrom } from './start-state.js';
export { isCommand } from './understanding/ending/commands.js';
export { looksUnfinished } from './understanding/looks-unfinished.js';
export { normalise } from './understanding/normalise.js';
export { dangerTold, tellsDangerInWords, understand } from './understanding/understand.js';
export { warmUp } from './understanding/warm-up.js';
