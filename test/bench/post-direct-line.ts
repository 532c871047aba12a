/** What our Direct Line server and its token door answer, as far as a customer needs it. */
export interface DirectLineReply {
  readonly id: string;
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
}

/** Posts as a browser does. */
export async function postDirectLine(url: string, body: unknown, token?: string): Promise<DirectLineReply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as DirectLineReply;
}
