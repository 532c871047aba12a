/** One event of a stream, as it goes over the wire (HTML standard, §9.2). */
export function eventText(event: string, content: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(content)}\n\n`;
}
