const SOUND_KEY = 'support-chat sound';

/** Tells somebody who looks elsewhere that something was said: in the title of the page, and by a sound where they want one. */
export class Attention {
  readonly #store: Storage | null;
  /** What the page is called without us; null while its title is its own. */
  #ownTitle: string | null = null;
  #shown = '';
  #count: number | null = null;

  constructor(store: Storage | null) {
    this.#store = store;
  }

  get hasSound(): boolean {
    return this.#store?.getItem(SOUND_KEY) === 'on';
  }

  /** Switches the sound, and lets it be heard once. */
  switchSound(): void {
    try {
      this.#store?.setItem(SOUND_KEY, this.hasSound ? 'off' : 'on');
    } catch {
      return;
    }
    if (this.hasSound) ring();
  }

  /** @param count how many messages were not seen */
  show(count: number): void {
    // What was there when the page opened is no news.
    if (this.#count !== null && count > this.#count && this.hasSound) ring();
    this.#count = count;
    // The page may have given itself another title meanwhile: that stays.
    if (this.#ownTitle !== null && document.title === this.#shown) document.title = this.#ownTitle;
    this.#ownTitle = null;
    if (count === 0 || !document.hidden) return;
    this.#ownTitle = document.title;
    this.#shown = `(${count}) ${document.title}`;
    document.title = this.#shown;
  }
}

/** Two soft tones. Browsers that allow no sound before a tap throw nothing: they stay silent. */
function ring(): void {
  if (typeof AudioContext === 'undefined') return;
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.setValueAtTime(0.08, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.4);
  volume.connect(context.destination);
  [660, 880].forEach((pitch, place) => {
    const tone = context.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(volume);
    tone.start(context.currentTime + 0.12 * place);
    tone.stop(context.currentTime + 0.4);
    if (place === 1) tone.onended = () => void context.close();
  });
}
