import type { MonitoringMoment } from '@courseline/treatment';
import { monitoringMomentWords } from '../../messages/monitor-words';
import { classNames } from '../../ui/class-names';
import type { Panel } from './panel';
import styles from './monitor.module.css';

interface ActionsProps {
  readonly started: boolean;
  readonly discharged: boolean;
  /** Null: nothing runs in, or not any more. */
  readonly infusion: 'runs' | 'paused' | null;
  readonly next: MonitoringMoment | null;
  readonly onOpen: (panel: Panel) => void;
  readonly onEnter: (body: { kind: 'infusion-resumed' } | { kind: 'infusion-ended'; reason: null }) => void;
}

/** What can be entered now, what is most likely first. */
export function Actions({ started, discharged, infusion, next, onOpen, onEnter }: ActionsProps) {
  const readings = (moment: MonitoringMoment): Panel => ({ kind: 'readings', moment, corrects: null });
  return (
    <div className={styles['actions']}>
      {next !== null && !discharged && (
        <Action main onPress={() => onOpen(readings(next))}>
          {`Readings ${monitoringMomentWords[next]}`}
        </Action>
      )}
      {!started && (
        <Action main={next === null} onPress={() => onOpen({ kind: 'dose' })}>
          Start the dose
        </Action>
      )}
      <Action onPress={() => onOpen({ kind: 'side-effect' })}>Side effect began</Action>
      {next !== 'other' && <Action onPress={() => onOpen(readings('other'))}>Other readings</Action>}
      {started && infusion === 'runs' && (
        <>
          <Action onPress={() => onOpen({ kind: 'pause' })}>Pause infusion</Action>
          <Action onPress={() => onEnter({ kind: 'infusion-ended', reason: null })}>
            Infusion is through
          </Action>
        </>
      )}
      {infusion === 'paused' && (
        <Action onPress={() => onEnter({ kind: 'infusion-resumed' })}>Infusion goes on</Action>
      )}
      {infusion !== null && started && (
        <Action onPress={() => onOpen({ kind: 'stop' })}>Stop infusion early</Action>
      )}
      <Action onPress={() => onOpen({ kind: 'rescue' })}>Medicine given</Action>
      <Action onPress={() => onOpen({ kind: 'note' })}>Note</Action>
      {started && !discharged && <Action onPress={() => onOpen({ kind: 'discharge' })}>Discharge</Action>}
    </div>
  );
}

interface ActionProps {
  readonly children: string;
  readonly onPress: () => void;
  readonly main?: boolean;
}

function Action({ children, onPress, main = false }: ActionProps) {
  return (
    <button type="button" className={classNames(styles['action'], main && styles['main'])} onClick={onPress}>
      {children}
    </button>
  );
}
