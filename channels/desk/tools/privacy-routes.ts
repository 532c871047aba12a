import { z } from 'zod';
import type { PersonKey, Privacy, PrivacyActor } from '../../../bot/contracts/privacy.js';
import { type Request, Router } from '../../server/http.js';
import type { Guard } from '../guard.js';
import { readRequest } from '../requests.js';

const id = z.string().trim().min(1, 'is empty').max(500, 'is longer than 500 characters');

/** By what a person is known (`PersonKey`). In a body: it names people, and addresses end up in logs. */
const personRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('customer'), channelId: id, customerId: id }),
  z.strictObject({
    kind: z.literal('email'),
    email: z.string().trim().pipe(z.email('is not an e-mail address')),
  }),
  z.strictObject({ kind: z.literal('conversation'), conversationId: id }),
]);

/** Finding, handing out and erasing what is kept of one person: for administrators. */
export function privacyRoutes({
  privacy,
  guard,
}: {
  readonly privacy: Privacy;
  readonly guard: Guard;
}): Router {
  const router = Router();

  async function asked(request: Request): Promise<[PersonKey, PrivacyActor]> {
    const administrator = await guard.administrator(request);
    return [readRequest(personRequest, request.body), { kind: 'agent', id: administrator.id }];
  }

  router.post('/privacy/find', async (request, response) => {
    response.json(await privacy.find(...(await asked(request))));
  });
  router.post('/privacy/export', async (request, response) => {
    response.json(await privacy.export(...(await asked(request))));
  });
  router.post('/privacy/erase', async (request, response) => {
    response.json(await privacy.erase(...(await asked(request))));
  });
  return router;
}
