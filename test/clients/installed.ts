import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../support/product-files.js';

/** Where `npm run clients` installs them: a folder that no other command looks into. */
const FOLDER = join(ROOT, 'node_modules/.clients');

const require = createRequire(join(FOLDER, 'package.json'));

/** What a package of official clients exports, by its name in `package.json` beside this file. */
export function installedClient<Exports>(name: string): Exports {
  return require(name) as Exports;
}

/** The path of a file of a package as it was installed. */
export function installedFile(path: string): string {
  return join(FOLDER, 'node_modules', path);
}
