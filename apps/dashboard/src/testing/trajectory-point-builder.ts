import { getInstrument, bandOf, scoreAssessment } from '@courseline/instruments';
import type { TrajectoryPoint } from '@courseline/contracts';

let made = 0;

/** A UUID that is the same in every run. */
export function testId(kind: number): string {
  made += 1;
  return `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
}

interface AnsweredForm {
  readonly instrument: string;
  readonly date: string;
  readonly at?: string | null;
  readonly day?: number | null;
  readonly baseline?: number | null;
  readonly id?: string;
  readonly context?: TrajectoryPoint['context'];
  readonly way?: TrajectoryPoint['way'];
  readonly enteredBy?: string | null;
  readonly sessionId?: string | null;
  readonly inTrend?: boolean;
}

function finish(
  form: AnsweredForm,
  scored: Pick<TrajectoryPoint, 'total' | 'status' | 'answered' | 'answers' | 'item9'>,
): TrajectoryPoint {
  const { total } = scored;
  const baseline = form.baseline ?? null;
  const day = form.day ?? null;
  return {
    id: form.id ?? testId(2),
    date: form.date,
    at: form.at ?? null,
    day,
    ...scored,
    context: form.context ?? 'before-dose',
    way: form.way ?? 'patient',
    enteredBy: form.enteredBy === undefined ? 'Ana Rivera' : form.enteredBy,
    sessionId: form.sessionId ?? null,
    bandId: total === null ? null : (bandOf(getInstrument(form.instrument), total)?.id ?? null),
    change: total === null || baseline === null || (day ?? 0) <= 0 ? null : total - baseline,
    percentOfBaseline:
      total === null || baseline === null || baseline === 0 ? null : (total / baseline) * 100,
    inTrend: form.inTrend ?? true,
  };
}

/** A form with its answers, scored as the server would score it. */
export function answeredPoint(form: AnsweredForm, answers: readonly (number | null)[]): TrajectoryPoint {
  const score = scoreAssessment(getInstrument(form.instrument), answers);
  return finish(form, {
    total: score.total,
    status: score.status,
    answered: score.answered,
    answers: [...answers],
    item9: form.instrument === 'phq-9' ? (answers[8] ?? null) : null,
  });
}

/** A total without answers. */
export function importedPoint(form: AnsweredForm, total: number): TrajectoryPoint {
  return finish(
    { way: 'import', context: 'unknown', ...form },
    { total, status: 'imported', answered: 0, answers: null, item9: null },
  );
}

/** A complete form whose answers add up to the total, spread evenly; for where the answers do not matter. */
export function totalPoint(form: AnsweredForm, total: number): TrajectoryPoint {
  const { itemCount, itemMaximum } = getInstrument(form.instrument);
  let left = total;
  const answers = Array.from({ length: itemCount }, (_, index) => {
    const share = Math.min(itemMaximum, Math.ceil(left / (itemCount - index)));
    left -= share;
    return share;
  });
  return answeredPoint(form, answers);
}
