import type { Mood } from '../../../../bot/contracts/desk.js';
import { useDesk } from './desk-context.js';

/** Says of an annoyed customer that they sound so; a calm one needs no word. */
export function MoodMark({ mood }: { mood: Mood }) {
  const { words } = useDesk();
  return mood === 'annoyed' ? <span class="mood">{words.soundsAnnoyed}</span> : null;
}
