import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendBytes } from '../../../support/raw-request.js';
import { startWebchatServer, type WebchatServer } from '../../../support/webchat-server.js';

const WEBSITE = 'https://www.example.com';
const ACTIVITIES = '/v3/directline/conversations/c/activities';
/** Less than one request costs: the first is refused already, however slow the machine. */
const NO_SHARE = 0.001;

let server: WebchatServer;
beforeEach(async () => {
  server = await startWebchatServer({
    settings: { SERVER_REQUESTS_PER_ADDRESS: NO_SHARE, WEBCHAT_ORIGINS: [`${WEBSITE}/`] },
    times: { refusalMs: 0 },
  });
});
afterEach(() => server.stop());

/** What comes back for a request with such a header, head and body. */
const ask = (method: string, header: string) =>
  sendBytes(
    server.url,
    `${method} ${ACTIVITIES} HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\n${header}\r\n`,
  );
const from = (origin: string) => `Origin: ${origin}\r\n`;

describe('a refusal for asking too much', () => {
  it('can be read, with when to come again, by pages of a website that may show the chat, and by our own', async () => {
    for (const origin of [WEBSITE, server.url]) {
      const answer = await ask('GET', from(origin));
      expect(answer).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n/);
      expect(answer).toContain(`\r\nAccess-Control-Allow-Origin: ${origin}\r\n`);
      expect(answer).toMatch(/^Access-Control-Expose-Headers: Retry-After\r$/m);
      expect(answer).toMatch(/^Retry-After: \d+\r$/m);
      expect(answer).toMatch(/^Vary: Origin\r$/m);
      expect(answer).toContain('AddressOverShare');
    }
  });

  it('comes after the browser was told that it may ask, or the page would learn nothing', async () => {
    const answer = await ask('OPTIONS', `${from(WEBSITE)}Access-Control-Request-Method: POST\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 204 /);
    expect(answer).toContain(`\r\nAccess-Control-Allow-Origin: ${WEBSITE}\r\n`);
    expect(answer).toMatch(/^Access-Control-Allow-Headers: authorization,content-type/m);
    expect(answer).toMatch(/^Connection: close\r$/m);
  });

  it.each([
    ['another website', from('https://www.example.org')],
    ['a page without an origin', from('null')],
    ['an origin too long to be one', from(`${WEBSITE}${'x'.repeat(8_000)}`)],
    ['nobody', ''],
  ])('is not opened to %s', async (_, origin) => {
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await ask(method, origin);
      expect(answer).toMatch(/^HTTP\/1\.1 429 /);
      expect(answer.toLowerCase()).not.toContain('access-control');
    }
  });
});
