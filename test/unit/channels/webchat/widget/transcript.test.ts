import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../../bot/contracts/activities.js';
import type { OutgoingMessage } from '../../../../../bot/contracts/messages.js';
import { renderMessage } from '../../../../../channels/webchat/render-message.js';
import { readActivity } from '../../../../../channels/webchat/widget/read-activity.js';
import { type Line, Transcript } from '../../../../../channels/webchat/widget/transcript.js';
import { openChoices } from '../../../../../channels/webchat/widget/view/choice-row.js';
import { AGENT, ANSWER, said } from '../../../../support/widget-messages.js';

const ME = 'dl_me';
const BASE = 'https://chat.example';

function from(message: OutgoingMessage, id: string): Activity {
  return { type: 'event', ...renderMessage(message)[0], id, timestamp: '2026-01-01T10:00:00.000Z' };
}

function own(text: string, id: string): Activity {
  return { type: 'message', text, id, from: { id: ME }, channelData: { clientActivityID: `client ${id}` } };
}

function transcriptOf(...activities: Activity[]): Transcript {
  const transcript = new Transcript(BASE);
  for (const activity of activities) transcript.take(activity, ME);
  return transcript;
}

function summary(lines: readonly Line[]): string[] {
  return lines.map((line) => (line.kind === 'other' ? line.message.text : line.text));
}

describe('Transcript', () => {
  it('shows each activity once, however often it comes', () => {
    const transcript = transcriptOf(own('a', '1'), from(said('b'), '2'), own('a', '1'), from(said('b'), '2'));
    expect(summary(transcript.lines([]))).toEqual(['a', 'b']);
  });

  it('shows at the newest message that an agent has read that it was, whatever order it comes in', () => {
    const read = (activityId: string, id: string, sender = 'bot'): Activity => ({
      type: 'event',
      name: 'conversation/read',
      value: { activityId },
      id,
      from: { id: sender },
    });
    const marks = (...activities: Activity[]) =>
      transcriptOf(...activities)
        .lines([])
        .map((line) => line.kind === 'own' && line.isRead);
    const both = [own('a', '1'), own('b', '2')];
    expect(marks(...both)).toEqual([false, false]);
    expect(marks(...both, read('1', 'r1'))).toEqual([true, false]);
    expect(marks(...both, read('1', 'r1'), read('2', 'r2'))).toEqual([false, true]);
    expect(marks(read('2', 'r2'), ...both)).toEqual([false, true]);
    expect(marks(...both, read('2', 'r2', ME))).toEqual([false, false]);
  });

  it('tells when another speaks', () => {
    const agent = said('hallo', { speaker: AGENT });
    const lines = transcriptOf(
      from(said('a'), '1'),
      from(said('b'), '2'),
      from(agent, '3'),
      from(said('c'), '4'),
    ).lines([]);
    expect(lines.map((line) => line.kind === 'other' && [line.isNewSpeaker, line.change])).toEqual([
      [true, null],
      [false, null],
      [true, 'agent-joined'],
      [true, 'bot-is-back'],
    ]);
  });

  it('says nothing of a change that the bot has told', () => {
    const joined = { handoff: 'with-agent', agentName: AGENT.name, queuePosition: null } as const;
    const ended = { ...joined, handoff: 'solved', agentName: null } as const;
    const lines = transcriptOf(
      from(said('Sanne de Wit neemt het over.', { status: joined }), '1'),
      from(said('hallo', { speaker: AGENT, status: joined }), '2'),
      from(said('Sanne de Wit is klaar.', { status: ended }), '3'),
      from(said('hallo', { speaker: AGENT }), '4'),
    ).lines([]);
    expect(lines.map((line) => line.kind === 'other' && line.change)).toEqual([
      null,
      null,
      null,
      'agent-joined',
    ]);
  });

  it('takes the status from a message or an event', () => {
    const status = { handoff: 'waiting', agentName: null, queuePosition: 2 } as const;
    const inMessage = transcriptOf(from(said('wacht', { status }), '1'));
    expect(inMessage.status).toEqual(status);
    const inEvent = transcriptOf(from(said('', { status }), '1'));
    expect(inEvent.status).toEqual(status);
    expect(inEvent.lines([])).toEqual([]);
  });

  it('keeps the key of a message from queue to echo', () => {
    const entry = {
      id: 'client 1',
      activity: own('a', '1'),
      files: [],
      at: '',
      state: 'sending' as const,
      isDoubtful: false,
    };
    const transcript = new Transcript(BASE);
    const [waiting] = transcript.lines([entry]);
    transcript.take(entry.activity, ME);
    const [sent] = transcript.lines([]);
    expect(waiting).toMatchObject({ key: 'client 1', state: 'sending' });
    expect(sent).toMatchObject({ key: 'client 1', state: 'sent' });
  });
});

