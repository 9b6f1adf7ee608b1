import type { CourseSideEffects } from '@courseline/contracts';
import { severityWords } from '@courseline/treatment';
import { effectName } from '../../messages/side-effect-words';

type Effect = CourseSideEffects['effects'][number];

export function severityOf(worst: number): string {
  return severityWords[worst as 0 | 1 | 2 | 3];
}

/** What the page finds, as its first sentence. */
export function sideEffectFinding({ sessions, sessionsAsked, any, effects }: CourseSideEffects): string {
  if (sessions === 0) return 'No dose given yet.';
  if (sessionsAsked === 0) {
    return `Side effects were not asked about in any of ${sessions} sessions: nothing can be said.`;
  }
  const unasked = sessions - sessionsAsked;
  const left = unasked === 0 ? '' : ` In ${unasked} more nobody asked.`;
  if (any.x === 0) return `No side effects in ${any.n} sessions asked.${left}`;
  const [most] = effects;
  const leading =
    most === undefined || most.sessions.x === 0
      ? ''
      : ` Most often ${effectName({ code: most.code, otherText: null }).toLowerCase()}: ${most.sessions.x} of ${most.sessions.n}, at worst ${severityOf(most.worst)}.`;
  const serious = effects.reduce((sum, effect) => sum + effect.serious, 0);
  const grave = serious === 0 ? '' : ` ${serious === 1 ? 'One was' : `${serious} were`} serious.`;
  return `Side effects in ${any.x} of ${any.n} sessions asked.${leading}${grave}${left}`;
}

/** "2 mild, 1 moderate". */
export function severityCounts({ severity }: Effect): string {
  const parts = (['mild', 'moderate', 'severe'] as const)
    .filter((name) => severity[name] > 0)
    .map((name) => `${severity[name]} ${name}`);
  return parts.join(', ');
}
