/** The id that the activity at a place of a message has (0 = first): stable, so that a repeat can be told. */
export function partId(messageId: string, place: number): string {
  return place === 0 ? messageId : `${messageId}#${place + 1}`;
}

/** Message and place of a `partId`. */
export function readPartId(id: string): { readonly messageId: string; readonly place: number } {
  const [messageId = '', number] = id.split('#');
  return { messageId, place: number === undefined ? 0 : Number(number) - 1 };
}
