import { BoundedMap } from '../../../index/platform/bounded-map.js';
import type { Clock } from '../../../index/platform/clock.js';
import { channelErrors } from '../../errors.js';
import type { ChannelSettings } from '../../settings.js';

/** Who sends files. */
export interface UploadSender {
  readonly conversationId: string;
  /** As it is counted; see `addressOf`. */
  readonly address: string;
}

/** Room that was promised to one upload. */
interface Reservation {
  /** The upload has ended: only what was kept counts from now on. Once. */
  settle(keptBytes: number): void;
}

/** How many bytes of files are taken: of a conversation, of an address in a day, and in all. */
export interface UploadQuota {
  /**
   * Promises room to an upload before its first byte is read.
   * @throws UPLOADS_USED_UP, STORAGE_SHORT
   */
  reserve(bytes: number, sender: UploadSender): Reservation;
  /** Tells how many bytes of files there are; what is being received does not count. */
  setKept(bytes: number): void;
  /** Bytes that were promised and have not been settled. */
  reserved(): number;
}

type UploadLimits = Pick<
  ChannelSettings,
  | 'WEBCHAT_UPLOAD_TOTAL_MB'
  | 'WEBCHAT_UPLOAD_CONVERSATION_MB'
  | 'WEBCHAT_UPLOAD_ADDRESS_MB'
  | 'WEBCHAT_UPLOAD_DAYS'
>;

const MEGABYTE = 1_024 * 1_024;
const DAY_MS = 86_400_000;
/** Senders whose bytes are remembered; the total holds whoever they are. */
const REMEMBERED = 10_000;

/** Keeps count in memory: a restart forgets who sent what, and never how much there is in all. */
export function createUploadQuota(limits: UploadLimits, clock: Clock): UploadQuota {
  const ofConversation = createCounter(limits.WEBCHAT_UPLOAD_DAYS * DAY_MS, clock);
  const ofAddress = createCounter(DAY_MS, clock);
  const total = limits.WEBCHAT_UPLOAD_TOTAL_MB * MEGABYTE;
  let kept = 0;
  let reserved = 0;

  function refuse(of: string, setting: 'WEBCHAT_UPLOAD_CONVERSATION_MB' | 'WEBCHAT_UPLOAD_ADDRESS_MB') {
    return channelErrors.UPLOADS_USED_UP({ of, megabytes: limits[setting], setting });
  }

  return {
    reserve(bytes, { conversationId, address }) {
      if (ofConversation.sum(conversationId) + bytes > limits.WEBCHAT_UPLOAD_CONVERSATION_MB * MEGABYTE) {
        throw refuse('conversation', 'WEBCHAT_UPLOAD_CONVERSATION_MB');
      }
      if (ofAddress.sum(address) + bytes > limits.WEBCHAT_UPLOAD_ADDRESS_MB * MEGABYTE) {
        throw refuse('address', 'WEBCHAT_UPLOAD_ADDRESS_MB');
      }
      if (kept + reserved + bytes > total) throw channelErrors.STORAGE_SHORT({});
      reserved += bytes;
      ofConversation.add(conversationId, bytes);
      ofAddress.add(address, bytes);
      return {
        settle(keptBytes) {
          reserved -= bytes;
          kept += keptBytes;
          ofConversation.add(conversationId, keptBytes - bytes);
          ofAddress.add(address, keptBytes - bytes);
        },
      };
    },
    setKept(bytes) {
      kept = bytes;
    },
    reserved: () => reserved,
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
