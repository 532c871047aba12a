import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../../../channels/messenger/sending/shape-of.js';
import { toGraphMessage } from '../../../../../channels/messenger/sending/to-graph-message.js';

describe('a message of the Send API', () => {
  it('takes nothing of channelData but what is Facebook’s', () => {
    const channelData = { quick_replies: [], message: { text: 'secret' }, persona_id: '1', tag: 'X' };
    expect(toGraphMessage({ type: 'message', id: 'a#2', text: 'Hallo', channelData })).toEqual({
      text: 'Hallo',
      quick_replies: [],
      metadata: 'm:a#2',
    });
  });

  it('is none where there is nothing to show', () => {
    expect(toGraphMessage({ type: 'message', channelData: { quick_replies: [] } })).toBeNull();
    expect(toGraphMessage({ type: 'message', text: '', channelData: 'x' })).toBeNull();
  });
});

describe('the shape of a body', () => {
  it('keeps names of fields and no words', () => {
    const body = { message: { text: 'Hallo', quick_replies: [{ title: 'Ja' }] }, count: 1, none: null };
    expect(shapeOf(body)).toEqual({
      message: { text: 'text of 5', quick_replies: [{ title: 'text of 2' }] },
      count: 'number',
      none: 'object',
    });
  });
});
