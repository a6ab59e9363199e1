import { alertsCalls } from './alerts/alerts.service.ts'
import { answersCalls } from './answers/answers.service.ts'
import { applicationsCalls } from './applications/applications.service.ts'
import { auditCalls } from './audit/audit.service.ts'
import { createBackupsCalls } from './backups/backups.service.ts'
import { bankCalls } from './bank/bank.service.ts'
import { behaviourCalls } from './behaviour/behaviour.service.ts'
import { createDesk, createRunner } from './book/book.runner.ts'
import { createBookCalls } from './book/book.service.ts'
import { Session } from './book/book.session.ts'
import { callsCalls } from './calls/calls.service.ts'
import { chargesCalls } from './charges/charges.service.ts'
import { claimsCalls } from './claims/claims.service.ts'
import { companyCalls } from './company/company.service.ts'
import { confirmationsCalls } from './confirmations/confirmations.service.ts'
import { contract } from './contract.ts'
import { customersCalls } from './customers/customers.service.ts'
import { dashboardCalls } from './dashboard/dashboard.service.ts'
import { declarationsCalls } from './declarations/declarations.service.ts'
import { deliveriesCalls } from './deliveries/deliveries.service.ts'
import { disputesCalls } from './disputes/disputes.service.ts'
import { documentsCalls } from './documents/documents.service.ts'
import { dunningCalls } from './dunning/dunning.service.ts'
import { einvoicesCalls } from './einvoices/einvoices.service.ts'
import { exchangeCalls } from './exchange/exchange.service.ts'
import { expectationsCalls } from './expectations/expectations.service.ts'
import { figuresCalls } from './figures/figures.service.ts'
import { financialsCalls } from './financials/financials.service.ts'
import { forecastsCalls } from './forecasts/forecasts.service.ts'
import { handoversCalls } from './handovers/handovers.service.ts'
import { holidaysCalls } from './holidays/holidays.service.ts'
import { importsCalls } from './imports/imports.service.ts'
import { instalmentsCalls } from './instalments/instalments.service.ts'
import { integrityCalls } from './integrity/integrity.service.ts'
import { interestCalls } from './interest/interest.service.ts'
import { implementSlice } from './kernel/calls.ts'
import type { Ports } from './kernel/context.ts'
import { Secret } from './kernel/contract.ts'
import { limitationsCalls } from './limitations/limitations.service.ts'
import { limitsCalls } from './limits/limits.service.ts'
import { lossesCalls } from './losses/losses.service.ts'
import { mailCalls } from './mail/mail.service.ts'
import { ordersCalls } from './orders/orders.service.ts'
import { payablesCalls } from './payables/payables.service.ts'
import { paymentsCalls } from './payments/payments.service.ts'
import { createPeopleCalls } from './people/people.service.ts'
import { policyCalls } from './policy/policy.service.ts'
import { postingsCalls } from './postings/postings.service.ts'
import { preferencesCalls } from './preferences/preferences.service.ts'
import { privacyCalls } from './privacy/privacy.service.ts'
import { promisesCalls } from './promises/promises.service.ts'
import { proofsCalls } from './proofs/proofs.service.ts'
import { provisionsCalls } from './provisions/provisions.service.ts'
import { ratesCalls } from './rates/rates.service.ts'
import { ratingsCalls } from './ratings/ratings.service.ts'
import { receivablesCalls } from './receivables/receivables.service.ts'
import { recommendationsCalls } from './recommendations/recommendations.service.ts'
import { registersCalls } from './registers/registers.service.ts'
import { reportsCalls } from './reports/reports.service.ts'
import { reviewsCalls } from './reviews/reviews.service.ts'
import { scorecardsCalls } from './scorecards/scorecards.service.ts'
import { spacesCalls } from './spaces/spaces.service.ts'
import { statementsCalls } from './statements/statements.service.ts'
import { viewsCalls } from './views/views.service.ts'
import { worklistCalls } from './worklist/worklist.service.ts'
import { writeoffsCalls } from './writeoffs/writeoffs.service.ts'

export type { CallContext, Ports } from './kernel/context.ts'

/** What a last backup may keep the end of the program waiting; one of 100,000 items takes two seconds. */
const CLOSING_MS = 20_000

