/** Where to go after signing in: only a page of a clinic here, never another address. */
export function safeReturnPath(wanted: string | null): string | null {
  return wanted !== null && /^\/c\/[a-z0-9-]+(\/|$)/.test(wanted) ? wanted : null;
}

export function signInPath(from: string): string {
  const back = safeReturnPath(from);
  return back === null ? '/sign-in' : `/sign-in?to=${encodeURIComponent(back)}`;
}
