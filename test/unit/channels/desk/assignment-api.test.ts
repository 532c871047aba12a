import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeskClient, type DeskClient } from '../../../support/desk-client.js';
import { type DeskServer, startDeskServer } from '../../../support/desk-server.js';
import { createFakeAssignment } from '../../../support/fake-assignment.js';

const PASSWORD = 'a long pass sentence';
const TEAMS = [{ id: 'bills', name: { nl: 'Rekeningen', en: 'Billing' } }];
let server: DeskServer;
let sanne: DeskClient;

beforeEach(async () => {
  const assignment = Object.assign(createFakeAssignment(), { mode: 'offer' as const, teams: TEAMS });
  server = await startDeskServer({ assignment });
  server.accounts.add('Sanne', 'agent', PASSWORD);
  sanne = createDeskClient(server.url);
  await sanne.signIn('sanne@example.com', PASSWORD);
});
afterEach(() => server.stop());

const idOfSanne = async () => (await server.accounts.agents())[0]?.id ?? '';

describe('the desk', () => {
  it('tells how conversations come to agents, and the teams, with the sign-in', async () => {
    expect((await sanne.get('/me')).body?.assignment).toEqual({ mode: 'offer', teams: TEAMS });
  });

  it('tells everybody at once who is away', async () => {
    const changes = await sanne.changes();
    await changes.next();
    expect((await sanne.post('/status', { status: 'away' })).status).toBe(204);
    const agentId = await idOfSanne();
    const standing = {
      isHere: true,
      agentId,
      status: 'away',
      because: 'self',
      load: 0,
      capacity: 6,
    };
    expect((await changes.next())?.news.standings).toEqual([standing]);
    expect((await sanne.get('/entries')).body?.standings).toEqual([standing]);
    changes.close();
  });

  it('takes no other status, and none from somebody who is not signed in', async () => {
    expect((await sanne.post('/status', { status: 'asleep' })).status).toBe(400);
    const nobody = createDeskClient(server.url);
    expect((await nobody.post('/status', { status: 'away' })).status).toBe(401);
    expect((await nobody.post('/conversation/a/decline')).status).toBe(401);
  });

  it('declines an offer for whoever is signed in', async () => {
    expect((await sanne.post('/conversation/a/decline')).status).toBe(204);
    expect(server.assignment.declined).toEqual([`a ${await idOfSanne()}`]);
  });

  it('says to whom a conversation is offered, or that it is too much, where it cannot be taken', async () => {
    const id = server.desk.customerWaits();
    server.desk.refuseNextClaim({ kind: 'offered', agentName: 'Noor' });
    const offered = await sanne.post(`/conversation/${id}/claim`);
    expect(offered.status).toBe(409);
    expect(offered.body?.error).toMatchObject({ code: 'DeskConversationOffered', agentName: 'Noor' });
    server.desk.refuseNextClaim({ kind: 'full', load: 5, weight: 2, capacity: 6 });
    const full = await sanne.post(`/conversation/${id}/claim`);
    expect([full.status, full.body?.error?.code]).toEqual([409, 'DeskFull']);
    expect(full.body?.error?.message).toContain('You have 5 of 6 units, and this conversation takes 2.');
    expect((await sanne.post(`/conversation/${id}/claim`)).status).toBe(200);
  });
});
