import type { OwnOverview } from '@courseline/contracts';
import { DomainError } from '../http/domain-error.js';

/**
 * What of the own page somebody sees who came by a link and showed no password: what is asked, whom to call, and the
 * session whose effects may be reported. Not how they have been, what they answered, nor what others noted: a letter
 * may be passed on.
 */
export function reachedByCheckIn(overview: OwnOverview): OwnOverview {
  const { lastSession } = overview;
  const own = lastSession?.sideEffects.filter(({ reportId }) => reportId !== null) ?? [];
  return {
    ...overview,
    since: null,
    instruments: [],
    upcoming: [],
    riskAnswer: null,
    lastSession: lastSession === null ? null : { ...lastSession, sideEffects: own },
  };
}

/** Who came by a link begins what is asked now, and nothing else. */
export function requireDue({ due }: OwnOverview, instrument: string): void {
  if (due.some((form) => form.instrument === instrument)) return;
  throw new DomainError('not-allowed', { detail: 'These questions are not asked now.' });
}
