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
  /** Refuses every letter from now on. */
  refuse(): void;
  stop(): Promise<void>;
}

export async function startMailCatcher(): Promise<MailCatcher> {
  const letters: CaughtLetter[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      text(stream).then(
        (raw) => {
          if (!refusing) letters.push({ to, raw });
          done(refusing ? new Error('no') : null);
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
    refuse: () => void (refusing = true),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
