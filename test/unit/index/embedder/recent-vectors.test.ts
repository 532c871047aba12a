import { describe, expect, it } from 'vitest';
import { createRecentVectors } from '../../../../index/embedder/recent-vectors.js';

describe('createRecentVectors', () => {
  it('drops what was used longest ago', () => {
    const recent = createRecentVectors(2);
    recent.set('a', Float32Array.of(1));
    recent.set('b', Float32Array.of(2));
    recent.get('a');
    recent.set('c', Float32Array.of(3));
    expect(recent.get('a')).toEqual(Float32Array.of(1));
    expect(recent.get('b')).toBeUndefined();
    expect(recent.get('c')).toEqual(Float32Array.of(3));
  });
});
