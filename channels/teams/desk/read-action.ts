import type { Activity } from '../../../bot/contracts/activities.js';
import type { DeskAgent, DeskEnding } from '../../../bot/contracts/desk.js';
import type { DeskRoom } from '../../../bot/contracts/elsewhere/desk-elsewhere.js';
import { isRecord } from '../../../index/platform/is-record.js';
import { LONGEST_COMMENT } from './cards/transfer-card.js';
import type { RoomWords } from './words/word-list.js';

/** What was tapped on a card of the desk, with what was typed there. All texts are bounded. */
export interface DeskAction {
  /** Without the mark of the desk, such as `claim`. */
  readonly verb: string;
  readonly conversationId: string;
  readonly handoffId: string;
  /** '' where it has none, as of what follows. */
  readonly canned: string;
  /** To whom it is passed on. */
  readonly target: string;
  readonly comment: string;
  readonly text: string;
  readonly key: string;
  readonly seenId: string;
  readonly ending: DeskEnding | null;
}

/** A tap of an agent who may act. */
export interface Tapped {
  readonly action: DeskAction;
  readonly activity: Activity;
  readonly agent: DeskAgent;
  readonly room: DeskRoom;
  /** In the language of who tapped. */
  readonly words: RoomWords;
}

/** More than the longest reply: one that is too long is told so, and not cut. */
const LONGEST_TEXT = 10_000;
const LONGEST_ID = 300;
const VERB = /^desk\/([a-z-]{1,20})$/;

/** Reads a tap (`adaptiveCard/action`); null where it is no button of the desk. */
export function readDeskAction({ type, name, value }: Activity): DeskAction | null {
  if (type !== 'invoke' || name !== 'adaptiveCard/action' || !isRecord(value)) return null;
  const action = isRecord(value.action) ? value.action : {};
  const verb = VERB.exec(typeof action.verb === 'string' ? action.verb : '')?.[1];
  if (verb === undefined) return null;
  const data = isRecord(action.data) ? action.data : {};
  const { ending } = data;
  return {
    verb,
    conversationId: textIn(data.conversationId),
    handoffId: textIn(data.handoffId),
    canned: textIn(data.canned),
    target: textIn(data.target),
    comment: textIn(data.comment, LONGEST_COMMENT),
    text: textIn(data.text, LONGEST_TEXT),
    key: textIn(data.key),
    seenId: textIn(data.seenId),
    ending: ending === 'close' || ending === 'give-back' ? ending : null,
  };
}

function textIn(value: unknown, most = LONGEST_ID): string {
  return typeof value === 'string' ? value.slice(0, most) : '';
}
