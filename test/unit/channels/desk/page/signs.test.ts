import { describe, expect, it } from 'vitest';
import { selectSigns } from '../../../../../channels/desk/page/state/signs.js';
import type { DeskState } from '../../../../../channels/desk/page/state/state.js';
import { entry, MEHMET, read, SANNE, stateAfter } from './scene.js';

const VIEWER = { agentId: MEHMET.id, name: MEHMET.name };
const MYSELF = { agentId: SANNE.id, name: SANNE.name };
const typing = (by: 'customer' | typeof VIEWER, number: number, conversationId = 'a') =>
  ({ kind: 'typing-told', news: { conversationId, by }, number }) as const;
const over = (number: number) => ({ kind: 'typing-over', conversationId: 'a', number }) as const;
const viewers = (isAll: boolean, ...list: readonly (typeof VIEWER)[]) =>
  ({
    kind: 'viewers-told',
    news: { isAll, conversations: [{ conversationId: 'a', viewers: list }] },
  }) as const;
const shown = (state: DeskState) => selectSigns(state.signs, 'a', SANNE.id);

describe('what a page shows of who looks and who types', () => {
  it('names colleagues who look, and never oneself', () => {
    expect(shown(stateAfter(viewers(false, VIEWER, MYSELF))).looking).toEqual(['Mehmet']);
    expect(shown(stateAfter(viewers(false, VIEWER), viewers(false))).looking).toEqual([]);
  });

  it('forgets with a new connection what was told before', () => {
    const nobody = { kind: 'viewers-told', news: { isAll: true, conversations: [] } } as const;
    expect(shown(stateAfter(viewers(false, VIEWER), nobody)).looking).toEqual([]);
  });

  it('names a colleague who types once, as typing', () => {
    const signs = shown(stateAfter(viewers(false, VIEWER), typing(VIEWER, 1), typing(VIEWER, 2)));
    expect(signs).toEqual({ isCustomerTyping: false, typing: ['Mehmet'], looking: [] });
  });

  it('ends a sign by itself, but not one that went on', () => {
    expect(shown(stateAfter(typing('customer', 1), over(1))).isCustomerTyping).toBe(false);
    expect(shown(stateAfter(typing('customer', 1), typing('customer', 2), over(1))).isCustomerTyping).toBe(
      true,
    );
  });

  it('ends the customer’s sign with their message, and no other', () => {
    const before = [read(entry('a')), typing('customer', 1), typing(VIEWER, 2)];
    const wrote = read(entry('a', { customerWroteAt: '2026-01-01T10:01:00Z' }));
    expect(shown(stateAfter(...before, wrote))).toMatchObject({
      isCustomerTyping: false,
      typing: ['Mehmet'],
    });
    expect(shown(stateAfter(...before, read(entry('a', { mood: 'annoyed' })))).isCustomerTyping).toBe(true);
  });

  it('takes hostile names of conversations as names', () => {
    expect(selectSigns(stateAfter().signs, '__proto__', SANNE.id).looking).toEqual([]);
    const state = stateAfter(typing('customer', 1, '__proto__'));
    expect(selectSigns(state.signs, 'a', SANNE.id).isCustomerTyping).toBe(false);
  });
});
