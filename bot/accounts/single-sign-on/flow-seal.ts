import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What must be known when a browser comes back from the provider. */
const flowSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  /** PKCE (RFC 7636). */
  verifier: z.string(),
  returnTo: z.string(),
  /** The account that the outcome is linked with; null for a sign-in. */
  linkTo: z.string().nullable(),
  /** ISO 8601 in UTC. */
  expiresAt: z.string(),
});

export type SignOnFlow = Readonly<z.infer<typeof flowSchema>>;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals what a browser keeps for us (AES-256-GCM), so that nothing of a stranger's sign-in takes room here. The key is of
 * this run only: what was begun before a restart is begun again.
 */
export function createFlowSeal() {
  const key = randomBytes(32);
  return {
    seal(flow: SignOnFlow): string {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const hidden = Buffer.concat([cipher.update(JSON.stringify(flow)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    /** What was sealed here; null for anything else. */
    open(sealed: string): SignOnFlow | null {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const hidden = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        const text = Buffer.concat([decipher.update(hidden), decipher.final()]).toString();
        return flowSchema.parse(JSON.parse(text));
      } catch {
        return null; // Of an earlier run, or not ours.
      }
    },
  };
}
