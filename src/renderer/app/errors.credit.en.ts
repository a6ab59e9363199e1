import type { creditErrorsFr } from './errors.credit.fr.ts'
import type { Words } from './words.ts'

/** What is said of limits, reviews, reports and accounts. */
export const creditErrorsEn: Words<typeof creditErrorsFr> = {
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
}
