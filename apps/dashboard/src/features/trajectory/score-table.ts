import type { TrajectoryInstrument } from '@courseline/contracts';
import type { CsvTable } from '../../ui/csv-button';

/** The numbers behind one panel, as they are stored: raw, with ids of bands rather than words. */
export function scoreTable(instrument: TrajectoryInstrument): CsvTable {
  const items = instrument.points.find(({ answers }) => answers !== null)?.answers?.length ?? 0;
  return {
    header: [
      'date',
      'time',
      'day',
      'instrument',
      'total',
      'status',
      'answered',
      'band',
      'change_from_baseline',
      'percent_of_baseline',
      'in_trend',
      'context',
      'way',
      'entered_by',
      ...Array.from({ length: items }, (_, index) => `item_${index + 1}`),
    ],
    rows: instrument.points.map((point) => [
      point.date,
      point.at,
      point.day,
      instrument.id,
      point.total,
      point.status,
      point.answered,
      point.bandId,
      point.change,
      point.percentOfBaseline === null ? null : Number(point.percentOfBaseline.toFixed(1)),
      point.inTrend ? 'yes' : 'no',
      point.context,
      point.way,
      point.enteredBy,
      ...Array.from({ length: items }, (_, index) => point.answers?.[index] ?? null),
    ]),
  };
}
