import type { DraftAnswers, LoggedInstrument } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { useEffect, useRef, useState } from 'react';
import { focusField } from '../../ui/keyboard/field-focus';
import { AnsweredForm } from './answered-form';
import { AssessmentForm } from './assessment-form';
import { askedItems, firstOpenItem, noAnswers } from './form-items';
import type { FormPlace } from './form-keys';
import styles from './assessment-form.module.css';

interface Goal {
  readonly instrument: string;
  readonly item: string;
}

interface FormStackProps {
  readonly instruments: readonly LoggedInstrument[];
  readonly answers: Readonly<Record<string, DraftAnswers>>;
  /** Who entered the answers of a form, in words. */
  readonly enteredBy: (instrument: string) => string | null;
  readonly disabled?: boolean;
  /** The question to go to, set from outside; another object each time it is meant anew. */
  readonly goal?: Goal | null;
  readonly onAnswer: (instrument: string, item: string, value: number | null) => void;
  /** The last question of the last form is answered. */
  readonly onDone: (stack: HTMLElement) => void;
}

/** Today's forms under each other; the keyboard goes through all of them. One that is done folds to its line. */
export function FormStack({
  instruments,
  answers,
  enteredBy,
  disabled = false,
  goal: askedGoal = null,
  onAnswer,
  onDone,
}: FormStackProps) {
  const stack = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<readonly string[]>([]);
  const hasAnswers = (id: string) => answers[id] !== undefined;
  const asked = instruments.filter(
    ({ instrument, due, answered }) =>
      answered === null && (due || hasAnswers(instrument) || added.includes(instrument)),
  );
  const [expanded, setExpanded] = useState<readonly string[]>(() => {
    const first = asked.find(({ instrument }) => isOpen(instrument, answers[instrument]));
    return first === undefined ? [] : [first.instrument];
  });
  const [goal, setGoal] = useState<Goal | null>(null);
  const [seenGoal, setSeenGoal] = useState<Goal | null>(null);

  useEffect(() => {
    if (goal !== null && stack.current !== null)
      focusField(stack.current, `answers/${goal.instrument}/${goal.item}`);
  }, [goal]);

  const goTo = (instrument: string, item: string) => {
    setExpanded((now) => (now.includes(instrument) ? now : [...now, instrument]));
    setGoal({ instrument, item });
  };
  if (askedGoal !== seenGoal) {
    setSeenGoal(askedGoal);
    if (askedGoal !== null) goTo(askedGoal.instrument, askedGoal.item);
  }
  const fold = (instrument: string) => setExpanded((now) => now.filter((each) => each !== instrument));

  const go = (at: number, place: FormPlace) => {
    const form = asked[at];
    if (form === undefined) return;
    if (place.kind === 'item') {
      goTo(form.instrument, place.item);
      return;
    }
    if (place.kind === 'before') {
      const before = asked[at - 1];
      const last = before === undefined ? null : lastItem(before.instrument, answers[before.instrument]);
      if (before !== undefined && last !== null) goTo(before.instrument, last);
      return;
    }
    const next = asked.slice(at + 1).find(({ instrument }) => isOpen(instrument, answers[instrument]));
    fold(form.instrument);
    if (next !== undefined) goTo(next.instrument, firstItem(next.instrument, answers[next.instrument]));
    else if (stack.current !== null) onDone(stack.current);
  };

  return (
    <div ref={stack} className={styles['stack']}>
      {instruments.map((logged) => {
        if (logged.answered !== null)
          return <AnsweredForm key={logged.instrument} logged={{ ...logged, answered: logged.answered }} />;
        const at = asked.indexOf(logged);
        if (at === -1) return null;
        return (
          <AssessmentForm
            key={logged.instrument}
            definition={getInstrument(logged.instrument)}
            logged={logged}
            answers={answers[logged.instrument] ?? noAnswers}
            by={enteredBy(logged.instrument)}
            expanded={expanded.includes(logged.instrument)}
            disabled={disabled}
            onExpand={(expand) =>
              expand
                ? goTo(logged.instrument, firstItem(logged.instrument, answers[logged.instrument]))
                : fold(logged.instrument)
            }
            onAnswer={(item, value) => onAnswer(logged.instrument, item, value)}
            onGo={(place) => go(at, place)}
          />
        );
      })}
      <NotDue
        instruments={instruments.filter((each) => each.answered === null && !asked.includes(each))}
        onAsk={(instrument) => {
          setAdded((now) => [...now, instrument]);
          goTo(instrument, '1');
        }}
      />
    </div>
  );
}

interface NotDueProps {
  readonly instruments: readonly LoggedInstrument[];
  readonly onAsk: (instrument: string) => void;
}

function NotDue({ instruments, onAsk }: NotDueProps) {
  if (instruments.length === 0) return null;
  return (
    <p className={styles['notDue']}>
      Not due today:
      {instruments.map(({ instrument }) => (
        <button key={instrument} type="button" className={styles['toggle']} onClick={() => onAsk(instrument)}>
          Ask {getInstrument(instrument).name}
        </button>
      ))}
    </p>
  );
}

function isOpen(instrument: string, answers: DraftAnswers = noAnswers): boolean {
  return firstOpenItem(getInstrument(instrument), answers) !== null;
}

function firstItem(instrument: string, answers: DraftAnswers = noAnswers): string {
  return firstOpenItem(getInstrument(instrument), answers) ?? '1';
}

function lastItem(instrument: string, answers: DraftAnswers = noAnswers): string | null {
  return askedItems(getInstrument(instrument), answers).at(-1)?.id ?? null;
}
