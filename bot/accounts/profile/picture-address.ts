/** Where the picture of an id is served, below the address of the server. */
export function addressOfPicture(id: string): string {
  return `/api/agent-pictures/${id}`;
}
