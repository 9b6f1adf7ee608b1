import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface CaughtLetter {
  readonly to: readonly string[];
  /** Headers and text as they came. */
  readonly raw: string;
}

/** A real mail server on loopback that keeps what it is given. */
export interface MailCatcher {
  readonly url: string;
  readonly letters: readonly CaughtLetter[];
  /** Refuses every letter from now on: for now (450), or for good with a code above 500. */
  refuse(code?: number): void;
  /** Takes letters again. */
  accept(): void;
  stop(): Promise<void>;
}

export async function startMailCatcher(): Promise<MailCatcher> {
  const letters: CaughtLetter[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      text(stream).then(
        (raw) => {
          if (refusal === null) letters.push({ to, raw });
          done(refusal === null ? null : Object.assign(new Error('no'), { responseCode: refusal }));
        },
        (error: unknown) => done(error instanceof Error ? error : new Error('unreadable')),
      );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: (code = 450) => void (refusal = code),
    accept: () => void (refusal = null),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
