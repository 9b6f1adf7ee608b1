import {
  readDraftFields,
  type DraftChange,
  type MissingPart,
  type SessionLog,
  type SigningGate,
} from '@courseline/contracts';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { useFormat } from '../../ui/format-context';
import { focusField, focusNextInFlow } from '../../ui/keyboard/field-focus';
import { completionOf, fieldOf, firstField, item9Awaiting, type Completion } from './completion';
import { toMinute } from './clock-time';
import type { ShownField } from './draft-queue';
import { change, type LogEditing } from './log-context';
import { questionOf, type AlertsSlot, type FormsSlot } from './sheet-slots';

interface SheetSource {
  /** What the keyboard moves within. */
  readonly root: RefObject<HTMLElement | null>;
  readonly log: SessionLog;
  readonly fields: Readonly<Record<string, ShownField>>;
  readonly assessmentIds: Readonly<Record<string, string>>;
  readonly edit: (changes: readonly DraftChange[]) => void;
  readonly refusalOf: (path: string) => string | null;
  /** Times that are now are filled in by themselves. */
  readonly keepsTime: boolean;
  readonly disabled: boolean;
  readonly enteredBy: (instrument: string) => string | null;
  /** The keyboard begins at the first thing that is not there yet. */
  readonly goesToFirst: boolean;
}

export interface Sheet {
  readonly editing: LogEditing;
  readonly completion: Completion;
  readonly forms: Omit<FormsSlot, 'instruments'>;
  readonly alerts: AlertsSlot;
  readonly goTo: (part: SigningGate | MissingPart) => void;
}

/** Everything the page of a session works with, from its fields: values, what is missing, where the keyboard goes. */
export function useSheet(source: SheetSource): Sheet {
  const { root, log, fields, assessmentIds, edit, refusalOf, keepsTime, disabled, enteredBy, goesToFirst } =
    source;
  const format = useFormat();
  const values = useMemo(() => readDraftFields(fields), [fields]);
  const completion = useMemo(() => completionOf(log, values, assessmentIds), [log, values, assessmentIds]);
  const [start] = useState(() => (goesToFirst ? firstField(log, values) : null));
  const [goal, setGoal] = useState<FormsSlot['goal']>(() => (start === null ? null : questionOf(start)));

  const goToField = (field: string) => {
    const question = questionOf(field);
    if (question !== null) setGoal(question);
    else if (root.current !== null) focusField(root.current, field);
  };
  const goOn = (from: Node) => {
    if (root.current !== null) focusNextInFlow(root.current, from);
  };

  useEffect(() => {
    if (start !== null && questionOf(start) === null && root.current !== null)
      focusField(root.current, start);
  }, [root, start]);

  return {
    completion,
    editing: {
      log,
      fields,
      values,
      edit,
      goOn,
      refusalOf,
      disabled,
      now: () => (keepsTime && format.today() === log.session.onDate ? toMinute(format.now()) : null),
    },
    forms: {
      answers: values.answers,
      enteredBy,
      disabled,
      goal,
      onAnswer: (instrument, item, value) => edit([change(`answers/${instrument}/${item}`, value)]),
      onDone: goOn,
    },
    alerts: {
      log,
      awaiting: item9Awaiting(log, values, assessmentIds),
      // The alert came first: back to where the page would have begun without it.
      onRecorded: () => goToField(firstField({ ...log, alerts: [] }, values)),
    },
    goTo: (part) => goToField(fieldOf(part, values)),
  };
}
