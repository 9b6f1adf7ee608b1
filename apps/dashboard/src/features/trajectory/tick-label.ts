import type { AxisTick } from '../../charts/axis-ticks';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  formats.set(key, known);
  return known;
}

/** "17 Nov", "today", "Dec", "Jan 2026", or the number of a session. */
export function tickLabel(tick: AxisTick, today: string, locale: string): string {
  if (tick.session !== null) return String(tick.session);
  if (tick.date === null) return '';
  if (tick.date === today && !tick.wholeMonth) return 'today';
  const day = new Date(`${tick.date}T00:00:00Z`);
  if (!tick.wholeMonth) return format(locale, { day: 'numeric', month: 'short' }).format(day);
  return day.getUTCMonth() === 0
    ? format(locale, { month: 'short', year: 'numeric' }).format(day)
    : format(locale, { month: 'short' }).format(day);
}
