import type { TrajectorySession } from '@courseline/contracts';
import { effectName } from '../../messages/side-effect-words';

/** "5 sessions, 39 to 42 mg; dissociation in 5 of 5, at worst moderate": what the lanes find, as their title. */
export function lanesTitle(
  sessions: readonly TrajectorySession[],
  effects: {
    readonly effects: readonly {
      readonly code: string;
      readonly sessions: { readonly x: number; readonly n: number };
      readonly worst: number;
    }[];
    readonly sessionsAsked: number;
  },
): string {
  const doses = sessions.flatMap(({ givenMg }) => (givenMg === null ? [] : [givenMg]));
  if (doses.length === 0) return 'No dose given yet';
  const low = Math.min(...doses);
  const high = Math.max(...doses);
  const range = low === high ? `${low} mg` : `${low} to ${high} mg`;
  const count = doses.length === 1 ? '1 dose' : `${doses.length} doses`;
  const [most] = effects.effects;
  if (effects.sessionsAsked === 0) return `${count}, ${range}; side effects never asked`;
  if (most === undefined || most.sessions.x === 0) {
    return `${count}, ${range}; no side effects in ${effects.sessionsAsked} sessions asked`;
  }
  const name = effectName({ code: most.code, otherText: null }).toLowerCase();
  const severity = ['none', 'mild', 'moderate', 'severe'][most.worst] ?? '';
  return `${count}, ${range}; ${name} in ${most.sessions.x} of ${most.sessions.n}, at worst ${severity}`;
}
