import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Bytes of the widget with its loader, and packed by gzip at its best level. */
export function measureWidget() {
  const folder = 'dist/channels/pages';
  const names = readdirSync(folder).filter((name) => /^support-chat.*\.js$/.test(name));
  const script = Buffer.concat(names.map((name) => readFileSync(`${folder}/${name}`)));
  return { bytes: script.length, gzipBytes: gzipSync(script, { level: 9 }).length };
}
