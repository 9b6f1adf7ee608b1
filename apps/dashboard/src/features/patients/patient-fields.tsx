import { indications, sexes, type PatientDetails } from '@courseline/contracts';
import { Controller, useFormContext } from 'react-hook-form';
import { indicationWords } from '../../messages/clinical-words';
import { sexWords } from '../../messages/record-words';
import { Choice, Choices } from '../../ui/fields/choice';
import { DateField } from '../../ui/fields/date-field';
import { emptyIsNull } from '../../ui/fields/empty-is-null';
import { FieldRow } from '../../ui/fields/form';
import { TextAreaField, TextField } from '../../ui/fields/text-field';

/** The names of the fields, so that what the server refuses finds its place. */
export const patientFieldNames = [
  'mrn',
  'familyName',
  'givenName',
  'birthDate',
  'sex',
  'phone',
  'email',
  'indications',
  'allergies',
  'contraindications',
] as const;

export const noPatientDetails: PatientDetails = {
  mrn: '',
  familyName: '',
  givenName: '',
  birthDate: null,
  sex: 'unknown',
  phone: null,
  email: null,
  indications: [],
  allergies: null,
  contraindications: null,
};

const sexOptions = sexes.map((value) => ({ value, label: sexWords[value] }));
const indicationOptions = indications.map((value) => ({ value, label: indicationWords[value].long }));
const unasked = 'Leave it empty if nobody has asked; “none known” is an answer.';

/** What is known about a person, inside a form. */
export function PatientFields() {
  const {
    control,
    register,
    formState: { errors },
  } = useFormContext<PatientDetails>();
  return (
    <>
      <FieldRow>
        <TextField
          label="Record number (MRN)"
          hint="Each patient has one of their own."
          autoComplete="off"
          {...register('mrn')}
          error={errors.mrn?.message}
        />
        <DateField
          label="Birth date"
          hint="Leave it empty if it is not known."
          {...register('birthDate', { setValueAs: emptyIsNull })}
          error={errors.birthDate?.message}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label="Family name"
          autoComplete="off"
          {...register('familyName')}
          error={errors.familyName?.message}
        />
        <TextField
          label="Given name"
          autoComplete="off"
          {...register('givenName')}
          error={errors.givenName?.message}
        />
      </FieldRow>
      <Controller
        control={control}
        name="sex"
        render={({ field }) => (
          <Choice label="Sex" options={sexOptions} value={field.value} onChange={field.onChange} />
        )}
      />
      <Controller
        control={control}
        name="indications"
        render={({ field }) => (
          <Choices
            label="Indications"
            options={indicationOptions}
            values={field.value}
            onChange={field.onChange}
            error={errors.indications?.message}
          />
        )}
      />
      <FieldRow>
        <TextField
          type="tel"
          label="Telephone"
          autoComplete="off"
          {...register('phone', { setValueAs: emptyIsNull })}
          error={errors.phone?.message}
        />
        <TextField
          type="email"
          label="Email address"
          autoComplete="off"
          {...register('email', { setValueAs: emptyIsNull })}
          error={errors.email?.message}
        />
      </FieldRow>
      <TextAreaField
        label="Allergies"
        hint={unasked}
        rows={2}
        {...register('allergies', { setValueAs: emptyIsNull })}
        error={errors.allergies?.message}
      />
      <TextAreaField
        label="Contraindications and cautions"
        hint="Shown wherever a dose is given: high blood pressure, aneurysm, psychosis, pregnancy."
        rows={2}
        {...register('contraindications', { setValueAs: emptyIsNull })}
        error={errors.contraindications?.message}
      />
    </>
  );
}
