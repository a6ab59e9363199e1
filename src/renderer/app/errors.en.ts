import type { AnyErrorCode } from '../api/errors.ts'

export const errorsEn = {
  'book.none-open': 'No book is open. Open or create one to go on.',
  'book.missing': 'This file is no longer there. It may have been moved, renamed or deleted.',
  'book.exists':
    'A file of this name is already there. Nothing was overwritten: choose another name, or open that file.',
  'book.folder-not-writable': 'This folder cannot be written to. Nothing was created: choose another place.',
  'book.not-a-book': 'This file is not an Encours book. It was left as it is.',
  'book.damaged': 'This file is damaged and cannot be opened safely. It was left as it is: open a backup.',
  'book.unreadable': 'This file cannot be read: look at its permissions. It was left as it is.',
  'book.newer-version':
    'This book comes from a newer version of Encours. It was left as it is: update the program to open it.',
  'book.read-only': 'This book is open read-only: another program holds it. Nothing was saved.',
  'book.migration-blocked':
    'This book must be brought up to date first, and it is in use or cannot be written to. It was left as it is.',
  'book.migration-failed': 'Upgrading this book failed. It was left as it was, and a copy lies beside it.',
  'permission.denied': 'You may not do this. Nothing was changed.',
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
  'charges.above-open':
    '{{open, money}} is left to pay of these charges, less than {{amount, money}}. Nothing was recorded.',
  'charges.split-differs':
    'The parts add up to {{split, money}}, the payment is {{amount, money}}. Nothing was recorded.',
  'charges.day-invalid': 'That day has not come yet.',
  'charges.not-undoable': 'This entry cannot be taken back, or no longer counts.',
  'match.of-charges': 'This receipt paid charges: take that payment back on the customer’s page, under Charges.',
  'interest.payment-invalid': 'One of the payments is not valid.',
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
  'company.logo-invalid': 'This logo cannot be used: PNG, JPEG or SVG, 1 MB at most.',
  'document.too-large': 'This document is too large.',
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
  'dunning.run-ahead':
    'This day has not come yet: reminders dated ahead would block those that follow. Choose today or a day past.',
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
  'exchange.rate-needless': 'A receipt in {{currency}}, the company’s own currency, takes no rate. Nothing was saved.',
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
  'bank.line-closed': 'This bank line is settled already. Reopen it to match it otherwise.',
  'bank.line-open': 'This bank line is still open: there is nothing to reopen.',
  'bank.wrong-role':
    'This does not fit the bank line: money in is matched, money taken back bounces a receipt. Nothing was saved.',
  'bank.above-line': 'The parts come to more than what is left of the bank line: {{left, money}}. Nothing was saved.',
  'bank.amount-differs': 'Receipt {{number}} and the bank line differ in amount. Nothing was saved.',
  'bank.other-currency': '{{number}} is not in the currency of the bank line. Nothing was saved.',
  'score.key-missing': 'This score needs {{key}}, which is missing. No score is given.',
  'score.not-meaningful':
    'This score means nothing here: {{key}} is zero or below, and a ratio would be divided by it. No score is given.',
  'scorecard.mark-refused':
    'Criterion {{code}} is not marked by hand: it is worked out, or the credit policy does not know it.',
  'financials.other-company': 'This statement is of {{found}}, but {{name}} is {{expected}}. Nothing was saved.',
  'financials.day-invalid': 'The closing day {{closedOn, day}} has not come yet. Nothing was saved.',
  'financials.empty': 'This statement has no line. Nothing was saved.',
  'financials.closing-used':
    'A statement that closes on {{closedOn, day}} is there already for this customer. Change that one, or check the closing day.',
  'financials.customer-missing':
    'Line {{line}}: the file does not say whose statement this is. Give the customer’s code or SIREN. Nothing was imported.',
  'financials.customer-unknown':
    'Line {{line}}: no customer is “{{value}}”. Nothing was imported: create the customer first, or correct the file.',
  'financials.customer-ambiguous':
    'Line {{line}}: several customers have the SIREN {{siren}}. Nothing was imported: give the customer’s code.',
  'financials.no-lines':
    'This file has no closing day with lines that are known. Nothing was imported: start from the template.',
  'financials.unreadable':
    'Line {{line}}, {{field}}: “{{value}}” cannot be read. Nothing was imported: correct the file.',
  'limit.days-invalid':
    'These dates do not work: the end is before the beginning, or the day has not come. Nothing was recorded.',
  'limit.rate-missing': 'There is no exchange rate for {{currency}}. Record one in the settings, then try again.',
  'limit.above-authority':
    'This decision is above what the credit policy lets {{person}} decide. Nothing was recorded.',
  'limit.own-proposal':
    'From {{amount, money}} on the credit policy asks for a second person: nobody approves their own proposal alone. Nothing was recorded.',
  'limit.nothing-to-lift': 'Nothing holds back an order of this amount: there is nothing to lift.',
  'limit.not-liftable': 'Nobody may lift what holds this order back. Nothing was recorded.',
  'limit.block-lifted': 'This exclusion was lifted already, on {{day, day}}.',
  'group.name-used': 'A group {{name}} exists already. Nothing was recorded.',
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
  'match.of-write-off':
    '{{reference}} wrote this debt off: record a recovery, or take that write-off back in whole or in part.',
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
  'review.open':
    'A credit review of this customer is under way already, {{reference}}. Nothing was recorded: go on with that one.',
  'review.submitted': 'The proposal of review {{reference}} waits for its answer. Take it back first to change it.',
  'review.closed': 'Review {{reference}} is closed and stays as it is. Open another one.',
  'review.not-submitted': 'Review {{reference}} waits for no answer. Nothing was recorded.',
  'review.kind-amount':
    'This amount does not fit the decision: an extension is above the present limit, a reduction below it, maintaining leaves it, a withdrawal makes it zero. Nothing was submitted.',
  'review.first-ceiling':
    'The credit policy grants new customers {{ceiling, money}} at most for {{months}} months. To propose more, say so expressly: another person will decide.',
  'review.nobody-decides':
    'Nobody may decide this proposal: the highest authority is that of {{person}}, {{ceiling, money}}. Nothing was submitted.',
  'review.own-proposal': '{{person}} made this proposal: another person has to decide it. Nothing was recorded.',
  'review.above-authority':
    'This decision is above what the credit policy lets {{person}} decide. Nothing was recorded.',
  'review.not-author': 'This proposal is by {{person}}: only its author can take it back.',
  'review.limit-changed':
    'Another limit was decided since this proposal was submitted. Nothing was recorded: return it to its author.',
  'review.no-group': 'This customer belongs to no group. Nothing was submitted.',
  'review.day-invalid': '{{day, day}} is not to come. Give a day ahead.',
  'review.not-approved': 'No credit review approved this limit. Nothing was recorded.',
  'review.not-decided': 'Review {{reference}} is not decided: there is no decision to write to the customer yet.',
  'review.nothing-to-tell':
    'The decision of review {{reference}} changes nothing for the customer: there is no letter to write.',
  'review.letter-unconfirmed':
    'The letter of review {{reference}} tells a decision against the customer: confirm it so that it can leave.',
  'order.number-used': 'An order {{number}} exists already for this customer. Nothing was recorded.',
  'order.refused': 'The order {{number}} stays held: the credit rules refuse it. It can be let through by a decision.',
  'order.day-invalid': 'The expected day is before the day of the order. Nothing was recorded.',
  'register.unknown-file':
    '{{file}} is no register extract that the program reads: Sirene stock files, BODACC notices or GLEIF. Nothing was recorded.',
  'register.day-invalid': '{{day, day}} has not come yet. Nothing was recorded.',
  'register.reference-used': 'The event {{reference}} is noted for this customer already.',
  'register.dismissed': 'This event is set aside already, since {{day, day}}.',
  'rating.other-company': 'This report is of {{found}}, and {{name}} is {{expected}}. Nothing was recorded.',
  'rating.day-invalid':
    'The day of the report is missing, or has not come yet. Enter it and try again. Nothing was recorded.',
  'rating.empty': 'This report holds neither a score nor a recommended limit. Nothing was recorded.',
  'rating.value-invalid': '“{{value}}” does not exist on the scale {{scale}}. Nothing was recorded: check the report.',
  'rating.unreadable': 'Line {{line}}, {{field}}: “{{value}}” cannot be read. Nothing was imported: correct the file.',
  'rating.malformed':
    '{{file}} is not well-formed {{format}}, line {{line}}. Nothing was kept: ask for the file again.',
  'rating.paths-missing':
    '{{file}} does not have what the mapping “{{mapping}}” expects: {{paths}}. Nothing was kept: look at the mapping.',
  'rating.row-missing':
    '{{file}} holds several companies, and {{rows}} line with the SIREN of this customer. Nothing was kept.',
  'rating.place-unreadable': '{{file}}, {{path}}: “{{value}}” cannot be read as the mapping says. Nothing was kept.',
  'rating.mapping-invalid':
    'This mapping is incomplete: it needs the company (name, SIREN or DUNS), a score or a recommended limit, and a scale for each score. Nothing was kept.',
  'rating.mapping-name-used': 'A mapping is called “{{name}}” already. Choose another name.',
  'rating.unknown-file':
    '{{file}} is no report that the program reads. Nothing was recorded: enter it, and attach the file.',
  'application.closed': 'This application is decided or set aside: it no longer changes. Record a new one.',
  'application.day-invalid':
    '{{day, day}} does not fit: the day has not come, or precedes what it depends on. Nothing was saved.',
  'application.in-review': 'The credit review of this application is open. Finish or cancel it first.',
  'application.overdue-above-balance': 'More is overdue than is owed. Nothing was saved: check the answer.',
  'application.reference-answered': '{{supplier}} has answered: this reference stays in the file.',
  'application.not-a-form':
    '“{{file}}” is none of our application forms, or it was scanned: its fields cannot be read. Nothing was saved: enter the application, and keep the file among the documents.',
  'application.field-missing':
    'On the form, “{{field}}” is empty. Nothing was saved: complete it, or enter the application.',
  'application.field-unreadable':
    'On the form, “{{field}}” says “{{value}}”, which cannot be read. Nothing was saved: correct this field in the form, or enter the application.',
  'application.other-company': 'This form is of {{found}}, whereas {{name}} is {{expected}}. Nothing was saved.',
  'application.form-read':
    'This form was read before: the application of {{day, day}} comes from it. Nothing was added.',
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
  cancelled: 'Cancelled. Nothing was changed.',
  connection: 'The program no longer answers. Nothing that was saved is lost: start it again.',
  internal: 'Something unexpected went wrong. Nothing was saved.',
  'file.too-large': 'This file is too large. Nothing was imported.',
} satisfies Record<AnyErrorCode, string>
