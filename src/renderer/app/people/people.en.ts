import type { Words } from '../words.ts'
import type { peopleFr } from './people.fr.ts'

/** Who works in the book and what they may do: what the frame, the sign-in and the page of people say. */
export const peopleEn: Words<typeof peopleFr> = {
  permissions: {
    read: { name: 'Look', text: 'See customers, balances, reminders and credit files' },
    collect: { name: 'Collect', text: 'Calls, promises, disputes, receipts, matching, bank lines' },
    edit: { name: 'Keep credit', text: 'Customer files, limits within one’s ceiling, credit reviews' },
    import: { name: 'Import', text: 'Ledgers, registers, agency reports, column mappings' },
    issue: { name: 'Issue', text: 'Reminders, formal notices, letters, messages' },
    approve: { name: 'Decide', text: 'Approve reminders, write-offs, credit reviews and exceptions' },
    configure: { name: 'Set up', text: 'Company, credit policy, dunning plans, wording, rates, mail' },
    audit: { name: 'Check', text: 'Activity and checks of the book' },
    administer: { name: 'Administer', text: 'People, roles, encryption, backups, personal data' },
  },
  roles: {
    reader: 'Reader',
    collector: 'Collector',
    controller: 'Credit controller',
    manager: 'Manager',
    administrator: 'Administrator',
  },
}
