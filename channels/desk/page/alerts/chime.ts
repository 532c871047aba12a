/** Two soft tones, made here: no file is loaded. */
const TONES = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.16 },
];
const SECONDS = 0.3;
const LOUDNESS = 0.12;

let context: AudioContext | null = null;

/** Browsers let a page sound once somebody touched it; to be called where they do. */
export function readyChime(): void {
  context ??= new AudioContext();
  void context.resume().catch(() => {});
}

/** Sounds; in a page that nobody touched since it was loaded the browser says nothing. */
export function chime(): void {
  readyChime();
  if (!context) return;
  for (const { hertz, at } of TONES) {
    const from = context.currentTime + at;
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.0001, from);
    volume.gain.exponentialRampToValueAtTime(LOUDNESS, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + SECONDS);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + SECONDS);
  }
}
