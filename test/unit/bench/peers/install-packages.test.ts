import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { installPackages, PACKAGES } from '../../../bench/peers/install-packages.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

it('leaves packages alone that are there in the wanted version', () => {
  const folder = temporaryFolder();
  place(folder, '@scope/one', '1.2.3');
  expect(installPackages(folder, { '@scope/one': '1.2.3' })).toEqual({ folder, failure: null });
  expect(readdirSync(folder)).toEqual(['node_modules']);
});

it('says why packages cannot be installed', () => {
  const folder = temporaryFolder();
  place(folder, 'one', '1.0.0');
  const { failure } = installPackages(folder, { one: `file:${join(folder, 'nowhere.tgz')}` });
  expect(failure).toContain('npm error');
});

it('wants exact versions only', () => {
  for (const version of Object.values(PACKAGES)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

function place(folder: string, name: string, version: string): void {
  mkdirSync(join(folder, 'node_modules', name), { recursive: true });
  writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, version }));
}
