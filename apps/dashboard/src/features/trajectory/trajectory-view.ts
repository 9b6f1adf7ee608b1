import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { BoardView } from './board-model';

export type TrajectoryDisplay = 'chart' | 'items' | 'table';

export interface TrajectoryView extends BoardView {
  readonly display: TrajectoryDisplay;
  /** Null: the course under way, or the latest. */
  readonly course: string | null;
  /** The day that stays open beside the chart. */
  readonly day: string | null;
}

const names = {
  axis: 'axis',
  scale: 'scale',
  phase: 'phase',
  display: 'show',
  course: 'course',
  day: 'day',
} as const;

/** What the address says; what it does not say, or says wrongly, is the usual view. */
export function readView(params: URLSearchParams): TrajectoryView {
  const phase = params.get(names.phase);
  const day = params.get(names.day);
  const display = params.get(names.display);
  return {
    axis: params.get(names.axis) === 'session' ? 'session' : 'date',
    scale: params.get(names.scale) === 'percent' ? 'percent' : 'score',
    phase: phase !== null && /^\d{1,2}$/.test(phase) ? Number(phase) : null,
    display: display === 'items' || display === 'table' ? display : 'chart',
    course: params.get(names.course),
    day: day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
  };
}

/** The address of a view: only what differs from the usual view, so that it stays short enough to read. */
export function writeView(current: URLSearchParams, change: Partial<TrajectoryView>): URLSearchParams {
  const view = { ...readView(current), ...change };
  const params = new URLSearchParams(current);
  const values: Readonly<Record<string, string | null>> = {
    [names.axis]: view.axis === 'date' ? null : view.axis,
    [names.scale]: view.scale === 'score' ? null : view.scale,
    [names.phase]: view.phase === null ? null : String(view.phase),
    [names.display]: view.display === 'chart' ? null : view.display,
    [names.course]: view.course,
    [names.day]: view.day,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return params;
}

/** The view lives in the address: it can be sent, printed again and gone back from. */
export function useTrajectoryView(): readonly [TrajectoryView, (change: Partial<TrajectoryView>) => void] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (next: Partial<TrajectoryView>) => {
      setParams((current) => writeView(current, next), { replace: true, preventScrollReset: true });
    },
    [setParams],
  );
  return [view, change];
}
