import { Clock } from '../src/http/clock.js';

/** A clock that stands until it is moved. */
export class FixedClock extends Clock {
  private moment: number;

  constructor(start: string) {
    super();
    this.moment = Date.parse(start);
  }

  now(): Date {
    return new Date(this.moment);
  }

  /** Moves on, or back with a negative number. */
  advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }): void {
    this.moment += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
  }

  set(moment: string): void {
    this.moment = Date.parse(moment);
  }
}
