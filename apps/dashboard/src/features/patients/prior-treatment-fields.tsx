import type { AddPriorTreatment } from '@courseline/contracts';
import {
  ADEQUATE_WEEKS,
  adequacies,
  adherences,
  episodes,
  priorTreatmentKinds,
  priorTreatmentOutcomes,
  trialAdequacy,
} from '@courseline/treatment';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import {
  adequacyWords,
  adherenceWords,
  episodeWords,
  treatmentKindWords,
  trialOutcomeWords,
} from '../../messages/record-words';
import { Choice } from '../../ui/fields/choice';
import { emptyIsNull } from '../../ui/fields/empty-is-null';
import { FieldRow } from '../../ui/fields/form';
import { NumberField } from '../../ui/fields/number-field';
import { parseNumber } from '../../ui/fields/parse-number';
import { SelectField } from '../../ui/fields/select-field';
import { TextAreaField, TextField } from '../../ui/fields/text-field';

function options<Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: words[value] }));
}

/** What was tried, inside a form. */
export function PriorTreatmentFields() {
  const {
    control,
    register,
    formState: { errors },
  } = useFormContext<AddPriorTreatment>();
  return (
    <>
      <FieldRow>
        <SelectField
          label="Kind"
          options={options(priorTreatmentKinds, treatmentKindWords)}
          {...register('kind')}
        />
        <TextField
          label="Name"
          hint="Such as sertraline."
          autoComplete="off"
          {...register('name')}
          error={errors.name?.message}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label="Highest dose"
          hint="Such as 200 mg a day."
          autoComplete="off"
          {...register('highestDose', { setValueAs: emptyIsNull })}
          error={errors.highestDose?.message}
        />
        <NumberField
          whole
          label="Weeks at an effective dose"
          hint="At the minimum effective dose or above."
          unit="weeks"
          {...register('weeksAtDose', { setValueAs: parseNumber })}
          error={errors.weeksAtDose?.message}
        />
      </FieldRow>
      <Controller
        control={control}
        name="adherence"
        render={({ field }) => (
          <Choice
            label="Was it taken?"
            options={options(adherences, adherenceWords)}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="outcome"
        render={({ field }) => (
          <Choice
            label="What came of it?"
            options={options(priorTreatmentOutcomes, trialOutcomeWords)}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="episode"
        render={({ field }) => (
          <Choice
            label="When?"
            options={options(episodes, episodeWords)}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <AdequacyChoice />
      <TextField
        label="Why it was stopped"
        autoComplete="off"
        {...register('stopReason', { setValueAs: emptyIsNull })}
        error={errors.stopReason?.message}
      />
      <TextAreaField
        label="Note"
        rows={2}
        {...register('note', { setValueAs: emptyIsNull })}
        error={errors.note?.message}
      />
    </>
  );
}

/** What the rule makes of it while it is typed; a person may judge otherwise. */
function AdequacyChoice() {
  const { control } = useFormContext<AddPriorTreatment>();
  const [kind, weeksAtDose, adherence] = useWatch({ control, name: ['kind', 'weeksAtDose', 'adherence'] });
  const byRule = trialAdequacy({
    kind,
    weeksAtDose: Number.isNaN(weeksAtDose) ? null : weeksAtDose,
    adherence,
  });
  return (
    <Controller
      control={control}
      name="adequate"
      render={({ field }) => (
        <Choice
          label="Was it tried well enough to count?"
          hint={
            byRule === null
              ? 'The rule speaks of antidepressants only: say what you think.'
              : `ATHF-SF (Sackeim 2019): ${ADEQUATE_WEEKS} weeks or more at the minimum effective dose, taken as prescribed.`
          }
          options={[
            {
              value: 'by-rule',
              label: byRule === null ? 'Not judged' : `By the rule: ${adequacyWords[byRule]}`,
            },
            ...options(adequacies, { yes: 'Adequate', no: 'Not adequate', unknown: 'Not known' }),
          ]}
          value={field.value}
          onChange={field.onChange}
        />
      )}
    />
  );
}
