import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { temporaryFolder } from './temporary-folder.js';

/** Microsoft's Agents Playground, running as a process of its own: a channel with its page in the browser. */
export interface AgentsPlayground {
  /** Shows its page, which begins the personal chat by itself. Nothing beyond this machine is loaded. */
  show(page: Page): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts it and waits until it listens.
 * @param cli path of its `cli.js`
 * @param talk with which bot, as which channel, in which personal chat
 * @throws when it ends before that, with everything it printed
 */
export async function startPlayground(
  cli: string,
  talk: { readonly endpoint: string; readonly channelId: string; readonly conversationId: string },
): Promise<AgentsPlayground> {
  const folder = temporaryFolder();
  const child = spawn(
    process.execPath,
    [
      ...[cli, 'start', '--disable-telemetry', '--port', String(await freePort())],
      ...['--app-endpoint', talk.endpoint, '--channel-id', talk.channelId],
      ...['--conversation-id', talk.conversationId],
    ],
    {
      // Its log goes into the working directory, and it opens a browser unless told not to.
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, TEAMSAPPTESTER_BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(child, 'exit');
  const port = await portOf(child);
  return {
    async show(page) {
      const own = `127.0.0.1:${port}`;
      await page.route(
        ({ host }) => host !== own,
        (route) => route.abort(),
      );
      await page.goto(`http://${own}/`);
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** The port that it says it listens on: another one than asked for where that was taken meanwhile. */
function portOf(child: ChildProcess): Promise<number> {
  let printed = '';
  return new Promise((found, failed) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const port = /^Listening on (\d+)/m.exec(printed)?.[1];
        if (port !== undefined) found(Number(port));
      });
    child.once('exit', (code) => failed(new Error(`the Playground ended with ${code}:\n${printed}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
