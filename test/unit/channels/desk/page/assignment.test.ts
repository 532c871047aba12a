import { describe, expect, it } from 'vitest';
import { selectAttention, selectLists } from '../../../../../channels/desk/page/state/select.js';
import { en } from '../../../../../channels/desk/page/words/en.js';
import { nl } from '../../../../../channels/desk/page/words/nl.js';
import { tellProblem } from '../../../../../channels/desk/page/words/words.js';
import { claimed, entry, read, SANNE, stateAfter } from './scene.js';

const until = '2026-01-01T10:00:30Z';
const toSanne = { agentId: SANNE.id, agentName: SANNE.name, until };
const toNoor = { agentId: 'noor', agentName: 'Noor', until };
const ids = (entries: readonly { readonly conversationId: string }[]) =>
  entries.map(({ conversationId }) => conversationId);

describe('the lists', () => {
  it('have what is offered to the agent on their own, and what is offered to others where it waits', () => {
    const state = stateAfter(
      read(entry('mine', { offer: toSanne }), entry('theirs', { offer: toNoor }), entry('free')),
    );
    const { offers, waiting } = selectLists(state, SANNE);
    expect([ids(offers), ids(waiting)]).toEqual([['mine'], ['theirs', 'free']]);
    expect(selectAttention(state, SANNE)).toMatchObject({ waiting: 3, isNew: true });
  });

  it('have one team where one is chosen, but all that is offered to the agent or theirs', () => {
    const state = stateAfter(
      read(
        entry('offered', { offer: toSanne, teamId: 'a' }),
        entry('a', { teamId: 'a' }),
        entry('b', { teamId: 'b' }),
        claimed('own', SANNE, { teamId: 'a' }),
        claimed('colleague', { ...SANNE, id: 'noor' }, { teamId: 'a' }),
      ),
      { kind: 'assignment-changed', changes: { teamId: 'b' } },
    );
    const { offers, waiting, mine, others } = selectLists(state, SANNE);
    expect([offers, waiting, mine, others].map(ids)).toEqual([['offered'], ['b'], ['own'], []]);
  });
});

describe('a claim that is refused', () => {
  it('names to whom it is offered, and says what to do where it is too much', () => {
    const offered = { code: 'DeskConversationOffered', agentName: 'Noor' };
    expect(tellProblem(nl, offered)).toContain('aan Noor aangeboden');
    expect(tellProblem(en, offered)).toContain('offered to Noor');
    expect(tellProblem(nl, { code: 'DeskFull', agentName: null })).toContain('Sluit eerst een gesprek af');
  });
});
