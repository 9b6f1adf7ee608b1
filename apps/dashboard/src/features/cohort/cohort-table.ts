import type { CohortOutcomes, CohortSummary, Rate } from '@courseline/contracts';

type Row = readonly (string | number | null)[];

/** Every rate of the page as one table: group, endpoint, outcome, counts, share, interval, rule. */
export function cohortTable(summary: CohortSummary): {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
} {
  const groups = [{ key: 'all', ...summary }, ...summary.byAgentAndRoute, ...summary.byQuarter];
  return {
    header: ['instrument', 'group', 'endpoint', 'outcome', 'x', 'n', 'share', 'low', 'high', 'rule'],
    rows: groups.flatMap(({ key, atEndOfInduction, lastRecorded }) =>
      [atEndOfInduction, lastRecorded].flatMap((outcomes) =>
        rowsOf(outcomes).map((row) => [summary.instrument, key, outcomes.endpoint, ...row]),
      ),
    ),
  };
}

function rowsOf(outcomes: CohortOutcomes): readonly Row[] {
  const counts = ['treated', 'withBaseline', 'eligible', 'withFollowUp', 'eligibleWithFollowUp'] as const;
  const rates = ['response', 'remission', 'reliableImprovement', 'reliableDeterioration'] as const;
  return [
    ...counts.map((count): Row => [count, outcomes[count], outcomes.treated, null, null, null, null]),
    ['withoutInduction', outcomes.withoutInduction, null, null, null, null, null],
    ...rates.flatMap((name) => {
      const rate: (Rate & { ruleId: string }) | null = outcomes[name];
      return rate === null ? [] : [[name, rate.x, rate.n, rate.p, rate.lo, rate.hi, rate.ruleId]];
    }),
  ];
}
