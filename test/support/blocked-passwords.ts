import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './product-files.js';
import { temporaryFolder } from './temporary-folder.js';

/** A password thread that stands still at its next hash, as if that took very long, until it is let go. */
export interface BlockedPasswords {
  readonly workerFile: URL;
  /** From now on every hash ends at once. */
  letGo(): void;
  /** From now on it stands still again. */
  hold(): void;
}

/** The worker blocks its whole thread; only then does it do what the built one does. */
export function blockedPasswords(): BlockedPasswords {
  const folder = temporaryFolder();
  const sign = join(folder, 'held');
  const file = join(folder, 'worker.mjs');
  const real = pathToFileURL(join(ROOT, 'dist/bot/accounts/derive-key.js')).href;
  writeFileSync(
    file,
    `import { existsSync } from 'node:fs';
     import { parentPort } from 'node:worker_threads';
     import { deriveKey } from ${JSON.stringify(real)};
     const nothing = new Int32Array(new SharedArrayBuffer(4));
     parentPort.on('message', (request) => {
       while (existsSync(${JSON.stringify(sign)})) Atomics.wait(nothing, 0, 0, 10);
       parentPort.postMessage({ kind: 'key', key: deriveKey(request) });
     });`,
  );
  const hold = () => writeFileSync(sign, '');
  hold();
  return { workerFile: pathToFileURL(file), letGo: () => rmSync(sign, { force: true }), hold };
}
