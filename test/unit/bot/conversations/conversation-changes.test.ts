import { describe, expect, it } from 'vitest';
import { createConversationChanges } from '../../../../bot/conversations/conversation-changes.js';

describe('conversation changes', () => {
  it('reach every listener until it stops', () => {
    const changes = createConversationChanges(() => {});
    const seen: string[] = [];
    const listener = (id: string) => void seen.push(id);
    const stopFirst = changes.listen(listener);
    changes.listen(listener);
    changes.announce('a');
    stopFirst();
    stopFirst();
    changes.announce('b');
    expect(seen).toEqual(['a', 'a', 'b']);
  });

  it('reach the others when one listener fails', () => {
    const errors: unknown[] = [];
    const changes = createConversationChanges((error) => errors.push(error));
    const seen: string[] = [];
    changes.listen(() => {
      throw new Error('broken');
    });
    changes.listen((id) => seen.push(id));
    changes.announce('a');
    expect(seen).toEqual(['a']);
    expect(errors).toEqual([new Error('broken')]);
  });
});
