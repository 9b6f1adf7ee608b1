import { Button } from '@mantine/core';
import {
  dispositionDecisions,
  dispositionWords,
  newDispositionSchema,
  type Alert,
} from '@courseline/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { flushSync } from 'react-dom';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { alertsQuery, recordDisposition } from '../../api/safety';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { describeFailure } from '../../ui/failure-words';
import { TextAreaField } from '../../ui/fields/text-field';
import { focusNextInFlow } from '../../ui/keyboard/field-focus';
import { KeyChoice, type KeyOption } from '../../ui/keyboard/key-choice';
import styles from './safety.module.css';

type Decision = (typeof dispositionDecisions)[number];

interface DispositionFormProps {
  readonly alert: Pick<Alert, 'id'>;
  readonly onClose: () => void;
  readonly onRecorded: (alert: Alert) => void;
}

/** The name of the first thing asked, by which the keyboard finds it. */
export const firstAsked = 'disposition/screen';

const screenOptions: readonly KeyOption<number | null>[] = [
  { value: 0, key: '0', label: 'none' },
  ...[1, 2, 3, 4, 5].map((level) => ({ value: level, key: String(level), label: '' })),
  { value: null, key: '-', label: 'not done' },
];
const planOptions = [
  { value: true, key: 'y', label: 'Yes' },
  { value: false, key: 'n', label: 'No' },
];
const decisionOptions = dispositionDecisions.map((value, at) => ({
  value,
  key: String(at + 1),
  label: dispositionWords[value],
}));

/** What was done about an answer to item 9: the screen, the safety plan, the decision, one key each. */
export function DispositionForm({ alert, onClose, onRecorded }: DispositionFormProps) {
  const { slug } = useCurrentClinic();
  const mayRecord = useHasRole('clinician');
  const client = useQueryClient();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [cssrsLevel, setLevel] = useState<number | null | undefined>(undefined);
  const [safetyPlanReviewed, setReviewed] = useState<boolean | undefined>(undefined);
  const [decision, setDecision] = useState<Decision | undefined>(undefined);
  const [note, setNote] = useState('');
  const [asks, setAsks] = useState<string | null>(null);
  const deed = useDeed(
    (body: Parameters<typeof recordDisposition>[2], key) => recordDisposition(slug, alert.id, body, key),
    {
      refresh: alertsQuery(slug).queryKey,
      onDone: (recorded) => {
        void client.invalidateQueries({ queryKey: ['clinic', slug, 'session'] });
        onRecorded(recorded);
      },
    },
  );
  if (!mayRecord) return <p>A clinician records what was done.</p>;

  const put = (store: () => void) => {
    const from = document.activeElement;
    flushSync(store);
    if (form.current !== null && from !== null)
      focusNextInFlow(form.current, from.closest('[data-flow]') ?? from);
  };
  // Enter pressed once more than meant goes on; it never chooses what happens to stand first.
  const goesOn = (event: KeyboardEvent<HTMLElement>): boolean => {
    if (event.key !== 'Enter') return false;
    put(() => undefined);
    return true;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const checked = newDispositionSchema.safeParse({
      cssrsLevel,
      safetyPlanReviewed,
      decision,
      note: note.trim() === '' ? null : note,
    });
    if (checked.success) {
      setAsks(null);
      deed.mutate(checked.data);
    } else {
      setAsks(whatIsAsked(cssrsLevel, safetyPlanReviewed, decision));
    }
  };
  // Elsewhere on the page these keys sign: in here they record.
  const recordsByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  const failure = deed.error === null ? null : describeFailure(deed.error);

  return (
    // The keys are a shorter way to the button below.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={styles['form']}
      onSubmit={submit}
      onKeyDown={recordsByKey}
      noValidate
      aria-label="What was done"
    >
      <div className={styles['asked']}>
        <span id={`${id}-screen`} className={styles['label']}>
          C-SSRS screen, highest ideation level
        </span>
        <KeyChoice
          labelledBy={`${id}-screen`}
          options={screenOptions}
          value={cssrsLevel}
          field={firstAsked}
          inFlow
          onKey={goesOn}
          onChoose={(level) => put(() => setLevel(level))}
        />
      </div>
      <div className={styles['asked']}>
        <span id={`${id}-plan`} className={styles['label']}>
          Safety plan reviewed
        </span>
        <KeyChoice
          labelledBy={`${id}-plan`}
          options={planOptions}
          value={safetyPlanReviewed}
          inFlow
          onKey={goesOn}
          onChoose={(reviewed) => put(() => setReviewed(reviewed))}
        />
      </div>
      <div className={styles['asked']}>
        <span id={`${id}-decision`} className={styles['label']}>
          Decision
        </span>
        <KeyChoice
          labelledBy={`${id}-decision`}
          options={decisionOptions}
          value={decision}
          inFlow
          onKey={goesOn}
          onChoose={(chosen) => put(() => setDecision(chosen))}
        />
      </div>
      <TextAreaField
        label="Note"
        rows={2}
        maxLength={4000}
        value={note}
        data-flow
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {(asks ?? failure) !== null && (
        <Callout tone="attention" live>
          {asks ?? `${failure?.title ?? ''} ${failure?.advice ?? ''}`}
        </Callout>
      )}
      <div className={styles['acts']}>
        <Button type="submit" loading={deed.isPending}>
          Record
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
    </form>
  );
}

function whatIsAsked(
  level: number | null | undefined,
  reviewed: boolean | undefined,
  decision: Decision | undefined,
): string {
  const open = [
    level === undefined && 'the C-SSRS level, or that it was not done',
    reviewed === undefined && 'whether the safety plan was reviewed',
    decision === undefined && 'the decision',
  ].filter((each) => each !== false);
  return open.length > 0 ? `Still to say: ${open.join('; ')}.` : 'Say in a note what was decided.';
}
