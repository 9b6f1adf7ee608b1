import { TextField } from './text-field';

/** Three letters at least: shorter says nothing to whoever reads it in ten years. */
export function isReasonMissing(reason: string): boolean {
  return reason.trim().length < 3;
}

interface ReasonFieldProps {
  readonly value: string;
  readonly hint: string;
  /** It was sent once already: what is missing is said. */
  readonly asked: boolean;
  readonly onChange: (reason: string) => void;
}

/** Why a record is changed; it stays in the history. */
export function ReasonField({ value, hint, asked, onChange }: ReasonFieldProps) {
  return (
    <TextField
      label="Reason"
      hint={hint}
      value={value}
      maxLength={500}
      error={asked && isReasonMissing(value) ? 'Say why, in three letters or more.' : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
