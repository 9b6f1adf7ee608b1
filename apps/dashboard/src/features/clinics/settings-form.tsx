import { clinicSettingsChangeSchema, type ClinicSettings } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { changeClinicSettings, clinicSettingsQuery } from '../../api/clinics';
import { isProblem } from '../../api/problem-error';
import { Callout } from '../../ui/callout';
import { Choice } from '../../ui/fields/choice';
import { FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { placeProblem } from '../../ui/form-problem';
import { formResolver } from '../../ui/form-resolver';
import { ClinicFields } from './clinic-fields';
import styles from './clinics.module.css';
import { CrisisLinesField } from './crisis-lines-field';
import { FormSection } from './form-section';

const formSchema = z.strictObject({ clinic: clinicSettingsChangeSchema });

interface SettingsFormProps {
  readonly settings: ClinicSettings;
  readonly mayChange: boolean;
  /** Opening the clinic to all clinicians is for directors. */
  readonly mayOpen: boolean;
}

export function SettingsForm({ settings, mayChange, mayOpen }: SettingsFormProps) {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isStale, setIsStale] = useState(false);
  const { id: _id, slug, version: _version, ...clinic } = settings;
  // The version the fields were filled from, not the newest read: else another's change would be undone unseen.
  const [baseVersion, setBaseVersion] = useState(settings.version);
  const form = useForm({ resolver: formResolver(formSchema), defaultValues: { clinic } });
  const { errors, isDirty } = form.formState;
  const fillFrom = ({ id: _, slug: _slug, version, ...now }: ClinicSettings) => {
    form.reset({ clinic: now });
    setBaseVersion(version);
  };
  const mutation = useMutation({
    mutationFn: (values: z.infer<typeof formSchema>) =>
      changeClinicSettings(slug, baseVersion, values.clinic),
    onSuccess: (saved) => {
      queryClient.setQueryData(clinicSettingsQuery(slug).queryKey, saved);
      fillFrom(saved);
      setProblem(null);
    },
    onError: (error) => {
      setIsStale(isProblem(error, 'version-conflict'));
      setProblem(
        isProblem(error, 'version-conflict')
          ? 'Someone else has changed the settings in the meantime. Nothing of yours was saved yet.'
          : placeProblem(
              form,
              error,
              [
                'clinic.name',
                'clinic.timeZone',
                'clinic.locale',
                'clinic.weightUnit',
                'clinic.phone',
                'clinic.openingHours',
                'clinic.crisisLines',
                'clinic.openToClinicians',
              ],
              'clinic.',
            ),
      );
    },
  });
  const loadTheirs = async () => {
    const theirs = await queryClient.query({ ...clinicSettingsQuery(slug), staleTime: 0 });
    fillFrom(theirs);
    setIsStale(false);
    setProblem(null);
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
          readOnly={!mayChange}
          error={errors.clinic?.name?.message}
          {...form.register('clinic.name')}
        />
        <ClinicFields form={form} readOnly={!mayChange} />
      </FormSection>
      <FormSection
        title="Crisis lines"
        lead="Patients see them on every page. Call each number once a year and after every change."
      >
        <CrisisLinesField form={form} readOnly={!mayChange} />
      </FormSection>
      <FormSection title="Who sees which patients">
        <Controller
          control={form.control}
          name="clinic.openToClinicians"
          render={({ field }) => (
            <Choice
              label="Clinicians may treat"
              {...(mayOpen ? {} : { hint: 'A director can change this.' })}
              options={[
                {
                  value: 'care-team',
                  label: 'the patients of their care teams',
                  hint: 'Others are not found by them.',
                },
                {
                  value: 'everyone',
                  label: 'every patient of the clinic',
                  hint: 'Nurses still only those of their care teams.',
                },
              ]}
              value={field.value ? 'everyone' : 'care-team'}
              onChange={(value) => field.onChange(value === 'everyone')}
              disabled={!mayOpen}
              stacked
            />
          )}
        />
      </FormSection>
      {mayChange && (
        <FormEnd submit="Save" pending={mutation.isPending} problem={problem}>
          {isStale && (
            <Button variant="default" onClick={() => void loadTheirs()}>
              Show theirs and discard mine
            </Button>
          )}
          {mutation.isSuccess && !isDirty && <span role="status">Saved.</span>}
        </FormEnd>
      )}
      {!mayChange && <Callout tone="note">An administrator or a director can change these.</Callout>}
    </form>
  );
}
