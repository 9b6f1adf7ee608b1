import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { ConsentTexts } from '../features/consents/consent-texts';
import { Page, PageHeader } from '../ui/page';

/** What the clinic asks its patients to agree to. */
export function ConsentTextsPage() {
  const { slug } = useCurrentClinic();
  return (
    <Page narrow>
      <PageHeader
        title="Consents"
        lead="What patients are asked to agree to, each by itself. They sign on their own page, or on paper."
        actions={
          <Button component={Link} variant="default" to={`/c/${slug}/settings`}>
            Settings
          </Button>
        }
      />
      <ConsentTexts />
    </Page>
  );
}
