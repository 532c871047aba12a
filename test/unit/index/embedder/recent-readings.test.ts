import { describe, expect, it } from 'vitest';
import { createRecentReadings } from '../../../../index/embedder/recent-readings.js';

describe('createRecentReadings', () => {
  it('drops what was used longest ago', () => {
    const reading = (value: number) => ({
      vector: Float32Array.of(value),
      layers: new Float32Array(),
      tokens: null,
    });
    const recent = createRecentReadings(2);
    recent.set('a', reading(1));
    recent.set('b', reading(2));
    recent.get('a');
    recent.set('c', reading(3));
    expect(recent.get('a')).toEqual(reading(1));
    expect(recent.get('b')).toBeUndefined();
    expect(recent.get('c')).toEqual(reading(3));
  });
});
