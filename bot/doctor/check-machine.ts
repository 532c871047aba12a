import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { CONVERSATIONS_FILE } from '../../index/learning/open-verdict-store.js';
import { messageOf } from '../../index/platform/errors.js';
import { RESTORE_MARK, SERVER_LOCK } from '../store/sqlite/server-lock.js';
import { type DoctorFinding, finding } from './findings.js';

/** What is known of the machine; only tests give another one. */
export interface Machine {
  /** Such as `v20.19.0`. */
  readonly node: string;
  readonly now: Date;
  readonly freeBytes: (folder: string) => number;
  /** How many files a program may have open; null where the system does not tell, which is asked where left out. */
  readonly openFiles?: number | null;
}

const LEAST_NODE = [20, 12] as const;
const FEW_BYTES = 1_000_000_000;
/** Below it the server itself says that it is not ready soon. */
const TOO_FEW_BYTES = 50_000_000;
const OTHERS = 0o077;
/** Clocks of disks in a network differ by seconds. */
const AHEAD_MS = 5 * 60_000;

/** Looks at Node, the runtime folder, its disk and the clock; changes nothing. */
export function checkMachine(runtimeDirectory: string, machine: Machine): DoctorFinding[] {
  return [
    checkNode(machine.node),
    ...checkFolder(runtimeDirectory, machine.now),
    checkDisk(nearest(runtimeDirectory), machine.freeBytes),
  ];
}

export function freeBytesAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function checkNode(version: string): DoctorFinding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isEnough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (isEnough) return finding('node', 'ok', `Node ${version} is goed.`, `Node ${version} will do.`);
  return finding(
    'node',
    'problem',
    `Node ${version} is te oud. Installeer Node 20.12 of nieuwer.`,
    `Node ${version} is too old. Install Node 20.12 or newer.`,
  );
}

function checkFolder(directory: string, now: Date): DoctorFinding[] {
  if (!existsSync(directory)) {
    return [
      finding(
        'folder',
        'ok',
        `${directory} is er nog niet; de eerste start maakt deze map.`,
        `${directory} is not there yet; the first start makes it.`,
      ),
    ];
  }
  if (existsSync(join(directory, RESTORE_MARK))) {
    return [
      finding(
        'folder',
        'problem',
        `In ${directory} is een herstel afgebroken. Draai "npm run restore" nog eens met --replace.`,
        `A restore into ${directory} was cut short. Run "npm run restore" again with --replace.`,
      ),
    ];
  }
  const isRunning = existsSync(join(directory, `${SERVER_LOCK}-shm`));
  const isUsed = existsSync(join(directory, CONVERSATIONS_FILE));
  const state = isRunning
    ? { nl: 'een server draait er of is er hard gestopt', en: 'a server runs there or was killed' }
    : isUsed
      ? { nl: 'er draait nu geen server', en: 'no server runs there now' }
      : { nl: 'er is nog niets bewaard', en: 'nothing is kept there yet' };
  return [
    finding('folder', 'ok', `${directory}: ${state.nl}.`, `${directory}: ${state.en}.`),
    checkModes(directory),
    checkClock(directory, now),
  ];
}

/** Conversations are for the user of the program alone. */
function checkModes(directory: string): DoctorFinding {
  const open = entriesOf(directory).filter(({ name, mode }) => isOurs(name) && (mode & OTHERS) !== 0);
  if (open.length === 0) {
    return finding(
      'modes',
      'ok',
      'Alleen de eigenaar kan de bestanden lezen.',
      'Only their owner can read the files.',
    );
  }
  const names = open
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ');
  return finding(
    'modes',
    'warning',
    `Anderen kunnen bij ${names} in ${directory}. Doe "chmod -R go= ${directory}".`,
    `Others can get at ${names} in ${directory}. Do "chmod -R go= ${directory}".`,
  );
}

