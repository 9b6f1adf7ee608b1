import type { DemoCalendar } from './calendar.js';
import type { DayBook } from './day-book.js';
import type { Random } from './random.js';
import type { Phase } from './record-rows.js';

export type Fate = 'given' | 'stopped-early' | 'planned' | 'unsigned' | 'cancelled' | 'no-show';

export interface Visit {
  readonly phase: Phase;
  readonly day: number;
  /** When it was planned for, minutes after midnight. */
  readonly minutes: number;
  readonly fate: Fate;
}

/** Makes the session with that number fall on a day near today, whatever the weekday. */
export interface Anchor {
  readonly sessionNumber: number;
  readonly day: number;
}

export interface Diary {
  readonly calendar: DemoCalendar;
  readonly book: DayBook;
  readonly anchor: Anchor | null;
}

/** Half past eight to half past three, on the half hour. */
function aTimeOfDay(random: Random): number {
  return 30 * random.whole(17, 31);
}

/** Puts visits on the calendar one after the other: workdays, moved ones, and today only where a chair is free. */
export class VisitPlanner {
  private readonly visits: Visit[] = [];
  private readonly minutes: number;
  private slip = 0;
  private slipOf: Phase = 'induction';

  constructor(
    private readonly random: Random,
    private readonly diary: Diary,
  ) {
    this.minutes = aTimeOfDay(random);
  }

  get all(): readonly Visit[] {
    return this.visits;
  }

  get lastDay(): number | null {
    return this.visits.at(-1)?.day ?? null;
  }

  get firstDoseDay(): number | null {
    return this.visits.find(({ fate }) => fate !== 'cancelled' && fate !== 'no-show')?.day ?? null;
  }

  /** Adds a visit on that day or soon after; the later ones move with it. */
  add(phase: Phase, wishedDay: number, sessionNumber: number | null): void {
    const { anchor } = this.diary;
    if (anchor !== null && sessionNumber === anchor.sessionNumber) {
      if (anchor.day === 0) this.diary.book.takesToday();
      this.put(phase, anchor.day, anchor.day < 0 ? 'unsigned' : 'planned');
      this.slip = 0;
      return;
    }
    if (anchor !== null && sessionNumber !== null && sessionNumber < anchor.sessionNumber) {
      // Backwards off a weekend, so that it stays before the anchored one.
      const workday = this.diary.calendar.lastWorkdayBefore(wishedDay + 1);
      this.put(phase, workday, this.fateOn(workday));
      return;
    }
    let day = this.freeDay(this.keptOffWeekends(phase, wishedDay + this.slipIn(phase)));
    if (day < 0 && this.random.chance(0.05)) {
      this.put(phase, day, this.random.chance(0.6) ? 'cancelled' : 'no-show');
      const moved = this.freeDay(day + this.random.whole(1, 4));
      this.slip += Math.min(3, moved - day);
      day = moved;
    }
    this.put(phase, day, this.fateOn(day));
  }

  /** A moved session moves the rest of its series; maintenance is planned from one session to the next anyway. */
  private slipIn(phase: Phase): number {
    if (phase !== this.slipOf) this.slip = 0;
    this.slipOf = phase;
    return phase === 'induction' || phase === 'continuation' ? this.slip : 0;
  }

  /** In the series twice a week a weekend costs a day; later sessions have the whole week to choose from. */
  private keptOffWeekends(phase: Phase, wished: number): number {
    const isFree = phase === 'maintenance' && !this.diary.calendar.isWorkday(wished);
    return isFree ? wished + this.random.whole(1, 4) : wished;
  }

  private put(phase: Phase, day: number, fate: Fate): void {
    this.visits.push({ phase, day, minutes: this.minutes, fate });
  }

  private freeDay(wished: number): number {
    const { calendar, book } = this.diary;
    const after = this.lastDay;
    const near = calendar.workdayNear(wished);
    const day = after === null || near > after ? near : calendar.workdayFrom(after + 1);
    return day === 0 && !book.takesToday() ? calendar.workdayFrom(1) : day;
  }

  private fateOn(day: number): Fate {
    const { calendar, book } = this.diary;
    if (day >= 0) return 'planned';
    const wasLastWorkday = day === calendar.lastWorkdayBefore(0);
    if (wasLastWorkday && this.visits.length > 0 && this.random.chance(0.5) && book.leavesUnsigned()) {
      return 'unsigned';
    }
    return this.random.chance(0.011) ? 'stopped-early' : 'given';
  }
}
