import type { CohortGroup, CohortQuery } from '@courseline/contracts';

/** The courses of one group of those that were asked for: a treatment's, or a quarter's within the period. */
export function narrowed(
  query: CohortQuery,
  { agent, route, from }: Pick<CohortGroup, 'agent' | 'route' | 'from'>,
): CohortQuery {
  if (from === null) {
    return agent === null || route === null ? query : { ...query, agent, route };
  }
  const last = lastDayOfQuarter(from);
  return {
    ...query,
    from: query.from !== undefined && query.from > from ? query.from : from,
    to: query.to !== undefined && query.to < last ? query.to : last,
  };
}

/** Of the quarter that begins on this day. */
function lastDayOfQuarter(first: string): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month + 2, 0)).toISOString().slice(0, 10);
}
