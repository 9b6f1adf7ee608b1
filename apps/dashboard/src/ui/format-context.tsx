import { createContext, useContext, useMemo, type ReactNode } from 'react';
import * as format from './format';

interface FormatContext extends format.FormatSettings {
  readonly now: () => Date;
}

const Context = createContext<FormatContext>({
  locale: 'en',
  timeZone: 'UTC',
  now: () => new Date(),
});

interface FormatProviderProps extends format.FormatSettings {
  readonly now?: () => Date;
  readonly children: ReactNode;
}

const systemClock = () => new Date();

export function FormatProvider({ locale, timeZone, now = systemClock, children }: FormatProviderProps) {
  const value = useMemo(() => ({ locale, timeZone, now }), [locale, timeZone, now]);
  return <Context value={value}>{children}</Context>;
}

export interface Format extends format.FormatSettings {
  readonly now: () => Date;
  /** The clinic's calendar day, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly day: (day: string) => string;
  readonly dayShort: (day: string) => string;
  readonly nearDay: (day: string) => string;
  /** Moments are ISO strings, as the API gives them. */
  readonly time: (instant: string) => string;
  readonly moment: (instant: string) => string;
  /** "Thu, Nov 26, 1:23 AM": where "until" or "from" stands before it. */
  readonly shortMoment: (instant: string) => string;
  readonly nearMoment: (instant: string) => string;
  readonly dayOf: (instant: string) => string;
  readonly zone: (instant: string) => string;
  readonly number: (value: number, fractionDigits?: number) => string;
  readonly percent: (fraction: number, fractionDigits?: number) => string;
  readonly signed: (change: number) => string;
  readonly duration: (minutes: number) => string;
}

/** Dates and numbers as the clinic writes them, in its zone. */
export function useFormat(): Format {
  const context = useContext(Context);
  return useMemo(() => {
    const { locale, timeZone, now } = context;
    const today = () => format.dayIn(timeZone, now());
    return {
      ...context,
      today,
      day: (day) => format.formatDay(day, locale),
      dayShort: (day) => format.formatDayShort(day, locale),
      nearDay: (day) => format.formatNearDay(day, today(), locale),
      time: (instant) => format.formatTime(new Date(instant), context),
      moment: (instant) => format.formatMoment(new Date(instant), context),
      shortMoment: (instant) => format.formatShortMoment(new Date(instant), context),
      nearMoment: (instant) => format.formatNearMoment(new Date(instant), now(), context),
      dayOf: (instant) => format.dayIn(timeZone, new Date(instant)),
      zone: (instant) => format.formatZone(new Date(instant), context),
      number: (value, fractionDigits) => format.formatNumber(value, locale, fractionDigits),
      percent: (fraction, fractionDigits) => format.formatPercent(fraction, locale, fractionDigits),
      signed: format.formatSigned,
      duration: format.formatDuration,
    };
  }, [context]);
}
