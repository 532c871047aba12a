import { type Agent, request } from 'node:http';

/** What our Direct Line server and its token door answer, as far as a customer needs it. */
export interface DirectLineReply {
  readonly id: string;
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
}

export type PostDirectLine = (url: string, body: unknown, token?: string) => Promise<DirectLineReply>;

/** Posts as a browser does. */
export const postDirectLine: PostDirectLine = async (url, body, token) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: headersOf(token),
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as DirectLineReply;
};

/** The same by an agent that has a network address of its own. */
export function postDirectLineBy(agent: Agent): PostDirectLine {
  return (url, body, token) =>
    new Promise((resolve, reject) => {
      const posting = request(url, { agent, method: 'POST', headers: headersOf(token) }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          const { statusCode = 0 } = response;
          if (statusCode < 300) resolve(JSON.parse(text) as DirectLineReply);
          else reject(new Error(`${url} answered ${statusCode}: ${text}`));
        });
        response.on('error', reject);
      });
      posting.on('error', reject);
      posting.end(JSON.stringify(body));
    });
}

function headersOf(token: string | undefined): Record<string, string> {
  return { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
}
