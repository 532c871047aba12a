import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatNotice, isAllowed, shippedPackages } from '../../bench/supply/licences.js';
import { makeSbom } from '../../bench/supply/sbom.js';
import { ROOT } from '../../support/product-files.js';

const packages = shippedPackages(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));

describe('what ships', () => {
  it('is under licences that allow it, every package', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });

  it('stands in NOTICE.md as "npm run notice" writes it', () => {
    expect(readFileSync(join(ROOT, 'NOTICE.md'), 'utf8')).toBe(formatNotice(packages));
  });

  it.each([
    ['MIT', true],
    ['(GPL-3.0 OR MIT)', true],
    ['MIT or MPL-2.0', true],
    ['(ISC AND CC-BY-3.0)', true],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
    ['none named', false],
  ])('%s may ship: %s', (licence, may) => {
    expect(isAllowed(licence)).toBe(may);
  });

  it('has a parts list in CycloneDX that says nothing of this machine and is always the same', () => {
    const sbom = makeSbom(ROOT, 'community-support-bot');
    const text = JSON.stringify(sbom);
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.stringMatching(/^1\./) });
    const names = (sbom.components as { name: string; version: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['express', 'better-sqlite3', 'ws']));
    expect(names).not.toContain('vitest');
    expect(text).not.toMatch(/urn:uuid|"timestamp"/);
    for (const place of [ROOT, homedir(), 'http://localhost']) expect(text).not.toContain(place);
  });
});
