import { describe, expect, it } from 'vitest';
import { type AnswerRule, chooseAnswer } from '../../../../ingest/steps/choose-answer.js';
import { makeReply, makeThread } from '../make-thread.js';

const accepted: AnswerRule = { kind: 'accepted', minimumVotes: 3, staffRanks: ['Moderator'] };
const topVoted: AnswerRule = { ...accepted, kind: 'accepted-or-top-voted' };
const staff: AnswerRule = { ...accepted, kind: 'accepted-or-staff' };

const plain = makeReply({ id: 'plain', votes: 2 });
const popular = makeReply({ id: 'popular', votes: 9 });
const alsoPopular = makeReply({ id: 'also-popular', votes: 9 });
const moderator = makeReply({ id: 'moderator', author: { name: 'Iris', rank: 'moderator' } });
const laterModerator = makeReply({ id: 'later-moderator', author: { name: 'Joost', rank: 'Moderator' } });
const chosen = makeReply({ id: 'chosen', votes: -1, isAccepted: true });

describe('choosing the answer of a thread', () => {
  it.each([
    ['the accepted reply wins over votes', accepted, [plain, popular, chosen], 'chosen'],
    ['the accepted reply wins over a newer one', accepted, [chosen, plain], 'chosen'],
    ['the accepted reply wins under every rule', topVoted, [popular, chosen], 'chosen'],
    ['the accepted reply wins over staff', staff, [moderator, chosen], 'chosen'],
    ['the reply with the most votes answers', topVoted, [plain, popular], 'popular'],
    ['the older of two equals answers', topVoted, [popular, alsoPopular], 'popular'],
    ['the newest reply of staff answers', staff, [moderator, laterModerator, popular], 'later-moderator'],
  ])('%s', (_title, rule, replies, id) => {
    expect(chooseAnswer(makeThread({ replies }), rule)).toEqual({
      kind: 'answer',
      answer: replies.find((reply) => reply.id === id),
    });
  });

  it.each([
    ['votes do not count unless switched on', accepted, [popular]],
    ['too few votes do not answer', topVoted, [plain]],
    ['a customer is no staff', staff, [popular]],
    ['a thread without replies has no answer', topVoted, []],
  ])('%s', (_title, rule, replies) => {
    expect(chooseAnswer(makeThread({ replies }), rule)).toEqual({
      kind: 'skipped',
      reason: 'no-accepted-answer',
    });
  });
});
