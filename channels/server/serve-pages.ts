import { existsSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { acceptsEncoding, type RequestHandler, serveFiles } from './http.js';

/** How files lie ready in packed form beside the plain one, the smaller first: name of the encoding and of its ending. */
const PACKED = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};

/**
 * Serves the built pages, packed as the build left them where the browser takes that: nothing is packed while a request
 * waits. Files with a hash in their name are kept for a year, all others are asked for anew each time.
 */
export function servePages(directory: string): RequestHandler {
  let found: ReadonlySet<string> | null = null;
  const serve = serveFiles(directory, {
    extensions: ['html'],
    setHeaders: (response, path) => {
      const plain = path.replace(/\.(?:br|gz)$/, '');
      const hasHash = /[.-][0-9a-f]{8,}\.\w+$/i.test(plain);
      response.setHeader('Cache-Control', hasHash ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (plain === path) return;
      response.setHeader('Content-Type', CONTENT_TYPES[extname(plain)] ?? 'application/octet-stream');
      response.setHeader('Content-Encoding', path.endsWith('.br') ? 'br' : 'gzip');
    },
  });
  return (request, response, next) => {
    found ??= packedFiles(directory);
    const packed = found;
    const name = fileOf(request.path, packed);
    if (name === null) return serve(request, response, next);
    response.vary('Accept-Encoding');
    const form = PACKED.find(
      ([encoding, ending]) => packed.has(name + ending) && acceptsEncoding(request, encoding),
    );
    const original = request.url;
    if (form) request.url = `/${name}${form[1]}`;
    serve(request, response, (error?: unknown) => {
      request.url = original;
      next(error);
    });
  };
}

function packedFiles(directory: string): ReadonlySet<string> {
  if (!existsSync(directory)) return new Set();
  const names = readdirSync(directory, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  return new Set(names.filter((name) => /\.(?:br|gz)$/.test(name)));
}

/** The file that a path means, where it lies ready in packed form; null for any other. */
function fileOf(path: string, packed: ReadonlySet<string>): string | null {
  const bare = path.replace(/^\/+/, '');
  const names = bare === '' || bare.endsWith('/') ? [`${bare}index.html`] : [bare, `${bare}.html`];
  return names.find((name) => PACKED.some(([, ending]) => packed.has(name + ending))) ?? null;
}
