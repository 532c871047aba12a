import type { DeskProfiles } from '../../../bot/contracts/accounts/desk-profiles.js';
import { channelErrors } from '../../errors.js';
import type { Door } from '../door.js';
import { Router } from '../http.js';

/**
 * Gives out the pictures of agents, which customers see beside what they say. The id in the address is 24 random bytes, new with
 * each picture: whoever has it was shown it, and it leads nowhere once the picture is another or its account is gone.
 */
export function createPicturesDoor(profiles: Pick<DeskProfiles, 'picture'>): Door {
  const router = Router();
  router.get('/api/agent-pictures/:id', async (request, response) => {
    const found = await profiles.picture(request.params.id);
    if (found === null) throw channelErrors.NOT_FOUND({});
    response.set({
      'Content-Type': found.contentType,
      'Content-Disposition': 'inline',
      'Cache-Control': 'private, max-age=300',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      // Chats stand on pages of other websites.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    });
    response.end(found.bytes);
  });
  return { router };
}
