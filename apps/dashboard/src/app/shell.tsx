import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link, NavLink, useNavigate } from 'react-router';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { homeOf } from '../features/sign-in/homes';
import { useShortcut } from '../ui/keyboard/use-shortcut';
import { AccountMenu } from './account-menu';
import { destinationsFor, type Destination } from './navigation';
import { RiskCount } from './risk-count';
import { useKeepSignedIn } from './keep-signed-in';
import styles from './shell.module.css';

const PatientSearchDialog = lazy(async () => ({
  default: (await import('../features/patient-search/patient-search-dialog')).PatientSearchDialog,
}));
const KeysDialog = lazy(async () => ({
  default: (await import('../ui/keyboard/keys-dialog')).KeysDialog,
}));

/** The bar over every page of a clinic, and the page under it. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const clinic = useCurrentClinic();
  useKeepSignedIn();
  const treats = useHasRole('nurse', 'clinician', 'director');
  const destinations = destinationsFor(clinic.roles);
  const [searching, setSearching] = useState(false);
  const [showingKeys, setShowingKeys] = useState(false);
  useShortcut({ keys: '/', does: 'Search patients', group: 'Everywhere', enabled: treats }, () =>
    setSearching(true),
  );
  useShortcut({ keys: '?', does: 'Show the keys', group: 'Everywhere' }, () => setShowingKeys(true));
  return (
    <>
      <a className={styles['skip']} href="#main">
        Skip to the content
      </a>
      <header className={styles['bar']} data-screen-only>
        <div className={styles['inner']}>
          <Link to={homeOf(clinic.slug, clinic.roles)} className={styles['product']}>
            Courseline
          </Link>
          <nav aria-label="Main" className={styles['nav']}>
            {destinations.map((destination) => (
              <BarLink key={destination.path} destination={destination} />
            ))}
            {treats && <RiskCount />}
          </nav>
          {treats && (
            <button type="button" className={styles['search']} onClick={() => setSearching(true)}>
              <kbd aria-hidden>/</kbd>
              <span>
                Search<span className={styles['wide']}> patients</span>
              </span>
            </button>
          )}
          <AccountMenu destinations={destinations} onShowKeys={() => setShowingKeys(true)} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      <Suspense>
        {searching && <PatientSearchDialog opened onClose={() => setSearching(false)} />}
        {showingKeys && <KeysDialog opened onClose={() => setShowingKeys(false)} />}
      </Suspense>
    </>
  );
}

function BarLink({ destination }: { readonly destination: Destination }) {
  const clinic = useCurrentClinic();
  const navigate = useNavigate();
  const to = `/c/${clinic.slug}/${destination.path}`;
  const { keys = '', does = '' } = destination.keys ?? {};
  useShortcut({ keys, does, group: 'Everywhere', enabled: keys !== '' }, () => void navigate(to));
  return (
    <NavLink to={to} className={({ isActive }) => `${styles['link']} ${isActive ? styles['here'] : ''}`}>
      {destination.label}
    </NavLink>
  );
}
