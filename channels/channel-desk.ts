/**
 * A face of the desk within a channel, as types: agents work in a group of the channel, and its door carries what they do.
 */
import type { Activity } from '../bot/contracts/activities.js';
import type { DeskAssignment } from '../bot/contracts/assignment.js';
import type { SendOutcome } from '../bot/contracts/channels.js';
import type { Desk } from '../bot/contracts/desk.js';
import type { DeskAccounts } from '../bot/contracts/desk-accounts.js';
import type { DeskTools } from '../bot/contracts/desk-tools.js';
import type { DeskElsewhere } from '../bot/contracts/elsewhere/desk-elsewhere.js';
import type { Clock } from '../index/platform/clock.js';
import type { Log } from '../index/platform/log.js';
import type { ChannelsAtDesk } from './channels-at-desk.js';

/** The way from such a face to its channel. Each call is one attempt and never throws. */
export interface DeskLine {
  /** Says something in a conversation; `Sent.id` is the channel's. */
  send(activity: Activity): Promise<SendOutcome>;
  /** Shows an activity in place of the one whose id it has. */
  update(activity: Activity): Promise<SendOutcome>;
  /** Takes back the activity whose id it has. */
  remove(activity: Activity): Promise<SendOutcome>;
  /** Begins a thread of a group with an activity; `Sent.id` is the id of the thread as a conversation. */
  open(activity: Activity, tenantId: string): Promise<SendOutcome>;
  /** Whether somebody belongs to a group; null where that cannot be told now. */
  isMember(
    group: { readonly serviceUrl: string; readonly id: string },
    memberId: string,
  ): Promise<boolean | null>;
}

/** What goes back for a call: an HTTP status and, where there is one, a JSON body. */
export interface ChannelAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** A face of the desk within a channel. */
export interface ChannelDesk {
  /** Value of `channelId` in its activities. */
  readonly channelId: string;
  /** Begins to show the desk by the line of its door. */
  start(line: DeskLine): Promise<void>;
  /** What becomes of an activity that may be believed; null where it has nothing to do with the desk. */
  take(activity: Activity): Promise<ChannelAnswer | null>;
  /** Shows what changed, as far as it is due by the clock; `start` sees to it every second. */
  work(): Promise<void>;
  /** Ends its work; resolves when nothing is under way. */
  stop(): Promise<void>;
}

/** The desk, as faces of it within channels need it. */
export interface ChannelDeskParts {
  readonly desk: Desk;
  readonly assignment: DeskAssignment;
  readonly accounts: Pick<DeskAccounts, 'agents' | 'onSessionsEnded'>;
  readonly tools: DeskTools;
  readonly elsewhere: DeskElsewhere;
  readonly atDesk: ChannelsAtDesk;
  readonly botName: string;
  readonly log: Log;
  readonly clock: Clock;
}
