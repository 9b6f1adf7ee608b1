import type { CourseSideEffects, TrajectorySession } from '@courseline/contracts';
import type { DurationRow } from '../../charts/duration-chart';
import { givenSessions } from '../../charts/session-lanes';
import { effectName } from '../../messages/side-effect-words';

/** From when to when each side effect lasted, of the sessions where both onset and duration are known. */
export function durationRows(
  sessions: readonly TrajectorySession[],
  { effects }: CourseSideEffects,
): readonly DurationRow[] {
  return effects.flatMap(({ code, resolution }) => {
    const bars = givenSessions(sessions).flatMap((session) =>
      session.sideEffects.flatMap((effect, index) => {
        const { onsetMinutes: onset, durationMinutes: lasted, severity } = effect;
        if (effect.code !== code || severity === 0 || onset === null || lasted === null) return [];
        return [{ id: `${session.id} ${index}`, from: onset, to: onset + lasted, severity }];
      }),
    );
    if (bars.length === 0) return [];
    const name = effectName({ code, otherText: null });
    return [{ key: code, name, bars, medianEnd: resolution.medianMinutes }];
  });
}
