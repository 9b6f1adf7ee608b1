import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const CLOSED: ReadonlySet<string> = new Set(['12-25', '01-01']);

/** Minutes after midnight on the clinic's clock. */
export function clock(time: `${number}:${number}`): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * The calendar of one clinic around the moment the data are loaded. A day is a whole number counted from
 * today: 0 is today in the clinic's zone, -1 yesterday.
 */
export class DemoCalendar {
  private readonly today: Temporal.PlainDate;
  private readonly todayFromEpoch: number;
  private readonly offsets = new Map<number, number>();

  constructor(
    readonly zone: string,
    readonly now: Date,
  ) {
    const moment = Temporal.Instant.fromEpochMilliseconds(now.getTime());
    this.today = moment.toZonedDateTimeISO(zone).toPlainDate();
    this.todayFromEpoch = Temporal.PlainDate.from('1970-01-01').until(this.today).days;
  }

  /** `YYYY-MM-DD`. */
  date(day: number): string {
    return new Date((this.todayFromEpoch + day) * DAY_MS).toISOString().slice(0, 10);
  }

  /** The day a calendar date is, as `date` reads back. */
  dayOf(date: string): number {
    return Math.round(Date.parse(date) / DAY_MS) - this.todayFromEpoch;
  }

  yearOf(day: number): number {
    return Number(this.date(day).slice(0, 4));
  }

  /**
   * The moment at which the clinic's clock shows so many minutes after midnight. Clocks change at night: for
   * the hours of people who are awake, 03:00 and later, the offset of noon holds all day.
   */
  at(day: number, minutes: number): Date {
    const midnight = (this.todayFromEpoch + day) * DAY_MS;
    return new Date(midnight + Math.round(minutes) * MINUTE_MS - this.offset(day));
  }

  /**
   * As `at` for something that already happened today. What would still lie ahead when the data are loaded early
   * happened in the minute that has just begun, in the order of the minutes.
   */
  thisMorning(minutes: number): Date {
    const told = this.at(0, minutes);
    if (told <= this.now) return told;
    const intoTheMinute = this.now.getTime() % MINUTE_MS;
    const shareOfDay = (minutes * MINUTE_MS) / DAY_MS;
    return new Date(this.now.getTime() - Math.round((1 - shareOfDay) * intoTheMinute));
  }

  /** Monday to Friday, but for the two days on which every clinic is closed. */
  isWorkday(day: number): boolean {
    if (CLOSED.has(this.date(day).slice(5))) return false;
    const weekday = (((this.todayFromEpoch + day + 4) % 7) + 7) % 7;
    return weekday !== 0 && weekday !== 6;
  }

  /** That day, or the first working day after it. */
  workdayFrom(day: number): number {
    let workday = day;
    while (!this.isWorkday(workday)) workday += 1;
    return workday;
  }

  /** That day, the Friday before a Saturday, or the Monday after a Sunday. */
  workdayNear(day: number): number {
    return this.isWorkday(day) || !this.isWorkday(day - 1) ? this.workdayFrom(day) : day - 1;
  }

  lastWorkdayBefore(day: number): number {
    let workday = day - 1;
    while (!this.isWorkday(workday)) workday -= 1;
    return workday;
  }

  private offset(day: number): number {
    const known = this.offsets.get(day);
    if (known !== undefined) return known;
    const noon = this.today
      .add({ days: day })
      .toZonedDateTime({ timeZone: this.zone, plainTime: Temporal.PlainTime.from('12:00') });
    const offset = noon.offsetNanoseconds / 1e6;
    this.offsets.set(day, offset);
    return offset;
  }
}

export function minutesLater(at: Date, minutes: number): Date {
  return new Date(at.getTime() + Math.round(minutes) * MINUTE_MS);
}
