import type { Completion, CompletionRow } from '@courseline/contracts';
import { CsvButton } from '../../ui/csv-button';
import { DataTable, type Column } from '../../ui/data-table';
import { useFormat, type Format } from '../../ui/format-context';
import { InstrumentName } from '../../ui/instrument-mark';
import { Section } from '../../ui/page';
import { EmptyState } from '../../ui/states';
import { burdenAWeek, completionCsv, secondsWords, totals, wayCounts } from './completion-words';

/** How many of the check-ins were answered, and what they ask of patients. */
export function CompletionTables({ completion }: { readonly completion: Completion }) {
  const format = useFormat();
  const { rows, from, to } = completion;
  const all = totals(rows);
  if (rows.length === 0) {
    return (
      <EmptyState title="No check-in was due in this period">
        A check-in counts here once it was answered or its window closed. They hang on the sessions of
        courses: plan sessions, and their check-ins follow.
      </EmptyState>
    );
  }
  return (
    <>
      <Section
        title={`${shareWords(all.answered, all.asked, format)} of the check-ins answered`}
        lead={`Due from ${format.day(from)} to ${format.day(to)}, in ${completion.courses} courses${completion.coursesLeftOff > 0 ? ` (${completion.coursesLeftOff} earlier ones not looked at)` : ''}. Rule: a check-in counts once it is answered or its window closed; what is still open counts for nothing yet. One form answers every moment whose window holds it. Imported courses were asked by no plan and are left out. Our own rule.`}
        actions={<CsvButton name="completion" of="completion" table={() => completionCsv(completion)} />}
      >
        <DataTable
          caption="Check-ins answered, by moment and instrument"
          rows={rows}
          rowKey={({ momentId, instrument }) => `${momentId} ${instrument}`}
          columns={columnsWith(format)}
        />
      </Section>
      <Burden completion={completion} />
    </>
  );
}

function shareWords(answered: number, asked: number, format: Format): string {
  return asked === 0 ? '0 of 0' : `${answered} of ${asked} (${format.percent(answered / asked)})`;
}

function columnsWith(format: Format): [Column<CompletionRow>, ...Column<CompletionRow>[]] {
  return [
    { id: 'moment', header: 'Moment', cell: ({ label }) => label },
    {
      id: 'instrument',
      header: 'Instrument',
      cell: ({ instrument }) => <InstrumentName instrument={instrument} />,
    },
    {
      id: 'answered',
      header: 'Answered',
      numeric: true,
      card: 'end',
      cell: ({ answered, asked }) => shareWords(answered, asked, format),
    },
    { id: 'late', header: 'Of them late', numeric: true, card: 'hidden', cell: ({ late }) => late },
    { id: 'way', header: 'How they came in', cell: ({ byWay }) => wayCounts(byWay) },
    {
      id: 'seconds',
      header: 'Median time',
      numeric: true,
      cell: ({ medianSeconds, timed }) =>
        medianSeconds === null ? 'not timed' : `${secondsWords(medianSeconds)} (n ${timed})`,
    },
  ];
}

function Burden({ completion }: { readonly completion: Completion }) {
  const format = useFormat();
  const week = burdenAWeek(completion);
  const { burden } = completion;
  return (
    <Section
      title="What it asks of patients"
      lead={`Over ${format.number(burden.weeks, 1)} weeks of treatment, all courses together. A form that serves several moments counts once. Minutes are those of the ${burden.timedForms} of ${burden.forms} forms whose time is known, mostly those patients fill in themselves; the others are taken to need as long. Our own rule.`}
    >
      {week === null ? (
        <p>There was no week of treatment in this period.</p>
      ) : (
        <p>
          <strong>{format.number(week.asked, 1)} questions asked</strong> and{' '}
          {format.number(week.answered, 1)} answered for each week of treatment
          {week.minutes === null
            ? '; no form was timed.'
            : `: about ${format.number(week.minutes, 1)} minutes of a patient’s time.`}
        </p>
      )}
    </Section>
  );
}
