/** Licence of a Stack Exchange post by when it was written, as stackoverflow.com/help/licensing gives it. */
export function licenceByDate(createdAt: string | null): string {
  if (createdAt === null) return 'CC BY-SA';
  if (createdAt < '2011-04-08') return 'CC BY-SA 2.5';
  return createdAt < '2018-05-02' ? 'CC BY-SA 3.0' : 'CC BY-SA 4.0';
}
