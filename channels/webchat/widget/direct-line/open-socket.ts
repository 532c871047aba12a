/** A socket on its way; null where the page allows none. */
export function openSocket(url: string): WebSocket | null {
  try {
    return new WebSocket(url);
  } catch {
    return null; // the page's security policy may forbid it
  }
}
