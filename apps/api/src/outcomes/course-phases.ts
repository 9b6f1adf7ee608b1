import type { CoursePhase, CoursePhaseSpan } from '@courseline/contracts';
import { groupBy } from './group-by.js';

export interface PlannedPhase {
  readonly phase: CoursePhase;
  readonly startsOn: string | null;
  readonly plannedSessions: number | null;
}

export interface PhaseDose {
  readonly phase: CoursePhase;
  readonly date: string;
}

interface Stretch {
  readonly plan: PlannedPhase;
  readonly doses: readonly PhaseDose[];
  /** Null: not begun. */
  readonly from: string | null;
}

export interface CoursePhases {
  readonly spans: readonly CoursePhaseSpan[];
  /** Where in `spans` the course stands; null when none has begun. */
  readonly current: number | null;
}

/** Doses in stretches without another phase between them. */
function runsOf(doses: readonly PhaseDose[]): readonly (readonly PhaseDose[])[] {
  const runs: PhaseDose[][] = [];
  for (const dose of doses) {
    const open = runs.at(-1);
    if (open?.at(-1)?.phase === dose.phase) open.push(dose);
    else runs.push([dose]);
  }
  return runs;
}

/** A phase planned once takes all its doses; one planned several times takes them stretch by stretch. */
function dosesOfPlans(
  plans: readonly PlannedPhase[],
  doses: readonly PhaseDose[],
): ReadonlyMap<PlannedPhase, readonly PhaseDose[]> {
  const taken = new Map<PlannedPhase, readonly PhaseDose[]>();
  for (const [phase, same] of groupBy(plans, (plan) => plan.phase)) {
    const runs = same.length === 1 ? [doses] : runsOf(doses);
    const own = runs.map((run) => run.filter((dose) => dose.phase === phase)).filter((run) => run.length > 0);
    for (const [index, plan] of same.entries()) {
      const isLast = index === same.length - 1;
      taken.set(plan, isLast ? own.slice(index).flat() : (own[index] ?? []));
    }
  }
  return taken;
}

function byDate(a: { readonly date: string }, b: { readonly date: string }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/**
 * When each phase of a course began and ended, and how many of its sessions were given. A phase begins with its first
 * dose, or on the day planned for it once that day has come. The course stands in the phase of its latest dose or in
 * one that was to begin since; that phase runs until the course ends, the others end with their last dose. Doses of a
 * phase that nobody planned make one of their own.
 */
export function coursePhases(
  plans: readonly PlannedPhase[],
  givenDoses: readonly PhaseDose[],
  { today, endedOn }: { readonly today: string; readonly endedOn: string | null },
): CoursePhases {
  const doses = givenDoses.toSorted(byDate);
  const taken = dosesOfPlans(plans, doses);
  const planned = plans.map((plan): Stretch => {
    const own = taken.get(plan) ?? [];
    const hasCome = plan.startsOn !== null && plan.startsOn <= today;
    return { plan, doses: own, from: own.at(0)?.date ?? (hasCome ? plan.startsOn : null) };
  });
  const unplanned = runsOf(doses.filter(({ phase }) => !plans.some((plan) => plan.phase === phase))).map(
    (run): Stretch => {
      const [first] = run;
      const phase = first?.phase ?? 'rescue';
      const plan = { phase, startsOn: null, plannedSessions: null };
      return { plan, doses: run, from: first?.date ?? null };
    },
  );
  const begun = [...planned, ...unplanned]
    .flatMap((stretch) => (stretch.from === null ? [] : [{ ...stretch, from: stretch.from }]))
    .toSorted((a, b) => byDate({ date: a.from }, { date: b.from }));
  const latest = begun.map(({ doses: own, from }) => own.at(-1)?.date ?? from);
  const lastDay = latest.toSorted().at(-1);
  const current = lastDay === undefined ? null : latest.lastIndexOf(lastDay);
  const waiting = planned.filter(({ from }) => from === null);
  return {
    current,
    spans: [
      ...begun.map(({ plan, doses: own, from }, index) => ({
        phase: plan.phase,
        from,
        to: index === current ? endedOn : (own.at(-1)?.date ?? begun[index + 1]?.from ?? endedOn),
        planned: plan.plannedSessions,
        given: own.length,
      })),
      ...waiting.map(({ plan }) => ({
        phase: plan.phase,
        from: null,
        to: null,
        planned: plan.plannedSessions,
        given: 0,
      })),
    ],
  };
}
