import type { NewMonitoringEntry, SessionMonitor } from '@courseline/contracts';
import { startStops, type MonitoringEntry } from '@courseline/treatment';
import { entryWords } from '../../messages/monitor-words';
import { DischargeForm } from './discharge-form';
import { DoseForm } from './dose-form';
import type { Panel } from './panel';
import { ReadingsForm } from './readings-form';
import { SideEffectForm } from './side-effect-form';
import { WordsForm } from './words-form';

type Body = NewMonitoringEntry['body'];

interface EntryPanelProps {
  readonly panel: Panel;
  readonly monitor: SessionMonitor;
  readonly standing: readonly MonitoringEntry[];
  readonly now: Date;
  readonly onEnter: (body: Body, at: Date, withdraws: string | null) => void;
  readonly onClose: () => void;
}

/** The form of what is being entered. */
export function EntryPanel({ panel, monitor, standing, now, onEnter, onClose }: EntryPanelProps) {
  const enter = (body: Body, at: Date, withdraws: string | null = null) => {
    onEnter(body, at, withdraws);
    onClose();
  };
  const common = { now, onCancel: onClose };
  const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);
  switch (panel.kind) {
    case 'readings': {
      const { corrects } = panel;
      const initial = corrects?.body.kind === 'readings' ? corrects.body.readings : undefined;
      return (
        <ReadingsForm
          {...common}
          moment={panel.moment}
          {...(initial === undefined ? {} : { initial })}
          onSave={(readings, moment, at) =>
            enter(
              { kind: 'readings', moment, readings: { ...readings } },
              corrects === null ? at : new Date(corrects.at),
              corrects?.id ?? null,
            )
          }
        />
      );
    }
    case 'dose':
      return (
        <DoseForm
          {...common}
          stops={startStops(standing, monitor)}
          onStart={(overrides, at) => enter({ kind: 'dose-started', overrides }, at)}
        />
      );
    case 'side-effect':
      return <SideEffectForm {...common} onSave={(body, at) => enter(body, at)} />;
    case 'pause':
      return (
        <WordsForm
          {...common}
          title="Pause the infusion"
          fields={[{ label: 'Why', optional: true, maxLength: 200 }]}
          save="Pause"
          onSave={([reason], at) => enter({ kind: 'infusion-paused', reason: orNull(reason) }, at)}
        />
      );
    case 'stop':
      return (
        <WordsForm
          {...common}
          title="Stop the infusion early"
          fields={[
            { label: 'Why', hint: 'Stays with the session, which is then stopped early.', maxLength: 200 },
          ]}
          save="Stop early"
          onSave={([reason], at) => enter({ kind: 'infusion-ended', reason: orNull(reason) }, at)}
        />
      );
    case 'rescue':
      return (
        <WordsForm
          {...common}
          title="Medicine given"
          fields={[
            { label: 'Medicine', maxLength: 120 },
            { label: 'Dose and way', hint: 'As 4 mg IV', maxLength: 120 },
          ]}
          save="It was given"
          onSave={([medicine = '', dose = ''], at) =>
            enter({ kind: 'rescue-medication', medicine, dose }, at)
          }
        />
      );
    case 'note':
      return (
        <WordsForm
          {...common}
          title="Note"
          fields={[{ label: 'Note', maxLength: 2000 }]}
          save="Save the note"
          onSave={([text = ''], at) => enter({ kind: 'note', text }, at)}
        />
      );
    case 'discharge':
      return (
        <DischargeForm
          {...common}
          agent={monitor.session.agent}
          standing={standing}
          onDischarge={(body, at) => enter({ ...body, overrides: [...body.overrides] }, at)}
        />
      );
    case 'withdraw':
      return (
        <WordsForm
          {...common}
          title={`Take back: ${entryWords(panel.entry.body)}`}
          asksWhen={false}
          fields={[{ label: 'Why', hint: 'It stays to be seen, struck through.', maxLength: 200 }]}
          save="Take back"
          onSave={([reason = '']) => enter({ kind: 'withdrawal', reason }, now, panel.entry.id)}
        />
      );
  }
}
