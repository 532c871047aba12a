/** A time of a source as ISO 8601 in UTC; a time without zone counts as UTC; null where it is none. */
export function sourceTime(text: string | null | undefined): string | null {
  if (!text) return null;
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.trim());
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
  const time = new Date(hasZone || isDay ? text.trim() : `${text.trim().replace(' ', 'T')}Z`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
