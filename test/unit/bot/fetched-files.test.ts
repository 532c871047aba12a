import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../../bot/contracts/channels.js';
import { customerSays } from './support/samples.js';
import { TestBot } from './support/test-bot.js';

const FILE = { id: 'abcdefghijklmnopqrstuvwx', name: 'kast.png', contentType: 'image/png', bytes: 12 };
const KEPT: ChannelEvent = {
  kind: 'file-kept',
  of: { channelId: 'test', conversationId: 'c1' },
  activityId: 'm_1',
  place: 0,
  file: FILE,
};
const PICTURE = {
  contentType: 'image/*',
  name: 'kast',
  contentUrl: 'https://scontent.xx.fbcdn.net/kast.png',
};

describe('a file that a door fetched', () => {
  let test: TestBot;
  beforeEach(async () => {
    test = await TestBot.open();
    await test.say('Ik wil een medewerker spreken', { id: 'm_1', attachments: [PICTURE] });
  });
  afterEach(() => test.bot.stop());

  const shown = async () => {
    const [row] = test.rows('select id from conversations');
    const conversation = await test.bot.desk.conversation(String(row?.id));
    return conversation?.messages.flatMap(({ files }) => files ?? []);
  };

  it('stands at the desk in the place of its link', async () => {
    expect(await shown()).toMatchObject([{ id: null, url: PICTURE.contentUrl }]);
    await test.bot.takeEvent(KEPT);
    expect(await shown()).toEqual([{ ...FILE, url: null }]);
  });

  it('is not put into the place of another that came before', async () => {
    await test.bot.takeEvent(KEPT);
    await test.bot.takeEvent({ ...KEPT, file: { ...FILE, id: 'xxxxxxxxxxxxxxxxxxxxxxxx' } });
    expect(await shown()).toMatchObject([{ id: FILE.id }]);
  });

  it('goes where its message was taken back in the meantime', async () => {
    await test.say('', { type: 'messageDelete', id: 'm_1' });
    await test.bot.takeEvent(KEPT);
    expect(await shown()).toEqual([]);
  });

  it('is not believed where an activity from outside names one', async () => {
    const said = customerSays('Kijk', { id: 'm_2', attachments: [{ ...PICTURE, fileId: FILE.id }] });
    await test.bot.accept(said, { door: 'azure', send: async () => ({ kind: 'sent', id: '1' }) });
    await test.bot.idle();
    expect((await shown())?.map(({ id }) => id)).toEqual([null, null]);
  });
});
