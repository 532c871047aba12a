import { z } from 'zod';
import type { DeskProfiles } from '../../../bot/contracts/accounts/desk-profiles.js';
import { channelErrors } from '../../errors.js';
import { Router } from '../../server/http.js';
import type { Guard } from '../guard.js';
import { readRequest, requests } from '../requests.js';
import type { OwnNameReply, OwnPictureReply } from './contracts.js';

const bodies = {
  /** As base64: a picture is of some kilobytes. */
  picture: z.strictObject({
    picture: z.base64('is not base64').min(1, 'is empty').max(28_000, 'is too long'),
  }),
  name: z.strictObject({ name: z.string().trim().min(1, 'is needed').max(80) }),
};

/** One's own name and picture. @param onRenamed told once an agent has another name, which rows show of who reads along or is offered them */
export function profileRoutes(profiles: DeskProfiles, guard: Guard, onRenamed: () => void): Router {
  const router = Router();

  router.post('/own/name', async (request, response) => {
    const { agent } = await guard.session(request);
    const { name } = readRequest(bodies.name, request.body);
    if (!/[\p{L}\p{N}]/u.test(name)) throw channelErrors.BAD_ARGUMENT({ reason: 'name: has no letters' });
    const renamed = await profiles.rename(agent.id, name);
    onRenamed();
    response.json({ agent: renamed } satisfies OwnNameReply);
  });

  async function pictureReply(agentId: string): Promise<OwnPictureReply> {
    return { address: await profiles.pictureAddress(agentId) };
  }

  router.get('/own/picture', async (request, response) => {
    const { agent } = await guard.session(request);
    response.json(await pictureReply(agent.id));
  });

  router.post('/own/picture', async (request, response) => {
    const { agent } = await guard.session(request);
    const { picture } = readRequest(bodies.picture, request.body);
    await profiles.setPicture(agent.id, Buffer.from(picture, 'base64'));
    response.json(await pictureReply(agent.id));
  });

  router.post('/own/picture/remove', async (request, response) => {
    const { agent } = await guard.session(request);
    readRequest(requests.nothing, request.body);
    await profiles.removePicture(agent.id);
    response.json(await pictureReply(agent.id));
  });

  return router;
}
