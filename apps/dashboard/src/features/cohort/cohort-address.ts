import {
  cohortPeopleQuerySchema,
  cohortQuerySchema,
  type CohortPeopleQuery,
  type CohortQuery,
} from '@courseline/contracts';

/** What the address says is asked; a part that cannot be is left out, so that an old link still opens. */
export function cohortQueryOf(search: URLSearchParams): CohortQuery {
  const wanted = Object.fromEntries(search);
  const parsed = cohortQuerySchema.safeParse(pick(wanted, Object.keys(cohortQuerySchema.shape)));
  return parsed.success ? parsed.data : cohortQuerySchema.parse({});
}

/** Null where the address does not say whose list it is. */
export function cohortPeopleQueryOf(search: URLSearchParams): CohortPeopleQuery | null {
  const wanted = pick(Object.fromEntries(search), Object.keys(cohortPeopleQuerySchema.shape));
  const parsed = cohortPeopleQuerySchema.safeParse(wanted);
  return parsed.success ? parsed.data : null;
}

/** The page of the people behind a number. */
export function peopleAddress(
  clinic: string,
  asked: Omit<CohortPeopleQuery, 'part'> & Partial<Pick<CohortPeopleQuery, 'part'>>,
): string {
  return `/c/${clinic}/outcomes/people?${searchOf({ part: 'with', ...asked }).toString()}`;
}

/** What is asked, as the address says it. */
export function searchOf(query: Partial<CohortPeopleQuery>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string') search.set(name, value);
  }
  return search;
}

/** The address with other courses asked for; how the page shows them stays. */
export function withQuery(search: URLSearchParams, query: CohortQuery): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of Object.keys(cohortQuerySchema.shape)) next.delete(name);
  for (const [name, value] of searchOf(query)) next.set(name, value);
  return next;
}

function pick(values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => names.includes(name) && value !== ''),
  );
}
