import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where a file is that comes with the program, whether it runs compiled or from its sources; not where it was started, which
 * may be anywhere.
 * @param path from the root of the program, such as "data/facts/safety.json"
 */
export function bundledFile(path: string): string {
  const [source, compiled] = ['../../', '../../../'].map((root) =>
    fileURLToPath(new URL(root + path, import.meta.url)),
  );
  return source !== undefined && existsSync(source) ? source : (compiled ?? '');
}
