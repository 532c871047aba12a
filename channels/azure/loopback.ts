/** Names and addresses by which a machine reaches itself. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|::ffff:127(\.\d{1,3}){3})$/i;

/** Whether the address of a socket is of this machine. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && LOOPBACK.test(address);
}

/** Whether a Host header names this machine; a name of somebody else may lead here as well ("DNS rebinding"). */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^[\w.:[\]]+$/.test(host) && isLoopbackUrl(`http://${host}`);
}

/** Whether a URL leads to this machine, by http or https. */
export function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && LOOPBACK.test(hostname);
}
