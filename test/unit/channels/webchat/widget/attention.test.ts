import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Attention } from '../../../../../channels/webchat/widget/attention.js';
import { memoryStorage } from '../../../../support/memory-storage.js';

const page = { title: 'Zwaluw', hidden: true };
let tones = 0;

class QuietContext {
  currentTime = 0;
  destination = {};
  createGain = () => ({
    gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} },
    connect() {},
  });
  createOscillator = () => ({
    frequency: { value: 0 },
    connect() {},
    stop() {},
    start: () => {
      tones += 1;
    },
  });
}

beforeEach(() => {
  Object.assign(page, { title: 'Zwaluw', hidden: true });
  tones = 0;
  vi.stubGlobal('document', page);
  vi.stubGlobal('AudioContext', QuietContext);
});
afterEach(() => vi.unstubAllGlobals());

describe('a new message', () => {
  it('stands in the title while the page is out of sight, and goes from it once it is seen', () => {
    const attention = new Attention(null);
    attention.show(2);
    expect(page.title).toBe('(2) Zwaluw');
    attention.show(3);
    expect(page.title).toBe('(3) Zwaluw');
    page.hidden = false;
    attention.show(0);
    expect(page.title).toBe('Zwaluw');
  });

  it('leaves a title that the page gave itself meanwhile', () => {
    const attention = new Attention(null);
    attention.show(1);
    page.title = 'Uw mandje';
    attention.show(0);
    expect(page.title).toBe('Uw mandje');
  });

  it('is heard where that was switched on, and only where it is new', () => {
    const attention = new Attention(memoryStorage());
    attention.show(1);
    attention.show(2);
    expect(tones).toBe(0);
    attention.switchSound();
    const atSwitch = tones;
    expect(atSwitch).toBeGreaterThan(0);
    attention.show(2);
    expect(tones).toBe(atSwitch);
    attention.show(3);
    expect(tones).toBeGreaterThan(atSwitch);
  });
});
