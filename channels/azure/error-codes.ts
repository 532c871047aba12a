/** Deepest nesting that is looked into; Teams hides its code in JSON within JSON. */
const DEEPEST = 4;

/**
 * The codes in an error of the Bot Connector service, outermost first. Known forms:
 * `{"error":{"code":"ConversationNotFound","message":"…"}}` and, from Teams,
 * `{"errorCode":209,"message":"{ \"subCode\": \"MessageWritesBlocked\", …}"}`.
 * Only single words and numbers are returned: messages may repeat what a customer said.
 */
export function errorCodes(body: unknown, depth = 0): readonly string[] {
  const parsed = typeof body === 'string' ? parseJson(body) : body;
  if (typeof parsed !== 'object' || parsed === null || depth > DEEPEST) return [];
  const { error, message, ...fields } = parsed as Readonly<Record<string, unknown>>;
  const own = ['code', 'errorCode', 'subCode', 'error_subcode'].map((name) => fields[name]).filter(isCode);
  return [
    ...new Set([...own.map(String), ...errorCodes(error, depth + 1), ...errorCodes(message, depth + 1)]),
  ];
}

function isCode(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && /^[\w.-]{1,60}$/.test(value));
}

function parseJson(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
