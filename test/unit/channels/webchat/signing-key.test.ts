import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSigningKey } from '../../../../channels/webchat/signing-key.js';

describe('signing key', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'key-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  test('is made once, for its owner only, and stays', () => {
    const path = join(directory, 'runtime', 'webchat.key');
    const key = loadSigningKey(undefined, path);
    expect(key).toMatch(/^[\w-]{64}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(loadSigningKey(undefined, path)).toBe(key);
    expect(readdirSync(join(directory, 'runtime'))).toEqual(['webchat.key']);
  });

  test('is another one for another installation', () => {
    expect(loadSigningKey(undefined, join(directory, 'a'))).not.toBe(
      loadSigningKey(undefined, join(directory, 'b')),
    );
  });

  test('is the one that is set, and then nothing is written', () => {
    const path = join(directory, 'webchat.key');
    expect(loadSigningKey('the-key-that-is-set', path)).toBe('the-key-that-is-set');
    expect(existsSync(path)).toBe(false);
  });

  test('that is cut short is an error that tells what to do', () => {
    const path = join(directory, 'webchat.key');
    writeFileSync(path, 'short\n');
    expect(() => loadSigningKey(undefined, path)).toThrow(
      `The key that signs chat tokens, ${path}, cannot be used: it has fewer than 32 characters. ` +
        'Delete the file to get a new one (chats that are open then start anew), or set WEBCHAT_SIGNING_KEY.',
    );
  });

  test('that cannot be read is an error with the reason', () => {
    expect(() => loadSigningKey(undefined, directory)).toThrow(/EISDIR/);
  });
});
