const PREFIX = 'user_ref:';

/** The customer behind the `user_ref` of an opt-in (checkbox plugin), who has no page-scoped id yet; undefined for none. */
export function customerOfPlugin(userRef: string | undefined): string | undefined {
  return userRef !== undefined && /^[\w.:-]{1,90}$/.test(userRef) ? `${PREFIX}${userRef}` : undefined;
}

/** The `recipient` of the Send API for a customer, by their page-scoped id or by the reference of a plugin. */
export function recipientOf(customerId: string): { readonly id: string } | { readonly user_ref: string } {
  return customerId.startsWith(PREFIX) ? { user_ref: customerId.slice(PREFIX.length) } : { id: customerId };
}
