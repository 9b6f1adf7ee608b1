import { useId, useState, type ReactNode } from 'react';
import { ConfirmDialog } from './confirm-dialog';
import { TextField } from './fields/text-field';

interface ReasonDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** A question. */
  readonly title: string;
  /** What follows, in words. */
  readonly consequence: ReactNode;
  /** What the button does, as a verb. */
  readonly confirm: string;
  readonly onConfirm: (reason: string) => void;
  readonly pending: boolean;
  readonly error: unknown;
  /** What is often meant: one press writes it. */
  readonly suggestions?: readonly string[];
}

/** A final act that needs a reason, of three letters or more. */
export function ReasonDialog({ onConfirm, suggestions = [], ...dialog }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState(false);
  const listId = useId();
  return (
    <ConfirmDialog
      {...dialog}
      onConfirm={() => {
        const written = reason.trim();
        setRefused(written.length < 3);
        if (written.length >= 3) onConfirm(written);
      }}
    >
      <TextField
        label="Reason"
        hint="Stays in the history with your name."
        value={reason}
        maxLength={500}
        data-autofocus
        list={suggestions.length > 0 ? listId : undefined}
        error={refused ? 'Say why, in three letters or more.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((words) => (
            <option key={words} value={words} />
          ))}
        </datalist>
      )}
    </ConfirmDialog>
  );
}
