import { describe, expect, it } from 'vitest';
import { declarationAt, replyUntil } from '../../../../../channels/messenger/sending/messaging-window.js';

const WROTE = '2026-11-01T12:00:00.000Z';
const RESPONSE = { messaging_type: 'RESPONSE' };
const TAGGED = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };

describe('how a message may go out', () => {
  it.each([
    ['bot', true, '2026-11-01T12:00:00Z', RESPONSE],
    ['bot', true, '2026-11-02T11:59:59Z', RESPONSE],
    ['bot', true, '2026-11-02T12:00:00Z', null],
    ['bot', true, '2026-11-03T12:00:00Z', null],
    ['agent', true, '2026-11-02T11:59:59Z', RESPONSE],
    ['agent', true, '2026-11-02T12:00:00Z', TAGGED],
    ['agent', true, '2026-11-08T11:59:59Z', TAGGED],
    ['agent', true, '2026-11-08T12:00:00Z', null],
    ['agent', false, '2026-11-02T11:59:59Z', RESPONSE],
    ['agent', false, '2026-11-02T12:00:00Z', null],
    // The clock of a phone or of Meta may be ahead of ours.
    ['bot', true, '2026-11-01T11:59:00Z', RESPONSE],
  ] as const)('for the %s (late replies: %s) at %s', (speaker, canAgentsReplyLate, now, declaration) => {
    const facts = { speaker, canAgentsReplyLate, customerWroteAt: WROTE };
    expect(declarationAt(new Date(now), facts)).toEqual(declaration);
  });

  it('is as an answer where nobody knows when the customer wrote', () => {
    for (const customerWroteAt of [null, 'not a time']) {
      const facts = { speaker: 'bot', canAgentsReplyLate: true, customerWroteAt } as const;
      expect(declarationAt(new Date(WROTE), facts)).toEqual(RESPONSE);
      expect(replyUntil(facts)).toBeNull();
    }
  });
});

describe('until when somebody may write', () => {
  it.each([
    ['bot', true, '2026-11-02T12:00:00.000Z'],
    ['agent', true, '2026-11-08T12:00:00.000Z'],
    ['agent', false, '2026-11-02T12:00:00.000Z'],
  ] as const)('is known for the %s (late replies: %s)', (speaker, canAgentsReplyLate, until) => {
    const facts = { speaker, canAgentsReplyLate, customerWroteAt: WROTE };
    expect(replyUntil(facts)).toBe(until);
    // The two never contradict each other.
    expect(declarationAt(new Date(Date.parse(until) - 1), facts)).not.toBeNull();
    expect(declarationAt(new Date(until), facts)).toBeNull();
  });
});
