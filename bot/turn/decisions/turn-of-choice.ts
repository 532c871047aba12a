import type { ChoiceValue } from '../../contracts/messages.js';

/** Id of the turn that a choice is about; null for choices that are about no turn. It comes from outside. */
export function turnOfChoice(value: ChoiceValue): string | null {
  switch (value.action) {
    case 'pick-item':
    case 'none-of-these':
    case 'feedback':
      return value.turnId;
    default:
      return null;
  }
}
