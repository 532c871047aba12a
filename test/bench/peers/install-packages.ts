import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is measured and is not among our own dependencies. */
export const PACKAGES: Readonly<Record<string, string>> = {
  '@orama/orama': '3.1.18',
  '@orama/stemmers': '3.1.18',
  '@orama/stopwords': '3.1.18',
  minisearch: '7.2.0',
  'node-nlp': '4.27.0',
};

export interface InstalledPackages {
  readonly folder: string;
  /** Why they could not be installed; null when they are there. */
  readonly failure: string | null;
}

/**
 * Installs the packages in a folder of their own outside the checkout, which is kept: the next run finds them there.
 * No install script of theirs is run.
 */
export function installPackages(
  folder = join(tmpdir(), 'community-support-bot-peers'),
  packages = PACKAGES,
): InstalledPackages {
  mkdirSync(folder, { recursive: true });
  if (areThere(folder, packages)) return { folder, failure: null };
  const manifest = { name: 'peers', private: true, dependencies: packages };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', '--prefix', folder];
  try {
    execFileSync('npm', ['install', ...options], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    return { folder, failure: null };
  } catch (error) {
    return { folder, failure: firstErrorLine(error) };
  }
}

function areThere(folder: string, packages: Readonly<Record<string, string>>): boolean {
  return Object.entries(packages).every(([name, version]) => {
    try {
      const manifest = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
      return (JSON.parse(manifest) as { version?: unknown }).version === version;
    } catch {
      return false;
    }
  });
}

function firstErrorLine(error: unknown): string {
  const text = String((error as { stderr?: unknown }).stderr ?? error);
  return text.split('\n').find((line) => line.startsWith('npm error')) ?? text.trim().slice(0, 200);
}
