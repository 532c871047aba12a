/** The channel's ids of the activities that a message became, from its JSON; none for a message that was not sent. */
export function parseIds(json: string | null): readonly string[] {
  return json === null ? [] : (JSON.parse(json) as string[]);
}
