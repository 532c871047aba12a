import { isCoded } from '../../../index/platform/errors.js';
import type { Log } from '../../../index/platform/log.js';
import { allSecondFactors, replaceSecret } from '../../store/accounts/second-factors.js';
import type { Store } from '../../store/store.js';
import type { SecretBox } from './secret-box.js';

/**
 * Seals the secrets of second factors that are not sealed with the key of today: those of before there was one, and of an
 * earlier key. Done at each start. A key that is gone is told, and keeps nothing else from starting.
 */
export async function sealKeptSecrets(store: Store, box: SecretBox, log: Log): Promise<void> {
  let sealed = 0;
  const lost: string[] = [];
  for (const { agentId, secret } of await allSecondFactors(store)) {
    try {
      if (box.isCurrent(secret)) continue;
      const now = box.seal(box.open(secret, agentId), agentId);
      await replaceSecret(store, agentId, secret, now);
      sealed += 1;
    } catch (error) {
      if (!isCoded(error, 'SECOND_FACTOR_KEY_LOST')) throw error;
      lost.push(agentId);
    }
  }
  if (sealed > 0) log.info('Secrets of second factors were sealed with the key of this server.', { sealed });
  if (lost.length > 0) {
    log.error('The key of some second factors is gone: their codes cannot be checked.', {
      accounts: lost.length,
      advice:
        'Put the file second-factor-key of the backup, or DESK_SECRETS_KEY as it was, back and start again. Else recovery codes work, and an administrator can take a second factor away.',
    });
  }
}
