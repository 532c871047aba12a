import type { HoldReason } from '../../releasing/questions/contracts.js';
import { percent } from '../percent.js';
import type { ReportWords } from './contracts.js';

/** More names than this are a list, not a sentence. */
const MOST_NAMES = 10;

/** Why a release is held back, as the rest of a sentence. */
export function holdReason(reason: HoldReason, words: ReportWords): string {
  switch (reason.kind) {
    case 'items-go':
      return words.itemsGo(reason.source, reason.held, reason.gone);
    case 'answers-less':
      return words.answersLess(percent(reason.before), percent(reason.after));
    case 'fewer-right': {
      const { share, low, high } = reason.change;
      return words.fewerRight(reason.asked, points(share), points(low), points(high));
    }
    case 'must-pass-lost': {
      const { names } = reason;
      const more = names.length > MOST_NAMES ? `, … (${names.length - MOST_NAMES})` : '';
      return words.mustPassLost(names.length, `${names.slice(0, MOST_NAMES).join(', ')}${more}`);
    }
    case 'less-precise': {
      const { before, after, wanted, sure } = reason;
      return words.lessPrecise(percent(before), percent(after), percent(wanted), sure);
    }
  }
}

/** A change of a share as percentage points with its sign: "+1.2", "-3.0". */
export function points(change: number): string {
  const rounded = (change * 100).toFixed(1);
  return change > 0 ? `+${rounded}` : rounded === '-0.0' ? '0.0' : rounded;
}
