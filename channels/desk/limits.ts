import type { DeskRole } from '../../bot/contracts/desk.js';

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

/** Longest answer in place of a source's, most wordings that are added to its question, and the longest of them. */
export const ANSWER_LIMIT = 20_000;
export const MOST_PHRASINGS = 10;
export const PHRASING_LIMIT = 200;

/** Longest note for colleagues, in characters (`LONGEST_NOTE` in bot/desk/notes/notes.ts). */
export const NOTE_LIMIT = 4_000;

/** Longest comment with which a conversation is passed on (`LONGEST_COMMENT` in bot/desk/moves/moves.ts). */
export const COMMENT_LIMIT = 2_000;

/** Longest label, and longest name of a saved view, in characters (bot/desk/labels). */
export const LABEL_LIMIT = 30;
export const VIEW_NAME_LIMIT = 40;

/** Longest draft of a reply that is kept, in characters (`LONGEST_DRAFT` in bot/desk/keep-draft.ts). */
export const DRAFT_LIMIT = 10_000;

/** Longest question of an answer that is put forward: what redaction keeps of one (`LONGEST` in ingest/learning/redact-question.ts). */
export const QUESTION_LIMIT = 500;

/** Longest name of a release (`LONGEST_NAME` in ingest/releasing/switch-release.ts), and longest reason for making one live. */
export const RELEASE_NAME_LIMIT = 60;
export const RELEASE_WHY_LIMIT = 200;

/** Days of customers' questions that are put to a release (`MOST_SHADOW_DAYS` in bot/composition/shadow/shadow-days.ts). */
export const SHADOW_DAYS_LIMIT = 30;

/** What lines of the audit are about, in the order in which they are chosen from: their actions begin with it. */
export const AUDIT_AREAS = ['sign-in', 'account', 'conversation', 'lead', 'privacy', 'content'] as const;

/** What an account may be, the widest last. */
export const DESK_ROLES = [
  'agent',
  'lead',
  'content',
  'administrator',
] as const satisfies readonly DeskRole[];

/** Kinds of what a release's plan lists, in the order in which people look at them. */
export const PLAN_KINDS = [
  'worse',
  'failing',
  'better',
  'changed',
  'added',
  'withdrawn',
  'contradicted',
  'joined',
  'redacted',
  'left-out',
] as const;
export type PlanPart = (typeof PLAN_KINDS)[number];
