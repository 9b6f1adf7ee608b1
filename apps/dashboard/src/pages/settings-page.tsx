import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { clinicSettingsQuery } from '../api/clinics';
import { useCurrentClinic, useHasRole } from '../api/current-clinic';
import { SettingsForm } from '../features/clinics/settings-form';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { LinesSkeleton } from '../ui/skeletons';

export function SettingsPage() {
  const { slug } = useCurrentClinic();
  const settings = useQuery(clinicSettingsQuery(slug));
  const mayChange = useHasRole('administrator', 'director');
  const mayOpen = useHasRole('director');
  return (
    <Page narrow>
      <PageHeader
        title="Settings"
        documentTitle="Clinic settings"
        actions={
          <>
            {mayOpen && (
              <Button component={Link} variant="default" to={`/c/${slug}/check-in-template`}>
                Check-in plan
              </Button>
            )}
            <Button component={Link} variant="default" to={`/c/${slug}/settings/reminders`}>
              Reminders
            </Button>
            {mayOpen && (
              <Button component={Link} variant="default" to={`/c/${slug}/settings/consents`}>
                Consents
              </Button>
            )}
          </>
        }
      />
      <Loaded query={settings} skeleton={<LinesSkeleton lines={12} />}>
        {(data) => <SettingsForm settings={data} mayChange={mayChange} mayOpen={mayOpen} />}
      </Loaded>
    </Page>
  );
}
