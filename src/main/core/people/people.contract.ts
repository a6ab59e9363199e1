import { z } from 'zod'
import { command, host, idSchema, nothing, permissions, query, secretSchema } from '../kernel/contract.ts'

/** Roles that the program brings, the one with the least rights first. */
export const roleKeys = ['reader', 'collector', 'controller', 'manager', 'administrator'] as const
export type RoleKey = (typeof roleKeys)[number]

export const LEAST_PASSWORD = 8
export const LONGEST_LOCK = 24 * 60

const nameSchema = z.string().trim().min(1).max(100)
const permissionsSchema = z.array(z.enum(permissions))

/** A role as it is named: one of the program's own has a key, and no name until somebody gives it one. */
const namedRole = z.object({ id: idSchema, key: z.enum(roleKeys).nullable(), name: z.string() })

const roleSchema = namedRole.extend({
  permissions: permissionsSchema,
  /** Who has it. */
  people: z.int(),
})
export type Role = z.infer<typeof roleSchema>

const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  role: namedRole,
  active: z.boolean(),
  /** Whether the next sign-in asks for a password of their own. */
  mustChange: z.boolean(),
  addedAt: z.string(),
  signedInAt: z.string().nullable(),
  /** Wrong passwords since the last right one. */
  failures: z.int(),
})
export type Person = z.infer<typeof personSchema>

const oneTime = z.object({
  id: idSchema,
  /** Shown once: it has to be replaced at the next sign-in. */
  password: z.string(),
})

export const peopleContract = {
  state: host('open', 'Whether the open book has people, and who is signed in here', {
    input: nothing,
    output: z.object({
      on: z.boolean(),
      me: z.object({ id: idSchema, name: z.string(), role: namedRole, permissions: permissionsSchema }).nullable(),
      locked: z.boolean(),
      /** Minutes; null: never. */
      lockAfter: z.int().nullable(),
      /** The account of this computer: the name that acts in a book without people. */
      account: z.string(),
    }),
  }),
  signIn: host('open', 'Sign in to the open book, or unlock it', {
    input: z.object({
      name: nameSchema,
      password: secretSchema,
      /** Where the password was given by an administrator. */
      newPassword: secretSchema.optional(),
    }),
    output: nothing,
  }),
  lock: host('open', 'Lock this window: its person’s password opens it again', {
    input: z.object({
      /** Nobody touched it. */
      idle: z.boolean().default(false),
    }),
    output: nothing,
  }),
  signOut: host('open', 'Sign out of the open book', { input: nothing, output: nothing }),
  active: host('open', 'Say that somebody works in this window: it locks itself otherwise', {
    input: nothing,
    output: nothing,
  }),
  turnOn: host('administer', 'Give the book people, the first of them its administrator', {
    input: z.object({ name: nameSchema, password: secretSchema }),
    output: nothing,
  }),
  turnOff: host('administer', 'Leave the book without people again; asked of its only person', {
    input: z.object({ password: secretSchema }),
    output: nothing,
  }),
  changePassword: host('read', 'Change one’s own password', {
    input: z.object({ current: secretSchema, next: secretSchema }),
    output: nothing,
  }),
  names: query('read', 'Names of those who work in the book', {
    input: nothing,
    output: z.object({ names: z.array(z.string()) }),
  }),
  list: query('administer', 'People of the book with their role and state', {
    input: nothing,
    output: z.object({ people: z.array(personSchema) }),
  }),
  add: command('administer', 'Add a person, with a password that they replace when they sign in', {
    input: z.object({ name: nameSchema, roleId: idSchema }),
    output: oneTime,
  }),
  update: command('administer', 'Change the role of a person, or whether they may sign in', {
    input: z.object({ id: idSchema, roleId: idSchema, active: z.boolean() }),
    output: nothing,
  }),
  resetPassword: command('administer', 'Give a person a new password, that they replace when they sign in', {
    input: z.object({ id: idSchema }),
    output: oneTime,
  }),
  remove: command('administer', 'Take a person off the list; what they did stays in the audit', {
    input: z.object({ id: idSchema }),
    output: nothing,
  }),
  roles: query('administer', 'Roles with what they allow', {
    input: nothing,
    output: z.object({ roles: z.array(roleSchema) }),
  }),
  saveRole: command('administer', 'Add a role or change what one allows; every role reads', {
    input: z.object({
      id: idSchema.optional(),
      /** Empty only for a role of the program’s own: its usual name. */
      name: z.string().trim().max(60),
      permissions: permissionsSchema,
    }),
    output: z.object({ id: idSchema }),
  }),
  removeRole: command('administer', 'Remove a role that nobody has', {
    input: z.object({ id: idSchema }),
    output: nothing,
  }),
  saveSettings: command('administer', 'Say after how many minutes without anybody a window locks itself', {
    input: z.object({ lockAfter: z.int().min(1).max(LONGEST_LOCK).nullable() }),
    output: nothing,
  }),
}
