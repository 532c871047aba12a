import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.js';

/**
 * Settings with which the product loses the thread of its embedding model as soon as a text with `word` reaches it, as
 * if it had run out of memory there.
 */
export function losingItsModelAt(word: string): Readonly<Record<string, string>> {
  const file = join(temporaryFolder(), 'lose-model.mjs');
  writeFileSync(
    file,
    `import { isMainThread, Worker } from 'node:worker_threads';
     if (isMainThread) {
       const { postMessage } = Worker.prototype;
       Worker.prototype.postMessage = function (message, ...rest) {
         if (String(message?.text).includes(${JSON.stringify(word)})) this.terminate();
         else postMessage.call(this, message, ...rest);
       };
     }`,
  );
  return { NODE_OPTIONS: `--import ${file}` };
}