/** Times of files come from the same clock: one that was set back makes promises and retention wrong. */
function checkClock(directory: string, now: Date): DoctorFinding {
  const newest = Math.max(0, ...entriesOf(directory).map(({ changedAt }) => changedAt));
  if (newest <= now.getTime() + AHEAD_MS) {
    return finding(
      'clock',
      'ok',
      `De klok staat op ${now.toISOString()}.`,
      `The clock says ${now.toISOString()}.`,
    );
  }
  const then = new Date(newest).toISOString();
  return finding(
    'clock',
    'warning',
    `De klok staat op ${now.toISOString()}, maar er zijn bestanden van ${then}. Zet de klok gelijk (NTP).`,
    `The clock says ${now.toISOString()}, yet there are files of ${then}. Set the clock (NTP).`,
  );
}

function checkDisk(folder: string, freeBytes: Machine['freeBytes']): DoctorFinding {
  const free = freeBytes(folder);
  const megabytes = Math.floor(free / 1e6);
  if (free >= FEW_BYTES) {
    return finding(
      'disk',
      'ok',
      `Er is ${megabytes} MB vrij op de schijf.`,
      `${megabytes} MB are free on the disk.`,
    );
  }
  return finding(
    'disk',
    free < TOO_FEW_BYTES ? 'problem' : 'warning',
    `Er is nog maar ${megabytes} MB vrij op de schijf van ${folder}. Maak ruimte.`,
    `Only ${megabytes} MB are free on the disk of ${folder}. Make room.`,
  );
}

/** Whether the system lets a server open enough files: sockets are some. @param limit null where it does not tell */
export function checkOpenFiles(limit: number | null, few: number): DoctorFinding {
  if (limit === null || limit >= few) {
    return finding(
      'open-files',
      'ok',
      'De server mag genoeg bestanden tegelijk openen.',
      'The server may have enough files open.',
    );
  }
  return finding(
    'open-files',
    'warning',
    `De server mag maar ${limit} bestanden tegelijk openen, verbindingen meegerekend. Doe voor de start "ulimit -n 65536", of zet LimitNOFILE=65536 bij systemd.`,
    `The server may have only ${limit} files open, connections among them. Do "ulimit -n 65536" before the start, or set LimitNOFILE=65536 for systemd.`,
  );
}

/**
 * Whether the port can be taken. Where a server runs already it holds it.
 * @param port 0 for any
 */
export async function checkPort(port: number): Promise<DoctorFinding> {
  const reason = await new Promise<string | null>((resolved) => {
    const server = createServer();
    server.once('error', (error) =>
      resolved('code' in error && error.code === 'EADDRINUSE' ? 'used' : messageOf(error)),
    );
    server.listen(port, () => server.close(() => resolved(null)));
  });
  if (reason === null) return finding('port', 'ok', `Poort ${port} is vrij.`, `The port ${port} is free.`);
  if (reason === 'used') {
    return finding(
      'port',
      'warning',
      `Poort ${port} is bezet. Draait deze server al, dan is dat goed; stop anders het andere programma, of zet PORT anders.`,
      `The port ${port} is taken. If this server runs already, that is right; else end the other program, or set another PORT.`,
    );
  }
  return finding(
    'port',
    'problem',
    `Poort ${port} kan niet gebruikt worden (${reason}). Zet PORT anders; onder 1024 zijn rechten nodig.`,
    `The port ${port} cannot be used (${reason}). Set another PORT; below 1024 rights are needed.`,
  );
}

function entriesOf(directory: string) {
  return readdirSync(directory).flatMap((name) => {
    const found = statSync(join(directory, name), { throwIfNoEntry: false });
    return found ? [{ name, mode: found.mode, changedAt: found.mtimeMs }] : [];
  });
}

function isOurs(name: string): boolean {
  return /\.sqlite(-wal|-shm)?$|^(files|uploads|releases)$|-key$|^erasures\.jsonl$/.test(name);
}

/** The folder, or the nearest above it that is there. */
function nearest(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) ? path : nearest(dirname(path));
}
