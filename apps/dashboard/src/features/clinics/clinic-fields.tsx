import { Controller, type UseFormReturn } from 'react-hook-form';
import { Choice } from '../../ui/fields/choice';
import { emptyToNull } from '../../ui/fields/empty-to-null';
import { FieldRow } from '../../ui/fields/form';
import { SelectField } from '../../ui/fields/select-field';
import { TextField } from '../../ui/fields/text-field';
import type { ClinicPart } from './crisis-lines-field';
import { localeOptions, timeZoneOptions } from './locales';

interface ClinicFieldsProps {
  readonly form: UseFormReturn<ClinicPart>;
  readonly readOnly?: boolean;
}

/** How the clinic writes dates and weights, and how it is reached. */
export function ClinicFields({ form, readOnly = false }: ClinicFieldsProps) {
  const errors = form.formState.errors.clinic;
  const { timeZone, locale } = form.getValues('clinic');
  return (
    <>
      <FieldRow>
        <SelectField
          label="Time zone"
          hint="What the clinic calls today."
          options={timeZoneOptions(timeZone)}
          disabled={readOnly}
          error={errors?.timeZone?.message}
          {...form.register('clinic.timeZone')}
        />
        <SelectField
          label="Dates and numbers"
          hint="How they are written, everywhere."
          options={localeOptions(locale)}
          disabled={readOnly}
          error={errors?.locale?.message}
          {...form.register('clinic.locale')}
        />
      </FieldRow>
      <Controller
        control={form.control}
        name="clinic.weightUnit"
        render={({ field }) => (
          <Choice
            label="Weight is entered in"
            options={[
              { value: 'kg', label: 'kilograms' },
              { value: 'lb', label: 'pounds' },
            ]}
            value={field.value}
            onChange={field.onChange}
            disabled={readOnly}
            error={errors?.weightUnit?.message}
          />
        )}
      />
      <FieldRow>
        <TextField
          type="tel"
          label="Telephone (optional)"
          hint="Patients see it beside the crisis lines."
          readOnly={readOnly}
          error={errors?.phone?.message}
          {...form.register('clinic.phone', { setValueAs: emptyToNull })}
        />
        <TextField
          label="Opening hours (optional)"
          hint="Such as Mon-Fri 8-18."
          readOnly={readOnly}
          error={errors?.openingHours?.message}
          {...form.register('clinic.openingHours', { setValueAs: emptyToNull })}
        />
      </FieldRow>
    </>
  );
}
