import type { DirectLine } from 'botframework-directlinejs';
import { afterEach, describe, expect, it } from 'vitest';
import { connectDirectLine, type DirectLineClient, type Received } from '../support/direct-line-client.js';
import { SECRET, startWebchatServer, type WebchatServer } from '../support/webchat-server.js';
import { installedClient } from './installed.js';

type Library = { readonly DirectLine: typeof DirectLine };

describe.each(['0.11', '0.13', '0.15'])('DirectLineJS %s on our Direct Line server', (version) => {
  const { DirectLine: Client } = installedClient<Library>(`directlinejs-${version}`);
  const open: { end(): unknown }[] = [];
  afterEach(async () => {
    for (const thing of open.reverse()) await thing.end();
    open.length = 0;
  });

  async function connect(
    options: (server: WebchatServer) => Promise<{ readonly token?: string; readonly secret?: string }>,
  ): Promise<{ readonly server: WebchatServer; readonly client: DirectLineClient }> {
    const server = await startWebchatServer();
    open.push({ end: () => server.stop() });
    const client = connectDirectLine({ domain: server.directLine, ...(await options(server)) }, Client);
    open.push(client);
    return { server, client };
  }
  const withToken = async ({ url }: WebchatServer) => {
    const response = await fetch(`${url}/api/webchat/token`, { method: 'POST' });
    // Its conversation is not named: then the library would go on with one that has not begun.
    const { token } = (await response.json()) as { token: string };
    return { token };
  };
  const says = (words: string) => (activity: Received) => activity.text === words;

  it('is welcomed, says something once and gets echo and answer, with a token', async () => {
    const { client, server } = await connect(withToken);
    await client.until(says('Welcome'));
    const id = await client.say('hello', 'c1');
    expect(await client.until(says('hello'))).toMatchObject({ id, channelData: { clientActivityID: 'c1' } });
    expect(await client.until(says('echo hello'))).toMatchObject({ from: { id: 'bot' }, replyToId: id });
    expect(server.received.filter(({ text }) => text === 'hello')).toHaveLength(1);
  });

  it('is who it says it is, with the secret', async () => {
    const { client, server } = await connect(async () => ({ secret: SECRET }));
    await client.until(says('Welcome'));
    await client.post({ type: 'message', text: 'hello', from: { id: 'r_abc123', name: 'Ans' } });
    await client.until(says('echo hello'));
    expect(server.received.at(-1)?.from).toMatchObject({ id: 'r_abc123', name: 'Ans' });
  });

  it('hears what was said while its socket was gone', async () => {
    const { client } = await connect(withToken);
    await client.until(says('Welcome'));
    client.sockets.at(-1)?.terminate();
    await client.say('are you there?');
    expect(await client.until(says('echo are you there?'))).toMatchObject({ from: { id: 'bot' } });
  });
});
