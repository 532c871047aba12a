import { readFileSync } from 'node:fs';
import { bundledFile } from '../../index/platform/bundled-file.js';
import type { AppFacts } from './app-facts.js';
import { buildEnglish, buildManifest } from './manifest.js';
import { zip } from './zip.js';

/** The app as Teams takes it: a zip with the manifest, its English words and both icons at the top. */
export function packApp(facts: AppFacts): Uint8Array {
  return zip({
    'manifest.json': asJson(buildManifest(facts)),
    'en.json': asJson(buildEnglish(facts)),
    'color.png': readPicture('color.png'),
    'outline.png': readPicture('outline.png'),
  });
}

function readPicture(name: string): Uint8Array {
  return readFileSync(bundledFile(`channels/teams/${name}`));
}

function asJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
