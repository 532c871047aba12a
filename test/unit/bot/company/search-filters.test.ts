import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSearchFilters } from '../../../../bot/company/search-filters.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

function file(value: unknown): string {
  const path = join(temporaryFolder(), 'filters.json');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

const from = (page: string | null, channel = 'webchat', language = 'nl') => ({ channel, page, language });

describe('what may be searched', () => {
  it('is everything where nobody says otherwise', () => {
    expect(readSearchFilters(undefined)(from('https://www.example.com/tv'))).toBeNull();
    expect(readSearchFilters(file([]))(from(null))).toBeNull();
  });

  it('follows the first rule that fits page, channel and language', () => {
    const filterFor = readSearchFilters(
      file([
        { pages: ['https://www.example.com/internet/*', 'https://*.example.com/wifi'], topics: ['Internet'] },
        { channels: ['msteams'], languages: ['en'], products: ['Box 2'], answersIn: ['en'] },
        { channels: ['msteams'], kinds: ['fault'] },
      ]),
    );
    expect(filterFor(from('https://www.example.com/internet/box/2'))).toEqual({ topics: ['Internet'] });
    expect(filterFor(from('HTTPS://shop.example.com/WIFI'))).toEqual({ topics: ['Internet'] });
    expect(filterFor(from('https://www.example.com/tv'))).toBeNull();
    expect(filterFor(from(null))).toBeNull();
    expect(filterFor(from(null, 'msteams', 'en'))).toEqual({ products: ['Box 2'], languages: ['en'] });
    expect(filterFor(from(null, 'msteams', 'nl'))).toEqual({ kinds: ['fault'] });
  });

  it.each([
    ['https://a.example.com/*', 'https://a.example.com/', true],
    ['https://a.example.com/*', 'https://a.example.com', false],
    ['https://a.example.com/x', 'https://a.example.com/x/y', false],
    ['https://a.example.com/*/help', 'https://a.example.com/nl/help', true],
    ['https://a.example.com/*/help', 'https://a.example.com/help', false],
    ['https://a.example.com/ab*ba', 'https://a.example.com/aba', false],
    ['https://*', 'https://anything.example.com/at/all', true],
  ])('the pattern %s and %s', (pattern, page, fits) => {
    const filterFor = readSearchFilters(file([{ pages: [pattern], topics: ['x'] }]));
    expect(filterFor(from(page)) !== null).toBe(fits);
  });

  it('is refused with everything that is wrong with the file', () => {
    const invalid = (value: unknown) => expect(() => readSearchFilters(file(value)));
    invalid([{ pages: ['/internet'], topics: [''] }]).toThrow(/0\.pages\.0.*[\s\S]*0\.topics\.0/);
    invalid([{ channels: ['webchat'] }]).toThrow(/must say what may be found/);
    invalid([{ topics: ['a'], topic: 'b' }]).toThrow(
      expect.objectContaining({ code: 'SEARCH_FILTERS_INVALID' }),
    );
    invalid('no JSON').toThrow(expect.objectContaining({ code: 'SEARCH_FILTERS_UNREADABLE' }));
  });
});
