import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createPasswordThread, type PasswordThread } from '../../../../bot/accounts/password-thread.js';
import { createPasswords } from '../../../../bot/accounts/passwords.js';
import { blockedPasswords } from '../../../support/blocked-passwords.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const BUILT = new URL('../../../../dist/bot/accounts/', import.meta.url);
const REAL = new URL('password-worker.js', BUILT);
const REQUEST = { password: 'x', salt: new Uint8Array(16), cost: { logN: 4, r: 8, p: 1 } };

const opened: PasswordThread[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((thread) => thread.close()));
});

describe('the thread of passwords', () => {
  it('makes the hashes that are used for real, and knows its own', async () => {
    const passwords = createPasswords(open(REAL).derive);
    const hash = await passwords.hash('paard accu nietje');
    expect(hash).toMatch(/^scrypt\$15\$8\$3\$[\w+/=]{24}\$[\w+/=]{44}$/);
    expect(await passwords.verify('paard accu nietje', hash)).toBe(true);
    expect(await passwords.verify('paard accu niet', hash)).toBe(false);
  });

  it('still knows what was stored at another cost', async () => {
    // A test vector of RFC 7914, § 12; its first 32 bytes.
    const salt = Buffer.from('SodiumChloride').toString('base64');
    const hash = Buffer.from(RFC_7914, 'hex').toString('base64');
    const passwords = createPasswords(open(REAL).derive);
    expect(await passwords.verify('pleaseletmein', `scrypt$14$8$1$${salt}$${hash}`)).toBe(true);
    expect(await passwords.verify('pleaseletmeout', `scrypt$14$8$1$${salt}$${hash}`)).toBe(false);
  });

  it('takes so many and refuses the next, until one has ended', async () => {
    const blocked = blockedPasswords();
    const thread = open(blocked.workerFile, 2);
    const taken = [1, 2, 3].map(() => thread.derive(REQUEST));
    await expect(thread.derive(REQUEST)).rejects.toMatchObject({
      code: 'PASSWORDS_BUSY',
      facts: { waiting: 2 },
    });
    blocked.letGo();
    for (const key of await Promise.all(taken)) expect(key).toHaveLength(32);
    expect(await thread.derive(REQUEST)).toHaveLength(32);
  });

  it.each(['process.exit(3)', `throw new Error('broken')`])(
    'fails what it was at when it died by %s, and goes on with the rest',
    async (death) => {
      const thread = open(workerOf(`if (password === 'die') ${death};`));
      const [failed, next] = [thread.derive({ ...REQUEST, password: 'die' }), thread.derive(REQUEST)];
      await expect(failed).rejects.toMatchObject({ code: 'PASSWORD_CHECK_FAILED' });
      expect(await next).toEqual(Uint8Array.of(1));
    },
  );

  it('fails, and not for ever, when the thread cannot be started', async () => {
    const thread = open(pathToFileURL(join(temporaryFolder(), 'no-such-file.mjs')));
    for (const _ of [1, 2]) {
      await expect(thread.derive(REQUEST)).rejects.toMatchObject({ code: 'PASSWORD_CHECK_FAILED' });
    }
  });

  it('fails a cost that makes no sense, and goes on', async () => {
    const thread = open(REAL);
    const senseless = thread.derive({ ...REQUEST, cost: { logN: Number.NaN, r: 8, p: 1 } });
    await expect(senseless).rejects.toMatchObject({ code: 'PASSWORD_CHECK_FAILED' });
    expect(await thread.derive(REQUEST)).toHaveLength(32);
  });

  it('fails what waits when it is closed, and whatever comes then', async () => {
    const thread = open(blockedPasswords().workerFile);
    const ends = Promise.allSettled([thread.derive(REQUEST), thread.derive(REQUEST)]);
    await thread.close();
    for (const end of [...(await ends), ...(await Promise.allSettled([thread.derive(REQUEST)]))]) {
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'PASSWORD_CHECK_FAILED' } });
    }
  });

  it('does not keep a program alive that has nothing else to do', () => {
    const program = join(temporaryFolder(), 'program.mjs');
    writeFileSync(
      program,
      `const { createPasswordThread } = await import(${JSON.stringify(new URL('password-thread.js', BUILT).href)});
      const salt = new Uint8Array(16);
      const alive = setInterval(() => {}, 1000);
      await createPasswordThread().derive({ password: 'x', salt, cost: { logN: 4, r: 8, p: 1 } });
      clearInterval(alive);
      console.log('done');`,
    );
    const printed = execFileSync(process.execPath, [program], { timeout: 50_000, encoding: 'utf8' });
    expect(printed).toBe('done\n');
  });
});

const RFC_7914 = '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2';

function open(workerFile: URL, mostWaiting?: number): PasswordThread {
  const thread = createPasswordThread({
    workerFile,
    ...(mostWaiting === undefined ? {} : { mostWaiting }),
  });
  opened.push(thread);
  return thread;
}

/** A worker that does something before each answer. */
function workerOf(code: string): URL {
  const file = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ password }) => {
       ${code}
       parentPort.postMessage({ kind: 'key', key: Uint8Array.of(1) });
     });`,
  );
  return pathToFileURL(file);
}
