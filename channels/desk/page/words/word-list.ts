import type { DeliveryProblem, DoorAlert } from '../../../../bot/contracts/channels.js';
import type {
  BotPause,
  DeskMessage,
  DeskRole,
  HandoffPriority,
  HandoffReason,
} from '../../../../bot/contracts/desk.js';
import type { HandoffState, SpokenLanguage } from '../../../../bot/contracts/messages.js';
import type { AccountWords } from './account-words.js';
import type { AlertWords } from './alerts/alert-words.js';
import type { AssignmentWords } from './assignment-words.js';
import type { IngestNoticeWords } from './ingest-notice-words.js';
import type { LeadWords } from './lead/lead-words.js';
import type { LinkWords } from './links/link-words.js';
import type { PaletteWords } from './palette/palette-words.js';
import type { ToolWords } from './tool-words.js';

export type Delivery = NonNullable<DeskMessage['delivery']>;

/** Every word on the page; one file a language. */
export interface DeskWords {
  readonly desk: string;
  readonly language: string;
  readonly skipToContent: string;
  readonly loading: string;
  readonly tryAgain: string;
  readonly cancel: string;
  readonly dismiss: string;
  /** Heads what stands in place of a page that somebody may not see. */
  readonly notAllowed: string;
  readonly signIn: {
    readonly title: string;
    readonly intro: string;
    readonly ended: string;
    readonly email: string;
    readonly password: string;
    readonly submit: string;
    readonly noAccount: string;
    readonly forgotten: string;
  };
  readonly signOut: string;
  readonly invitation: {
    readonly title: string;
    readonly intro: (role: string) => string;
    readonly name: string;
    readonly nameHint: string;
    readonly password: string;
    readonly passwordHint: string;
    readonly submit: string;
    readonly invalidTitle: string;
    readonly invalid: string;
    readonly toDesk: string;
  };
  readonly connection: { readonly live: string; readonly connecting: string; readonly lost: string };
  readonly lists: {
    readonly title: string;
    readonly waiting: string;
    readonly nobodyWaits: string;
    readonly mine: string;
    readonly others: string;
    readonly isNew: string;
    readonly unread: string;
    readonly waitsFor: (duration: string) => string;
    readonly takenFor: (duration: string) => string;
    readonly withAgent: (name: string) => string;
    readonly elsewhere: (place: string) => string;
    /** Of an agent without a connection. */
    readonly away: string;
    /** Of a customer who waits again, because their agent is gone. */
    readonly returned: string;
  };
  readonly priorities: Readonly<Record<Exclude<HandoffPriority, 'normal'>, string>>;
  readonly news: {
    readonly arrived: (names: readonly string[]) => string;
    readonly show: string;
    readonly titleNew: string;
  };
  readonly conversation: {
    /** Of a message that failed after a part of it had arrived. */
    readonly partlySent: string;
    readonly takenBack: string;
    /** Of a message that its customer changed. */
    readonly corrected: string;
    readonly back: string;
    readonly choose: string;
    readonly chooseHint: string;
    readonly lines: string;
    readonly question: string;
    readonly facts: string;
    readonly channel: string;
    readonly speaks: string;
    readonly whyStopped: string;
    readonly waitingSince: string;
    readonly customerWrote: string;
    readonly agent: string;
    readonly claim: string;
    readonly close: string;
    readonly giveBack: string;
    readonly confirmClose: string;
    readonly confirmCloseHint: string;
    readonly confirmGiveBack: string;
    readonly confirmGiveBackHint: string;
    /** In place of either hint, where nothing reaches the customer. */
    readonly confirmUntold: string;
    readonly claimFirst: string;
    /** In place of it, where nothing reaches the customer. */
    readonly claimToEnd: string;
    readonly takeOver: string;
    readonly confirmTakeOver: (name: string) => string;
    readonly confirmTakeOverHint: (name: string) => string;
    /** After `hasIt`, of an agent without a connection. */
    readonly isAway: string;
    readonly hasIt: (name: string) => string;
    readonly elsewhere: (place: string) => string;
    readonly toNewest: string;
    readonly bot: string;
    readonly you: string;
    readonly customer: string;
    readonly gone: string;
  };
  readonly ended: Readonly<Record<HandoffState, string>>;
  readonly reply: {
    readonly label: (name: string) => string;
    readonly placeholder: string;
    readonly hint: string;
    readonly send: string;
    readonly tooLong: (over: number) => string;
    readonly sending: string;
    readonly unsent: string;
    readonly drop: string;
    /** Why a reply was held back: the customer, or a colleague, wrote what its author had not seen. */
    readonly heldByCustomer: string;
    readonly heldByColleague: (name: string) => string;
  };
  /** How long somebody can still write to a customer. */
  readonly reach: {
    readonly until: (moment: string, left: string) => string;
    readonly left: (left: string) => string;
    readonly lastHour: string;
    readonly closed: string;
    readonly unreachable: string;
    readonly whatElse: string;
  };
  readonly delivery: Readonly<Record<Delivery, string>>;
  /** Why a message does not arrive. `limit`: how long after the customer's last message one may write, where known. */
  readonly undelivered: Readonly<Record<DeliveryProblem, (channel: string, limit: string | null) => string>>;
  /** Why the bot answers nothing now, for everybody at the desk. */
  readonly pause: Readonly<Record<BotPause['kind'], string>>;
  /** Doors that do not send, for everybody at the desk. */
  readonly doorNotices: {
    readonly doesNotSend: (door: string, because: string) => string;
    /** Why and what an administrator must do, where the server tells nothing of that door. */
    readonly because: Readonly<Record<DoorAlert, string>>;
    readonly since: (moment: string) => string;
  };
  /** An ingest that ran by itself, for everybody at the desk. */
  readonly ingestNotices: IngestNoticeWords;
  readonly links: LinkWords;
  readonly guess: {
    readonly title: string;
    readonly none: string;
    readonly use: string;
    readonly useAfterClaim: string;
    readonly isRight: string;
    readonly right: string;
    readonly wrong: string;
    readonly likely: readonly { readonly from: number; readonly text: string }[];
    readonly percent: (percent: number) => string;
    readonly source: string;
  };
  readonly reasons: Readonly<Record<HandoffReason, string>>;
  readonly shortReasons: Readonly<Record<HandoffReason, string>>;
  /** Beside a reason. */
  readonly soundsAnnoyed: string;
  readonly languages: Readonly<Record<SpokenLanguage, string>>;
  readonly roles: Readonly<Record<DeskRole, string>>;
  readonly team: {
    readonly title: string;
    readonly colleagues: string;
    readonly invite: string;
    readonly inviteHint: string;
    readonly role: string;
    readonly makeLink: string;
    readonly link: string;
    readonly linkHint: (until: string) => string;
    readonly copy: string;
    readonly copied: string;
    readonly you: string;
  };
  readonly accounts: AccountWords;
  readonly assignment: AssignmentWords;
  readonly tools: ToolWords;
  readonly lead: LeadWords;
  readonly palette: PaletteWords;
  readonly alerts: AlertWords;
  readonly duration: {
    readonly seconds: (count: number) => string;
    readonly minutes: (count: number) => string;
    readonly hours: (hours: number, minutes: number) => string;
    readonly days: (count: number) => string;
    readonly lessThanMinute: string;
  };
  /** What went wrong, by the code of the server; `other` for codes not listed. */
  readonly problems: Readonly<Record<string, string>> & { readonly other: string };
  readonly taken: (agentName: string) => string;
  /** To an agent whose conversation a colleague took over. */
  readonly takenFromYou: (agentName: string) => string;
}
