import { expect, it } from 'vitest';
import { AGENT_PICTURE_PATH, pictureRouter } from '../../channels/messenger/picture-router.js';
import { createServer } from '../../channels/server/create-server.js';
import { channelSettings } from '../../channels/settings.js';
import { silentLog } from '../../index/platform/log.js';
import { parseSettings } from '../../index/platform/settings.js';

it('serves the picture that Meta takes for agents', async () => {
  const server = createServer({
    settings: parseSettings(channelSettings, {}),
    log: silentLog,
    doors: [{ router: pictureRouter() }],
    notReadyBecause: () => null,
    pagesDirectory: null,
  });
  const { port, stop } = await server.listen(0);
  try {
    const response = await fetch(`http://127.0.0.1:${port}${AGENT_PICTURE_PATH}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    const picture = Buffer.from(await response.arrayBuffer());
    expect(picture.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([200, 200]);
  } finally {
    await stop();
  }
});
