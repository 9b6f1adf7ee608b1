import {
  coursePhaseSchema,
  indicationSchema,
  type CoursePhase,
  type Indication,
} from '@courseline/contracts';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type CaseloadShow = 'all' | 'attention' | 'today';
export const caseloadSorts = ['attention', 'next', 'name', 'score', 'change'] as const;
export type CaseloadSort = (typeof caseloadSorts)[number];
/** A phase, or what stands in its place. */
export type CaseloadPhase = CoursePhase | 'ended' | 'none';

export interface CaseloadView {
  readonly show: CaseloadShow;
  readonly indication: Indication | null;
  /** Null: all but those whose course has ended. */
  readonly phase: CaseloadPhase | null;
  readonly onlyMine: boolean;
  readonly sort: CaseloadSort;
}

function oneOf<T extends string>(value: string | null, known: readonly T[], usual: T): T {
  return known.find((each) => each === value) ?? usual;
}

/** What the address says; what it does not say, or says wrongly, is the usual view. No name ever stands in it. */
export function readView(params: URLSearchParams): CaseloadView {
  const phase = params.get('phase');
  return {
    show: oneOf(params.get('show'), ['all', 'attention', 'today'], 'all'),
    indication: indicationSchema.safeParse(params.get('indication')).data ?? null,
    phase: phase === 'ended' || phase === 'none' ? phase : (coursePhaseSchema.safeParse(phase).data ?? null),
    onlyMine: params.get('who') === 'mine',
    sort: oneOf(params.get('sort'), caseloadSorts, 'attention'),
  };
}

export function writeView(current: URLSearchParams, change: Partial<CaseloadView>): URLSearchParams {
  const view = { ...readView(current), ...change };
  const params = new URLSearchParams(current);
  const values = {
    show: view.show === 'all' ? null : view.show,
    indication: view.indication,
    phase: view.phase,
    who: view.onlyMine ? 'mine' : null,
    sort: view.sort === 'attention' ? null : view.sort,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return params;
}

export function useCaseloadView(): readonly [CaseloadView, (change: Partial<CaseloadView>) => void] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (next: Partial<CaseloadView>) => setParams((current) => writeView(current, next), { replace: true }),
    [setParams],
  );
  return [view, change];
}
