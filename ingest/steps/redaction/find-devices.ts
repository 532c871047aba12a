import { type Finding, patternFinder } from './finding.js';

const IPV4 =
  /(?<![\p{L}\d.,:/_-])\d{1,3}(?:\.\d{1,3}){3}(?:(?<!:\d{1,5}):\d{2,5}(?!\d))?(?![\p{L}\d_]|[.,:-]\d)/dgu;
const IPV6 = /(?<![\p{L}\d:.])[23][\da-f]{3}:(?:[\da-f]{0,4}:){1,6}[\da-f]{0,4}(?![\p{L}\d:])/dgiu;
const MAC =
  /(?<![\p{L}\d:.-])(?:[\da-f]{2}([:-])(?:[\da-f]{2}\1){4}[\da-f]{2}|[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4})(?![\p{L}\d:-]|\.\d)/dgiu;

/** Name servers that everybody is told to use. */
const PUBLIC_SERVERS =
  /^(?:8\.8\.[48]\.[48]|1\.[01]\.[01]\.[1-3]|9\.9\.9\.\d+|149\.112\.112\.\d+|208\.67\.22[02]\.22[02]|94\.140\.1[45]\.1[456]|4\.2\.2\.[1-6]|2001:4860:4860:.*|2606:4700:470[0-9]:.*|2620:(?:fe|119):.*)$/i;
/** What stands before four numbers that are a version, … */
const VERSION =
  /(?:\bv(?=[ .]?$)|(?:\bversi(?:e|on)s?|firmware|\bfw|build|release|update|software|\bapp|driver)\b[^\n.,;]{0,20}$)/i;
/** … and before the addresses of servers. */
const SERVER = /(?:dns|name ?server|naamserver|subnet(?:mask)?|netmask|gateway)[^\n;]{0,50}$/i;
const SAYS_ADDRESS = /\bip(?:v4)?(?:[- ]?(?:adres|address|adresse|nummer))?[^\n;]{0,40}$/i;
/** Of a version seldom two numbers are so big. */
const BIG = 20;
const BEFORE = 60;

/** Addresses of a line and of a device: public IP addresses and MAC addresses. Private ranges name nobody. */
export function findDevices(text: string): Finding[] {
  if (!/\d\.\d|[\da-f]{2}[.:-][\da-f]{1,4}[.:-]/i.test(text)) return [];
  const beside = ({ start, end }: Finding) => ({
    written: text.slice(start, end),
    before: text.slice(Math.max(0, start - BEFORE), start),
  });
  return [
    ...patternFinder(
      'ipAddress',
      IPV4,
      isPublic,
    )(text).filter((finding) => {
      const { written, before } = beside(finding);
      const isAddress =
        written
          .replace(/:\d+$/, '')
          .split('.')
          .filter((part) => Number(part) >= BIG).length >= 2;
      const isThing = VERSION.test(before) || SERVER.test(before);
      return !isThing && (isAddress || SAYS_ADDRESS.test(before));
    }),
    ...patternFinder('ipAddress', IPV6, (found) => !PUBLIC_SERVERS.test(found))(text),
    ...patternFinder('macAddress', MAC, isOfADevice)(text),
  ];
}

/** No private, shared, loopback, link-local or multicast range (RFC 1918, 6598, 1122, 3927, 5771), no known server. */
function isPublic(found: string): boolean {
  const written = found.replace(/:\d+$/, '');
  const [first = 0, second = 0, ...rest] = written.split('.').map(Number);
  if ([first, second, ...rest].some((part) => part > 255) || first === 0 || first >= 224) return false;
  const isReserved =
    first === 10 ||
    first === 127 ||
    (first === 192 && second === 168) ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second <= 127);
  return !isReserved && !PUBLIC_SERVERS.test(written);
}

/** Not one of those that manuals show: all signs alike, or counting up. */
function isOfADevice(written: string): boolean {
  const signs = written.replace(/[^\da-f]/gi, '').toLowerCase();
  const pairs = new Set(signs.match(/../g));
  const isExample =
    /^(?:001122334455|aabbccddeeff|0123456789ab|123456789abc|112233445566|ffeeddccbbaa)$/.test(signs);
  return pairs.size > 1 && !isExample;
}