/** The program: one open book at most, and a router that answers every call of the contract. */
export const createProgram = (ports: Ports) => {
  const session = new Session(ports)
  const desk = createDesk(session)
  const runner = createRunner(session, desk)
  const base = { ports }
  return {
    router: {
      preferences: implementSlice('preferences', contract.preferences, preferencesCalls, runner, base),
      audit: implementSlice('audit', contract.audit, auditCalls, runner, base),
      people: implementSlice('people', contract.people, createPeopleCalls(desk), runner, base),
      documents: implementSlice('documents', contract.documents, documentsCalls, runner, base),
      views: implementSlice('views', contract.views, viewsCalls, runner, base),
      holidays: implementSlice('holidays', contract.holidays, holidaysCalls, runner, base),
      interest: implementSlice('interest', contract.interest, interestCalls, runner, base),
      rates: implementSlice('rates', contract.rates, ratesCalls, runner, base),
      policy: implementSlice('policy', contract.policy, policyCalls, runner, base),
      exchange: implementSlice('exchange', contract.exchange, exchangeCalls, runner, base),
      receivables: implementSlice('receivables', contract.receivables, receivablesCalls, runner, base),
      company: implementSlice('company', contract.company, companyCalls, runner, base),
      customers: implementSlice('customers', contract.customers, customersCalls, runner, base),
      payments: implementSlice('payments', contract.payments, paymentsCalls, runner, base),
      instalments: implementSlice('instalments', contract.instalments, instalmentsCalls, runner, base),
      promises: implementSlice('promises', contract.promises, promisesCalls, runner, base),
      disputes: implementSlice('disputes', contract.disputes, disputesCalls, runner, base),
      calls: implementSlice('calls', contract.calls, callsCalls, runner, base),
      proofs: implementSlice('proofs', contract.proofs, proofsCalls, runner, base),
      deliveries: implementSlice('deliveries', contract.deliveries, deliveriesCalls, runner, base),
      einvoices: implementSlice('einvoices', contract.einvoices, einvoicesCalls, runner, base),
      bank: implementSlice('bank', contract.bank, bankCalls, runner, base),
      payables: implementSlice('payables', contract.payables, payablesCalls, runner, base),
      registers: implementSlice('registers', contract.registers, registersCalls, runner, base),
      ratings: implementSlice('ratings', contract.ratings, ratingsCalls, runner, base),
      financials: implementSlice('financials', contract.financials, financialsCalls, runner, base),
      behaviour: implementSlice('behaviour', contract.behaviour, behaviourCalls, runner, base),
      expectations: implementSlice('expectations', contract.expectations, expectationsCalls, runner, base),
      handovers: implementSlice('handovers', contract.handovers, handoversCalls, runner, base),
      writeoffs: implementSlice('writeoffs', contract.writeoffs, writeoffsCalls, runner, base),
      limits: implementSlice('limits', contract.limits, limitsCalls, runner, base),
      orders: implementSlice('orders', contract.orders, ordersCalls, runner, base),
      scorecards: implementSlice('scorecards', contract.scorecards, scorecardsCalls, runner, base),
      recommendations: implementSlice('recommendations', contract.recommendations, recommendationsCalls, runner, base),
      alerts: implementSlice('alerts', contract.alerts, alertsCalls, runner, base),
      statements: implementSlice('statements', contract.statements, statementsCalls, runner, base),
      charges: implementSlice('charges', contract.charges, chargesCalls, runner, base),
      dunning: implementSlice('dunning', contract.dunning, dunningCalls, runner, base),
      postings: implementSlice('postings', contract.postings, postingsCalls, runner, base),
      reviews: implementSlice('reviews', contract.reviews, reviewsCalls, runner, base),
      applications: implementSlice('applications', contract.applications, applicationsCalls, runner, base),
      losses: implementSlice('losses', contract.losses, lossesCalls, runner, base),
      figures: implementSlice('figures', contract.figures, figuresCalls, runner, base),
      forecasts: implementSlice('forecasts', contract.forecasts, forecastsCalls, runner, base),
      provisions: implementSlice('provisions', contract.provisions, provisionsCalls, runner, base),
      dashboard: implementSlice('dashboard', contract.dashboard, dashboardCalls, runner, base),
      limitations: implementSlice('limitations', contract.limitations, limitationsCalls, runner, base),
      declarations: implementSlice('declarations', contract.declarations, declarationsCalls, runner, base),
      claims: implementSlice('claims', contract.claims, claimsCalls, runner, base),
      mail: implementSlice('mail', contract.mail, mailCalls, runner, base),
      confirmations: implementSlice('confirmations', contract.confirmations, confirmationsCalls, runner, base),
      worklist: implementSlice('worklist', contract.worklist, worklistCalls, runner, base),
      spaces: implementSlice('spaces', contract.spaces, spacesCalls, runner, base),
      answers: implementSlice('answers', contract.answers, answersCalls, runner, base),
      imports: implementSlice('imports', contract.imports, importsCalls, runner, base),
      reports: implementSlice('reports', contract.reports, reportsCalls, runner, base),
      privacy: implementSlice('privacy', contract.privacy, privacyCalls, runner, base),
      integrity: implementSlice('integrity', contract.integrity, integrityCalls, runner, base),
      backups: implementSlice('backups', contract.backups, createBackupsCalls(session), runner, base),
      book: implementSlice('book', contract.book, createBookCalls(session, desk), runner, base),
    },
    openBook: async (path: string, passphrase?: string): Promise<void> => {
      await session.open(path, new Date().toISOString(), passphrase === undefined ? undefined : new Secret(passphrase))
    },
    close: async (): Promise<void> => {
      await session.close(new Date().toISOString())
      await session.backups.settle(CLOSING_MS)
    },
  }
}

export type Program = ReturnType<typeof createProgram>
