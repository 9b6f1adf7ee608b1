import type { CohortCount, CohortEndpoint, CohortQuery, Rate } from '@courseline/contracts';
import { treatmentWords } from '../../messages/clinical-words';

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
  therapiesFinished: 'Two or more scores on PHQ-9 and GAD-7',
  therapiesAtCaseness: 'At caseness at first',
  therapiesRecovery: 'Recovery (Talking Therapies)',
  therapiesReliableRecovery: 'Reliable recovery (Talking Therapies)',
  therapiesReliableImprovement: 'Reliable improvement (Talking Therapies)',
  therapiesReliableDeterioration: 'Reliable deterioration (Talking Therapies)',
  sideEffect: 'Side effect',
};

/** The rates that a group of courses has. */
export const rateCounts = ['response', 'remission', 'reliableImprovement', 'reliableDeterioration'] as const;
export type RateCount = (typeof rateCounts)[number];

/** "98 of 218 (45 %, 38 to 52)": the counts first, then the share and its interval. */
export function rateWords(rate: Rate, percent: (fraction: number) => string): string {
  const share = shareWords(rate, percent);
  return share === null ? 'nobody to count yet' : `${rate.x} of ${rate.n} (${share})`;
}

/** The finding in one sentence. */
export function findingWords(rate: Rate, percent: (fraction: number) => string): string {
  const share = shareWords(rate, percent);
  if (share === null) return 'No course has a baseline and a follow-up score here yet.';
  return `${rate.x} of ${rate.n} eligible ${rate.n === 1 ? 'course' : 'courses'} with follow-up responded (${share}).`;
}

function shareWords({ p, lo, hi }: Rate, percent: (fraction: number) => string): string | null {
  if (p === null || lo === null || hi === null) return null;
  const bare = (fraction: number) => percent(fraction).replace(/\s?%$/, '');
  return `${percent(p)}, ${bare(lo)} to ${bare(hi)}`;
}

/** "12 courses treated", "1 course treated", "9 with follow-up": what stands behind the number. */
export function flowWords(count: CohortCount, number: number): string {
  const words = countWords[count].toLowerCase();
  return number === 1 ? words.replace(/^courses/, 'course') : words;
}

/** "37 courses"; the courses that cannot be counted at the end of an induction. */
export function coursesWords(number: number): string {
  return `${number} ${number === 1 ? 'course' : 'courses'}`;
}

/** Which courses were chosen, beyond all of them. */
export function filterWords(
  { agent, route, from, to }: Pick<CohortQuery, 'agent' | 'route' | 'from' | 'to'>,
  day: (day: string) => string,
): string[] {
  const words = [];
  if (agent !== undefined && route !== undefined)
    words.push(treatmentWords({ agent, route, agentName: null }));
  if (from !== undefined) words.push(`day 0 from ${day(from)}`);
  if (to !== undefined) words.push(`day 0 to ${day(to)}`);
  return words;
}
