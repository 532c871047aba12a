import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Bytes of the widget as it is served, and packed by gzip at its best level. */
export function measureWidget() {
  const script = readFileSync('dist/channels/pages/support-chat.js');
  return { bytes: script.length, gzipBytes: gzipSync(script, { level: 9 }).length };
}
