import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT as BESIDE } from '../support/product-files.js';

/** Benchmarks run this file from `dist/`, beside which the packages stand. */
const ROOT = existsSync(join(BESIDE, 'node_modules')) ? BESIDE : join(BESIDE, '..');

export interface UnpackedChromium {
  readonly executablePath: string;
  /** What the process needs beside the environment of the tests. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` with its libraries (nss, nspr, expat) and one font, once per version,
 * into `node_modules/.cache`. The package unpacks into the temporary folder of its process, and its libraries only where it
 * believes to run in a Lambda: so it runs in a process of its own with a folder of ours, which then gets its name in
 * one step: two test processes at once never see half a browser.
 */
export function unpackChromium(): UnpackedChromium {
  const home = join(ROOT, 'node_modules/.cache/chromium', packageVersion());
  if (!existsSync(home)) unpackInto(home);
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(home, 'al2023/lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

function packageVersion(): string {
  const text = readFileSync(join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function unpackInto(home: string): void {
  mkdirSync(join(home, '..'), { recursive: true });
  const stage = mkdtempSync(join(home, '../stage-'));
  const script =
    "import('@sparticuz/chromium').then((module) => module.default.executablePath()).then(console.log)";
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: stage, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(join(stage, 'fonts.conf'), fontSettings(home));
  try {
    renameSync(stage, home);
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    if (!existsSync(home)) throw error; // otherwise another process was first
  }
}

/** One font for all families, so that pictures look the same on every machine. */
function fontSettings(home: string): string {
  const aliases = ['sans-serif', 'system-ui', 'serif', 'monospace']
    .map((family) => `<alias><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`)
    .join('');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'font-cache')}</cachedir>${aliases}</fontconfig>`;
}
