import { firstRunSchema, type FirstRun } from '@courseline/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm, type UseFormReturn } from 'react-hook-form';
import { createFirstClinic } from '../../api/clinics';
import { roleHints, roleWords } from '../../messages/role-words';
import { Choices } from '../../ui/fields/choice';
import { FormEnd } from '../../ui/fields/form';
import { SelectField } from '../../ui/fields/select-field';
import { PasswordField } from '../../ui/fields/password-field';
import { TextField } from '../../ui/fields/text-field';
import { formatDay } from '../../ui/format';
import { placeProblem } from '../../ui/form-problem';
import { formResolver } from '../../ui/form-resolver';
import { ClinicFields } from './clinic-fields';
import {
  countries,
  crisisLinesCheckedOn,
  findCountry,
  guessCountry,
  unknownCountry,
} from './crisis-line-table';
import { CrisisLinesField, type ClinicPart } from './crisis-lines-field';
import styles from './clinics.module.css';
import { FormSection } from './form-section';
import { suggestSlug } from './slug';

interface FirstRunFormProps {
  readonly token: string;
  readonly onCreated: (slug: string) => void;
}

const alsoRoles = ['director', 'clinician', 'nurse'] as const;

function browserDefaults() {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { timeZone, country: guessCountry(timeZone, navigator.language) };
}

function emptyForm(token: string): FirstRun {
  const { timeZone, country } = browserDefaults();
  return {
    token,
    clinic: {
      name: '',
      slug: '',
      timeZone,
      locale: /^[a-z]{2,3}-[A-Z]{2}$/.test(navigator.language) ? navigator.language : country.locale,
      weightUnit: country.weightUnit,
      phone: null,
      openingHours: null,
      crisisLines: [...country.crisisLines],
      openToClinicians: false,
    },
    administrator: { email: '', name: '', password: '', alsoRoles: [] },
  };
}

/** The first clinic of a server, and the account of whoever runs it. */
export function FirstRunForm({ token, onCreated }: FirstRunFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [country, setCountry] = useState(() => browserDefaults().country.code);
  const form = useForm({ resolver: formResolver(firstRunSchema), defaultValues: emptyForm(token) });
  const { errors, dirtyFields } = form.formState;
  const mutation = useMutation({
    mutationFn: createFirstClinic,
    onSuccess: ({ clinic }) => onCreated(clinic),
    onError: (error) =>
      setProblem(
        placeProblem(form, error, [
          'clinic.name',
          'clinic.slug',
          'clinic.timeZone',
          'clinic.locale',
          'clinic.phone',
          'clinic.openingHours',
          'clinic.crisisLines',
          'administrator.email',
          'administrator.name',
          'administrator.password',
          'administrator.alsoRoles',
        ]),
      ),
  });
  // The fields both forms share know only the clinic's part of this one.
  const clinicForm = form as unknown as UseFormReturn<ClinicPart>;

  const chooseCountry = (code: string) => {
    setCountry(code);
    const chosen = findCountry(code);
    form.setValue('clinic.crisisLines', [...chosen.crisisLines]);
    form.setValue('clinic.weightUnit', chosen.weightUnit);
  };
  const suggestAddress = (name: string) => {
    if (dirtyFields.clinic?.slug !== true) form.setValue('clinic.slug', suggestSlug(name));
  };

  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={form.handleSubmit((values) => mutation.mutate(values))}
    >
      <FormSection title="The clinic">
        <TextField
          label="Name"
          autoComplete="organization"
          error={errors.clinic?.name?.message}
          {...form.register('clinic.name', {
            onChange: (event: { target: { value: string } }) => suggestAddress(event.target.value),
          })}
        />
        <TextField
          label="Name in addresses"
          hint="Lower-case letters, digits and hyphens. It cannot be changed later."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.clinic?.slug?.message}
          {...form.register('clinic.slug')}
        />
        <SelectField
          label="Country"
          hint="Fills in the crisis lines and the unit of weight."
          value={country}
          onChange={(event) => chooseCountry(event.currentTarget.value)}
          options={[...countries, unknownCountry].map(({ code, name }) => ({ value: code, label: name }))}
        />
        <ClinicFields form={clinicForm} />
      </FormSection>
      <FormSection
        title="Crisis lines"
        lead={`Patients see them on every page, and can call or text with one tap. Check each number before you rely on it; this table was last checked on ${formatDay(crisisLinesCheckedOn, form.getValues('clinic.locale'))}.`}
      >
        <CrisisLinesField form={clinicForm} />
      </FormSection>
      <FormSection title="You" lead="You become the clinic’s administrator: you invite the others.">
        <TextField
          label="Name"
          hint="As colleagues and patients know you."
          autoComplete="name"
          error={errors.administrator?.name?.message}
          {...form.register('administrator.name')}
        />
        <TextField
          type="email"
          label="Email"
          hint="You sign in with it."
          autoComplete="username"
          error={errors.administrator?.email?.message}
          {...form.register('administrator.email')}
        />
        <PasswordField
          label="Password"
          hint="At least 15 characters. A sentence you remember is a good password."
          autoComplete="new-password"
          error={errors.administrator?.password?.message}
          {...form.register('administrator.password')}
        />
        <Controller
          control={form.control}
          name="administrator.alsoRoles"
          render={({ field }) => (
            <Choices
              label="Roles you also take"
              hint="An administrator sees no patient. Whoever treats or directs needs that role too."
              options={alsoRoles.map((role) => ({
                value: role,
                label: roleWords[role],
                hint: roleHints[role],
              }))}
              values={field.value}
              onChange={field.onChange}
              stacked
              error={errors.administrator?.alsoRoles?.message}
            />
          )}
        />
      </FormSection>
      <FormEnd submit="Create the clinic" pending={mutation.isPending} problem={problem} />
    </form>
  );
}
