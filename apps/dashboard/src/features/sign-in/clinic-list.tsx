import type { OwnMembership } from '@courseline/contracts';
import { Link } from 'react-router';
import { rolesLine } from '../../messages/role-words';
import styles from './clinic-list.module.css';
import { homeOf } from './homes';

export function ClinicList({ clinics }: { readonly clinics: readonly OwnMembership[] }) {
  return (
    <ul className={styles['list']}>
      {clinics.map((clinic) => (
        <li key={clinic.slug}>
          <Link className={styles['clinic']} to={homeOf(clinic.slug, clinic.roles)}>
            <span className={styles['name']}>{clinic.name}</span>
            <span className={styles['roles']}>{rolesLine(clinic.roles)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
