import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files of TypeScript in a folder of the repository and in those below it, as paths from the root. */
export function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listFiles(root, path);
      return path.endsWith('.ts') ? [path] : [];
    })
    .sort();
}
