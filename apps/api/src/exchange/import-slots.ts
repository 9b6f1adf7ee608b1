import { Injectable } from '@nestjs/common';
import { DomainError } from '../http/domain-error.js';

/** Each holds a connection of the pool for as long as it takes, so there are few at once in a process. */
const mostAtOnce = 2;

/** How many imports, dry runs and uploads a process works on at the same time. */
@Injectable()
export class ImportSlots {
  private taken = 0;

  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken === mostAtOnce)
      throw new DomainError('unavailable', {
        detail: 'Other imports are under way.',
        extra: { retryAfterSeconds: 10 },
      });
    this.taken += 1;
    try {
      return await work();
    } finally {
      this.taken -= 1;
    }
  }
}
