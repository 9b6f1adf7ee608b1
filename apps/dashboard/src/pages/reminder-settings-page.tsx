import { useQuery } from '@tanstack/react-query';
import { useCurrentClinic } from '../api/current-clinic';
import { reminderSettingsQuery } from '../api/reminders';
import { ReminderSettingsForm } from '../features/clinics/reminder-settings-form';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader } from '../ui/page';
import { LinesSkeleton } from '../ui/skeletons';

/** When patients are reminded of questions that are due. */
export function ReminderSettingsPage() {
  const { slug } = useCurrentClinic();
  const settings = useQuery(reminderSettingsQuery(slug));
  return (
    <Page narrow>
      <PageHeader
        title="Reminders"
        documentTitle="Reminders"
        lead="A letter with a link that opens what is due, without a password. At most one a day for each patient, and none for what was answered."
      />
      <Loaded query={settings} skeleton={<LinesSkeleton lines={6} />}>
        {(data) => <ReminderSettingsForm settings={data} />}
      </Loaded>
    </Page>
  );
}
