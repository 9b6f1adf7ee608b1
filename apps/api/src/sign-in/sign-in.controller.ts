import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import {
  forgottenPasswordRequestSchema,
  meSchema,
  passwordChangeSchema,
  signInRequestSchema,
  type ForgottenPasswordRequest,
  type Me,
  type PasswordChange,
  type SignInRequest,
} from '@courseline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { alsoByCheckIn, anyone, signedIn } from '../access/access.js';
import { IdentityDatabase } from '../database/identity-database.js';
import { RequestContext } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { OwnAccount } from './own-account.js';
import { PasswordChanges } from './password-change.service.js';
import { SigningIn } from './signing-in.service.js';

@Controller()
export class SignInController {
  constructor(
    private readonly signingIn: SigningIn,
    private readonly passwordChanges: PasswordChanges,
    private readonly ownAccount: OwnAccount,
    private readonly identity: IdentityDatabase,
    private readonly context: RequestContext,
  ) {}

  @Post('sign-in')
  @Route({ access: anyone(), body: signInRequestSchema, response: meSchema })
  async signIn(
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.signingIn.signIn(body, request, reply);
  }

  @Post('sign-in/forgotten')
  @Route({ access: anyone(), body: forgottenPasswordRequestSchema })
  async forgotten(@Body() body: ForgottenPasswordRequest, @Req() request: FastifyRequest): Promise<void> {
    await this.passwordChanges.forget(body, request);
  }

  /** Whoever asks is signed out afterwards, whatever they were before. */
  @Post('sign-out')
  @Route({ access: anyone() })
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signingIn.signOut(request, reply);
  }

  /** A page may ask this as often as it likes: asking keeps nobody signed in. */
  @Get('me')
  @Route({ access: alsoByCheckIn(signedIn()), response: meSchema, activity: false })
  async me(): Promise<Me> {
    const { signInId } = this.context.account;
    return this.identity.transaction((sql) => this.ownAccount.get(sql, signInId));
  }

  /** For a person who types long without anything being saved. */
  @Post('me/activity')
  @Route({ access: alsoByCheckIn(signedIn()) })
  async activity(): Promise<void> {
    // The guard has written it down.
  }

  @Post('me/password')
  @Route({ access: signedIn(), body: passwordChangeSchema })
  async changePassword(
    @Body() body: PasswordChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.passwordChanges.change(body, reply);
  }
}
