import { SMTPServer } from 'smtp-server';

/** A mail as the server was given it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole message, headers and all. */
  readonly raw: string;
  /** The words of its plain part, decoded. */
  readonly text: string;
  readonly html: string;
  /** Lines of the head, unfolded, in lower case before the colon. */
  readonly headers: ReadonlyMap<string, string>;
}

export interface SmtpInbox {
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** Answers the next mails with this code of SMTP; null for taking them. */
  refuseWith(code: number | null): void;
  /** Does something once, while the sender of the next mail waits for an answer. */
  whileTaking(act: () => Promise<unknown>): void;
  close(): Promise<void>;
}

/** A real mail server on this machine. */
export async function openSmtpInbox(): Promise<SmtpInbox> {
  const mails: ReceivedMail[] = [];
  let refusal: number | null = null;
  let meanwhile: (() => Promise<unknown>) | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const act = meanwhile;
        meanwhile = null;
        await act?.();
        if (refusal !== null) return done(Object.assign(new Error('not now'), { responseCode: refusal }));
        const { mailFrom, rcptTo } = session.envelope;
        const raw = Buffer.concat(chunks).toString('utf8');
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw,
          ...partsOf(raw),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseWith: (code) => {
      refusal = code;
    },
    whileTaking: (act) => {
      meanwhile = act;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function partsOf(raw: string): Pick<ReceivedMail, 'text' | 'html' | 'headers'> {
  const [head = ''] = raw.split('\r\n\r\n');
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':');
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const parts = raw.split(`--${boundary}`);
  const part = (type: string) => {
    const found = parts.find((piece) => piece.includes(`Content-Type: ${type}`)) ?? '';
    const [partHead = '', ...body] = found.split('\r\n\r\n');
    const encoded = body.join('\r\n\r\n');
    if (/Content-Transfer-Encoding: base64/i.test(partHead))
      return Buffer.from(encoded, 'base64').toString('utf8');
    if (!/quoted-printable/i.test(partHead)) return encoded;
    const bytes = encoded
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  };
  return { text: part('text/plain').replace(/\r\n/g, '\n'), html: part('text/html'), headers };
}
