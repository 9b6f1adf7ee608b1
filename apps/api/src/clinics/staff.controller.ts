import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  colleaguesSchema,
  invitedStaffSchema,
  issuedLinkSchema,
  rolesChangeSchema,
  staffInvitationSchema,
  staffListSchema,
  staffMemberSchema,
  staffParamsSchema,
  type Colleagues,
  type InvitedStaff,
  type IssuedLink,
  type RolesChange,
  type StaffInvitation,
  type StaffList,
  type StaffMember,
  type StaffParams,
} from '@courseline/contracts';
import { clinic } from '../access/access.js';
import { IfMatch } from '../http/if-match.js';
import { Route } from '../http/route.js';
import { Staff } from './staff.service.js';

@Controller('c/:clinic')
export class StaffController {
  constructor(private readonly staff: Staff) {}

  @Get('staff')
  @Route({ access: clinic('administrator', 'director'), response: staffListSchema })
  async list(): Promise<StaffList> {
    return this.staff.list();
  }

  @Post('staff')
  @Route({ access: clinic('administrator'), body: staffInvitationSchema, response: invitedStaffSchema })
  async invite(@Body() invitation: StaffInvitation): Promise<InvitedStaff> {
    return this.staff.invite(invitation);
  }

  @Put('staff/:account/roles')
  @Route({
    access: clinic('administrator'),
    params: staffParamsSchema,
    body: rolesChangeSchema,
    response: staffMemberSchema,
  })
  async changeRoles(
    @Param() { account }: StaffParams,
    @Body() { roles }: RolesChange,
    @IfMatch() version: number,
  ): Promise<StaffMember> {
    return this.staff.changeRoles(account, roles, version);
  }

  @Post('staff/:account/leave')
  @Route({ access: clinic('administrator'), params: staffParamsSchema, response: staffMemberSchema })
  async leave(@Param() { account }: StaffParams, @IfMatch() version: number): Promise<StaffMember> {
    return this.staff.leave(account, version);
  }

  @Post('staff/:account/link')
  @Route({ access: clinic('administrator'), params: staffParamsSchema, response: issuedLinkSchema })
  async newLink(@Param() { account }: StaffParams): Promise<IssuedLink> {
    return this.staff.newLink(account);
  }

  @Get('colleagues')
  @Route({ access: clinic('nurse', 'clinician', 'director', 'administrator'), response: colleaguesSchema })
  async colleagues(): Promise<Colleagues> {
    return this.staff.colleagues();
  }
}
