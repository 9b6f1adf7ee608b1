import type { TrajectorySession } from '@courseline/contracts';

/** How a session is drawn on the lanes: given, begun and stopped, planned, or one that did not take place. */
export type SessionLook = 'given' | 'stopped' | 'planned' | 'missed';

export function sessionLook({ state }: TrajectorySession): SessionLook {
  switch (state) {
    case 'given':
      return 'given';
    case 'stopped-early':
      return 'stopped';
    case 'planned':
      return 'planned';
    default:
      return 'missed';
  }
}

/** A dose as it is written on the chart: "42 mg", "0.5 mg"; null where none was given. */
export function doseLabel(mg: number | null): string | null {
  return mg === null ? null : `${Number(mg.toFixed(1))} mg`;
}
