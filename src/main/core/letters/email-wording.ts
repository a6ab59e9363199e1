/** What stands in the message that carries a letter: before the due date, for reminders, for formal notices. */
export const emailWordingKeys = ['email-notice', 'email-reminder', 'email-formal'] as const
export type EmailWordingKey = (typeof emailWordingKeys)[number]

export const isEmailKey = (key: string): key is EmailWordingKey => (emailWordingKeys as readonly string[]).includes(key)
