import { Choice } from '../../ui/fields/choice';
import { DateField } from '../../ui/fields/date-field';
import { Beside } from './beside';
import { ColumnField } from './column-field';
import { DayFormatField } from './day-format-field';
import { useMapping } from './mapping-context';
import { problemAt, type MappingDraft } from './mapping-draft';
import { formatFor } from './person-fields';

const kinds = [
  { value: 'column', label: 'A date in each row' },
  { value: 'constant', label: 'The same date for all rows' },
  { value: 'counted', label: 'Counted in days or weeks' },
] as const;

/** When a form was filled in, and what tells two forms of one day apart. */
export function DayFields() {
  const { draft, columns, problems, change } = useMapping();
  const { day } = draft;
  const column = day.kind === 'constant' ? '' : day.column;
  return (
    <>
      <Choice
        label="When was it filled in?"
        value={day.kind}
        options={kinds}
        onChange={(kind) => change({ day: dayOfKind(kind, column) })}
      />
      {day.kind === 'column' && (
        <Beside>
          <ColumnField
            label="Date"
            place="day.column"
            empty="Choose a column"
            value={day.column}
            onChange={(name) => change({ day: { ...day, column: name, format: formatFor(columns, name) } })}
          />
          <DayFormatField
            label="Dates are written"
            value={day.format}
            onChange={(format) => change({ day: { ...day, format } })}
          />
        </Beside>
      )}
      {day.kind === 'constant' && (
        <DateField
          label="Date of all rows"
          error={problemAt(problems, 'day.day')}
          value={day.day}
          onChange={(event) => change({ day: { ...day, day: event.currentTarget.value } })}
        />
      )}
      {day.kind === 'counted' && <CountedDay day={day} />}
      <ColumnField
        label="Sequence"
        place="sequence"
        empty="Not needed: the date tells forms apart"
        value={draft.sequence}
        onChange={(name) => change({ sequence: name === '' ? null : name })}
      />
    </>
  );
}

type Counted = Extract<MappingDraft['day'], { kind: 'counted' }>;

function CountedDay({ day }: { readonly day: Counted }) {
  const { draft, problems, change } = useMapping();
  const set = (part: Partial<Counted>) => change({ day: { ...day, ...part } });
  const fromDayZero = day.from === 'day-zero';
  return (
    <>
      <Beside>
        <ColumnField
          label="Number of the day or week"
          place="day.column"
          empty="Choose a column"
          value={day.column}
          onChange={(column) => set({ column })}
        />
        <Choice
          label="The first one is number"
          value={String(day.first)}
          options={firstNumbers(day.first).map((first) => ({ value: String(first), label: String(first) }))}
          onChange={(first) => set({ first: Number(first) })}
        />
      </Beside>
      <Beside>
        <Choice
          label="Counted in"
          value={day.unit}
          options={[
            { value: 'day', label: 'Days' },
            { value: 'week', label: 'Weeks' },
          ]}
          onChange={(unit) => set({ unit })}
        />
        <Choice
          label="Counted from"
          value={fromDayZero ? 'day-zero' : 'date'}
          options={[
            { value: 'date', label: 'A date' },
            { value: 'day-zero', label: 'Day 0 of the course', disabled: draft.course === null },
          ]}
          onChange={(from) => set({ from: from === 'day-zero' ? 'day-zero' : '' })}
        />
      </Beside>
      {!fromDayZero && (
        <DateField
          label="Date of the first one"
          error={problemAt(problems, 'day.from')}
          value={day.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** A file counts from 0 or from 1; an earlier mapping may know better. */
function firstNumbers(first: number): number[] {
  return [...new Set([0, 1, first])].sort((a, b) => a - b);
}

function dayOfKind(kind: MappingDraft['day']['kind'], column: string): MappingDraft['day'] {
  switch (kind) {
    case 'column':
      return { kind, column, format: 'year-month-day' };
    case 'constant':
      return { kind, day: '' };
    case 'counted':
      return { kind, column, from: '', first: 1, unit: 'week' };
  }
}
