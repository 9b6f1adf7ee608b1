import type { ImportTreatment } from '@courseline/contracts';
import { Choice } from '../../ui/fields/choice';
import { DateField } from '../../ui/fields/date-field';
import { CodesTable } from './codes-table';
import { Beside } from './beside';
import { ColumnField } from './column-field';
import { DayFormatField } from './day-format-field';
import { useMapping } from './mapping-context';
import { problemAt, unknownTreatment, type MappingDraft } from './mapping-draft';
import { formatFor } from './person-fields';
import { TreatmentField } from './treatment-field';

type Course = NonNullable<MappingDraft['course']>;

/** The course of treatment that the forms belong to, if the file tells. */
export function CourseFields() {
  const { draft, change } = useMapping();
  const { course, day } = draft;
  const remove = () =>
    change({
      course: null,
      ...(day.kind === 'counted' && day.from === 'day-zero' ? { day: { ...day, from: '' } } : {}),
    });
  const add = () =>
    change({
      course: {
        dayZero: { kind: 'column', column: '', format: 'year-month-day' },
        treatment: { kind: 'column', column: '', codes: {} },
      },
    });
  return (
    <>
      <Choice
        label="Do the forms belong to a course of treatment?"
        value={course === null ? 'no' : 'yes'}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No, or the file does not say' },
        ]}
        onChange={(answer) => (answer === 'yes' ? add() : remove())}
      />
      {course !== null && <DayZeroFields course={course} />}
      {course !== null && <TreatmentFields course={course} />}
    </>
  );
}

function DayZeroFields({ course }: { readonly course: Course }) {
  const { columns, problems, change } = useMapping();
  const { dayZero } = course;
  const set = (next: Course['dayZero']) => change({ course: { ...course, dayZero: next } });
  return (
    <>
      <Choice
        label="Day 0, the day of the first dose"
        value={dayZero.kind}
        options={[
          { value: 'column', label: 'In each row' },
          { value: 'constant', label: 'The same for all rows' },
        ]}
        onChange={(kind) =>
          set(kind === 'column' ? { kind, column: '', format: 'year-month-day' } : { kind, day: '' })
        }
      />
      {dayZero.kind === 'column' ? (
        <Beside>
          <ColumnField
            label="Day 0"
            place="course.dayZero.column"
            empty="Choose a column"
            value={dayZero.column}
            onChange={(column) => set({ ...dayZero, column, format: formatFor(columns, column) })}
          />
          <DayFormatField
            label="Day 0 is written"
            value={dayZero.format}
            onChange={(format) => set({ ...dayZero, format })}
          />
        </Beside>
      ) : (
        <DateField
          label="Day 0 of all rows"
          error={problemAt(problems, 'course.dayZero.day')}
          value={dayZero.day}
          onChange={(event) => set({ ...dayZero, day: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function TreatmentFields({ course }: { readonly course: Course }) {
  const { columns, problems, change } = useMapping();
  const { treatment } = course;
  const set = (next: Course['treatment']) => change({ course: { ...course, treatment: next } });
  const column = treatment.kind === 'column' ? columns.find(({ name }) => name === treatment.column) : null;
  const codes = treatment.kind === 'column' ? treatment.codes : {};
  const mean = (code: string, meaning: ImportTreatment) => {
    if (treatment.kind === 'column') set({ ...treatment, codes: { ...codes, [code]: meaning } });
  };
  return (
    <>
      <Choice
        label="Treatment"
        value={treatment.kind}
        options={[
          { value: 'column', label: 'In each row' },
          { value: 'constant', label: 'The same for all rows' },
        ]}
        onChange={(kind) =>
          set(
            kind === 'column'
              ? { kind, column: '', codes: {} }
              : { kind, treatment: { ...unknownTreatment } },
          )
        }
      />
      {treatment.kind === 'constant' ? (
        <Beside>
          <TreatmentField
            label="Treatment of all rows"
            value={treatment.treatment}
            suggestedName=""
            error={problemAt(problems, 'course.treatment')}
            onChange={(next) => set({ kind: 'constant', treatment: next })}
          />
        </Beside>
      ) : (
        <>
          <ColumnField
            label="Column of the treatment"
            place="course.treatment.column"
            empty="Choose a column"
            value={treatment.column}
            onChange={(name) => set({ kind: 'column', column: name, codes: {} })}
          />
          {column !== null && column !== undefined && (
            <CodesTable
              caption="Treatments in the file"
              empty="There are too many different cells for treatments."
              codes={column.values ?? []}
              meaning={(code) => (
                <TreatmentField
                  label={`${code} means`}
                  value={codes[code] ?? null}
                  suggestedName={code}
                  error={problemAt(problems, `course.treatment.codes.${code}`)}
                  onChange={(meaning) => mean(code, meaning)}
                />
              )}
            />
          )}
        </>
      )}
    </>
  );
}
