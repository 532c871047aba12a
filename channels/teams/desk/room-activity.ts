import type { Activity } from '../../../bot/contracts/activities.js';
import type { SpokenLanguage } from '../../../bot/contracts/messages.js';
import { isRecord } from '../../../index/platform/is-record.js';

/** Behind the id of a channel, the thread (protocol of Teams: `19:…@thread.tacv2;messageid=1481567603816`). */
const THREAD = ';messageid=';

/** Where an activity was said: the group, and the first message of the thread ('' for none). */
export function placeOfActivity({ conversation }: Activity): {
  readonly groupId: string;
  readonly rootId: string;
} {
  const [groupId = '', rootId = ''] = (conversation?.id ?? '').split(THREAD);
  return { groupId, rootId };
}

/** The thread that begins with a message, as a conversation. */
export function threadIdOf(groupId: string, rootId: string): string {
  return `${groupId}${THREAD}${rootId}`;
}

/** The first message of a thread by its id as a conversation. */
export function rootOf(threadId: string): string {
  return threadId.split(THREAD)[1] ?? threadId;
}

/** Tenant and team of an activity; '' where it tells none. */
export function teamOfActivity({ channelData, conversation }: Activity): {
  tenantId: string;
  teamId: string;
} {
  const told = isRecord(channelData) ? channelData : {};
  return {
    tenantId: idIn(told.tenant) || textOf(conversation?.tenantId),
    teamId: idIn(told.team) || textOf(told.teamsTeamId),
  };
}

/** Object id of who acts, as Microsoft vouches for it; '' where it is not told. */
export function entraIdOf({ from }: Activity): string {
  return textOf(from?.aadObjectId);
}

/**
 * When an activity was written by Teams' own clock, in milliseconds since 1970: ids of messages are times there. Falls back
 * on the time it tells.
 */
export function writtenMs({ id, timestamp }: Pick<Activity, 'id' | 'timestamp'>, now: Date): number {
  const byId = idMs(id);
  if (byId !== null) return byId;
  const told = Date.parse(timestamp ?? '');
  return Number.isNaN(told) ? now.getTime() : told;
}

/** The time that the id of a message is; null where it is none. */
export function idMs(id: string | null | undefined): number | null {
  return /^1\d{12}$/.test(id ?? '') ? Number(id) : null;
}

/** The language of whoever acts, as far as their client tells it. */
export function languageOfActivity(activity: Activity, otherwise: SpokenLanguage): SpokenLanguage {
  const locale = textOf(activity.locale) || textOf(clientIn(activity).locale);
  if (locale === '') return otherwise;
  return /^nl\b/i.test(locale) ? 'nl' : 'en';
}

/** Their time zone, in the form of IANA; undefined where their client tells none that is known here. */
export function timeZoneOf(activity: Activity): string | undefined {
  const zone = textOf(activity.localTimezone) || textOf(clientIn(activity).timezone);
  if (zone === '') return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return undefined;
  }
}

function clientIn({ entities }: Activity): Readonly<Record<string, unknown>> {
  const found = Array.isArray(entities)
    ? entities.find((entity: unknown) => isRecord(entity) && entity.type === 'clientInfo')
    : undefined;
  return isRecord(found) ? found : {};
}

function idIn(value: unknown): string {
  return isRecord(value) ? textOf(value.id) : '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' && value.length <= 300 ? value : '';
}
