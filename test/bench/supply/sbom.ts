import { execFileSync } from 'node:child_process';

type Json = Readonly<Record<string, unknown>>;

/**
 * The parts list of what ships, as CycloneDX 1.5 writes it (JSON), made by npm from package-lock.json, without the network. What
 * differs from one call or machine to the next is left out (serial number, time, version of npm, name of the folder), so that
 * two lists of the same program are the same file.
 * @param root of the repository
 * @throws where npm cannot make it
 */
export function makeSbom(root: string, name: string): Json {
  const words = ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only', '--offline'];
  const text = execFileSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 });
  const { serialNumber: _, metadata, ...rest } = JSON.parse(text) as Json & { metadata: Json };
  const component = { ...(metadata.component as Json), name };
  return { ...rest, metadata: { lifecycles: metadata.lifecycles, component } };
}
