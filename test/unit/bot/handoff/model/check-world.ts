import { readDeskTeams } from '../../../../../bot/company/read-routing.js';
import type { OutgoingMessage } from '../../../../../bot/contracts/messages.js';
import { findLimbo } from '../../../../../bot/handoff/find-limbo.js';
import { limboRows } from '../../../../../bot/store/handoffs/limbo-rows.js';
import { CAPACITY } from './desk-teams.js';
import type { World } from './world.js';

/** When neither team nor language is asked for any more. */
const ANYBODY_AFTER_MS = 5 * 60_000;
const AWAY_MS = 2 * 60_000;

/** Everything that is wrong in the world once all that is due was done; nothing where it is as it must be. */
export async function wrongIn(world: World): Promise<string[]> {
  return [
    ...(await limboIn(world)),
    ...untoldIn(world),
    ...heldByGoneIn(world),
    ...placesIn(world),
    ...promisesIn(world),
    ...setAsideIn(world),
    ...repeatedIn(world),
    ...(await entriesIn(world)),
    ...(world.mode === 'offer' ? [...overCapacityIn(world), ...overlookedIn(world)] : []),
  ];
}

/** By the program's own look at the store, and by what the world knows of pages and doors. */
async function limboIn(world: World): Promise<string[]> {
  const { store, transport } = world;
  const at = world.clock.now().toISOString();
  const rows = await limboRows(store, { at, messagesBefore: at, activeSince: '' });
  const found = findLimbo(rows, {
    hasPage: (agentId) => world.hasPage(agentId),
    isSending: () => transport.isHeld,
    isHandling: () => false,
    awaitsWord: world.mode === 'offer',
    routing: world.mode === 'offer' ? readDeskTeams(world.teamsPath) : { teams: [] },
  });
  return found.map(({ kind, conversationId }) => `${kind}: ${conversationId}`);
}

/** Whoever waits, is with an agent or waited in vain has been told so last. */
function untoldIn(world: World): string[] {
  const rows = world.rows(`select conversations.id, handoffs.state, handoffs.elsewherePlace, agents.name,
      (select message from messages where conversationId = conversations.id and direction = 'out'
        and json_extract(message, '$.status.handoff') is not null order by sequence desc limit 1) as told
    from conversations join handoffs on handoffs.id = conversations.handoffId
      left join agents on agents.id = handoffs.agentId
    where handoffs.state in ('waiting', 'with-agent', 'expired')`);
  return rows.flatMap(({ id, state, elsewherePlace, name, told }) => {
    if (elsewherePlace !== null) return [];
    const message = told === null ? null : (JSON.parse(String(told)) as OutgoingMessage);
    const last = message?.status?.handoff ?? 'nothing';
    if (last !== state) return [`told ${last}, is ${state}: ${id}`];
    const isOther = state === 'with-agent' && message?.status?.agentName !== name;
    return isOther ? [`told it is with ${message?.status?.agentName}, is with ${name}: ${id}`] : [];
  });
}

/** Nobody is held by an agent who has been gone, since they took it, for longer than they may. */
function heldByGoneIn(world: World): string[] {
  const rows = world.rows(`select handoffs.conversationId, handoffs.agentId, handoffs.claimedAt from handoffs
    join conversations on conversations.handoffId = handoffs.id where state = 'with-agent' and agentId is not null
    and snoozedUntil is null`);
  return rows.flatMap(({ conversationId, agentId, claimedAt }) => {
    if (world.hasPage(String(agentId))) return [];
    const since = Math.max(world.goneSinceOf(String(agentId)), Date.parse(String(claimedAt)));
    return world.now - since < AWAY_MS ? [] : [`held by somebody gone: ${conversationId}`];
  });
}

/** What a page knows by differences is what the desk shows to one that is opened now. */
async function entriesIn({ desk, followed }: World): Promise<string[]> {
  const known = JSON.stringify(await followed.read(false));
  const all = JSON.stringify(await desk.entries());
  return known === all ? [] : [`the entries by differences are ${known}, and all of them ${all}`];
}

function placesIn(world: World): string[] {
  const rows = world.rows(
    "select id, toldPlace from handoffs where state = 'waiting' and not toldPlace >= 1",
  );
  const shown = world.transport.sent
    .map(({ channelData }) => (channelData as { message?: OutgoingMessage } | undefined)?.message)
    .filter((message) => (message?.status?.queuePosition ?? 1) < 1);
  return [...rows, ...shown].map((row) => `a place below 1: ${JSON.stringify(row)}`);
}

/** No promise is past its time untold, and none outlives what it was made for. */
function promisesIn(world: World): string[] {
  const rows = world.rows(`select conversationId, state from handoffs where promiseFrom is not null
    and (promiseDueAt <= '${world.clock.now().toISOString()}' or state not in ('waiting', 'with-agent')
      or (state = 'waiting' and promiseDueAt is null))`);
  return rows.map(({ conversationId, state }) => `a stray promise, ${state}: ${conversationId}`);
}

/** Nothing is set aside, or kept for one colleague, past its time. */
function setAsideIn(world: World): string[] {
  const at = world.clock.now().toISOString();
  const rows = world.rows(`select conversationId, state from handoffs
    where snoozedUntil <= '${at}' or reservedUntil <= '${at}'
      or (snoozedUntil is not null and state <> 'with-agent')
      or (reservedFor is not null and state <> 'waiting')`);
  return rows.map(
    ({ conversationId, state }) => `set aside or kept past its time, ${state}: ${conversationId}`,
  );
}

/** Nobody has, and is offered, more than they can have; who is in danger may always be taken. */
function overCapacityIn(world: World): string[] {
  const rows = world.rows(`select agentId, count(*) as units from (
      select agentId from handoffs where state = 'with-agent' and agentId is not null and priority < 2
        and snoozedUntil is null
      union all select offers.agentId from offers join handoffs on handoffs.id = handoffId
        where offers.state = 'open' and priority < 2) group by agentId having count(*) > ${CAPACITY}`);
  return rows.map(({ agentId, units }) => `${units} units of ${CAPACITY}: ${agentId}`);
}

/** Whoever has waited until anybody may have them is offered to somebody who is there, not away, and has nothing to do. */
function overlookedIn(world: World): string[] {
  const idle = world
    .rows(`select id from agents where awayAt is null and lockedAt is null
      and id not in (select agentId from handoffs where state = 'with-agent' and agentId is not null
        and snoozedUntil is null)
      and id not in (select agentId from offers where state = 'open')`)
    .filter(({ id }) => world.hasPage(String(id)));
  const since = new Date(world.now - ANYBODY_AFTER_MS).toISOString();
  const waiting =
    world.rows(`select conversationId from handoffs where state = 'waiting' and reservedFor is null
      and case when teamId is null then requestedAt else returnedAt end <= '${since}' and id not in
        (select handoffId from offers where state in ('open', 'declined', 'missed', 'silent', 'passed-on'))`);
  return idle.length === 0 ? [] : waiting.map((row) => `offered to nobody: ${row.conversationId}`);
}

/** No turn says anything twice, and nothing arrives twice but where a crash made it doubtful. */
function repeatedIn(world: World): string[] {
  const rows = world.rows(`select turnId from messages where direction = 'out' and turnId is not null
    and json_extract(message, '$.chosen') is null group by turnId, message having count(*) > 1`);
  return [
    ...rows.map(({ turnId }) => `said twice in a turn: ${turnId}`),
    ...world.transport.repeated.map((id) => `arrived twice: ${id}`),
  ];
}
