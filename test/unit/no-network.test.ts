import { expect, it } from 'vitest';

it('lets no test reach beyond this machine', async () => {
  const failure = await fetch('https://community.example/t/1.json').catch((error: Error) => error);
  expect(String((failure as Error).cause ?? failure)).toMatch(/Nock|disallowed|net connect/i);
});
