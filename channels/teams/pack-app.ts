import type { AppFacts } from './app-facts.js';
import { colorIcon, outlineIcon } from './icons.js';
import { buildEnglish, buildManifest } from './manifest.js';
import { zip } from './zip.js';

/** The app as Teams takes it: a zip with the manifest, its English words and both icons at the top. */
export function packApp(facts: AppFacts): Uint8Array {
  return zip({
    'manifest.json': asJson(buildManifest(facts)),
    'en.json': asJson(buildEnglish(facts)),
    'color.png': colorIcon(facts.accentColor),
    'outline.png': outlineIcon(),
  });
}

function asJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
