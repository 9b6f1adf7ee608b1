import type { ClinicSettingsChange } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useFieldArray, type FieldError, type Merge, type UseFormReturn } from 'react-hook-form';
import { Callout } from '../../ui/callout';
import { emptyToNull } from '../../ui/fields/empty-to-null';
import { TextField } from '../../ui/fields/text-field';
import styles from './clinics.module.css';

/** The part of a form that is a clinic's settings; whole forms hold it under `clinic`. */
export interface ClinicPart {
  clinic: ClinicSettingsChange;
}

const emptyLine = { name: '', phone: null, textTo: null, textWord: null, hours: null };

interface CrisisLinesFieldProps {
  readonly form: UseFormReturn<ClinicPart>;
  readonly readOnly?: boolean;
}

export function CrisisLinesField({ form, readOnly = false }: CrisisLinesFieldProps) {
  const lines = useFieldArray({ control: form.control, name: 'clinic.crisisLines' });
  const errors = form.formState.errors.clinic?.crisisLines;
  const whole = wholeMessage(errors);
  return (
    <div>
      {lines.fields.map((field, index) => {
        const at = errors?.[index];
        const words = { setValueAs: emptyToNull };
        return (
          <fieldset key={field.id} className={styles['line']} disabled={readOnly}>
            <legend className="visually-hidden">Crisis line {index + 1}</legend>
            <TextField
              label="Name"
              error={at?.name?.message}
              {...form.register(`clinic.crisisLines.${index}.name`)}
            />
            <TextField
              label="Call"
              type="tel"
              error={at?.phone?.message}
              {...form.register(`clinic.crisisLines.${index}.phone`, words)}
            />
            <TextField
              label="Text to"
              type="tel"
              error={at?.textTo?.message}
              {...form.register(`clinic.crisisLines.${index}.textTo`, words)}
            />
            <TextField
              label="Word"
              error={at?.textWord?.message}
              {...form.register(`clinic.crisisLines.${index}.textWord`, words)}
            />
            <TextField
              label="Hours"
              error={at?.hours?.message}
              {...form.register(`clinic.crisisLines.${index}.hours`, words)}
            />
            {!readOnly && (
              <Button
                variant="subtle"
                className={styles['remove'] ?? ''}
                aria-label={`Remove crisis line ${index + 1}`}
                onClick={() => lines.remove(index)}
              >
                Remove
              </Button>
            )}
          </fieldset>
        );
      })}
      {whole !== undefined && <Callout tone="attention">{whole}</Callout>}
      {!readOnly && lines.fields.length < 10 && (
        <Button variant="default" onClick={() => lines.append(emptyLine)}>
          Add a line
        </Button>
      )}
    </div>
  );
}

function wholeMessage(errors: Merge<FieldError, unknown> | undefined): string | undefined {
  if (errors === undefined) return undefined;
  return errors.root?.message ?? (typeof errors.message === 'string' ? errors.message : undefined);
}
