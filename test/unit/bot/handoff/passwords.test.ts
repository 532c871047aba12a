import { describe, expect, it } from 'vitest';
import {
  hashPassword,
  STANDARD_COST,
  unknownHash,
  verifyPassword,
} from '../../../../bot/handoff/passwords.js';

const COST = { logN: 4, r: 8, p: 1 };

describe('password hashes', () => {
  it('belong to their password only', async () => {
    const hash = await hashPassword('paard accu nietje', COST);
    await expect(verifyPassword('paard accu nietje', hash)).resolves.toBe(true);
    await expect(verifyPassword('paard accu Nietje', hash)).resolves.toBe(false);
  });

  it('differ for the same password', async () => {
    expect(await hashPassword('x', COST)).not.toBe(await hashPassword('x', COST));
  });

  it('take letters that look the same as the same', async () => {
    const hash = await hashPassword('caf\u00e9', COST);
    await expect(verifyPassword('cafe\u0301', hash)).resolves.toBe(true);
  });

  it('work at the cost that is used for real', async () => {
    const hash = await hashPassword('x', STANDARD_COST);
    await expect(verifyPassword('x', hash)).resolves.toBe(true);
  });

  it.each(['', 'x', 'scrypt$4$8$1$', 'md5$4$8$1$AAAA$AAAA', unknownHash(COST)])(
    '%j belongs to none',
    async (stored) => {
      await expect(verifyPassword('', stored)).resolves.toBe(false);
    },
  );
});
