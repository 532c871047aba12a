import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './product-files.js';
import { copyFactVectors, copySampleRelease } from './sample-release.js';
import { temporaryFolder } from './temporary-folder.js';

/** The built program, running as a process of its own and ready to answer questions. */
export interface RunningProduct {
  /** Address of website, chat and desk, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Its RUNTIME_DIR, which is its working directory too; give it to `startProduct` to go on with what is stored. */
  readonly directory: string;
  /** The one-time link for the first administrator, whole, from the file that the program names; null when there is an administrator already. */
  readonly firstInvitation: string | null;
  /** Everything it has printed up to now, log and complaints included. */
  output(): string;
  /** Asks it to stop (SIGTERM) and waits; gives its exit code. Does nothing when it has ended. */
  stop(): Promise<number | null>;
  /** Waits until it ends by itself; gives its exit code. */
  ended(): Promise<number | null>;
  /** Ends it at once, as a crash would (SIGKILL), and waits. */
  kill(): Promise<void>;
  /** Stops it and removes its directory. */
  remove(): Promise<void>;
}

export interface ProductOptions {
  /** Settings beside PORT and RUNTIME_DIR; the environment and `.env` of whoever runs the tests do not count. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A new one with the release of the samples where not given; the first start in an empty one reads them by itself. */
  readonly directory?: string;
  /** Any free one where not given; after `stop` or `kill` the same one can be used again. */
  readonly port?: number;
  /** Comes back when it serves and upgrades its index, not when that is done. */
  readonly isUpgrading?: boolean;
}

/**
 * Starts `node dist/bot/main.js` and waits until it answers questions.
 * @throws when it ends before that, with everything it printed
 */
export async function startProduct(options: ProductOptions = {}): Promise<RunningProduct> {
  const directory = options.directory ?? temporaryFolder();
  if (options.directory === undefined) await copySampleRelease(directory);
  else copyFactVectors(directory);
  // The bundled samples and models are named relative to the working directory.
  if (!existsSync(join(directory, 'data'))) symlinkSync(join(ROOT, 'data'), join(directory, 'data'));
  const child = spawn(process.execPath, [join(ROOT, 'dist/bot/main.js')], {
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      RUNTIME_DIR: directory,
      PORT: String(options.port ?? 0),
      ...options.settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  // A test that was cut short leaves no process behind.
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  child.once('exit', () => process.off('exit', killAtExit));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const sign = options.isUpgrading ? /^Upgrading the index/m : /^Ready to answer questions/m;
  await untilPrinted(child, () => printed, sign);
  if (!options.isUpgrading) await holdToReady(child, printed);

  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  const stop = async () => {
    await end('SIGTERM');
    return child.exitCode;
  };
  const url = find(printed, /^Website with chat: +(\S+?)\/?$/m);
  return {
    url,
    port: Number(new URL(url).port),
    directory,
    firstInvitation: readInvitation(/^First administrator: .* is in (.+)$/m.exec(printed)?.[1]),
    output: () => printed,
    stop,
    async ended() {
      await ended;
      return child.exitCode;
    },
    kill: () => end('SIGKILL'),
    async remove() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function readInvitation(path: string | undefined): string | null {
  return path === undefined ? null : readFileSync(path, 'utf8').trim();
}

function untilPrinted(child: ChildProcess, printed: () => string, sign: RegExp): Promise<void> {
  return new Promise((found, failed) => {
    child.stdout?.on('data', () => sign.test(printed()) && found());
    child.once('exit', (code) => failed(new Error(`the product ended with ${code}:\n${printed()}`)));
  });
}

/** Holds the product to what it printed. */
async function holdToReady(child: ChildProcess, printed: string): Promise<void> {
  const { status } = await fetch(`${find(printed, /^Website with chat: +(\S+?)\/?$/m)}/readyz`);
  if (status === 200) return;
  child.kill('SIGKILL');
  throw new Error(`the product says that it is ready, /readyz says ${status}`);
}

function find(printed: string, pattern: RegExp): string {
  const found = pattern.exec(printed)?.[1];
  if (found === undefined) throw new Error(`the product did not print ${pattern}:\n${printed}`);
  return found;
}