describe('readActivity', () => {
  it('reads a message of any other bot', () => {
    const activity: Activity = {
      type: 'message',
      id: '1',
      text: 'Kies',
      from: { id: 'x', name: 'Robin' },
      attachments: [
        { contentType: 'image/png', contentUrl: '/files/a.png', name: 'a.png' },
        { contentType: 'x', contentUrl: 'javascript:1' },
      ],
      suggestedActions: { actions: [{ type: 'imBack', title: 'Ja', value: 'ja' }, null] },
    };
    expect(readActivity(activity, ME, BASE)).toMatchObject({
      kind: 'message',
      message: {
        text: 'Kies',
        speaker: { kind: 'bot', name: 'Robin' },
        choices: [{ title: 'Ja', value: 'ja' }],
      },
      files: [
        { name: 'a.png', url: 'https://chat.example/files/a.png' },
        { name: 'x', url: null },
      ],
    });
  });

  it.each([
    ['no from', { type: 'message', text: 'a' }],
    ['a message that is not one', { type: 'message', text: 'a', channelData: { message: { text: 1 } } }],
    ['a list as channel data', { type: 'message', text: 'a', channelData: [] }],
    ['attachments that are none', { type: 'message', text: 'a', attachments: 'x' }],
  ])('reads an activity with %s', (_title, activity) => {
    expect(readActivity(activity as unknown as Activity, ME, BASE)).toMatchObject({
      kind: 'message',
      message: { text: 'a' },
    });
  });

  it.each(['trace', 'endOfConversation', 'event'])('shows nothing for %s', (type) => {
    expect(readActivity({ type, id: '1', from: { id: 'bot' } }, ME, BASE).kind).toBe('nothing');
  });

  it('does not show the customer their own typing', () => {
    expect(readActivity({ type: 'typing', from: { id: ME } }, ME, BASE).kind).toBe('nothing');
    expect(readActivity({ type: 'typing', from: { id: 'a', name: 'Sanne' } }, ME, BASE)).toEqual({
      kind: 'typing',
      name: 'Sanne',
    });
  });
});

describe('openChoices', () => {
  const choice = { title: 'Een', value: { action: 'none-of-these', turnId: 't' } } as const;
  const cancel = { title: 'Stop', value: { action: 'cancel-request' } } as const;

  it('joins feedback and choices of one turn', () => {
    const lines = transcriptOf(
      own('x', '1'),
      from(ANSWER, '2'),
      from(said('of', { choices: [choice] }), '3'),
    ).lines([]);
    expect(openChoices(lines, false)).toEqual({ feedback: ANSWER.feedback, choices: [choice] });
  });

  it('closes them when the customer writes', () => {
    const lines = transcriptOf(from(said('of', { choices: [choice] }), '1'), own('x', '2')).lines([]);
    expect(openChoices(lines, false)).toEqual({ feedback: null, choices: [] });
  });

  it('closes them when an agent takes over', () => {
    const lines = transcriptOf(
      from(said('of', { choices: [choice] }), '1'),
      from(said('hallo', { speaker: AGENT }), '2'),
    ).lines([]);
    expect(openChoices(lines, false).choices).toEqual([]);
  });

  it('leaves the way out of the queue to the window', () => {
    const lines = transcriptOf(from(said('wacht', { choices: [cancel] }), '1')).lines([]);
    expect(openChoices(lines, true).choices).toEqual([]);
    expect(openChoices(lines, false).choices).toEqual([cancel]);
  });
});
