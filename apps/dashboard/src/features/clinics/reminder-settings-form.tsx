import { reminderSettingsChangeSchema, type ReminderSettings } from '@courseline/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useCurrentClinic } from '../../api/current-clinic';
import { isProblem } from '../../api/problem-error';
import { changeReminderSettings, reminderSettingsQuery } from '../../api/reminders';
import { Choice } from '../../ui/fields/choice';
import { TimeField } from '../../ui/fields/date-field';
import { FieldRow, Form, FormEnd } from '../../ui/fields/form';
import { NumberField } from '../../ui/fields/number-field';
import { parseNumber } from '../../ui/fields/parse-number';
import { placeProblem } from '../../ui/form-problem';
import { formResolver } from '../../ui/form-resolver';

export function ReminderSettingsForm({ settings }: { readonly settings: ReminderSettings }) {
  const { slug, settings: clinic } = useCurrentClinic();
  const client = useQueryClient();
  const { version: read, ...current } = settings;
  const [version, setVersion] = useState(read);
  const form = useForm({ resolver: formResolver(reminderSettingsChangeSchema), defaultValues: current });
  const { errors } = form.formState;
  const [problem, setProblem] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (change: typeof current) => changeReminderSettings(slug, version, change),
    onSuccess: ({ version: saved, ...now }) => {
      form.reset(now);
      setVersion(saved);
      setProblem(null);
      client.setQueryData(reminderSettingsQuery(slug).queryKey, { ...now, version: saved });
    },
    onError: (error) => {
      setProblem(
        isProblem(error, 'version-conflict')
          ? 'Someone else has changed this in the meantime. Load the page again to see it.'
          : placeProblem(form, error, ['on', 'from', 'until', 'each']),
      );
    },
  });
  return (
    <Form onSubmit={form.handleSubmit((change) => save.mutate(change))}>
      <Controller
        control={form.control}
        name="on"
        render={({ field }) => (
          <Choice
            label="Reminders"
            hint="For one patient they are switched off in the patient’s record."
            options={[
              { value: 'on', label: 'are sent when questions are due' },
              { value: 'off', label: 'are not sent' },
            ]}
            value={field.value ? 'on' : 'off'}
            onChange={(value) => field.onChange(value === 'on')}
          />
        )}
      />
      <FieldRow>
        <TimeField
          label="Not before"
          hint={`Time in ${clinic.timeZone}`}
          error={errors.from?.message}
          {...form.register('from')}
        />
        <TimeField
          label="None from"
          hint="Until the next morning"
          error={errors.until?.message}
          {...form.register('until')}
        />
        <NumberField
          label="At most, for one form"
          hint="1 to 5 reminders"
          whole
          error={errors.each?.message}
          {...form.register('each', { setValueAs: parseNumber })}
        />
      </FieldRow>
      <FormEnd submit="Save" pending={save.isPending} problem={problem}>
        {save.isSuccess && !form.formState.isDirty && <span role="status">Saved.</span>}
      </FormEnd>
    </Form>
  );
}
