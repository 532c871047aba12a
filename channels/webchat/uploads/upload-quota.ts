import { BoundedMap } from '../../../index/platform/bounded-map.js';
import type { Clock } from '../../../index/platform/clock.js';
import { channelErrors } from '../../errors.js';
import type { ChannelSettings } from '../../settings.js';

/** Room that was promised to one upload. */
interface Reservation {
  /** The upload has ended: only what was kept counts from now on. Once. */
  settle(keptBytes: number): void;
}

/** How many bytes of files are taken from one address in a day; of a conversation and in all the files themselves keep count. */
export interface UploadQuota {
  /**
   * Promises room to an upload before its first byte is read.
   * @param address as it is counted; see `addressOf`
   * @throws UPLOADS_USED_UP
   */
  reserve(bytes: number, address: string): Reservation;
}

type UploadLimits = Pick<ChannelSettings, 'WEBCHAT_UPLOAD_ADDRESS_MB'>;

const MEGABYTE = 1_024 * 1_024;
const DAY_MS = 86_400_000;
/** Senders whose bytes are remembered; the total holds whoever they are. */
const REMEMBERED = 10_000;

/** Keeps count in memory: a restart forgets who sent what, and never how much there is. */
export function createUploadQuota(limits: UploadLimits, clock: Clock): UploadQuota {
  const ofAddress = createCounter(DAY_MS, clock);
  const setting = 'WEBCHAT_UPLOAD_ADDRESS_MB';
  return {
    reserve(bytes, address) {
      if (ofAddress.sum(address) + bytes > limits[setting] * MEGABYTE) {
        throw channelErrors.UPLOADS_USED_UP({ of: 'address', megabytes: limits[setting], setting });
      }
      ofAddress.add(address, bytes);
      return { settle: (keptBytes) => ofAddress.add(address, keptBytes - bytes) };
    },
  };
}

/** Sums by key, each for a time that begins with its first addition. */
function createCounter(windowMs: number, clock: Clock) {
  const sums = new BoundedMap<string, { bytes: number; readonly endsAt: number }>(REMEMBERED);

  function current(key: string) {
    const sum = sums.get(key);
    return sum && sum.endsAt > clock.now().getTime() ? sum : undefined;
  }

  return {
    sum: (key: string) => current(key)?.bytes ?? 0,
    add(key: string, bytes: number): void {
      const sum = current(key);
      if (sum) {
        sum.bytes = Math.max(0, sum.bytes + bytes);
        return;
      }
      sums.delete(key);
      if (bytes > 0) sums.set(key, { bytes, endsAt: clock.now().getTime() + windowMs });
    },
  };
}
