import type { AnyErrorCode } from '../api/errors.ts'
import { collectionErrorsEn } from './errors.collection.en.ts'
import { creditErrorsEn } from './errors.credit.en.ts'
import { passphraseErrorsEn } from './errors.passphrase.en.ts'
import { peopleErrorsEn } from './errors.people.en.ts'

export const errorsEn = {
  'book.none-open': 'No book is open. Open or create one to go on.',
  'book.missing': 'This file is no longer there. It may have been moved, renamed or deleted.',
  'book.exists':
    'A file of this name is already there. Nothing was overwritten: choose another name, or open that file.',
  'book.folder-not-writable': 'This folder cannot be written to. Nothing was created: choose another place.',
  'book.not-a-book': 'This file is not an Encours book. It was left as it is.',
  'book.damaged':
    'This book is damaged, and what is asked for cannot be read in it. It was left as it is: restore a backup.',
  'book.unreadable': 'This file cannot be read: look at its permissions. It was left as it is.',
  'book.newer-version':
    'This book comes from a newer version of Encours. It was left as it is: update the program to open it.',
  'book.read-only': 'This book is open read-only: another program holds it. Nothing was saved.',
  'book.disk-full':
    'The disk is full: this could not be saved, and nothing of it was kept. The book is whole: make room, then try again.',
  'book.not-written':
    'The book could not be written: the disk or the network does not answer, or a size limit is reached. Nothing of this was kept.',
  'book.busy': 'Another program is writing into this book. Nothing was saved: try again in a moment.',
  'book.migration-blocked':
    'This book must be brought up to date first, and it is in use or cannot be written to. It was left as it is.',
  'book.migration-failed': 'Upgrading this book failed. It was left as it was, and a copy lies beside it.',
  'book.replaced':
    'The file of this book was deleted, moved or replaced while it was open. Nothing was saved: save a copy (Safety, Backups), then open the book again.',
  'book.lock-lost':
    'Another program has opened this book to write, or its lock file was deleted: this shared folder may not keep locks. Nothing was saved here. Close the book everywhere, then open it on one computer.',
  'book.in-use': 'Another program has this book open: close it there first.',
  'backup.folder-missing':
    'The backup folder cannot be found: {{folder}}. If it is an external drive, plug it in; otherwise choose another folder.',
  'backup.folder-not-writable':
    'Nothing can be written to the backup folder: {{folder}}. Choose another one, or ask for access to it.',
  'backup.no-room': 'There is not enough room left for a backup in {{folder}}.',
  'backup.not-verified':
    'The backup that was written does not agree with the book and was not kept. The disk may be failing: check it, and choose another one.',
  'backup.interrupted': 'The backup was interrupted before its end and was not kept.',
  'backup.failed': 'The backup could not be made: {{cause}}',
  'backup.of-itself': 'A book cannot be restored from itself: choose another file.',
  ...peopleErrorsEn,
  'clock.behind': 'Today, {{today, day}}, lies before {{since, day}}, when this began: check the date of the computer.',
  'file.not-written':
    'This file could not be written: the disk is full, or the folder cannot be written to. Nothing of it is left.',
  'input.invalid': 'A value is not valid. Nothing was saved: check the fields.',
  'not-found': 'This is no longer in the book. It may have been deleted or merged.',
  'customer.code-used': 'Code {{code}} already belongs to another customer. Choose another one.',
  'customer.merge-itself': 'A customer cannot be merged with itself.',
  'customer.name-missing': 'A customer must have a name.',
  'identifier.siren': '“{{value}}” is not a SIREN number: nine digits, one of them a check digit.',
  'identifier.siret': '“{{value}}” is not a SIRET of this company: fourteen digits that begin with its SIREN.',
  'identifier.lei': '“{{value}}” is not an LEI: twenty letters and digits, the last two of which are check digits.',
  'identifier.vat': '“{{value}}” is not a valid VAT number.',
  'identifier.iban': '“{{value}}” is not a valid IBAN: check the digits.',
  'identifier.bic': '“{{value}}” is not a valid BIC: eight or eleven characters.',
  'terms.unreadable':
    'Unreadable payment terms. Write for instance 30, 45eom-a (45 days, then end of month) or 30eom+10.',
  'import.format-unknown': 'The format of this file is not recognised. Nothing was imported.',
  'import.empty': 'This file holds no line. Nothing was imported.',
  'import.lines-refused': 'Some lines are refused. Nothing was imported: mend the file, or leave them out.',
  'import.mapping-needed': 'First say what the columns of this file are.',
  'import.mapping-incomplete': 'A column that is needed is missing from the mapping.',
  'import.encoding': 'The characters of this file cannot be read. Nothing was imported.',
  'import.unreadable': 'This file cannot be read. Nothing was imported.',
  'import.cfonb240':
    'This file is in the CFONB 240 format, which is no account statement. Ask the bank for a CFONB 120 or CAMT.053 statement.',
  'import.intraday':
    'This CAMT.052 file is an intraday report, whose entries may still change. Ask the bank for a CAMT.053 statement.',
  'interest.rate-missing':
    'The rate of half-year {{semester}} is missing from the table ({{country}}). Interest cannot be calculated: add it under Late-payment rates, with its source.',
  'interest.amount-not-positive': 'Interest is calculated on an amount above zero.',
  'interest.country-unknown': 'No late-payment rate is known for “{{country}}”. Add a series under Late-payment rates.',
  'rates.semester-outside': 'This series goes from {{from}} to {{until}}: half-year {{semester}} is not part of it.',
  'rates.value-there':
    'Half-year {{semester}} has a rate already, {{rate}}%. To replace it, tick “corrects the value in place” and give the source.',
  'rates.key-used': 'The code {{key}} names a series already.',
  'rates.shipped': 'This series comes with the program: it cannot be retired.',
  'rates.in-use': 'Customers are charged by this series ({{customers}}). Change their late-payment regime first.',
  'match.of-charges': 'This receipt paid charges: take that payment back on the customer’s page, under Charges.',
  'interest.payment-invalid': 'One of the payments is not valid.',
  'company.payment-link-invalid': '“{{value}}” is no payment address: it begins with https://.',
  'space.until-invalid': 'A customer space is valid until a day between today and two years from now.',
  'space.passphrase-weak':
    'Whoever had the file would soon find this passphrase. Make it longer, or let the program draw one.',
  'space.nobody': 'No customer fits this choice: no file was made.',
  'space.too-many': '{{count}} spaces at once are too many: {{limit}} at most.',
  'space.too-large':
    'The file of {{name}} would be larger than {{limit}} MB with the copies of invoices. Make it without them.',
  'space.withdrawn': 'This customer space is withdrawn already.',
  'answer.too-large': 'This answer is too large: {{limit}} MB at most, attachments included.',
  'answer.damaged': 'This is no answer file, or it is damaged. Ask the customer to send the file again.',
  'answer.newer-format': 'This answer comes from a newer version of Encours. Update the program, then read it again.',
  'answer.space-unknown': 'This answer comes from a space that this book never published.',
  'answer.not-taken': 'The space this answer names was published without answers.',
  'answer.erased': 'The customer of this answer was erased from the book: nothing of it was kept.',
  'answer.forged':
    'The signature of this answer is not of the space it names: it was forged or changed on its way. Nothing of it was kept.',
  'answer.other-customer': 'This answer is not of this customer’s account.',
  'answer.replayed': 'This answer was read already, on {{day, day}}.',
  'answer.space-withdrawn': 'The space this answer comes from was withdrawn: its answers are no longer taken.',
  'answer.clock': 'This answer bears a day that cannot be, {{day, day}}: the clock of the customer’s device is wrong.',
  'answer.expired': 'This answer comes from a space that ended on {{until, day}}. Publish a new one for the customer.',
  'answer.too-old':
    'This answer was written on {{day, day}}, too long ago to tell of today. Ask the customer for a new one.',
  'answer.attachment-refused': 'The attachment {{name}} is no PDF, PNG or JPEG: the answer was not taken.',
  'answer.decided': 'This answer was decided on already, on {{day, day}}.',
  'answer.other-kind': 'This answer asks for something else.',
  'company.logo-invalid': 'This logo cannot be used: PNG, JPEG or SVG, 1 MB at most.',
  'document.too-large': 'This document is too large.',
  'view.name-used': 'A saved filter already has this name.',
  'policy.before-last': 'A version of the policy is in force from {{last}}. The new one cannot begin before it.',
  'policy.reason-in-use':
    'Disputes carry this reason, so it cannot be removed. Deactivate it and it will no longer be offered.',
  'dispute.reason-unknown': 'This reason is not in the credit policy, or no longer active there. Choose another one.',
  'dispute.not-a-claim':
    'Only a claim can be disputed: an invoice, an opening balance or a sundry debit. Nothing was saved.',
  'dispute.above-open':
    'The amount disputed is above what is still owed, less open disputes. Nothing was saved: lower it.',
  'dispute.day-invalid':
    'A dispute opens between the day of the item and today, and its deadline is not before its opening.',
  'dispute.closed': 'This dispute is closed. Reopen it to change it.',
  'dispute.open': 'This dispute is open already.',
  'dispute.conceded-invalid':
    'The amount given up does not fit this outcome: a credit note is above zero, and neither above the amount disputed nor above what is still owed; a claim upheld gives up nothing.',
  'dispute.nothing-left': 'All that was contested has been given up. Open a new dispute.',
  'proof.empty': 'This file is empty. Nothing was saved.',
  'proof.disguised':
    '“{{name}}” is a program ({{type}}) under another name. It was not kept: do not open it, and warn its sender.',
  'proof.kept-already': 'This file is already kept in the same place, as “{{name}}”. Nothing was added.',
  'delivery.reference-used': 'This customer already has a delivery {{reference}}. Nothing was saved.',
  'delivery.day-invalid':
    'This day does not fit: no delivery or sending after today, no sending before the day of the invoice. Nothing was saved.',
  'match.same-side':
    '{{debit}} and {{credit}} are on the same side: a match takes a debit and a credit. Nothing was matched.',
  'match.other-customer': '{{debit}} and {{credit}} belong to two customers. Nothing was matched.',
  'match.other-currency':
    '{{debit}} is in {{debitCurrency}} and {{credit}} in {{creditCurrency}}. Nothing was matched.',
  'match.above-open':
    'Only {{open, money}} is still open of {{number}}, less than {{amount, money}}. Nothing was saved.',
  'match.day-too-early': '{{debit}} and {{credit}} cannot be matched before {{earliest, day}}. Nothing was matched.',
  'match.undone': 'The match of {{debit}} with {{credit}} is undone already.',
  'match.of-bounce':
    'This match belongs to the returned payment {{debit}}: remove that, and {{credit}} gets its matches back.',
  'payment.not-a-receipt': '{{number}} is not a receipt.',
  'payment.not-a-debt': '{{number}} is not a debt: there is nothing to deduct from.',
  'payment.already-bounced': '{{number}} was returned on {{day, day}} already.',
  'payment.day-too-early': '{{number}} dates from {{earliest, day}}: the day given is before it. Nothing was saved.',
  'payment.split-above-amount': 'The parts add up to more than the movement itself. Nothing was saved.',
  'payment.above-credit':
    'This customer has only {{credit, money}} in credit, less than {{amount, money}}. Nothing was saved.',
  'payment.nothing-open': 'There is nothing open to settle for {{number}}. Nothing was saved.',
  'payment.above-write-off-limit':
    'The credit policy lets {{limit, money}} at most be written off of one item; {{already, money}} was already of {{number}}. Ask for a credit note.',
  'payment.not-removable': '{{number}} comes from a file: only a movement entered by hand can be removed.',
  'payment.still-matched': '{{number}} is matched. Undo its matches first.',
  'payment.cleared': '{{number}} is matched with a line of a bank statement. Undo that first.',
  'payment.in-use':
    'A letter, a dispute, a plan, a promise, a talk, a hand-over or a document refers to {{number}}: it can no longer be removed.',
  'exchange.home-currency': '{{currency}} is the company’s own currency: it has no rate.',
  'exchange.too-large':
    'At a rate of {{rate}}, an amount in {{currency}} comes to more than the book can add up to the cent. Check the rate. Nothing was saved.',
  'exchange.rate-needless': 'A receipt in {{currency}}, the company’s own currency, takes no rate. Nothing was saved.',
  'bank.line-closed': 'This bank line is settled already. Reopen it to match it otherwise.',
  'bank.line-open': 'This bank line is still open: there is nothing to reopen.',
  'bank.wrong-role':
    'This does not fit the bank line: money in is matched, money taken back bounces a receipt. Nothing was saved.',
  'bank.above-line': 'The parts come to more than what is left of the bank line: {{left, money}}. Nothing was saved.',
  'bank.amount-differs': 'Receipt {{number}} and the bank line differ in amount. Nothing was saved.',
  'bank.other-currency': '{{number}} is not in the currency of the bank line. Nothing was saved.',
  'provision.note-missing': 'Say why: this reason says nothing by itself.',
  'provision.day-future': '{{day, day}} has not come yet. Nothing was recorded.',
  'provision.not-open': '{{number}} is not open on {{day, day}}: there is nothing to impair.',
  'provision.later-closing': 'The closing of {{asOf, day}} stands already. Withdraw it first, or close a later day.',
  'provision.reason-missing': 'The rates are adjusted or given by hand: say why, the auditor will ask.',
  'provision.rates-missing':
    'The matrix cannot be told: a balance has no rate. Give one by hand, or book only what is treated by case.',
  'provision.withdrawn': 'The closing of {{asOf, day}} is withdrawn already.',
  'provision.not-last': 'The closing of {{last, day}} starts from this one. Withdraw the latest first.',
  'match.of-write-off':
    '{{reference}} wrote this debt off: record a recovery, or take that write-off back in whole or in part.',
  'privacy.hindered':
    'These data cannot be erased: something is still under way, or the law asks for them to be kept. Nothing was erased.',
  'privacy.confirmation-differs': 'The name typed is not that of the person. Nothing was erased.',
  'privacy.not-due':
    'The retention period is not over. Nothing was erased: only a request of the person allows it to be done before.',
  'privacy.erased-already': 'This customer is anonymised already: nothing is left to erase.',
  'privacy.period-below-law':
    'The law asks for these data to be kept {{months}} months at least. The period was not changed.',
  'privacy.source-missing': 'Say where this period comes from: a text, a decision, a register.',
  'privacy.under-way': 'An erasure is under way. Wait until it is done.',
  cancelled: 'Cancelled. Nothing was changed.',
  connection: 'The program no longer answers. Nothing that was saved is lost: start it again.',
  internal: 'Something unexpected went wrong. Nothing was saved.',
  'file.too-large': 'This file is too large. Nothing was imported.',
  ...collectionErrorsEn,
  ...creditErrorsEn,
  ...passphraseErrorsEn,
} satisfies Record<AnyErrorCode, string>
