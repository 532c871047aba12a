import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, in the order in which they begin: a long file that begins last runs while the other worker
 * idles. The first of them start no program on the samples, which are still being read then.
 */
const FIRST = [
  'e2e/ingest-failures',
  'e2e/desk-page',
  'e2e/ingest-crash',
  'e2e/desk-accounts',
  'e2e/upgrade',
  'e2e/follow',
  'e2e/desk-reply-tools',
  'e2e/desk-tools',
  'e2e/restart',
  'e2e/product-handoff',
  'e2e/learning',
  'e2e/channels',
  'e2e/outages',
  'e2e/hostile-readers',
  'e2e/product-answers',
  'unit/ingest/main',
  'unit/ingest/run-ingest',
  'unit/ingest/steps/redact',
];

/** Vitest's own order, with the files above before the rest of their project. */
export class OrderOfFiles extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return own.sort((one, other) => placeOf(one) - placeOf(other));
    });
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = FIRST.findIndex((file) => moduleId.endsWith(`/test/${file}.test.ts`));
  return place === -1 ? FIRST.length : place;
}
