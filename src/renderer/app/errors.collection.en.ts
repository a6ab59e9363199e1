import type { collectionErrorsFr } from './errors.collection.fr.ts'
import type { Words } from './words.ts'

/** What is said of reminders, charges, claims and messages. */
export const collectionErrorsEn: Words<typeof collectionErrorsFr> = {
  'charges.above-open':
    '{{open, money}} is left to pay of these charges, less than {{amount, money}}. Nothing was recorded.',
  'charges.split-differs':
    'The parts add up to {{split, money}}, the payment is {{amount, money}}. Nothing was recorded.',
  'charges.day-invalid': 'That day has not come yet.',
  'charges.not-undoable': 'This entry cannot be taken back, or no longer counts.',
  'dunning.plan-invalid': 'This reminder plan is not consistent. It was not saved.',
  'dunning.run-before-last': 'A later run exists. Choose a day that does not come before it.',
  'dunning.confirmation-needed': 'This run contains a formal notice and has to be confirmed.',
  'dunning.no-bank-account': 'No bank account is recorded for currency {{currency}}. Add one in the company settings.',
  'dunning.notice-incomplete':
    'Formal notices lack something indispensable (customers {{customers}}). Open their details to complete them, or untick them.',
  'dunning.nothing-to-issue': 'There is no letter to issue.',
  'dunning.letter-cancelled': 'This letter is cancelled.',
  'dunning.run-under-way': 'Letters are being issued. Wait until that is done.',
  'dunning.approval-needed':
    'Some letters wait for the approval of a second person. Have them approved, or untick them.',
  'dunning.approval-own': 'You approved some of these letters: somebody else has to issue them.',
  'dunning.approval-not-needed': 'This letter needs no second person.',
  'dunning.plan-name-used': 'Another plan is called {{name}} already. Choose another name.',
  'dunning.plan-default': '{{name}} serves everybody without another plan. Choose another default plan first.',
  'dunning.plan-in-use': '{{name}} still serves segments, customers or invoices. Give them another plan first.',
  'dunning.plan-archived': '{{name}} is archived and can no longer be chosen.',
  'dunning.letter-sent': 'This letter was sent already and can no longer be cancelled.',
  'dunning.letter-in-mail': 'A message that bears this letter has left, or may have: it can no longer be cancelled.',
  'wording.in-use':
    'The text “{{name}}” is used by a level of a dunning plan. Choose another text for that level, then remove it.',
  'wording.name-used': 'A text is called “{{name}}” already. Choose another name.',
  'wording.invalid': 'This text contains an error and was not saved.',
  'statement.day-ahead': '{{asOf, day}} is still to come: what will be owed then is not known.',
  'statement.none':
    'No customer of this choice has a statement as of {{asOf, day}}. Choose another day or other customers.',
  'statement.too-many':
    '{{count}} statements at once are too many: {{limit}} at most. Choose a segment or a salesperson.',
  'confirmation.day-ahead': '{{asOf, day}} is still to come: its balances are not known.',
  'confirmation.nobody':
    'These criteria choose no customer. Choose the largest balances, an amount, a draw or customers by name.',
  'confirmation.too-many': '{{count}} requests at once are too many: {{limit}} at most.',
  'confirmation.deadline-past': 'The deadline for answers comes before the letters leave: choose a later one.',
  'confirmation.auditor-address': 'Customers answer the auditor directly: give their postal or e-mail address.',
  'confirmation.not-different': 'The balance given is that of our books: this is an agreement, not a difference.',
  'confirmation.reason-missing': 'Say what the difference comes from, or that it stays unexplained.',
  'confirmation.day-invalid':
    '{{day, day}} does not fit: an answer comes neither before the request nor later than today.',
  'confirmation.nothing-recorded': 'Nothing is recorded for this request: there is nothing to take back.',
  'statement.days-invalid': 'The first day of the statement comes after its last: choose an earlier one.',
  'posting.not-by-post': 'This letter does not go by post.',
  'posting.number-invalid':
    'This number does not do: there is one for each letter, or the first of a series that ends in digits.',
  'posting.number-used': 'The number {{number}} is that of another letter already: look at the label.',
  'posting.number-missing': 'A registered letter has no number yet: give it one before it is handed in.',
  'posting.deposited': 'One of these letters was handed in already: take it out of the choice.',
  'posting.not-deposited': 'This letter was not handed in yet: record that first.',
  'posting.day-invalid':
    'This day does not do: neither before the letter or the day it was handed in, nor after today.',
  'dunning.run-ahead':
    'This day has not come yet: reminders dated ahead would block those that follow. Choose today or a day past.',
  'instalments.sum-differs':
    'The instalments add up to {{sum, money}}, the items of the plan to {{open, money}}. Nothing was saved.',
  'instalments.days-invalid':
    'Instalments must follow each other in order, none before the agreement. Nothing was saved.',
  'instalments.item-invalid':
    '{{number}} cannot be part of this plan: it takes open debts of one customer, in one currency.',
  'instalments.item-covered': '{{number}} is part of a running plan already. End that one first.',
  'instalments.ended': 'This plan has ended already.',
  'promise.day-invalid': 'A promise is for today or later. Nothing was saved.',
  'promise.nothing-open': 'This customer owes nothing in {{currency}}: there is nothing to promise.',
  'promise.item-invalid':
    '{{number}} cannot be promised: it takes an open debt of this customer in {{currency}}. Nothing was saved.',
  'promise.above-open':
    'Of {{open, money}} open, {{promised, money}} is promised already: {{available, money}} at most can be promised. Lower the amount, or replace the running promise.',
  'promise.ended': 'This promise has ended already: it can no longer be taken back.',
  'call.outcome-incomplete': 'This outcome needs the promise or the dispute it is about. Nothing was saved.',
  'call.outcome-mismatch': 'A promise or a dispute does not go with this outcome. Nothing was saved.',
  'call.item-invalid': '{{number}} is another customer’s. Nothing was saved.',
  'task.day-invalid': 'Something is set for today or later. Nothing was saved.',
  'task.done': 'This was done already, on {{day, day}}. Open it again to put it off.',
  'handover.open': 'This account was handed over already, on {{day, day}}. Nothing was recorded.',
  'handover.nothing-owed': 'This customer owes nothing: there is nothing to hand over.',
  'handover.closed': 'This hand-over was closed already, on {{day, day}}.',
  'handover.step-unknown': 'The chosen procedure has no such step. Choose another one, or change the procedure.',
  'handover.step-withdrawn': 'This step was withdrawn already, on {{day, day}}.',
  'handover.day-invalid':
    '{{day, day}} is before the hand-over ({{since, day}}) or has not come yet: only a hearing may be announced.',
  'handover.capitalisation-unfounded':
    'Interest bears interest only where the contract or a court says so (C.\u00A0civ. 1343-2): give the day and the ground.',
  'claim.nothing-due': 'Nothing is due on that day: there is nothing to claim.',
  'claim.several-currencies':
    'This file is in several currencies: a request claims one only. Choose the items of one currency.',
  'claim.not-this-paper': 'This paper does not exist for this procedure.',
  'claim.above-small-limit':
    'The claim ({{amount, money}}) is above {{limit, money}} of principal and interest: the small-claims procedure is not open.',
  'write-off.items-mixed': '{{number}} is another customer’s or in another currency: a write-off is of one account.',
  'write-off.item-proposed':
    '{{number}} is in the proposal {{reference}} already. Answer that one first, or withdraw it.',
  'write-off.note-missing': 'Say why in a few words: this reason is not enough alone.',
  'write-off.answered': '{{reference}} was answered already. Nothing was changed.',
  'write-off.own-proposal': '{{person}} made this proposal: another person has to approve it. Nothing was written off.',
  'write-off.above-authority':
    'This amount is above what the credit policy lets {{person}} write off. Nothing was written off.',
  'write-off.rate-missing':
    'Without a rate of {{currency}} this amount cannot be held against the policy’s ceilings. Enter a rate first.',
  'write-off.not-author': 'This proposal is by {{person}}: only its author can withdraw it.',
  'write-off.day-future': 'A debt cannot be written off on a day that has not come ({{day, day}}).',
  'write-off.before-letter':
    'The letter {{letter}} of {{sent, day}} still claims {{number}}: choose that day or a later one.',
  'write-off.not-booked': '{{reference}} is not written off: there is nothing to take back.',
  'write-off.above-written':
    '{{written, money}} of {{number}} is written off, less than {{amount, money}}. Nothing was taken back.',
  'write-off.day-too-early': '{{number}} was written off on {{earliest, day}}: it cannot be taken back before.',
  'write-off.receipt-invalid': '{{number}} is no receipt of this customer in this currency.',
  'write-off.above-receipt':
    '{{left, money}} of {{number}} is left to allocate, less than {{amount, money}}. Nothing was taken back.',
  'write-off.no-tax':
    '{{reference}} has no VAT to recover: it was not paid to the State on invoicing, or its amount is not known.',
  'write-off.not-definitive':
    '{{reference}} is not known to be irrecoverable for good: record the event first (liquidation judgment, plan, disappearance).',
  'write-off.notice-missing':
    'The notice to the customer (article 272 of the CGI) has not been issued: the VAT is deductible only with it.',
  'instalments.no-letter': 'The agreement has not been issued yet. Issue it before the signed copy is recorded.',
  'instalments.signed-day':
    'The agreement is of {{issued, day}}: it cannot have been signed before, nor on a day that has not come.',
  'limitation.formal-notice':
    'A formal notice, even registered, does not interrupt limitation (Cass. com. 18 May 2022, 20-23.204). Nothing was saved: get a written acknowledgement or a part payment, or go to court.',
  'limitation.reminder':
    'A reminder does not interrupt limitation. Nothing was saved: only an act of the debtor, a court or a bailiff does.',
  'limitation.call':
    'A call does not interrupt limitation. Nothing was saved: ask the debtor to confirm in writing what is owed.',
  'limitation.phone-promise':
    'A promise by telephone is not in writing: it interrupts nothing. Ask for it by e-mail or letter, then record it as an acknowledgement.',
  'limitation.agency-letter': 'A letter of a collection agency does not interrupt limitation. Nothing was saved.',
  'limitation.order-request':
    'Filing a request for an order to pay interrupts nothing: the service of the order does. Record that, on its day.',
  'limitation.demand':
    'Under {{law}} an out-of-court demand does not interrupt limitation: it does for claims under Spanish law only.',
  'limitation.day-invalid':
    '{{day, day}} does not fit: it has not come yet, or the end comes before the beginning. Nothing was saved.',
  'limitation.nothing-owed':
    'This customer owed nothing on {{day, day}} that is still open: there is nothing to interrupt.',
  'limitation.item-invalid':
    '{{number}} was not owed on {{day, day}}: it is later, settled already, or of another customer.',
  'limitation.proof-missing':
    'A written act needs its proof: attach the document, or say where it is kept. Nothing was saved.',
  'limitation.elsewhere': 'This act comes from a declared claim or a procedure: change it there.',
  'limitation.withdrawn': 'This act is withdrawn already, since {{day, day}}.',
  'declaration.no-procedure':
    'No insolvency procedure is open against this customer: there is nothing to declare. Note the judgment first.',
  'declaration.nothing-to-declare':
    'Nothing was owed on the eve of the judgment ({{judgment, day}}) that is not declared already or covered by receipts.',
  'declaration.item-declared': '{{number}} is declared in this procedure already.',
  'declaration.item-invalid': 'One of the items chosen was not owed before the judgment of {{judgment, day}}.',
  'declaration.rate-missing':
    'A claim is declared at the rate of the judgment: that of {{currency}} on {{day, day}} is missing. Set it in the settings.',
  'declaration.addressee-missing':
    'Somebody must be declared to: first note the representative of creditors or the liquidator, with the address.',
  'declaration.sent': 'This declaration has left already, on {{day, day}}.',
  'declaration.not-sent': 'Declaration {{reference}} has not been sent: record its sending first.',
  'declaration.cancelled': 'This declaration is cancelled since {{day, day}}.',
  'declaration.day-invalid':
    '{{day, day}} does not fit: it is before {{from, day}} or has not come yet. Nothing was saved.',
  'declaration.amounts-differ':
    'Admitted, contested and rejected make {{sum, money}}, the claim declared {{total, money}}. Nothing was saved: share out the total.',
  'declaration.not-contested': 'Nothing of declaration {{reference}} is contested: there is no answer to record.',
  'retention.no-clause':
    '{{description}}: no clause of retention of title is kept for this customer. Add it with the proof that it was accepted.',
  'retention.agreed-after-delivery':
    '{{description}}: the clause was not agreed in writing at delivery. It does not hold (C. com. L624-16).',
  'retention.delivered-after': '{{description}}: delivered after the judgment, there is nothing to claim.',
  'retention.paid': '{{description}}: the invoice was paid, title has passed.',
  'retention.gone':
    '{{description}}: the goods are no longer there in kind. Only the price of goods sold on and not paid for can be claimed.',
  'retention.no-resale-price': '{{description}}: the goods were sold on; say what their buyer still owes.',
  'retention.nothing-to-claim':
    'No goods can be claimed: record the unpaid goods, and the clause agreed before their delivery.',
  'retention.goods-claimed': '{{description}}: these goods are part of a claim already.',
  'retention.item-invalid': '{{number}} is no invoice of this customer: it holds no goods.',
  'retention.too-late':
    'The three months to claim goods ended on {{day, day}} (C. com. L624-9). Only a published contract needs no claim.',
  'retention.sent': 'This claim has left already, on {{day, day}}.',
  'retention.not-sent': 'Claim {{reference}} has not been sent: record its sending first.',
  'retention.cancelled': 'This claim is cancelled since {{day, day}}.',
  'retention.day-invalid': '{{day, day}} does not fit: it has not come yet, or comes before what it follows.',
  'mail.no-settings':
    'No mail server is set. Nothing was sent: set one, or open the messages as drafts in your mail program.',
  'mail.no-address': '{{name}} has no e-mail address. Add a contact to its file.',
  'mail.no-sender':
    'No sender address is given, neither in the message settings nor in the company’s details. Nothing was sent.',
  'mail.address-invalid': '“{{value}}” is not an e-mail address. Nothing was saved.',
  'mail.plain-refused':
    'Letters and password would travel to {{host}} in clear. Choose an encrypted connection, or accept it expressly.',
  'mail.password-needed': 'The password of {{user}} is not kept on this machine: enter it. Nothing was sent.',
  'mail.unreachable':
    'The server {{host}}, port {{port}}, cannot be reached. Nothing was sent: check the address, the port and the connection.',
  'mail.certificate':
    'The certificate of {{host}} cannot be trusted ({{reason}}). Neither the password nor a message was handed to it.',
  'mail.no-encryption':
    '{{host}} does not encrypt the connection as asked. Neither the password nor a message was handed to it: try the other kind of encryption.',
  'mail.login-refused': '{{host}} refuses the name {{user}} or its password. Nothing was sent.',
  'mail.not-waiting': 'This message no longer waits: it has left, is leaving now, or was taken out.',
  'mail.not-uncertain': 'What became of this message is known: there is nothing to settle.',
  'worklist.weight-invalid':
    'This weight pulls the wrong way: what presses is worth zero or more, what can wait zero or less.',
}
