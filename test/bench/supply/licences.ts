/** A package that ships, with its licence as SPDX writes it. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly name?: string;
}

/** What package-lock.json says, as much of it as is read here. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/**
 * Licences under which a program may be given on without its own source: all ask for their notice, which NOTICE.md gives. LGPL is
 * that of libvips, a library of its own beside sharp that can be replaced; CC-BY that of the facts of date-holidays.
 */
export const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'PSF-2.0',
  'Unlicense',
  'WTFPL',
]);

/** Packages that name no licence of SPDX in package.json; each was read in the package's own LICENSE or README. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  busboy: 'MIT',
  flatbuffers: 'Apache-2.0',
  streamsearch: 'MIT',
  sylvester: 'MIT',
};

/** Every package that is installed without the development ones, optional ones of other machines included, by name. */
export function shippedPackages(lock: LockFile): readonly ShippedPackage[] {
  const found = new Map<string, ShippedPackage>();
  for (const [path, locked] of Object.entries(lock.packages)) {
    if (path === '' || locked.dev || locked.link) continue;
    const name = locked.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = READ_BY_HAND[name] ?? locked.license ?? 'none named';
    const version = locked.version ?? '';
    found.set(`${name}@${version}`, { name, version, licence });
  }
  return [...found.values()].sort(
    (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || a.version.localeCompare(b.version),
  );
}

/** Whether an SPDX expression leaves a choice of allowed licences alone: one of "OR", all of "AND". */
export function isAllowed(licence: string): boolean {
  const plain = licence.replace(/[()]/g, ' ');
  return plain
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((one) => ALLOWED.has(one.trim())));
}

/** NOTICE.md: what ships, under which licence. */
export function formatNotice(packages: readonly ShippedPackage[]): string {
  const byLicence = new Map<string, string[]>();
  for (const { name, version, licence } of packages) {
    byLicence.set(licence, [...(byLicence.get(licence) ?? []), `${name} ${version}`]);
  }
  const parts = [...byLicence].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '# Licences of what ships',
    '',
    'This program is under the MIT licence (LICENSE). It is installed with these packages, each under its own licence, whose text',
    'lies in its folder in `node_modules`. The bundled model has its own',
    '([data/models](data/models/e5-small-community-nl-en/LICENSE.md)). Written by `npm run notice`.',
    ...parts.flatMap(([licence, names]) => ['', `## ${licence}`, '', names.join(', ')]),
    '',
  ].join('\n');
}
