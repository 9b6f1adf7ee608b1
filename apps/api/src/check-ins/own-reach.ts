import type { OwnOverview } from '@courseline/contracts';

/**
 * What of the own page somebody sees who came by a link and showed no password: what is asked, whom to call, and the
 * session whose effects may be reported. Not how they have been, nor what others noted.
 */
export function reachedByCheckIn(overview: OwnOverview): OwnOverview {
  const { lastSession } = overview;
  const own = lastSession?.sideEffects.filter(({ reportId }) => reportId !== null) ?? [];
  return {
    ...overview,
    since: null,
    instruments: [],
    upcoming: [],
    lastSession: lastSession === null ? null : { ...lastSession, sideEffects: own },
  };
}
