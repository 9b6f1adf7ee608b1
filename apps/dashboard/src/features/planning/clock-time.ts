/** The time on the clock of a zone as a time field wants it, `HH:MM`. */
export function clockTime(instant: string, timeZone: string): string {
  // The Swedish locale writes 00 to 23 hours.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}
