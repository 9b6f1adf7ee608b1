// apps/dashboard/src/app/router.tsx: -
import { CaseloadPage } from '../pages/caseload-page';

export const used = [CaseloadPage, import('../pages/patient-page')];
