import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createSecretBox,
  SECOND_FACTOR_KEY_FILE,
} from '../../../../../bot/accounts/second-factor/secret-box.js';
import { totpCode, totpStepOf } from '../../../../../bot/accounts/second-factor/totp.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';
import { SetClock } from '../../support/set-clock.js';
import { TestBot } from '../../support/test-bot.js';

const PASSWORD = 'een zin van woorden';
const NOOR = 'noor@example.com';
const GIVEN = 'a key of more than thirty-two characters';

/** An account with a second factor, on a store and a folder that stay. */
async function setUp(folder: string, clock: SetClock) {
  const test = await TestBot.open({ runtimeDirectory: folder, clock });
  const { accounts } = test.bot;
  const token = (await accounts.firstInvitation()) ?? '';
  const { agent } = await accounts.accept(token, { name: 'Noor', email: NOOR, password: PASSWORD });
  const { secret } = await accounts.beginSecondFactor(agent.id, PASSWORD);
  const codes = await accounts.confirmSecondFactor(agent.id, totpCode(secret, totpStepOf(clock.now())));
  return { test, secret, codes, agentId: agent.id };
}

const kept = (test: TestBot) => String(test.rows('select secret from second_factors')[0]?.secret);

describe('the secret of a second factor', () => {
  it('stands in the store sealed, with a key in a file for its owner alone', async () => {
    const folder = temporaryFolder();
    const path = join(folder, SECOND_FACTOR_KEY_FILE);
    const empty = await TestBot.open({ runtimeDirectory: folder });
    await empty.bot.stop();
    expect(existsSync(path)).toBe(false);
    const { test, secret } = await setUp(folder, new SetClock());
    expect(kept(test)).toMatch(/^v1:/);
    await test.bot.stop();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'conversations.sqlite')).includes(secret)).toBe(false);
  });

  it('of before is sealed by the next start, and anew under another key; codes go on counting', async () => {
    const folder = temporaryFolder();
    const clock = new SetClock();
    const { test, secret } = await setUp(folder, clock);
    test.database.prepare('update second_factors set secret = ?').run(secret);
    await test.bot.stop();
    const forms = new Set([secret]);
    const settingsOfStarts: Readonly<Record<string, string>>[] = [{}, { DESK_SECRETS_KEY: GIVEN }];
    for (const settings of settingsOfStarts) {
      clock.forward({ seconds: 30 });
      const again = await TestBot.open({ runtimeDirectory: folder, clock, settings });
      forms.add(kept(again));
      const code = totpCode(secret, totpStepOf(clock.now()));
      expect(await again.bot.accounts.signIn(NOOR, PASSWORD, { code })).not.toBeNull();
      await again.bot.stop();
    }
    expect(forms.size).toBe(3);
  });

  it('whose key is lost is told, with what to do; a recovery code lets its owner in', async () => {
    const folder = temporaryFolder();
    const clock = new SetClock();
    const { test, secret, codes, agentId } = await setUp(folder, clock);
    await test.bot.stop();
    rmSync(join(folder, SECOND_FACTOR_KEY_FILE));
    clock.forward({ seconds: 30 });
    const again = await TestBot.open({ runtimeDirectory: folder, clock });
    const { accounts } = again.bot;
    expect(again.logLines.join('\n')).toContain('second-factor-key of the backup');
    const code = totpCode(secret, totpStepOf(clock.now()));
    await expect(accounts.signIn(NOOR, PASSWORD, { code })).rejects.toMatchObject({
      code: 'SECOND_FACTOR_KEY_LOST',
    });
    expect(await accounts.signIn(NOOR, PASSWORD, { code: codes[0] })).not.toBeNull();
    expect(await accounts.secondFactor(agentId)).toMatchObject({ isOn: true });
    await again.bot.stop();
  });

  it('is of no use in the row of another account, or changed', () => {
    const box = createSecretBox(GIVEN, null);
    const sealed = box.seal('ABCDEFGH', 'noor');
    expect(box.open(sealed, 'noor')).toBe('ABCDEFGH');
    expect(box.seal('ABCDEFGH', 'noor')).not.toBe(sealed);
    for (const [text, agentId] of [
      [sealed, 'tijs'],
      [`${sealed.slice(0, -4)}AAAA`, 'noor'],
      [sealed.slice(0, 20), 'noor'],
    ] as const) {
      expect(() => box.open(text, agentId)).toThrow(
        expect.objectContaining({ code: 'SECOND_FACTOR_KEY_LOST' }),
      );
    }
  });
});
