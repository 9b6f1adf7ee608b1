/** How a clinic writes dates and numbers, and what it calls today. */
export interface FormatSettings {
  readonly locale: string;
  readonly timeZone: string;
}

const minus = '−';
const millisecondsADay = 86_400_000;
const nearDays = 6;

const formatters = new Map<string, Intl.DateTimeFormat>();

function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** A calendar day as a moment in UTC, to be written in UTC: a day has no zone. */
function utcOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** From `a` to `b` in whole days; positive when `b` is later. */
export function daysBetween(a: string, b: string): number {
  return Math.round((utcOfDay(b).getTime() - utcOfDay(a).getTime()) / millisecondsADay);
}

/** The calendar day of a moment in a zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, at: Date): string {
  // The Swedish locale writes ISO 8601.
  return dateFormatter('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** "17 Nov 2026", in the order the locale wants. */
export function formatDay(day: string, locale: string): string {
  return dateFormatter(locale, { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }).format(
    utcOfDay(day),
  );
}

/** "Tue 17 Nov": for a day of the current year. */
export function formatDayShort(day: string, locale: string): string {
  return dateFormatter(locale, { timeZone: 'UTC', weekday: 'short', month: 'short', day: 'numeric' }).format(
    utcOfDay(day),
  );
}

/** "today", "in 2 days", "3 days ago" within six days; else the day, with its year when it is not this one. */
export function formatNearDay(day: string, today: string, locale: string): string {
  const distance = daysBetween(today, day);
  if (Math.abs(distance) <= nearDays) {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(distance, 'day');
  }
  return day.slice(0, 4) === today.slice(0, 4) ? formatDayShort(day, locale) : formatDay(day, locale);
}

/** "14:30" or "2:30 PM", as the locale has it, in the clinic's zone. */
export function formatTime(at: Date, { locale, timeZone }: FormatSettings): string {
  return dateFormatter(locale, { timeZone, timeStyle: 'short' }).format(at);
}

/** "17 Nov 2026, 14:30" in the clinic's zone. */
export function formatMoment(at: Date, settings: FormatSettings): string {
  return `${formatDay(dayIn(settings.timeZone, at), settings.locale)}, ${formatTime(at, settings)}`;
}

/** "Tue, 17 Nov, 14:30": for a moment of the current year that is not near enough to be called by its distance. */
export function formatShortMoment(at: Date, settings: FormatSettings): string {
  return `${formatDayShort(dayIn(settings.timeZone, at), settings.locale)}, ${formatTime(at, settings)}`;
}

/** "today 14:30", "yesterday 09:12", else as `formatNearDay` with the time. */
export function formatNearMoment(at: Date, now: Date, settings: FormatSettings): string {
  const day = dayIn(settings.timeZone, at);
  return `${formatNearDay(day, dayIn(settings.timeZone, now), settings.locale)} ${formatTime(at, settings)}`;
}

/** The zone's name as people say it, such as "GMT+1" or "EST". */
export function formatZone(at: Date, { locale, timeZone }: FormatSettings): string {
  const parts = dateFormatter(locale, { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** "40 min", "1 h 20 min", "2 h". */
export function formatDuration(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** A number with a real minus sign and the locale's decimal sign. */
export function formatNumber(value: number, locale: string, fractionDigits = 0): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  })
    .format(value)
    .replace('-', minus);
}

/** "−5", "+3", "0": a change of whole points, its direction always said. */
export function formatSigned(change: number): string {
  if (change === 0) return '0';
  return change < 0 ? `${minus}${-change}` : `+${change}`;
}

/** A fraction as "29 %". */
export function formatPercent(fraction: number, locale: string, fractionDigits = 0): string {
  return `${formatNumber(fraction * 100, locale, fractionDigits)} %`;
}
