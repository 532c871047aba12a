import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  delivery,
  event,
  type MessengerServer,
  startMessengerServer,
} from '../../../support/messenger-server.js';
import { openTestFiles, type TestFiles } from '../../../support/test-files.js';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

let test: TestFiles;
let server: MessengerServer;
let asked: string[];
beforeEach(async () => {
  test = await openTestFiles();
  asked = [];
  const fetch = async (address: unknown) => {
    asked.push(String(address));
    return new Response(PNG, { headers: { 'content-type': 'image/png' } });
  };
  server = await startMessengerServer({ keeping: { files: test.files, fetch } });
});
afterEach(async () => {
  await server.stop();
  await test.remove();
});

async function send(attachments: readonly unknown[]): Promise<void> {
  await server.deliver(delivery([event({ message: { mid: 'm_1', attachments } })]));
  await server.idle();
}
const image = (url: string) => ({ type: 'image', payload: { url } });

it('what a customer sends on Messenger is fetched from Meta once the bot has kept the message', async () => {
  await send([image('https://scontent.xx.fbcdn.net/v/kast.png?oh=1')]);
  expect(server.taken).toMatchObject([
    { activity: { id: 'm_1' } },
    { event: { kind: 'file-kept', activityId: 'm_1', place: 0, file: { name: 'kast.png' } } },
  ]);
});

it('neither stickers, films, places nor addresses of others are fetched', async () => {
  await send([
    { type: 'image', payload: { url: 'https://scontent.xx.fbcdn.net/s.png', sticker_id: 1 } },
    { type: 'video', payload: { url: 'https://video.xx.fbcdn.net/f.mp4' } },
    { type: 'location', payload: { coordinates: { lat: 52, long: 5 } } },
    image('https://evil.example/kast.png'),
  ]);
  expect(asked).toEqual([]);
  expect(server.taken).toHaveLength(1);
});
