// apps/dashboard/src/features/caseload/caseload.tsx: -
import { useQuery } from '@tanstack/react-query';
import { phq9 } from '@courseline/instruments';
import { caseloadQuery } from '../../api/caseload';
import { Sparkline } from '../../charts/sparkline';
import { DataTable } from '../../ui/data-table';
import { CaseloadRow } from './caseload-row';

export const used = [useQuery, phq9, caseloadQuery, Sparkline, DataTable, CaseloadRow];
