import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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
await packPages();

/**
 * One plain script: it can stand on any page, and learns from its own address where the server is. It has its content's hash
 * in its name; the loader, whose name stays, knows it.
 */
async function bundleWidget(): Promise<void> {
  const widget = join(CHANNELS, 'webchat/widget');
  const plugins = [cssAsText()];
  const behind = await hashedScript('support-chat-window', join(widget, 'window/main.ts'), { plugins });
  const name = await hashedScript('support-chat', join(widget, 'main.ts'), {
    define: { WINDOW_SCRIPT: JSON.stringify(behind) },
    plugins,
  });
  await build({
    ...COMMON,
    format: 'iife',
    entryPoints: [join(widget, 'loader.ts')],
    define: { WIDGET_SCRIPT: JSON.stringify(name) },
    outfile: join(PAGES, 'support-chat.js'),
  });
}

/** Writes a plain script under a name with its content's hash; returns the name. */
async function hashedScript(stem: string, entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...COMMON,
    ...options,
    format: 'iife',
    entryPoints: [entry],
    write: false,
  });
  const script = outputFiles?.[0]?.contents ?? new Uint8Array();
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 12);
  await writeFile(join(PAGES, `${stem}-${hash}.js`), script);
  return `${stem}-${hash}.js`;
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

/** Lays every page, script and style sheet ready in packed form beside the plain one, as small as it gets. */
async function packPages(): Promise<void> {
  const names = await readdir(PAGES, { recursive: true });
  const packable = names.filter((name) => /\.(html|css|js|svg)$/.test(name));
  await Promise.all(
    packable.map(async (name) => {
      const bytes = await readFile(join(PAGES, name));
      await writeFile(join(PAGES, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      await writeFile(join(PAGES, `${name}.br`), brotliCompressSync(bytes));
    }),
  );
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
