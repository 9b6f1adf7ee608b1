import { useNavigate } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { RegisterPatientForm } from '../features/patients/register-patient-form';
import { Page, PageHeader } from '../ui/page';

/** A new patient, in a minute and by keyboard. */
export function RegisterPatientPage() {
  const { slug } = useCurrentClinic();
  const navigate = useNavigate();
  return (
    <Page narrow>
      <PageHeader
        title="Register a patient"
        lead="You will be on the patient’s care team. Add the others on the next page."
      />
      <RegisterPatientForm
        onRegistered={(patient) => void navigate(`/c/${slug}/patients/${patient.id}/record`)}
      />
    </Page>
  );
}
