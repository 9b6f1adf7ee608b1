import { severityWords } from '@courseline/treatment';
import { traceKinds, type SessionTrace } from '../../charts/session-trace';
import type { CsvTable } from '../../ui/csv-button';

interface Labelled {
  readonly label: string;
  readonly trace: SessionTrace;
}

const header = [
  'Session',
  'Minute',
  'Upper',
  'Lower',
  'Pulse',
  'SpO₂ %',
  'Sedation (MOAA/S)',
  'Dissociation 0–10',
  'What happened',
];

/** What the picture shows, as rows: this session first, then the earlier ones. */
export function traceTable(trace: SessionTrace, earlier: readonly Labelled[]): CsvTable {
  return {
    header,
    rows: [{ label: 'this one', trace }, ...earlier].flatMap(({ label, trace: of }) =>
      [
        ...of.readings.map(({ minute, values }) => ({
          minute,
          cells: [...traceKinds.map((kind) => values[kind] ?? null), null],
        })),
        ...of.spells.map(({ name, from, to, severity }) => ({
          minute: from,
          cells: [
            ...traceKinds.map(() => null),
            `${name}, ${severityWords[severity] ?? ''}, ${to === null ? 'going on' : `${to - from} min`}`,
          ],
        })),
        ...of.marks.map(({ minute, words }) => ({ minute, cells: [...traceKinds.map(() => null), words] })),
      ]
        .toSorted((a, b) => a.minute - b.minute)
        .map(({ minute, cells }) => [label, minute, ...cells]),
    ),
  };
}
