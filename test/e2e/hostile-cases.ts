/** Stands in everything that customers say here, and so must not be in the log. */
export const MARK = 'geheim-woord-van-de-klant';

/** Bodies that are no activity. */
export const UNREADABLE: readonly (readonly [string, string])[] = [
  ['cut off', '{"type":"message","text":'],
  ['empty', ''],
  ['null', 'null'],
  ['a list', '[{"type":"message","text":"x"}]'],
  ['a text', '"message"'],
  ['a number', '42'],
  ['not JSON at all', '<activity/>'],
  ['without type', '{"text":"x"}'],
  ['of a numeric type', '{"type":1,"text":"x"}'],
  ['of an unknown type', '{"type":"nonsense","name":"x"}'],
  ['of a type for channels only', '{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}'],
  ['with an object as text', '{"type":"message","text":{"toString":"x"}}'],
  ['with a list as text', '{"type":"message","text":["x"]}'],
  ['with a number as text', '{"type":"message","text":7}'],
  ['with an object as name', '{"type":"event","name":{}}'],
  ['with a number as locale', '{"type":"message","text":"x","locale":31}'],
  ['with a text as sender', '{"type":"message","text":"x","from":"bot"}'],
  ['with an object as attachments', '{"type":"message","attachments":{"length":1}}'],
  ['with null as attachment', '{"type":"message","attachments":[null]}'],
  [
    'with a script as link',
    '{"type":"message","attachments":[{"contentType":"text/html","contentUrl":"javascript:alert(1)"}]}',
  ],
  [
    'with a page in a link',
    '{"type":"message","attachments":[{"contentType":"text/html","contentUrl":"data:text/html,<script>"}]}',
  ],
  [
    'with too many attachments',
    JSON.stringify({ type: 'message', attachments: Array(11).fill({ contentType: 'image/png' }) }),
  ],
  ['nested too deeply', `{"type":"message","text":"x","value":${nested(100_000)}}`],
];

/** Fields of activities that are of the right form and make no sense. */
export const STRANGE: readonly (readonly [string, object])[] = [
  ['an unknown action', { value: { action: 'drop-tables', turnId: 'x' } }],
  ['an action without its fields', { value: { action: 'pick-item' } }],
  ['an item that is not there', { value: { action: 'pick-item', turnId: 'x', itemId: '__proto__' } }],
  ['a turn of somebody else', { value: { action: 'feedback', turnId: '1 OR 1=1', isHelpful: false } }],
  ['a list as value', { value: [1, [2, [3]]] }],
  ['null everywhere', { value: null, channelData: null, entities: null, attachments: null, locale: null }],
  ['wrong forms', { entities: 'x', suggestedActions: 7, membersAdded: {}, recipient: [], conversation: 5 }],
  ['times that are none', { timestamp: {}, localTimestamp: 'yesterday', expiration: [] }],
  ['500 choices', { suggestedActions: { actions: Array(500).fill({ title: 'x' }) } }],
  ['a long list', { value: Array(4_000).fill(0) }],
  ['code', { text: `${MARK} <script>alert(1)</script> '; DROP TABLE messages; -- \${7*7} {{7*7}}` }],
  ['control characters', { text: `${MARK} \u0000\u001b[2J\u202e\ud800` }],
  ['a pile of diacritics', { text: `${MARK} ${'e\u0301\u0302'.repeat(500)}` }],
  ['a pattern that is slow to match', { text: `${'a '.repeat(1_500)}!` }],
  ['open brackets', { text: '[('.repeat(1_900) }],
];

/** Fields of activities that are larger than what anybody would read. */
export const LARGE: readonly (readonly [string, object])[] = [
  ['10,000 choices', { suggestedActions: { actions: Array(10_000).fill({ title: 'x' }) } }],
  ['a very long list', { value: Array(50_000).fill(0) }],
  ['channelData of 200 kB', { channelData: { pad: 'y'.repeat(200_000) } }],
];

/** Paths to files that are nobody's business. */
export const PATHS: readonly string[] = [
  '/../package.json',
  '/..%2f..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/conversations.sqlite',
  '/en/..%5c..%5c..%5cpackage.json',
  '/en/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/.env',
  '/%00',
  '/index.html%00.png',
  '/%E0%A4%A',
  '/api/webchat/files/../../conversations.sqlite/x',
  '/api/webchat/files/..%2fconversations.sqlite/x',
  '/api/webchat/files/%2e%2e%2fwebchat-signing-key/x',
  `/api/webchat/files/${'A'.repeat(24)}.png/%2e%2e%2f%2e%2e%2fx`,
  '/api/webchat/files/__proto__/x',
  '/desk/..%2f..%2fpackage.json',
  '/desk/api/../../../package.json',
  '/v3/directline/conversations/..%2f..%2fx/activities',
];

/** Everything of the desk's API that needs a session. */
export const DESK_CALLS = [
  ['GET', '/me'],
  ['GET', '/entries'],
  ['GET', '/changes'],
  ['GET', '/agents'],
  ['GET', '/conversation/x'],
  ['POST', '/conversation/x/claim'],
  ['POST', '/conversation/x/reply'],
  ['POST', '/conversation/x/draft'],
  ['POST', '/conversation/x/close'],
  ['POST', '/conversation/x/give-back'],
  ['POST', '/invitations'],
  ['POST', '/sign-out'],
] as const;

/** Cookies that somebody made up. */
export const DESK_COOKIES = [
  '',
  'desk_session=',
  'desk_session=%E0%A4%A',
  `desk_session=${'a'.repeat(10_000)}`,
  "desk_session=' OR 1=1 --",
  'desk_session=__proto__',
  `desk_session=${Buffer.from('administrator').toString('base64url')}`,
];

/** Bytes at the port that are no HTTP. */
export const NO_REQUESTS: readonly (readonly [string, string])[] = [
  ['noise', '\u0001\u0002\u0003\r\n\r\n'],
  ['another protocol', 'EHLO evil.example\r\n'],
  ['a header without end', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(100_000)}\r\n\r\n`],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
];

/** `[[[…]]]`, `depth` times. */
function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}
