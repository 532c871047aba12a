/** Emoji by the names that Discourse, Slack and GitHub write between colons; those that people use in replies. */
const EMOJI: Readonly<Record<string, string>> = {
  smile: '😄',
  smiley: '😃',
  grinning: '😀',
  grin: '😁',
  laughing: '😆',
  sweat_smile: '😅',
  joy: '😂',
  rofl: '🤣',
  slight_smile: '🙂',
  slightly_smiling_face: '🙂',
  upside_down_face: '🙃',
  wink: '😉',
  blush: '😊',
  innocent: '😇',
  heart_eyes: '😍',
  kissing_heart: '😘',
  yum: '😋',
  stuck_out_tongue: '😛',
  stuck_out_tongue_winking_eye: '😜',
  sunglasses: '😎',
  thinking: '🤔',
  thinking_face: '🤔',
  neutral_face: '😐',
  expressionless: '😑',
  smirk: '😏',
  unamused: '😒',
  roll_eyes: '🙄',
  grimacing: '😬',
  relieved: '😌',
  pensive: '😔',
  sleeping: '😴',
  confused: '😕',
  worried: '😟',
  frowning: '😦',
  slightly_frowning_face: '🙁',
  open_mouth: '😮',
  astonished: '😲',
  flushed: '😳',
  cry: '😢',
  sob: '😭',
  scream: '😱',
  disappointed: '😞',
  sweat: '😓',
  angry: '😠',
  rage: '😡',
  hugs: '🤗',
  shrug: '🤷',
  man_shrugging: '🤷‍♂️',
  woman_shrugging: '🤷‍♀️',
  facepalm: '🤦',
  man_facepalming: '🤦‍♂️',
  exploding_head: '🤯',
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  ok_hand: '👌',
  clap: '👏',
  wave: '👋',
  raised_hands: '🙌',
  pray: '🙏',
  muscle: '💪',
  point_up: '☝️',
  point_down: '👇',
  point_right: '👉',
  point_left: '👈',
  point_up_2: '👆',
  crossed_fingers: '🤞',
  handshake: '🤝',
  fist: '✊',
  v: '✌️',
  heart: '❤️',
  green_heart: '💚',
  blue_heart: '💙',
  yellow_heart: '💛',
  broken_heart: '💔',
  fire: '🔥',
  star: '⭐',
  star2: '🌟',
  sparkles: '✨',
  tada: '🎉',
  trophy: '🏆',
  gift: '🎁',
  rocket: '🚀',
  eyes: '👀',
  warning: '⚠️',
  exclamation: '❗',
  question: '❓',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  no_entry: '⛔',
  information_source: 'ℹ️',
  bulb: '💡',
  hammer: '🔨',
  wrench: '🔧',
  gear: '⚙️',
  lock: '🔒',
  unlock: '🔓',
  key: '🔑',
  bug: '🐛',
  phone: '☎️',
  iphone: '📱',
  computer: '💻',
  tv: '📺',
  battery: '🔋',
  electric_plug: '🔌',
  satellite: '📡',
  signal_strength: '📶',
  camera: '📷',
  email: '✉️',
  envelope: '✉️',
  link: '🔗',
  pushpin: '📌',
  memo: '📝',
  book: '📖',
  clock: '🕐',
  hourglass: '⌛',
  coffee: '☕',
  beer: '🍺',
  cake: '🎂',
  arrow_up: '⬆️',
  arrow_down: '⬇️',
  arrow_right: '➡️',
  arrow_left: '⬅️',
  sun: '☀️',
  sunny: '☀️',
  speech_balloon: '💬',
  robot: '🤖',
  see_no_evil: '🙈',
  zap: '⚡',
  euro: '💶',
  moneybag: '💰',
  one: '1️⃣',
  two: '2️⃣',
  three: '3️⃣',
  four: '4️⃣',
  five: '5️⃣',
  six: '6️⃣',
  seven: '7️⃣',
  eight: '8️⃣',
  nine: '9️⃣',
};

/** `:smile:` and, with a colour of skin, `:wave:t3:` or `:wave:skin-tone-3:`. */
const WHOLE = /^:([a-z\d_+-]{1,40}):(?:(?:t[1-6]|skin-tone-[1-6]):)?$/i;
const WITHIN =
  /(?<![\p{L}\p{N}:]):([a-z+-][a-z\d_+-]{0,39}):(?:(?:t[1-6]|skin-tone-[1-6]):)?(?![\p{L}\p{N}:])/giu;

/** What an emoji picture with this text stands for: its sign; nothing where the name is not known; other texts stay. */
export function emojiOf(text: string): string {
  const name = WHOLE.exec(text.trim())?.[1];
  return name === undefined ? text : (signOf(name) ?? '');
}

/** A text with the names that are known as their signs; the others may be words and stay. */
export function withEmoji(text: string): string {
  if (!text.includes(':')) return text;
  return text.replace(WITHIN, (written, name: string) => signOf(name) ?? written);
}

/** What is left between colons when the known ones are signs: a name that no page here can show. */
const UNKNOWN = /(?<![\p{L}\p{N}:/\\]) ?:(?:[a-z][a-z\d]*(?:\\?[_+-][a-z\d]+)*|[+-]1):(?![\p{L}\p{N}/])/giu;

/** A text without emoji names: those that are known as their signs, others gone. Markdown may have escaped an underscore. */
export function withoutEmojiCodes(text: string): string {
  if (!/:[a-z+-]/i.test(text)) return text;
  // Names in a row share their colons' neighbours, so they are parted first.
  const parted = text.replace(/(:[a-z+-][a-z\d_\\+-]{0,40}:)(?=:[a-z+-])/giu, '$1 ');
  return withEmoji(parted.replace(/(?<=:[a-z\d+-]{0,40})\\_(?=[a-z\d_\\+-]{0,40}:)/giu, '_')).replace(
    UNKNOWN,
    '',
  );
}

function signOf(name: string): string | undefined {
  const known = name.toLowerCase();
  return Object.hasOwn(EMOJI, known) ? EMOJI[known] : undefined;
}
