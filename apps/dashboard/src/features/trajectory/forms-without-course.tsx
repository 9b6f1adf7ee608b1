import type { Trajectory } from '@courseline/contracts';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table';
import { useFormat } from '../../ui/format-context';
import { InstrumentName } from '../../ui/instrument-mark';
import { Section } from '../../ui/page';

interface FormsWithoutCourseProps {
  readonly forms: Trajectory['formsWithoutCourse'];
  readonly formActions?: ((assessmentId: string) => ReactNode) | undefined;
}

/** What was filled in before any course: no chart draws it, and it is not hidden. */
export function FormsWithoutCourse({ forms, formActions }: FormsWithoutCourseProps) {
  const format = useFormat();
  return (
    <Section
      title="Forms so far"
      lead="Those of the 14 days before day 0 count for a course once it is started; the last is its baseline."
    >
      <DataTable
        caption="Forms without a course"
        rows={forms}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'form',
            header: 'Form',
            cell: ({ instrument }) => <InstrumentName instrument={instrument} />,
          },
          { id: 'date', header: 'Filled in on', cell: ({ onDate }) => format.day(onDate), card: 'second' },
          { id: 'total', header: 'Total', cell: ({ total }) => total ?? 'no total', card: 'end' },
          { id: 'actions', header: '', cell: ({ id }) => formActions?.(id) ?? null, card: 'second' },
        ]}
      />
    </Section>
  );
}
