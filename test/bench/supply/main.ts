import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatNotice, isAllowed, shippedPackages } from './licences.js';
import { makeSbom } from './sbom.js';

/** `npm run sbom` writes dist/sbom.cdx.json; `npm run notice` writes NOTICE.md and fails where a licence is not allowed. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const read = (name: string) => JSON.parse(readFileSync(`${ROOT}${name}`, 'utf8'));

if (process.argv[2] === 'sbom') {
  const sbom = makeSbom(ROOT, read('package.json').name);
  writeFileSync(`${ROOT}dist/sbom.cdx.json`, `${JSON.stringify(sbom, null, 2)}\n`);
  console.log('dist/sbom.cdx.json is written.');
} else {
  const packages = shippedPackages(read('package-lock.json'));
  writeFileSync(`${ROOT}NOTICE.md`, formatNotice(packages));
  const refused = packages.filter(({ licence }) => !isAllowed(licence));
  for (const { name, version, licence } of refused) console.log(`${name} ${version}: ${licence}`);
  console.log(
    `NOTICE.md names ${packages.length} packages, ${refused.length} under a licence that is not allowed.`,
  );
  process.exitCode = refused.length > 0 ? 1 : 0;
}
