import type { CohortCount, CohortEndpoint, Rate } from '@courseline/contracts';

export const endpointTitles: Readonly<Record<CohortEndpoint, string>> = {
  'end-of-induction': 'At the end of induction',
  'last-recorded': 'Last recorded',
};

export const endpointLeads: Readonly<Record<CohortEndpoint, string>> = {
  'end-of-induction': 'The last score from the last induction dose to 31 days after it (our own rule).',
  'last-recorded': 'The last score after day 0, whenever it was.',
};

export const countWords: Readonly<Record<CohortCount, string>> = {
  treated: 'Courses treated',
  withBaseline: 'With a baseline',
  eligible: 'Eligible: a case at baseline',
  withFollowUp: 'With follow-up',
  eligibleWithFollowUp: 'Eligible, with follow-up',
  response: 'Response',
  remission: 'Remission',
  reliableImprovement: 'Reliable improvement',
  reliableDeterioration: 'Reliable deterioration',
};

/** "98 of 218 (45 %, 38 to 52)": the counts first, then the share and its interval. */
export function rateWords(rate: Rate, percent: (fraction: number) => string): string {
  const share = shareWords(rate, percent);
  return share === null ? 'nobody to count yet' : `${rate.x} of ${rate.n} (${share})`;
}

/** The finding in one sentence. */
export function findingWords(rate: Rate, percent: (fraction: number) => string): string {
  const share = shareWords(rate, percent);
  if (share === null) return 'No course has a baseline and a follow-up score here yet.';
  return `${rate.x} of ${rate.n} eligible courses with follow-up responded (${share}).`;
}

function shareWords({ p, lo, hi }: Rate, percent: (fraction: number) => string): string | null {
  if (p === null || lo === null || hi === null) return null;
  const bare = (fraction: number) => percent(fraction).replace(/\s?%$/, '');
  return `${percent(p)}, ${bare(lo)} to ${bare(hi)}`;
}
