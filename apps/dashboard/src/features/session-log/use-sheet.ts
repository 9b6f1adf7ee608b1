import { readDraftFields, type DraftChange, type SessionLog } from '@courseline/contracts';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useFormat } from '../../ui/format-context';
import { focusField, focusNextInFlow } from '../../ui/keyboard/field-focus';
import {
  completionOf,
  fieldOf,
  firstField,
  item9Awaiting,
  type Completion,
  type SheetPart,
} from './completion';
import { toMinute } from './clock-time';
import type { ShownField } from './draft-queue';
import { useInvalidFields, type InvalidField } from './invalid-fields';
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
  /** Open alerts stand in the way, as they do of a signature. */
  readonly waitsForAlerts: boolean;
}

export interface Sheet {
  readonly editing: LogEditing;
  readonly completion: Completion;
  readonly forms: Omit<FormsSlot, 'instruments'>;
  readonly alerts: AlertsSlot;
  readonly goTo: (part: SheetPart) => void;
  /** Fields that hold what cannot be stored, as they are this moment. */
  readonly invalidNow: () => readonly InvalidField[];
}

/** Everything the page of a session works with, from its fields: values, what is missing, where the keyboard goes. */
export function useSheet(source: SheetSource): Sheet {
  const { root, log, fields, assessmentIds, edit, refusalOf, keepsTime, disabled, enteredBy, goesToFirst } =
    source;
  const { waitsForAlerts } = source;
  const format = useFormat();
  const values = useMemo(() => readDraftFields(fields), [fields]);
  const invalid = useInvalidFields();
  const completion = useMemo(() => {
    const { gates, missing } = completionOf(log, values, assessmentIds, waitsForAlerts);
    return { gates: [...invalid.shown, ...gates], missing };
  }, [log, values, assessmentIds, waitsForAlerts, invalid.shown]);
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
      reportInvalid: invalid.report,
      disabled,
      now: () => (keepsTime && format.today() === log.session.onDate ? toMinute(format.now()) : null),
    },
    forms: {
      answers: values.answers,
      enteredBy,
      disabled,
      goal,
      onAnswer: (instrument, item, value) => edit([change(`answers/${instrument}/${item}`, value)]),
      onDone: (forms) => {
        // The last answer may itself be what an alert is about: it has to be drawn before the next stop is known.
        flushSync(() => undefined);
        if (root.current !== null && !focusField(root.current, 'alert')) goOn(forms);
      },
    },
    alerts: {
      log,
      awaiting: waitsForAlerts ? item9Awaiting(log, values, assessmentIds) : null,
      ownForm: assessmentIds['phq-9'] ?? null,
      // The alert came first: back to where the page would have begun without it.
      onRecorded: () => goToField(firstField({ ...log, alerts: [] }, values)),
    },
    invalidNow: invalid.now,
    goTo: (part) => goToField(fieldOf(part, values)),
  };
}
