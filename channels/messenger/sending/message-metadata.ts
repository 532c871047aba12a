const PREFIX = 'm:';

/** What a message carries as its `metadata`, so that its echo tells which of ours it is. */
export function metadataOf(activityId: string): string {
  return `${PREFIX}${activityId}`;
}

/** The id of the activity that was sent with this `metadata`; null where it is not ours. */
export function activityIdFrom(metadata: string | undefined): string | null {
  return metadata?.startsWith(PREFIX) && metadata.length > PREFIX.length
    ? metadata.slice(PREFIX.length)
    : null;
}
