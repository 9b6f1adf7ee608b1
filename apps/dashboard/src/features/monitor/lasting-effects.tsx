import {
  findSideEffectTerm,
  minutesFrom,
  severityWords,
  type MonitoringBody,
  type SideEffectSpell,
} from '@courseline/treatment';
import styles from './monitor.module.css';

type Entered = Extract<MonitoringBody, { kind: 'side-effect' | 'side-effect-ended' }>;

interface LastingEffectsProps {
  readonly lasting: readonly SideEffectSpell[];
  readonly now: Date;
  /** Null where nothing can be entered. */
  readonly onEnter: ((body: Entered) => void) | null;
}

/** Side effects that have begun and not ended: one touch says that they are over, or worse. */
export function LastingEffects({ lasting, now, onEnter }: LastingEffectsProps) {
  if (lasting.length === 0) return <p>No side effect is going on.</p>;
  return (
    <ul className={styles['lasting']} aria-label="Side effects that are going on">
      {lasting.map(({ code, from, severity, reporter }) => {
        const label = findSideEffectTerm(code)?.label ?? code;
        return (
          <li key={code}>
            <span>
              <strong>{label}</strong>, {severityWords[severity] ?? ''}, for{' '}
              {minutesFrom(new Date(from), now)} min
            </span>
            {onEnter !== null && (
              <span className={styles['lastingDeeds']}>
                {severity < 3 && (
                  <button
                    type="button"
                    className={styles['step']}
                    aria-label={`${label} is ${severityWords[severity + 1] ?? ''} now`}
                    onClick={() => onEnter({ kind: 'side-effect', code, severity: severity + 1, reporter })}
                  >
                    Worse
                  </button>
                )}
                <button
                  type="button"
                  className={styles['step']}
                  aria-label={`${label} is over`}
                  onClick={() => onEnter({ kind: 'side-effect-ended', code })}
                >
                  Over
                </button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
