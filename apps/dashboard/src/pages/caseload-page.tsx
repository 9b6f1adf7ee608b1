import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { caseloadQuery } from '../api/caseload';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { alertsQuery } from '../api/safety';
import { CaseloadSection } from '../features/caseload/caseload-section';
import { useCaseloadView } from '../features/caseload/caseload-view';
import { AlertBar } from '../features/safety/alert-bar';
import { Callout } from '../ui/callout';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { EmptyState } from '../ui/states';
import { RowsSkeleton } from '../ui/skeletons';
import styles from './caseload-page.module.css';

const TYPING_PAUSE_MS = 200;

/** The clinician's first screen: who is at risk, who needs someone, who comes next. */
export function CaseloadPage() {
  const { slug } = useCurrentClinic();
  const mayRead = useHasRole('nurse', 'clinician', 'director');
  const mayRegister = useHasRole('nurse', 'clinician');
  const [view, onView] = useCaseloadView();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  const asked = settled === '' ? null : settled;
  const caseload = useQuery({ ...caseloadQuery(slug, asked), enabled: mayRead });
  const alerts = useQuery({ ...alertsQuery(slug), enabled: mayRead });
  const register = mayRegister ? (
    <Button component={Link} to={`/c/${slug}/patients/new`} variant="default">
      Register a patient
    </Button>
  ) : null;
  if (!mayRead) {
    return (
      <Page>
        <PageHeader title="Caseload" />
        <EmptyState title="Not for your role">
          Nurses, clinicians and directors see the patients of the clinic here. An administrator can give you
          one of these roles.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      {alerts.isError && alerts.data === undefined && (
        <Callout tone="attention">
          Whether anyone answered that they thought of death or of hurting themselves could not be loaded.
          Load the page again before relying on this list.
        </Callout>
      )}
      {alerts.data !== undefined && alerts.data.alerts.length > 0 && (
        <div className={styles['alerts']}>
          <AlertBar alerts={alerts.data.alerts} />
        </div>
      )}
      <PageHeader title="Caseload" actions={register} />
      <Loaded query={caseload} skeleton={<RowsSkeleton rows={12} />}>
        {(answer) => (
          <CaseloadSection
            caseload={answer}
            alerts={alerts.data?.alerts ?? []}
            view={view}
            onView={onView}
            text={text}
            onText={setText}
            isSearch={asked !== null}
            linkOf={(patient) => `/c/${slug}/patients/${patient}`}
            emptyActions={register}
          />
        )}
      </Loaded>
    </Page>
  );
}
