import {
  newConsentTextSchema,
  type ConsentScope,
  type ConsentText,
  type NewConsentText,
} from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { addConsentText, consentsKey } from '../../api/consents';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Choice } from '../../ui/fields/choice';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextAreaField, TextField } from '../../ui/fields/text-field';
import { placeProblem } from '../../ui/form-problem';
import { formResolver } from '../../ui/form-resolver';
import { scopeWords } from './consent-words';

interface ConsentTextFormProps {
  readonly scope: ConsentScope;
  readonly newest: ConsentText | null;
  readonly onDone: () => void;
}

/** A version of a text. The ones before it stay as they were signed. */
export function ConsentTextForm({ scope, newest, onDone }: ConsentTextFormProps) {
  const { slug } = useCurrentClinic();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<NewConsentText>({
    resolver: formResolver(newConsentTextSchema),
    defaultValues: { scope, title: newest?.title ?? '', body: newest?.body ?? '', asksAgain: true },
  });
  const add = useDeed((body: NewConsentText, key) => addConsentText(slug, newest?.version ?? 0, body, key), {
    refresh: consentsKey(slug),
    onDone,
    onError: (error) => setProblem(placeProblem(form, error, ['title', 'body'])),
  });
  const { errors } = form.formState;
  return (
    <Form
      label={`A text for ${scopeWords[scope]}`}
      onSubmit={(event) => void form.handleSubmit((body) => add.mutate(body))(event)}
    >
      <TextField label="Title" {...form.register('title')} error={errors.title?.message} />
      <TextAreaField
        label="Text"
        hint="In plain words, as the patient reads it. Every version stays as it was signed."
        rows={12}
        {...form.register('body')}
        error={errors.body?.message}
      />
      {newest !== null && (
        <Controller
          control={form.control}
          name="asksAgain"
          render={({ field }) => (
            <Choice
              label="Who signed an earlier version"
              stacked
              options={[
                {
                  value: 'again',
                  label: 'is asked again',
                  hint: 'Until they sign, the agreement does not count.',
                },
                {
                  value: 'holds',
                  label: 'stays agreed',
                  hint: 'For a change that changes nothing for them.',
                },
              ]}
              value={field.value ? 'again' : 'holds'}
              onChange={(value) => field.onChange(value === 'again')}
            />
          )}
        />
      )}
      <FormEnd submit="Put in force" pending={add.isPending} problem={problem}>
        <Button variant="subtle" onClick={onDone}>
          Cancel
        </Button>
      </FormEnd>
    </Form>
  );
}
