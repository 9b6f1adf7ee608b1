import { Navigate } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { homeOf } from '../features/sign-in/homes';

/** `/c/:clinic`: on to where a person with these roles starts. */
export function ClinicHomePage() {
  const { slug, roles } = useCurrentClinic();
  return <Navigate to={homeOf(slug, roles)} replace />;
}
