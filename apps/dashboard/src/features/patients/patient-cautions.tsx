import type { Patient } from '@courseline/contracts';
import styles from './patients.module.css';

/** What must be seen before anything is given; what nobody asked is said, since unknown is not harmless. */
export function PatientCautions({ patient }: { readonly patient: Patient }) {
  return (
    <dl className={styles['cautions']}>
      <div>
        <dt>Allergies</dt>
        <dd>{patient.allergies ?? '! nobody has asked yet'}</dd>
      </div>
      <div>
        <dt>Contraindications and cautions</dt>
        <dd>{patient.contraindications ?? 'none recorded'}</dd>
      </div>
    </dl>
  );
}
