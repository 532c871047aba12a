import { connect } from 'node:net';

/** What came back for a request, as text. */
export interface RawAnswer {
  readonly status: number;
  /** Where a redirect leads; null where it is none. */
  readonly location: string | null;
  readonly text: string;
}

/** Asks for exactly this path: unlike every HTTP client, a socket makes nothing in it tidy first. */
export async function getPath(url: string, path: string): Promise<RawAnswer> {
  const { host } = new URL(url);
  const answer = await sendBytes(url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
  const location = /^location: (.*)\r$/im.exec(answer)?.[1] ?? null;
  return { status, location, text: answer.slice(answer.indexOf('\r\n\r\n') + 4) };
}

/**
 * Writes bytes to the port; resolves with what came back when the connection has ended, by the other side or, after
 * `isCutOff`, by this one.
 */
export function sendBytes(url: string, bytes: string, { isCutOff = false } = {}): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes, () => isCutOff && socket.destroy());
    });
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    // The other side may reset the connection before it has read everything: that is an end too.
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}
