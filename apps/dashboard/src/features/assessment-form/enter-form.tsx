import type { AssessmentDetail, DraftAnswers } from '@courseline/contracts';
import { getInstrument, scoredInstruments, type InstrumentId } from '@courseline/instruments';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { addAssessment } from '../../api/assessments';
import { useCurrentClinic } from '../../api/current-clinic';
import { problemOf, problemWords } from '../../ui/failure-words';
import { DateField } from '../../ui/fields/date-field';
import { Form, FormEnd, FieldRow } from '../../ui/fields/form';
import { NumberField } from '../../ui/fields/number-field';
import { parseNumber } from '../../ui/fields/parse-number';
import { SelectField } from '../../ui/fields/select-field';
import { useFormat } from '../../ui/format-context';
import { useDeed } from '../../api/use-deed';
import { filledAnswers } from './filled-form';
import { firstOpenItem, noAnswers, withAnswer } from './form-items';
import { SingleForm } from './single-form';

interface EnterFormProps {
  readonly patientId: string;
  readonly onEntered: (detail: AssessmentDetail) => void;
  /** Something is typed that is nowhere else yet. */
  readonly onUnsaved: (unsaved: boolean) => void;
}

/** A form from paper or from a call between sessions: which, of which day, and its answers or its total. */
export function EnterForm({ patientId, onEntered, onUnsaved }: EnterFormProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const today = format.today();
  const form = useRef<HTMLDivElement>(null);
  const [instrument, setInstrument] = useState<InstrumentId>('phq-9');
  const [onDate, setOnDate] = useState(today);
  const [answers, setAnswers] = useState<DraftAnswers>(noAnswers);
  const [total, setTotal] = useState('');
  const [refused, setRefused] = useState(0);
  const deed = useDeed(
    (body: Parameters<typeof addAssessment>[2], key) => addAssessment(slug, patientId, body, key),
    {
      refresh: ['clinic', slug],
      onDone: (detail) => {
        onUnsaved(false);
        onEntered(detail);
      },
    },
  );
  const definition = getInstrument(instrument);
  const isTotalOnly = definition.items.length === 0;
  const open = isTotalOnly ? null : firstOpenItem(definition, answers);
  const sum = parseNumber(total);
  const errors = {
    onDate: dayError(onDate, today) ?? detailOf(deed.error, '/onDate'),
    total: isTotalOnly ? totalError(sum, definition.range) : undefined,
  };

  const submit = () => {
    if (open !== null || errors.total !== undefined || dayError(onDate, today) !== undefined) {
      setRefused((times) => times + 1);
      return;
    }
    deed.mutate({
      instrument,
      ...(isTotalOnly ? { answers: null, difficulty: null } : filledAnswers(definition, answers)),
      total: isTotalOnly ? sum : null,
      onDate,
      at: null,
      context: 'between',
    });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    submit();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return (
    <Form
      label="Enter a form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SelectField
        label="Form"
        value={instrument}
        options={scoredInstruments.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
        onChange={(event) => {
          const chosen = scoredInstruments.find(({ id }) => id === event.currentTarget.value);
          if (chosen === undefined) return;
          setInstrument(chosen.id);
          setAnswers(noAnswers);
          setTotal('');
          setRefused(0);
        }}
      />
      <FieldRow>
        <DateField
          label="Filled in on"
          value={onDate}
          max={today}
          error={refused > 0 || deed.isError ? errors.onDate : undefined}
          onChange={(event) => setOnDate(event.currentTarget.value)}
        />
      </FieldRow>
      {isTotalOnly ? (
        <NumberField
          label="Total"
          hint={`${definition.range.min} to ${definition.range.max}. Of this form only the total is kept.`}
          whole
          value={total}
          error={refused > 0 ? errors.total : undefined}
          onChange={(event) => {
            setTotal(event.currentTarget.value);
            onUnsaved(true);
          }}
        />
      ) : (
        <div ref={form}>
          <SingleForm
            key={instrument}
            definition={definition}
            answers={answers}
            disabled={deed.isPending}
            lookForOpen={refused}
            onAnswer={(item, value) => {
              setAnswers((now) => withAnswer(definition, now, item, value));
              onUnsaved(true);
            }}
            onDone={() =>
              form.current?.closest('form')?.querySelector<HTMLElement>('[type="submit"]')?.focus()
            }
          />
        </div>
      )}
      <FormEnd
        submit="Save the form"
        pending={deed.isPending}
        problem={
          deed.error !== null
            ? problemWords(deed.error)
            : refused > 0 && open !== null
              ? `${questionWords(open)} has no answer yet. A question that was left out is answered with “Declined”.`
              : null
        }
      />
    </Form>
  );
}

function questionWords(item: string): string {
  return /^\d+$/.test(item) ? `Question ${item}` : 'The last question';
}

function dayError(day: string, today: string): string | undefined {
  if (day === '') return 'The day on which it was filled in.';
  return day > today ? 'Not after today.' : undefined;
}

function totalError(
  total: number | null,
  { min, max }: { readonly min: number; readonly max: number },
): string | undefined {
  const fits = total !== null && Number.isInteger(total) && total >= min && total <= max;
  return fits ? undefined : `A whole number from ${min} to ${max}.`;
}

function detailOf(error: unknown, pointer: string): string | undefined {
  return problemOf(error)?.errors?.find((each) => each.pointer === pointer)?.detail;
}
