import type { Jsonb } from './copy-text.js';

export interface ClinicRow {
  id: string;
  slug: string;
  name: string;
  time_zone: string;
  locale: string;
  weight_unit: 'kg' | 'lb';
  phone: string;
  opening_hours: string;
  crisis_lines: Jsonb;
  open_to_clinicians: boolean;
  version: number;
  created_at: Date;
}

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  password_hash: string | null;
  password_changed_at: Date | null;
  disabled_at: Date | null;
  created_at: Date;
}

export interface MembershipRow {
  clinic_id: string;
  account_id: string;
  roles: readonly string[];
  state: 'invited' | 'active' | 'left';
  patient_id: string | null;
  version: number;
  changed_at: Date;
  changed_by: string | null;
}

export interface MemberNameRow {
  clinic_id: string;
  account_id: string;
  name: string;
}

export interface ClinicVersionRow {
  clinic_id: string;
  version: number;
}
