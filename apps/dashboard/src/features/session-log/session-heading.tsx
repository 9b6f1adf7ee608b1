import { Button } from '@mantine/core';
import type { SessionLog } from '@courseline/contracts';
import { Link } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { phaseWords, treatmentWords } from '../../messages/clinical-words';
import { useFormat } from '../../ui/format-context';
import { PageHeader } from '../../ui/page';
import styles from './sheet.module.css';

interface SessionHeadingProps {
  readonly log: SessionLog;
  readonly amending?: boolean;
}

/** Which session of whom; and what must not be given to this person. */
export function SessionHeading({ log, amending = false }: SessionHeadingProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const { session, patient } = log;
  const place =
    session.plannedCount === null ? session.number : `${session.number} of ${session.plannedCount}`;
  const when = `${format.dayShort(session.onDate)}${session.plannedAt === null ? '' : ` ${format.time(session.plannedAt)}`}`;
  return (
    <PageHeader
      title={`${amending ? 'Amend session' : 'Session'} ${place}`}
      documentTitle={`Session ${place}, ${patient.name}`}
      lead={
        <span className={styles['lead']}>
          <span>
            <Link to={`/c/${slug}/patients/${patient.id}`}>{patient.name}</Link>
            {patient.age !== null && `, ${patient.age}`}
          </span>
          <span>
            {phaseWords[session.phase]}, {treatmentWords({ ...session, agentName: null })}
          </span>
          <span>{when}</span>
          <Caution label="Allergies" words={patient.allergies} />
          <Caution label="Contraindications" words={patient.contraindications} />
        </span>
      }
      actions={
        amending ? undefined : (
          <Button variant="default" component={Link} to={`/c/${slug}/sessions/${session.id}/monitor`}>
            Monitor
          </Button>
        )
      }
    />
  );
}

function Caution({ label, words }: { readonly label: string; readonly words: string | null }) {
  return (
    <span>
      {label}: {words === null ? 'not asked' : <strong>{words}</strong>}
    </span>
  );
}
