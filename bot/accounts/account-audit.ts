import type { Clock } from '../../index/platform/clock.js';
import type { Log } from '../../index/platform/log.js';
import type { AuditPage, AuditSearch, DeskSecurity } from '../contracts/accounts/desk-security.js';
import { allAgents } from '../store/accounts/agents.js';
import { countAudit, findAudit, recordAudit } from '../store/audit.js';
import type { Store, Write } from '../store/store.js';
import { requireAdministrator } from './administrators.js';

const LINES_A_PAGE = 50;
/** Refused sign-ins to one account that are kept an hour: strangers make them, and must not fill the store. */
const REFUSALS_AN_HOUR = 20;
const HOUR_MS = 3_600_000;

/** Keeps what was done with accounts and by them; ids and kinds alone. */
export interface AccountAudit {
  /** @param byId the account that did it; that of `agentId` where it did it itself */
  keep(
    write: Store | Write,
    action: string,
    agentId: string,
    byId?: string,
    details?: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  /** Keeps that a sign-in to an account was refused, as many an hour as there is room for. */
  keepRefusal(agentId: string, reason: 'password' | 'locked' | 'code'): Promise<void>;
}

export function createAccountAudit(store: Store, clock: Clock): AccountAudit {
  async function keep(
    write: Store | Write,
    action: string,
    agentId: string,
    byId: string = agentId,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const at = clock.now().toISOString();
    await recordAudit(write, {
      at,
      actorKind: 'agent',
      actorId: byId,
      action,
      subjectKind: 'account',
      subjectId: agentId,
      details,
    });
  }

  return {
    keep,
    async keepRefusal(agentId, reason) {
      const now = clock.now();
      const since = new Date(now.getTime() - HOUR_MS).toISOString();
      const action = `sign-in.${reason === 'locked' ? 'locked' : 'refused'}`;
      if ((await countAudit(store, { action, subjectId: agentId, since })) >= REFUSALS_AN_HOUR) return;
      // Nobody knows who tried: whoever it was did not show that the account is theirs.
      await recordAudit(store, {
        at: now.toISOString(),
        actorKind: 'unknown',
        actorId: '',
        action,
        subjectKind: 'account',
        subjectId: agentId,
        details: { reason },
      });
    },
  };
}

/** What agents did with conversations, and the audit as administrators read it. */
export function createAuditReading(
  store: Store,
  clock: Clock,
  log: Log,
): Pick<DeskSecurity, 'keepAct' | 'audit'> {
  return {
    async keepAct(act, by, conversationId) {
      const subjectKind = conversationId === null ? 'conversations' : 'conversation';
      const now = clock.now();
      const since = new Date(now.getTime() - HOUR_MS).toISOString();
      try {
        const done = { action: act, subjectId: conversationId ?? '', since, actorId: by.id };
        // An open page reads what it shows again and again: that is one reading.
        if (act === 'conversation.read' && (await countAudit(store, done)) > 0) return;
        await recordAudit(store, {
          at: now.toISOString(),
          actorKind: 'agent',
          actorId: by.id,
          action: act,
          subjectKind,
          subjectId: conversationId ?? '',
          details: {},
        });
      } catch (error) {
        // A customer waits for an answer: work goes on, and operators are told.
        log.error('It could not be kept in the audit what an agent did.', { act, agentId: by.id, error });
      }
    },

    audit: (search, by) =>
      store.transaction().execute(async (write) => {
        await requireAdministrator(write, by);
        return readPage(write, search);
      }),
  };
}

async function readPage(store: Store, search: AuditSearch): Promise<AuditPage> {
  const { area, accountId, from, until } = search;
  const after = readMark(search.after);
  const rows = await findAudit(store, { area, id: accountId, from, until, after, most: LINES_A_PAGE + 1 });
  const names = new Map((await allAgents(store)).map(({ id, name }) => [id, name]));
  const shown = rows.slice(0, LINES_A_PAGE);
  const last = shown.at(-1);
  return {
    lines: shown.map(({ id: _, details, ...row }) => ({
      ...row,
      details: JSON.parse(details) as Record<string, unknown>,
      actorName: names.get(row.actorId) ?? null,
      subjectName: row.subjectKind === 'account' ? (names.get(row.subjectId) ?? null) : null,
    })),
    next: rows.length > LINES_A_PAGE && last ? `${last.at} ${last.id}` : null,
  };
}

/** @param text `next` of a page; what was never one begins anew */
function readMark(text: string | undefined): { readonly at: string; readonly id: string } | undefined {
  const [at, id] = (text ?? '').split(' ');
  return at && id ? { at, id } : undefined;
}
