export interface Period {
  readonly from: string;
  readonly to: string;
}

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The calendar day so many days later; earlier for a negative number. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The days an address names as `from` and `to`; otherwise the last so many up to today. */
export function periodOf(address: URLSearchParams, today: string, days: number): Period {
  const [from, to] = [address.get('from'), address.get('to')];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : { from: daysAfter(today, -days), to: today };
}

/** The address with other days in it. */
export function withPeriod(address: URLSearchParams, { from, to }: Period): URLSearchParams {
  const next = new URLSearchParams(address);
  next.set('from', from);
  next.set('to', to);
  return next;
}
