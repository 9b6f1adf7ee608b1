/**
 * What a sign-in reaches: patients' records at work, the person's own, or of that only what is asked today, for who
 * came by a link and showed no password.
 */
export const reaches = ['staff', 'patient', 'check-in'] as const;
export type Reach = (typeof reaches)[number];

const minute = 60_000;
const hour = 60 * minute;

/** How long a sign-in lives without activity, and at all, in milliseconds. */
export const signInLimits: Readonly<Record<Reach, { readonly idle: number; readonly absolute: number }>> = {
  staff: { idle: 15 * minute, absolute: 12 * hour },
  patient: { idle: 30 * minute, absolute: 24 * hour },
  'check-in': { idle: 30 * minute, absolute: 2 * hour },
};

/** Activity is written down at most this often: each request need not write. */
export const activityGrain = 30_000;

export interface SignInTimes {
  readonly reach: Reach;
  readonly createdAt: Date;
  readonly lastActiveAt: Date;
  readonly endedAt: Date | null;
}

/** Whether a sign-in still counts. A clock that was set back does not revive one: it never lives longer than its limits. */
export function isLive({ reach, createdAt, lastActiveAt, endedAt }: SignInTimes, now: Date): boolean {
  if (endedAt !== null) return false;
  const { idle, absolute } = signInLimits[reach];
  return now.getTime() - lastActiveAt.getTime() < idle && now.getTime() - createdAt.getTime() < absolute;
}
