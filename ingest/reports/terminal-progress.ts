import cliProgress from 'cli-progress';
import type { Progress } from '../contracts.js';

/** Texts embedded between two lines where there is no terminal. */
const LINE_EVERY = 20;
/** Threads read between two lines: reading is a hundred times faster. */
const READ_LINE_EVERY = 5000;

const BAR = '[{bar}] {value}/{total}, {eta_formatted} left';
const LOOK = { clearOnComplete: false, hideCursor: true, etaBuffer: 50, formatValue };

/** A phase without a count shows no number. */
function formatValue(value: number, _options: cliProgress.Options, type: cliProgress.ValueType): string {
  return type === 'value' && value === 0 ? '' : String(value);
}

/** A bar on a terminal for phases with a known end, one line for the others. */
export function barProgress(): Progress {
  let bar: cliProgress.SingleBar | null = null;
  return {
    begin(phase, total) {
      if (total === 0) return;
      const format = total === null ? `${phase} {value}` : `${phase} ${BAR}`;
      bar = new cliProgress.SingleBar({ format, ...LOOK });
      bar.start(total ?? 0, 0);
    },
    advance(done) {
      bar?.update(done);
    },
    end() {
      bar?.stop();
      bar = null;
    },
  };
}

/** A line of JSON for each step, for programs that show it: `{"phase","done","total"}`, at most one for so many done. */
export function jsonProgress(write: (line: string) => void): Progress {
  let phase = '';
  let total: number | null = null;
  const tell = (done: number) => write(JSON.stringify({ phase, done, total }));
  return {
    begin(name, size) {
      phase = name;
      total = size;
      tell(0);
    },
    advance(done) {
      if (done % (total === null ? READ_LINE_EVERY / 10 : LINE_EVERY) === 0 || done === total) tell(done);
    },
    end() {},
  };
}

/** Plain lines for logs and pipes: the phase when it begins, then how far it is. */
export function lineProgress(write: (line: string) => void): Progress {
  let phase = '';
  let total: number | null = null;
  return {
    begin(name, size) {
      phase = name;
      total = size;
      if (total !== 0) write(total === null ? name : `${name} ${total} texts`);
    },
    advance(done) {
      if (total === null ? done % READ_LINE_EVERY !== 0 : done % LINE_EVERY !== 0 && done !== total) return;
      if (done > 0) write(total === null ? `${phase}: ${done} threads` : `${phase} ${done}/${total}`);
    },
    end() {},
  };
}
