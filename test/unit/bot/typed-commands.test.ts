import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskSession } from '../../../bot/contracts/desk-accounts.js';
import type { HandoffState, OutgoingMessage } from '../../../bot/contracts/messages.js';
import { commandIn } from '../../../bot/turn/understanding/ending/commands.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { RecordingTransport } from './support/recording-transport.js';
import { signIn } from './support/sign-in.js';
import { TestBot } from './support/test-bot.js';

class FileTransport extends RecordingTransport {
  takes = true;
  takesFiles(): boolean {
    return this.takes;
  }
}

let test: TestBot;
let transport: FileTransport;
let noor: DeskSession;
let filesDirectory: string;

const say = (text: string, more: object = {}) => test.say(text, { conversation: { id: 'a' }, ...more });
const told = () => test.newTexts('a').join('\n');
const filesSent = () =>
  transport.messages.flatMap(
    ({ channelData }) => (channelData as { message: OutgoingMessage }).message.files ?? [],
  );
const words = (id: string) => readFileSync(join(filesDirectory, id), 'utf8');
async function withAgent(): Promise<string> {
  await say('Ik wil een medewerker spreken');
  const [entry] = await test.bot.desk.entries();
  const id = entry?.conversationId ?? '';
  await test.bot.desk.claim(id, noor.agent);
  await test.bot.idle();
  test.newTexts('a');
  return id;
}

describe('a customer who types what the menu of the chat has', () => {
  beforeEach(async () => {
    transport = new FileTransport();
    filesDirectory = temporaryFolder();
    test = await TestBot.open({ transport, filesDirectory, settings: { DESK_SESSION_HOURS: '200' } });
    noor = await signIn(test);
    await test.bot.desk.present(noor.agent.id);
  });
  afterEach(() => test.bot.stop());

  it('gets the conversation as a text file, with what both sides said and from where it came', async () => {
    await say('Hoe reset ik mijn wifi?');
    test.newTexts('a');
    await say('Kunt u mij het gesprek mailen?');
    expect(told()).toContain('Hier is ons gesprek tot nu toe, als tekstbestand.');
    const [file] = filesSent();
    expect(file).toMatchObject({
      name: expect.stringMatching(/^gesprek-\d{4}-\d\d-\d\d\.txt$/),
      contentType: 'text/plain',
    });
    expect(words(file?.id ?? '')).toContain('Hoe reset ik mijn wifi?');
    expect(words(file?.id ?? '')).toContain('Zet het modem uit en aan.');
  });

  it('gets it while an agent has them, who keeps them', async () => {
    const id = await withAgent();
    await test.bot.desk.reply(id, noor.agent, 'Ik kijk het na.', 'reply-1');
    await test.bot.idle();
    test.newTexts('a');
    await say('transcript aub');
    expect(words(filesSent()[0]?.id ?? '')).toContain('Ik kijk het na.');
    expect((await test.bot.desk.conversation(id))?.entry.state).toBe('with-agent');
  });

  it('is told where no file can be sent', async () => {
    transport.takes = false;
    await say('Hallo', { locale: 'en-GB' });
    await say('Can you send me this conversation, please?', { locale: 'en-GB' });
    expect(told()).toContain('I cannot send you a file here now.');
    expect(filesSent()).toEqual([]);
  });

  it('has one such file at a time, and none once something in it was taken back', async () => {
    await say('Mijn wachtwoord is Geheim123', { id: 'secret' });
    await say('Stuur me dit gesprek');
    await say('Stuur me dit gesprek');
    expect(filesSent()).toHaveLength(2);
    const kept = () => test.rows('select id from files');
    expect(kept()).toEqual([{ id: filesSent()[1]?.id }]);
    await say('', { type: 'messageDelete', id: 'secret' });
    await test.bot.idle();
    expect(kept()).toEqual([]);
  });

  it('begins anew with the bot: what was asked before counts for nothing', async () => {
    await say('Hoe reset ik mijn wifi?');
    test.newTexts('a');
    await say('opnieuw beginnen');
    expect(told()).toContain('We beginnen opnieuw. Wat is uw vraag?');
    await say('ja');
    expect(test.rows('select * from feedback')).toEqual([]);
  });

  it('begins anew out of the queue, and away from an agent without being asked how it was', async () => {
    await say('Ik wil een medewerker spreken');
    test.newTexts('a');
    await say('Start een nieuw gesprek');
    expect(told()).toContain('u staat niet meer in de rij');
    expect(await test.bot.desk.entries()).toEqual([]);
    const id = await withAgent();
    await say('Nieuw gesprek beginnen');
    expect(told()).toBe(
      'Het gesprek met de medewerker is beëindigd en we beginnen opnieuw. Wat is uw vraag?',
    );
    expect((await test.bot.desk.conversation(id))?.entry.state).toBe('solved');
  });

  it('says to an agent what is no command', async () => {
    const id = await withAgent();
    await say('opnieuw beginnen');
    await say('Moet ik de chat opnieuw starten of het modem?');
    expect((await test.bot.desk.conversation(id))?.entry.state).toBe('with-agent');
    expect(told()).toBe('');
  });
});

describe('the words of a command', () => {
  const done = (text: string, handoff: HandoffState = 'with-bot') =>
    commandIn(text, handoff)?.value.action ?? null;

  it.each([
    ['Gesprek beëindigen', 'end-conversation'],
    ['End this chat please', 'end-conversation'],
    ['Begin een nieuw gesprek', 'start-anew'],
    ['Kan ik een nieuw gesprek starten?', 'start-anew'],
    ['Gesprek opnieuw beginnen', 'start-anew'],
    ['Start a new conversation', 'start-anew'],
    ['restart the chat', 'start-anew'],
    ['Start over', 'start-anew'],
    ['Gesprek bewaren', 'send-transcript'],
    ['Ik wil graag dit gesprek ontvangen', 'send-transcript'],
    ['Mag ik een kopie van dit gesprek?', 'send-transcript'],
    ['Stuur het gesprek naar mijn e-mailadres', 'send-transcript'],
    ['Email me the transcript', 'send-transcript'],
    ['Can I get a copy of this chat?', 'send-transcript'],
    ['Download the conversation', 'send-transcript'],
  ])('%s', (text, action) => {
    expect(done(text)).toBe(action);
  });

  it.each([
    'Hoe begin ik opnieuw met mijn modem?',
    'Ik wil een gesprek met een medewerker',
    'Ik wil een nieuw abonnement',
    'Hoe stuur ik een gesprek door?',
    'Kan ik een gesprek doorschakelen?',
    'Can I have a chat with someone?',
    'How do I save a voicemail?',
    'restart',
    'Stuur mij een nieuwe simkaart',
    'Ik wil een gespreksoverzicht van mijn factuur',
  ])('%s is none', (text) => {
    expect(done(text)).toBeNull();
  });

  it('must name the conversation where a person has it', () => {
    expect(done('start over', 'with-agent')).toBeNull();
    expect(done('start over', 'waiting')).toBeNull();
    expect(done('start a new chat', 'with-agent')).toBe('start-anew');
  });
});
