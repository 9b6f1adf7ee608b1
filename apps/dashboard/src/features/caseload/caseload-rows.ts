import { attentionRank, type Alert, type CaseloadRow, type CaseloadScore } from '@courseline/contracts';
import type { CaseloadSort, CaseloadView } from './caseload-view';

/** A row with the answer to item 9 that nobody has closed yet. */
export interface CaseloadLine extends CaseloadRow {
  readonly alert: Alert | null;
}

/** Puts open alerts to the patients they are about; of several the first, which is the gravest. */
export function withAlerts(rows: readonly CaseloadRow[], alerts: readonly Alert[]): readonly CaseloadLine[] {
  return rows.map((row) => ({
    ...row,
    alert: alerts.find(({ patientId, open }) => open && patientId === row.patientId) ?? null,
  }));
}

export function scoreOf(row: CaseloadRow, instrument: string): CaseloadScore | undefined {
  return row.scores.find((score) => score.instrument === instrument);
}

function isEnded(row: CaseloadRow): boolean {
  return row.course !== null && row.course.endedOn !== null;
}

export function needsAttention({ alert, attention }: CaseloadLine): boolean {
  return alert !== null || attention.length > 0;
}

function isToday(row: CaseloadRow, today: string): boolean {
  return row.next?.date === today;
}

function fitsPhase(row: CaseloadLine, phase: CaseloadView['phase'], isSearch: boolean): boolean {
  switch (phase) {
    case null:
      // Whoever searches for a name wants to find it, ended or not; and who is at risk is never left out.
      return isSearch || row.alert !== null || !isEnded(row);
    case 'ended':
      return isEnded(row);
    case 'none':
      return row.course === null;
    default:
      return row.course?.phase === phase && !isEnded(row);
  }
}

function rankOf({ alert, attention }: CaseloadLine): number {
  return alert === null ? Math.min(...attention.map(attentionRank)) : -1;
}

function byAttention(a: CaseloadLine, b: CaseloadLine): number {
  const [one, other] = [rankOf(a), rankOf(b)];
  // Nothing fired for either: the difference of two infinities is no number.
  return one === other ? 0 : one - other;
}

function compareText(a: string, b: string): number {
  return a.localeCompare(b, undefined, { sensitivity: 'base' });
}

function byName(a: CaseloadRow, b: CaseloadRow): number {
  return (
    compareText(a.familyName, b.familyName) ||
    compareText(a.givenName, b.givenName) ||
    compareText(a.patientId, b.patientId)
  );
}

/** Missing values come last, whichever way the others go. */
function byNumber(a: number | null | undefined, b: number | null | undefined): number {
  if (a == null || b == null) return (a == null ? 1 : 0) - (b == null ? 1 : 0);
  return b - a;
}

function byNext(a: CaseloadRow, b: CaseloadRow): number {
  const far = '9999';
  const key = ({ next }: CaseloadRow): string => (next === null ? far : (next.at ?? `${next.date}T99`));
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

const comparisons: Readonly<Record<CaseloadSort, (a: CaseloadLine, b: CaseloadLine) => number>> = {
  attention: (a, b) => byAttention(a, b) || byNext(a, b) || byName(a, b),
  next: (a, b) => byNext(a, b) || byName(a, b),
  name: byName,
  score: (a, b) =>
    byNumber(scoreOf(a, 'phq-9')?.latest?.total, scoreOf(b, 'phq-9')?.latest?.total) || byName(a, b),
  change: (a, b) => byNumber(scoreOf(a, 'phq-9')?.change, scoreOf(b, 'phq-9')?.change) || byName(a, b),
};

export interface ShownCaseload {
  readonly rows: readonly CaseloadLine[];
  /** How many each way of looking would show, with the other filters as they are. */
  readonly counts: Readonly<Record<CaseloadView['show'], number>>;
  /** Left out because their course has ended. */
  readonly ended: number;
}

/** The rows of a view, in its order. */
export function shownCaseload(
  rows: readonly CaseloadLine[],
  view: CaseloadView,
  { today, isSearch }: { readonly today: string; readonly isSearch: boolean },
): ShownCaseload {
  const others = rows.filter(
    (row) =>
      (!view.onlyMine || row.mine) && (view.indication === null || row.indications.includes(view.indication)),
  );
  const inPhase = others.filter((row) => fitsPhase(row, view.phase, isSearch));
  const byShow = {
    all: inPhase,
    attention: inPhase.filter(needsAttention),
    today: inPhase.filter((row) => isToday(row, today)),
  };
  return {
    rows: byShow[view.show].toSorted(comparisons[view.sort]),
    counts: {
      all: byShow.all.length,
      attention: byShow.attention.length,
      today: byShow.today.length,
    },
    ended:
      view.phase === null && !isSearch
        ? others.filter((row) => isEnded(row) && row.alert === null).length
        : 0,
  };
}
