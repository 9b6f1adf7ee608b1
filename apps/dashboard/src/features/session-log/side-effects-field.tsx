import { findSideEffectTerm, sideEffectTerms } from '@courseline/treatment';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { focusField } from '../../ui/keyboard/field-focus';
import { change, useLogEditing } from './log-context';
import { SideEffectAdder } from './side-effect-adder';
import { SideEffectRow } from './side-effect-row';
import styles from './session-log.module.css';

/** Asked and none, asked and some, or not asked: an incidence divides by the sessions in which it was asked. */
export function SideEffectsField() {
  const { values, edit, goOn } = useLogEditing();
  const root = useRef<HTMLDivElement>(null);
  const [goal, setGoal] = useState<{ readonly field: string } | null>(null);
  // In the order of the list of terms: the server keeps no order, and a row must not move while it is filled in.
  const codes = sideEffectTerms.map(({ code }) => code).filter((code) => code in values.sideEffects);
  const asked = values.plain['side-effects-asked'];

  useEffect(() => {
    if (goal !== null && root.current !== null) focusField(root.current, goal.field);
  }, [goal]);

  const add = (code: string, severity: number) => {
    edit([
      change(`side-effects/${code}`, {
        severity,
        onsetMinutes: null,
        durationMinutes: null,
        ctcaeGrade: null,
        serious: null,
        seriousCriterion: null,
        // What only staff can see is theirs; the rest was asked of the patient.
        reporter: findSideEffectTerm(code)?.patientWording === null ? 'staff' : 'patient',
        note: null,
      }),
      ...(asked === 'some' ? [] : [change('side-effects-asked', 'some')]),
    ]);
    setGoal({ field: `side-effects/${code}/onset` });
  };
  const remove = (code: string) => {
    edit([
      change(`side-effects/${code}`, null),
      ...(codes.length === 1 ? [change('side-effects-asked', null)] : []),
    ]);
    setGoal({ field: 'side-effects-asked' });
  };
  const answer = (value: 'none' | 'not-asked') => {
    flushSync(() => edit([change('side-effects-asked', value)]));
    if (root.current !== null) goOn(root.current);
  };

  return (
    <div ref={root} className={styles['stacked']}>
      {codes.map((code) => (
        <SideEffectRow
          key={code}
          code={code}
          onRemove={() => remove(code)}
          onDone={() => setGoal({ field: 'side-effects-asked' })}
        />
      ))}
      <SideEffectAdder
        taken={codes}
        asked={asked}
        onAdd={add}
        onAnswer={answer}
        onGoOn={() => {
          if (root.current !== null) goOn(root.current);
        }}
      />
    </div>
  );
}
