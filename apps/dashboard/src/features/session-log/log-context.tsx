import type { DraftChange, SessionDraftValues, SessionLog } from '@courseline/contracts';
import { createContext, useContext, type ReactNode } from 'react';
import type { DraftValue, ShownField } from './draft-queue';

/** What the fields of the page work on: the session, its values, and how to change them. */
export interface LogEditing {
  readonly log: SessionLog;
  readonly fields: Readonly<Record<string, ShownField>>;
  readonly values: SessionDraftValues;
  readonly edit: (changes: readonly DraftChange[]) => void;
  /** Moves the keyboard to the next field in the order of the page. */
  readonly goOn: (from: Node) => void;
  /** Why the server would not take what was typed there. */
  readonly refusalOf: (path: string) => string | null;
  /** Says that what stands in a field cannot be stored, and why; null once it can. */
  readonly reportInvalid: (path: string, detail: string | null) => void;
  /** Now, while the session is logged on its own day; null when it is written down later, or put right. */
  readonly now: () => string | null;
  readonly disabled: boolean;
}

const Context = createContext<LogEditing | null>(null);

export function LogEditingProvider({
  editing,
  children,
}: {
  readonly editing: LogEditing;
  readonly children: ReactNode;
}) {
  return <Context value={editing}>{children}</Context>;
}

export function useLogEditing(): LogEditing {
  const editing = useContext(Context);
  if (editing === null) throw new Error('useLogEditing is for the fields of a session.');
  return editing;
}

export function change(path: string, value: DraftValue): DraftChange {
  return { path, value };
}
