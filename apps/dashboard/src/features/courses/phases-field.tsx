import { Button } from '@mantine/core';
import { phases, type StartCourse } from '@courseline/contracts';
import { phaseTemplates, type Agent } from '@courseline/treatment';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { phaseWords } from '../../messages/clinical-words';
import { intervalOptions } from '../../messages/plan-words';
import { NumberField } from '../../ui/fields/number-field';
import { parseNumber } from '../../ui/fields/parse-number';
import { SelectField } from '../../ui/fields/select-field';
import { phasesOf } from './course-form-values';
import styles from './courses.module.css';

const phaseOptions = phases.map((value) => ({ value, label: phaseWords[value] }));

/** The phases of the course in their order, begun from a usual plan. */
export function PhasesField({ agent }: { readonly agent: Agent }) {
  const {
    control,
    register,
    formState: { errors },
  } = useFormContext<StartCourse>();
  const { fields, append, remove, replace } = useFieldArray({ control, name: 'phases' });
  const templates = phaseTemplates(agent);
  return (
    <fieldset className={styles['phases']}>
      <legend>Plan</legend>
      <SelectField
        label="Begin from a usual plan"
        empty="As below"
        options={templates.map(({ id, label }) => ({ value: id, label }))}
        value=""
        onChange={(event) => {
          const chosen = templates.find((template) => template.id === event.currentTarget.value);
          if (chosen !== undefined) replace(phasesOf(chosen));
        }}
      />
      {fields.map((field, index) => (
        <div key={field.id} className={styles['phase']}>
          <SelectField
            label={`Phase ${index + 1}`}
            options={phaseOptions}
            {...register(`phases.${index}.phase`)}
          />
          <NumberField
            whole
            label="Sessions"
            {...register(`phases.${index}.plannedSessions`, { setValueAs: parseNumber })}
            error={errors.phases?.[index]?.plannedSessions?.message}
          />
          <SelectField
            label="How often"
            empty="Not fixed"
            options={optionsWith(field.intervalDays)}
            {...register(`phases.${index}.intervalDays`, { setValueAs: parseNumber })}
          />
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Remove phase ${index + 1}`}
            onClick={() => remove(index)}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() =>
          append({ phase: 'maintenance', startsOn: null, plannedSessions: null, intervalDays: 14 })
        }
      >
        Add a phase
      </Button>
    </fieldset>
  );
}

/** An interval that has no words of its own stays to be chosen. */
function optionsWith(days: number | null) {
  return days === null || intervalOptions.some((option) => option.value === String(days))
    ? intervalOptions
    : [...intervalOptions, { value: String(days), label: `every ${days} days` }];
}
