import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { newToken } from '../access/sign-in-cookie.js';
import { DomainError } from '../http/domain-error.js';
import { normalPassword } from './password-rules.js';

/** argon2id, 19 MiB, two passes: OWASP's first choice for password storage (2023). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** More at once would take the processor from everybody else's requests. */
const atOnce = 2;
const mostWaiting = 50;

/** Makes and checks what is stored of passwords; never more than two at a time. */
@Injectable()
export class Passwords implements OnModuleInit {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy = '';

  async onModuleInit(): Promise<void> {
    this.dummy = await this.hash(newToken());
  }

  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalPassword(password), cost));
  }

  /** Whether the password is right. An account without one takes as long to be wrong as any other. */
  async isRight(password: string, stored: string | null): Promise<boolean> {
    const right = await this.inTurn(() => verify(stored ?? this.dummy, normalPassword(password)));
    return right && stored !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) {
      if (this.waiting.length >= mostWaiting)
        throw new DomainError('unavailable', { extra: { retryAfterSeconds: 5 } });
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes over this turn; the count stays.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
