import {
  clinicSettingsSchema,
  colleaguesSchema,
  firstRunAnswerSchema,
  invitedStaffSchema,
  issuedLinkSchema,
  staffListSchema,
  staffMemberSchema,
  type ClinicSettingsChange,
  type FirstRun,
  type RolesChange,
  type StaffInvitation,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const createFirstClinic = (body: FirstRun) =>
  request('POST', '/first-run', { body, schema: firstRunAnswerSchema });

export const clinicSettingsQuery = (clinic: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'settings'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/settings`, { schema: clinicSettingsSchema, signal }),
    staleTime: 60_000,
  });

export const changeClinicSettings = (clinic: string, version: number, body: ClinicSettingsChange) =>
  request('PUT', pathOf`/c/${clinic}/settings`, { body, ifMatch: version, schema: clinicSettingsSchema });

/** Who of the staff is active: for care teams and for names. */
export const colleaguesQuery = (clinic: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'colleagues'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/colleagues`, { schema: colleaguesSchema, signal }),
    staleTime: 60_000,
  });

export const staffQuery = (clinic: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'staff'],
    queryFn: ({ signal }) => request('GET', pathOf`/c/${clinic}/staff`, { schema: staffListSchema, signal }),
  });

export const inviteStaff = (clinic: string, body: StaffInvitation) =>
  request('POST', pathOf`/c/${clinic}/staff`, { body, schema: invitedStaffSchema });

export const changeRoles = (clinic: string, account: string, version: number, body: RolesChange) =>
  request('PUT', pathOf`/c/${clinic}/staff/${account}/roles`, {
    body,
    ifMatch: version,
    schema: staffMemberSchema,
  });

export const endMembership = (clinic: string, account: string, version: number) =>
  request('POST', pathOf`/c/${clinic}/staff/${account}/leave`, {
    ifMatch: version,
    schema: staffMemberSchema,
  });

export const issueStaffLink = (clinic: string, account: string) =>
  request('POST', pathOf`/c/${clinic}/staff/${account}/link`, { schema: issuedLinkSchema });
