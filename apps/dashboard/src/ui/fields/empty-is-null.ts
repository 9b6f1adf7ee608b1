/** For `register(name, { setValueAs: emptyIsNull })`: what nobody filled in is null, never an empty text. */
export function emptyIsNull(typed: unknown): unknown {
  return typeof typed === 'string' && typed.trim() === '' ? null : typed;
}
