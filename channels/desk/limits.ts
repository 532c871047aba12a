/** Longest reply an agent can send, in characters; channels may cut it in several messages. */
export const REPLY_LIMIT = 4_000;

/** Most files of a reply, and bytes of each (`LIMITS` in bot/files/files.ts). */
export const REPLY_FILES = 5;
export const FILE_BYTES = 5 * 1_024 * 1_024;

/** Longest canned answer, its title and its shortcut, in characters. */
export const CANNED_LIMIT = REPLY_LIMIT;
export const CANNED_TITLE_LIMIT = 80;
export const SHORTCUT_LIMIT = 30;

/** Longest question to the knowledge, in characters. */
export const KNOWLEDGE_LIMIT = 300;

/** Longest note for colleagues, in characters (`LONGEST_NOTE` in bot/desk/notes/notes.ts). */
export const NOTE_LIMIT = 4_000;

/** Longest draft of a reply that is kept, in characters (`LONGEST_DRAFT` in bot/desk/keep-draft.ts). */
export const DRAFT_LIMIT = 10_000;
