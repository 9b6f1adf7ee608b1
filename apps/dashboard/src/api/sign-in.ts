import {
  linkSchema,
  meSchema,
  redeemedLinkSchema,
  statusSchema,
  type ForgottenPasswordRequest,
  type LinkRedemption,
  type PasswordChange,
  type SignInRequest,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

export const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => request('GET', '/status', { schema: statusSchema, signal }),
    staleTime: 60_000,
  });

/** Who is signed in, and in which clinics. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => request('GET', '/me', { schema: meSchema, signal }),
    staleTime: 60_000,
  });

export const signIn = (body: SignInRequest) => request('POST', '/sign-in', { body, schema: meSchema });

export const signOut = () => request('POST', '/sign-out', { schema: null });

/** For a person who types long without anything being saved: reading and typing keep a sign-in alive, polling does not. */
export const reportActivity = () => request('POST', '/me/activity', { schema: null });

export const askForReset = (body: ForgottenPasswordRequest) =>
  request('POST', '/sign-in/forgotten', { body, schema: null });

export const changePassword = (body: PasswordChange) =>
  request('POST', '/me/password', { body, schema: null });

/** What a one-time link is for. The token goes in a body: addresses are written into logs. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: ({ signal }) => request('POST', '/links/look', { body: { token }, schema: linkSchema, signal }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

export const redeemLink = (body: LinkRedemption) =>
  request('POST', '/links/redeem', { body, schema: redeemedLinkSchema });
