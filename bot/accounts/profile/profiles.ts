import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../index/platform/clock.js';
import type { Log } from '../../../index/platform/log.js';
import type { DeskProfiles } from '../../contracts/accounts/desk-profiles.js';
import { botErrors } from '../../errors.js';
import {
  deletePicture,
  findPicture,
  pictureIdOf,
  replacePicture,
} from '../../store/accounts/agent-pictures.js';
import { updateAgent } from '../../store/accounts/agents.js';
import { renameHolder } from '../../store/handoffs/handoffs.js';
import type { Store } from '../../store/store.js';
import type { AccountAudit } from '../account-audit.js';
import { accountOf } from '../administrators.js';
import { rememberGoneName } from './gone-names.js';
import { addressOfPicture } from './picture-address.js';
import { MOST_PICTURE_BYTES, MOST_PICTURE_SIDE, pictureKindOf } from './picture-kind.js';

/** What agents change about their own account. */
export function createProfiles(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AccountAudit;
  /** Told of each conversation that is shown under another name now. */
  readonly onRenamed: (conversationId: string) => void;
}): DeskProfiles {
  const { store, clock, log, audit, onRenamed } = parts;
  return {
    async rename(agentId, name) {
      const shown = shownName(name);
      const { agent, held } = await store.transaction().execute(async (write) => {
        const { id, name: before, email, role } = await accountOf(write, agentId);
        const agent = { id, name: shown, email, role };
        if (before === shown) return { agent, held: [] };
        await updateAgent(write, id, { name: shown });
        await rememberGoneName(write, before, clock.now());
        await audit.keep(write, 'account.renamed', id);
        return { agent, held: await renameHolder(write, id, shown) };
      });
      for (const conversationId of held) onRenamed(conversationId);
      log.info('An agent took another name.', { agentId });
      return agent;
    },

    async setPicture(agentId, bytes) {
      const kind = bytes.length > MOST_PICTURE_BYTES ? null : pictureKindOf(bytes);
      if (kind === null || Math.max(kind.width, kind.height) > MOST_PICTURE_SIDE) {
        throw botErrors.PICTURE_REFUSED({ bytes: bytes.length });
      }
      const id = randomBytes(24).toString('base64url');
      const row = { id, agentId, contentType: kind.contentType, bytes: bytes.toString('base64') };
      await store.transaction().execute(async (write) => {
        await replacePicture(write, row);
        await audit.keep(write, 'account.picture-changed', agentId);
      });
    },

    removePicture: (agentId) => store.transaction().execute((write) => deletePicture(write, agentId)),

    async pictureAddress(agentId) {
      const id = await pictureIdOf(store, agentId);
      return id === null ? null : addressOfPicture(id);
    },

    async picture(id) {
      const row = await findPicture(store, id);
      return row ? { contentType: row.contentType, bytes: Buffer.from(row.bytes, 'base64') } : null;
    },
  };
}

/** A name as customers read it: without signs that are not seen or turn the line around, on one line. */
export function shownName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
