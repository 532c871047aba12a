import { describe, expect, it } from 'vitest';
import { deriveKey } from '../../../../bot/accounts/derive-key.js';
import { createPasswords } from '../../../../bot/accounts/passwords.js';

const COST = { logN: 4, r: 8, p: 1 };
const passwords = createPasswords(async (request) => deriveKey(request), COST);

describe('password hashes', () => {
  it('belong to their password only', async () => {
    const hash = await passwords.hash('paard accu nietje');
    await expect(passwords.verify('paard accu nietje', hash)).resolves.toBe(true);
    await expect(passwords.verify('paard accu Nietje', hash)).resolves.toBe(false);
  });

  it('differ for the same password', async () => {
    expect(await passwords.hash('x')).not.toBe(await passwords.hash('x'));
  });

  it('take letters that look the same as the same', async () => {
    const hash = await passwords.hash('caf\u00e9');
    await expect(passwords.verify('cafe\u0301', hash)).resolves.toBe(true);
  });

  it('are compared at their own cost, whatever that of new ones is', async () => {
    const dearer = createPasswords(async (request) => deriveKey(request), { ...COST, logN: 5 });
    await expect(passwords.verify('x', await dearer.hash('x'))).resolves.toBe(true);
  });

  it.each(['', 'x', 'scrypt$4$8$1$', 'md5$4$8$1$AAAA$AAAA', null])('%j belongs to none', async (stored) => {
    await expect(passwords.verify('', stored)).resolves.toBe(false);
  });

  it('cost the same work where there is none as where it is another', async () => {
    const costs: unknown[] = [];
    const watched = createPasswords(async (request) => {
      costs.push(request.cost);
      return deriveKey(request);
    }, COST);
    await watched.verify('x', null);
    await watched.verify('x', await passwords.hash('y'));
    expect(costs).toEqual([COST, COST]);
  });
});
