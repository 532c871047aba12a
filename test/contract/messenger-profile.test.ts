import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeGraph, startFakeGraph } from '../support/fake-graph.js';
import { runProgram } from '../support/run-program.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SECRETS = {
  MESSENGER_APP_SECRET: 'an-app-secret-only-for-tests',
  MESSENGER_VERIFY_TOKEN: 'a-verify-token',
  MESSENGER_PAGE_ACCESS_TOKEN: 'EAAtokenForTestsOnly0123456789',
};

const NAMES = { BOT_NAME: 'Robin', COMPANY_NAME: 'Zwaluw' };

let graph: FakeGraph;
let directory: string;
beforeEach(async () => {
  graph = await startFakeGraph();
  directory = temporaryFolder();
});
afterEach(() => graph.stop());

describe('npm run messenger', () => {
  it('sets, shows and deletes the profile of the page', async () => {
    const set = await run(['profile', 'set'], {
      PUBLIC_URL: 'https://chat.example',
      MESSENGER_WEBSITE_URL: 'https://www.zwaluw.example',
    });
    expect(set).toMatchObject({ exitCode: 0, complaints: '' });
    expect(set.output).toContain(
      'a menu: a person, begin anew, what was said as a file, end, the website https://www.zwaluw.example',
    );
    expect(set.output).toContain('no first questions');
    expect(graph.calls[0]?.body).not.toHaveProperty('ice_breakers');
    const proof = createHmac('sha256', SECRETS.MESSENGER_APP_SECRET)
      .update(SECRETS.MESSENGER_PAGE_ACCESS_TOKEN)
      .digest('hex');
    expect(graph.calls[0]).toMatchObject({
      method: 'POST',
      path: '/me/messenger_profile',
      query: { appsecret_proof: proof },
      authorization: `Bearer ${SECRETS.MESSENGER_PAGE_ACCESS_TOKEN}`,
      body: { get_started: { payload: 'GET_STARTED' } },
    });
    const shown = await run(['profile', 'show']);
    expect(JSON.parse(shown.output)).toEqual(graph.calls[0]?.body);
    const deleted = await run(['profile', 'delete']);
    expect(deleted.output).toMatch(/any more/);
    expect((await run(['profile', 'show'])).output).toMatch(/The page has no profile/);
  });

  it('never leads to the demonstration on this server', async () => {
    const set = await run(['profile', 'set'], { PUBLIC_URL: 'https://chat.example' });
    expect(set.output).toContain('The menu has no website: set MESSENGER_WEBSITE_URL');
    expect(JSON.stringify(graph.calls[0]?.body)).not.toContain('chat.example');
  });

  it('takes first questions from a file, or none', async () => {
    const path = join(directory, 'questions.json');
    writeFileSync(path, JSON.stringify({ nl: ['Waar is mijn pakje?'] }));
    const set = await run(['profile', 'set', '--questions', path]);
    expect(set.output).toContain('first questions: 1 in Dutch, 0 in English; Meta shows them');
    writeFileSync(path, '{}');
    await run(['profile', 'set', '--questions', path]);
    const shown = JSON.parse((await run(['profile', 'show'])).output);
    expect(Object.keys(shown)).toEqual(['get_started', 'greeting', 'persistent_menu']);
  });

  it('says what is wrong with a file of questions', async () => {
    const path = join(directory, 'questions.json');
    writeFileSync(path, JSON.stringify({ nl: ['a', 'b', 'c', 'd', 'e'], fr: [] }));
    const end = await run(['profile', 'set', '--questions', path]);
    expect(end).toMatchObject({ exitCode: 1, output: '' });
    expect(end.complaints).toMatch(/^MESSENGER_QUESTIONS_INVALID: .*nl: /);
    expect(graph.calls).toEqual([]);
  });

  it.each([
    [{ status: 401, error: { code: 190, message: 'Error validating access token' } }, /new access token/],
    [{ status: 403, error: { code: 200, message: '(#200) Permission' } }, /pages_messaging/],
    [{ status: 400, error: { code: 100, message: '(#100) Bad title' } }, /check BOT_NAME/],
    [{ status: 400, error: { code: 613, message: 'Too many' } }, /some minutes/],
    [{ status: 400, error: { code: 368, message: 'Blocked' } }, /restricted/],
    [{ status: 504 }, /profile show/],
    [{ status: 500, error: { code: 2, message: 'Later' } }, /in a moment/],
  ])('says what to do about %j', async (answer, words) => {
    graph.always(answer);
    const end = await run(['profile', 'set']);
    expect(end).toMatchObject({ exitCode: 1, output: '' });
    expect(end.complaints).toMatch(/^MESSENGER_PROFILE_FAILED: The profile of the page could not be set\. /);
    expect(end.complaints).toMatch(words);
    expect(end.complaints).not.toContain(SECRETS.MESSENGER_PAGE_ACCESS_TOKEN);
  });

  it('does not greet under the name of the sample company', async () => {
    const end = await run(['profile', 'set'], { COMPANY_NAME: '' });
    expect(end).toMatchObject({ exitCode: 1, output: '' });
    expect(end.complaints).toMatch(/^MESSENGER_NAMES_MISSING: .* without COMPANY_NAME: /);
    expect(graph.calls).toEqual([]);
    expect((await run(['profile', 'show'], { BOT_NAME: '', COMPANY_NAME: '' })).exitCode).toBe(0);
  });

  it('does not go on while Messenger is switched off, or half', async () => {
    const off = await runProgram('channels/messenger/main.js', ['profile', 'show'], { directory });
    expect(off).toMatchObject({ exitCode: 1, complaints: expect.stringMatching(/^MESSENGER_OFF: /) });
    const half = await run(['profile', 'show'], { MESSENGER_APP_SECRET: '' });
    expect(half).toMatchObject({ exitCode: 1, complaints: expect.stringMatching(/^MESSENGER_HALF_SET: /) });
  });

  it('explains itself', async () => {
    expect(await run(['help'])).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('profile set'),
    });
    for (const words of [['profile'], ['menu'], ['profile', 'set', 'now'], ['profile', '--loud']]) {
      const end = await run(words);
      expect(end).toMatchObject({
        exitCode: 2,
        complaints: expect.stringMatching(/^MESSENGER_COMMAND_INVALID/),
      });
    }
  });
});

function run(words: string[], settings: Record<string, string> = {}) {
  return runProgram('channels/messenger/main.js', words, {
    directory,
    settings: { ...SECRETS, ...NAMES, MESSENGER_GRAPH_URL: graph.url, ...settings },
  });
}
