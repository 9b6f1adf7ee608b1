/** For fields that may be left empty: `register('phone', { setValueAs: emptyToNull })`. */
export function emptyToNull(typed: string | null | undefined): string | null {
  return typed === undefined || typed === null || typed.trim() === '' ? null : typed;
}
