import { Injectable } from '@nestjs/common';

/** What time it is. Nothing else asks the machine, so that tests can say it. */
export abstract class Clock {
  abstract now(): Date;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
