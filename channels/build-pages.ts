import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

// This file runs as dist/channels/build-pages.js.
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHANNELS = join(ROOT, 'channels');
const PAGES = join(ROOT, 'dist/channels/pages');
const DESK = join(CHANNELS, 'desk/page');

// Browsers of the last four years.
const COMMON: BuildOptions = {
  bundle: true,
  minify: true,
  target: ['chrome108', 'firefox108', 'safari15.4'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  tsconfig: join(CHANNELS, 'tsconfig.pages.json'),
};

await rm(PAGES, { recursive: true, force: true });
await mkdir(PAGES, { recursive: true });
await Promise.all([bundleWidget(), bundleDesk(), copyPages(join(CHANNELS, 'website')), copyPages(DESK)]);

/** One plain script: it can stand on any page, and learns from its own address where the server is. */
async function bundleWidget(): Promise<void> {
  await build({
    ...COMMON,
    format: 'iife',
    entryPoints: [join(CHANNELS, 'webchat/widget/main.ts')],
    outfile: join(PAGES, 'support-chat.js'),
    plugins: [cssAsText()],
  });
}

async function bundleDesk(): Promise<void> {
  const entry = join(DESK, 'main.tsx');
  if (!existsSync(entry)) return;
  await build({
    ...COMMON,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryPoints: [entry],
    outfile: join(PAGES, 'desk.js'),
  });
}

/** Copies the pages and style sheets of a folder, with its subfolders, to the root of what is served. */
async function copyPages(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const entries = await readdir(folder, { recursive: true });
  const pages = entries.filter((name) => /\.(html|css|svg)$/.test(name));
  await Promise.all(pages.map((name) => cp(join(folder, name), join(PAGES, name))));
}

/** Lets a script import a style sheet as `{ styles }`, minified. */
function cssAsText(): Plugin {
  return {
    name: 'css-as-text',
    setup: (api) => {
      api.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const { code } = await transform(source, { loader: 'css', minify: true });
        return { contents: `export const styles = ${JSON.stringify(code.trim())};`, loader: 'js' };
      });
    },
  };
}
