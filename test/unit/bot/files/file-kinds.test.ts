import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FILE_KINDS, fileKindOf, safeFileName } from '../../../../bot/files/file-kinds.js';
import { ROOT } from '../../../support/product-files.js';

describe('file kinds', () => {
  test.each([
    ['image/png', '89504e470d0a1a0a00'],
    ['image/jpeg', 'ffd8ffe000'],
    ['image/jpg', 'ffd8ffe000'],
    ['image/gif', Buffer.from('GIF89a').toString('hex')],
    ['image/webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ').toString('hex')],
    ['application/pdf', Buffer.from('%PDF-1.7').toString('hex')],
    ['Text/Plain; charset=utf-8', Buffer.from('één regel').toString('hex')],
  ])('%s is taken when its content is', (contentType, hex) => {
    const kind = fileKindOf(contentType);
    expect(kind?.hasSignature(Buffer.from(hex, 'hex'))).toBe(true);
    expect(kind?.hasSignature(Buffer.from('MZ\0\0'))).toBe(false);
  });

  test.each(['text/html', 'image/svg+xml', 'application/octet-stream', 'application/zip', '', 'png'])(
    '%j is not taken',
    (contentType) => {
      expect(fileKindOf(contentType)).toBeNull();
    },
  );

  test('are written down, each with its extension', () => {
    const readme = readFileSync(join(ROOT, 'bot/files/README.md'), 'utf8');
    const rows = [...readme.matchAll(/`(\w+\/\w+)` \| `\.(\w+)`/g)].map(([, type, end]) => [type, end]);
    expect(rows).toEqual(FILE_KINDS.map(({ contentType, extension }) => [contentType, extension]));
  });

  test.each([
    ['router.png', 'router.png'],
    ['factuur.html', 'factuur.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\temp\\foto.JPG', 'foto.png'],
    ['a"\r\nSet-Cookie: x.png', 'aSet-Cookie x.png'],
    ['\u202Egnp.exe', 'gnp.png'],
    ['', 'file.png'],
    ['.png', 'file.png'],
    [`${'x'.repeat(300)}.png`, `${'x'.repeat(80)}.png`],
    ['mijn foto 😀.png', 'mijn foto 😀.png'],
  ])('the name %j is saved as %j', (given, saved) => {
    const kind = fileKindOf('image/png');
    expect(kind && safeFileName(given, kind)).toBe(saved);
  });
});
