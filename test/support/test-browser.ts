interface Cookie {
  readonly value: string;
  readonly path: string;
  readonly sameSite: string;
}

/** Where a browser is after all redirects. */
export interface Arrival {
  readonly url: string;
  readonly status: number;
  /** Every `Set-Cookie` line on the way. */
  readonly cookieLines: readonly string[];
}

const MOST_REDIRECTS = 15;

/** A browser as far as redirects and cookies go: by host and path, and those of `SameSite=Strict` only where no other site led there. */
export class TestBrowser {
  private readonly jar = new Map<string, Map<string, Cookie>>();

  /** Follows an address through its redirects; an address that `isEnd` knows is where it stops, unasked. */
  async go(address: string, isEnd: (url: URL) => boolean = () => false): Promise<Arrival> {
    let url = new URL(address);
    const cookieLines: string[] = [];
    for (let step = 0; step < MOST_REDIRECTS; step++) {
      if (isEnd(url)) return { url: url.href, status: 0, cookieLines };
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { Cookie: this.cookiesFor(url, true), 'User-Agent': 'Firefox/140 Windows' },
      });
      await response.arrayBuffer();
      cookieLines.push(...response.headers.getSetCookie());
      this.keep(url, response);
      const location = response.headers.get('location');
      if (location === null) return { url: url.href, status: response.status, cookieLines };
      url = new URL(location, url);
    }
    throw new Error(`Too many redirects, the last to ${url.href}`);
  }

  /** Asks the desk's API as its page does. */
  async ask(deskUrl: string, path: string, body?: unknown) {
    const url = new URL(`${deskUrl}/desk/api${path}`);
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Cookie: this.cookiesFor(url, false),
        'Content-Type': 'application/json',
        'X-Desk': '1',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.keep(url, response);
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  /** Forgets the cookies of a host, as a browser that was closed. */
  forget(address: string): void {
    this.jar.delete(new URL(address).host);
  }

  /** Takes what belongs to a host along to another: a server that was started again on another port. */
  move(from: string, to: string): void {
    const cookies = this.jar.get(from);
    if (cookies) this.jar.set(to, cookies);
  }

  private cookiesFor(url: URL, isFromElsewhere: boolean): string {
    const cookies = [...(this.jar.get(url.host) ?? [])];
    return cookies
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .filter(([, { sameSite }]) => !(isFromElsewhere && sameSite === 'strict'))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  private keep(url: URL, response: Response): void {
    const own = this.jar.get(url.host) ?? new Map<string, Cookie>();
    this.jar.set(url.host, own);
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split('; ');
      const attributes = new Map(
        rest.map((part) => [part.split('=')[0]?.toLowerCase(), part.split('=')[1] ?? '']),
      );
      const name = pair.slice(0, pair.indexOf('='));
      const isOver = Date.parse(attributes.get('expires') ?? '') < Date.now();
      if (isOver) own.delete(name);
      else
        own.set(name, {
          value: pair.slice(pair.indexOf('=') + 1),
          path: attributes.get('path') ?? '/',
          sameSite: (attributes.get('samesite') ?? '').toLowerCase(),
        });
    }
  }
}
