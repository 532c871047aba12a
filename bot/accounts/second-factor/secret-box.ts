import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { messageOf } from '../../../index/platform/errors.js';
import { writeFileAtomically } from '../../../index/platform/files.js';
import { botErrors } from '../../errors.js';

/** Seals what must be kept and must not be readable where the store alone is: secrets of second factors. */
export interface SecretBox {
  /**
   * Seals a text for one account; opened for another it is of no use.
   * @throws SECOND_FACTOR_KEY_UNUSABLE
   */
  seal(text: string, agentId: string): string;
  /**
   * The text again; one that was kept before there was a key is given as it is.
   * @throws SECOND_FACTOR_KEY_LOST, SECOND_FACTOR_KEY_UNUSABLE
   */
  open(kept: string, agentId: string): string;
  /** Whether a text is sealed with the key that new ones are sealed with. */
  isCurrent(kept: string): boolean;
}

/** Name of the key's file in the runtime folder. */
export const SECOND_FACTOR_KEY_FILE = 'second-factor-key';

interface Key {
  readonly bytes: Buffer;
  /** Names the key and does not tell it: says which key is missing. */
  readonly id: string;
}

const MARK = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_CHARACTERS = 8;

/**
 * AES-256-GCM with a key by HKDF-SHA-256 from a text: the setting's, else that of a file, made when the first secret is sealed.
 * Where the setting came later, what the file's key sealed is still read.
 * @param given DESK_SECRETS_KEY
 * @param path of the file; null keeps a key of this run alone
 */
export function createSecretBox(given: string | undefined, path: string | null): SecretBox {
  let made: readonly Key[] | null = null;

  /** Looked up when it is needed: a folder in which nobody has a second factor needs no key. */
  function keys(isNeeded: boolean): readonly Key[] {
    if (made !== null && (made.length > 0 || !isNeeded)) return made;
    const texts = given === undefined ? [] : [given];
    if (path === null) {
      if (given === undefined) texts.push(randomBytes(32).toString('base64url'));
    } else texts.push(...readKey(path, isNeeded && given === undefined));
    made = texts.map(keyOf);
    return made;
  }

  return {
    seal(text, agentId) {
      const [key] = keys(true) as readonly [Key];
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(agentId));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const bytes = Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
      return [MARK, key.id, bytes.toString('base64url')].join(':');
    },

    open(kept, agentId) {
      const [mark, id, sealed = ''] = kept.split(':');
      if (mark !== MARK) return kept;
      const key = keys(false).find((one) => one.id === id);
      if (!key) throw botErrors.SECOND_FACTOR_KEY_LOST({ keyId: id ?? '' });
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const nonce = bytes.subarray(0, NONCE_BYTES);
        const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(agentId));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const hidden = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
      } catch (error) {
        throw botErrors.SECOND_FACTOR_KEY_LOST({ keyId: key.id }, error);
      }
    },

    isCurrent(kept) {
      const [mark, id] = kept.split(':');
      return mark === MARK && id === keys(false)[0]?.id;
    },
  };
}

function keyOf(text: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', text, '', 'secrets of second factors', 32));
  const id = createHash('sha256').update(bytes).digest('base64url').slice(0, ID_CHARACTERS);
  return { bytes, id };
}

/** The key's text, of none where there is no file and none is to be made. One server at a time works in a folder. */
function readKey(path: string, isMade: boolean): readonly string[] {
  try {
    if (existsSync(path)) return [readFileSync(path, 'utf8').trim()];
    if (!isMade) return [];
    const text = randomBytes(48).toString('base64url');
    // Readable by its owner alone: the program writes every file so (`makePrivateFolder`), and this one wherever it is.
    writeFileAtomically(path, `${text}\n`, 0o600);
    return [text];
  } catch (error) {
    throw botErrors.SECOND_FACTOR_KEY_UNUSABLE({ path, reason: messageOf(error) }, error);
  }
}
