import { addDays } from '../kernel/day.ts'
import type { Block, DocumentData, DocumentSection } from '../letters/document.model.ts'
import { type AccountPen, accountPen, methodOf, sumsTable } from './account.document.ts'
import type { Account } from './account.schema.ts'
import { type Drawing, paperFrame, piecesTable } from './file.document.ts'
import { fileWords } from './file.words.ts'
import { creditorFacts, debtorFacts, factsBlock, ibanOf } from './parties.document.ts'
import { sendingOf } from './pieces.service.ts'

/** Requests to a French court or commissaire de justice are in French, whatever language the program speaks. */
const FR = 'fr'
const words = fileWords.fr

export type Request = Drawing & { account: Account; court: string }

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const parties = ({ file, company, account }: Request): DocumentSection => ({
  title: 'Les parties',
  number: '1.',
  blocks: [
    {
      kind: 'columns',
      columns: [
        [
          { kind: 'heading', text: 'Le créancier' },
          factsBlock(
            [
              ...creditorFacts(company, words.facts),
              { label: words.facts.iban, value: ibanOf(company, account.currency) },
            ].filter(({ value }) => value !== ''),
          ),
        ],
        [
          { kind: 'heading', text: 'Le débiteur' },
          factsBlock(
            debtorFacts({ customer: file.customer, handover: file.handover, company, language: FR }, words.facts),
          ),
        ],
      ],
    },
  ],
})

const invoicesTable = ({ account }: Request, { day, amount }: AccountPen): Block => ({
  kind: 'table',
  columns: [
    { label: 'Facture', grow: 1 },
    { label: 'Du' },
    { label: 'Échéance' },
    { label: 'Montant TTC', align: 'right' },
    { label: 'Principal dû', align: 'right' },
    { label: 'Intérêts', align: 'right' },
    { label: 'Indemnité', align: 'right' },
  ],
  rows: account.debts.map(({ number, issued, due, amount: incl, left }) => [
    number,
    day(issued),
    day(due),
    amount(incl),
    amount(left.principal),
    amount(left.capitalised + left.interest),
    amount(left.costs),
  ]),
  totals: [
    [
      'Total',
      '',
      '',
      '',
      amount(account.totals.principal),
      amount(account.totals.capitalised + account.totals.interest),
      amount(account.totals.indemnities),
    ],
  ],
})

const sums = (request: Request, pen: AccountPen): DocumentSection => {
  const { account } = request
  return {
    title: 'La somme réclamée et son décompte',
    number: '2.',
    blocks: [
      paragraph(`Au ${pen.longDay(account.asOf)}, la créance s’établit ainsi :`),
      sumsTable(account, pen),
      invoicesTable(request, pen),
      ...(account.perDay > 0
        ? [
            paragraph(
              `Les intérêts continuent de courir à compter du ${pen.longDay(addDays(account.asOf, 1))}, à raison de ${pen.money(account.perDay)} par jour, jusqu’au règlement.`,
            ),
          ]
        : []),
      ...(account.totals.disputed > 0
        ? [paragraph(`Une part de ${pen.money(account.totals.disputed)}, contestée, n’est pas réclamée ici.`)]
        : []),
      { kind: 'note', text: methodOf(account, pen).join(' ') },
    ],
  }
}

/** The formal notice and the letters before it, as they were sent. */
const reminders = ({ file }: Request, { day }: AccountPen): string => {
  const formal = file.letters.findLast((letter) => letter.formal === 1)
  const before = file.letters.filter((letter) => letter !== formal)
  const told =
    before.length > 0
      ? `Le débiteur a été relancé les ${before.map((letter) => day(letter.sentOn ?? letter.day)).join(', ')}. `
      : ''
  if (!formal) return `${told}Aucune mise en demeure n’est enregistrée.`
  const sending = sendingOf(formal, words, FR)
  return `${told}Il a été mis en demeure de payer par lettre du ${day(formal.day)} (${formal.reference}${sending && `, ${sending}`}), restée sans effet.`
}

const pieces = ({ file }: Request, number: string): DocumentSection => ({
  title: 'Bordereau des pièces',
  number,
  blocks: [piecesTable(file, { language: FR })],
})

const signature = ({ company }: Request): Block => ({
  kind: 'signatures',
  signatures: [
    {
      role: 'Le créancier',
      name: company.signatory,
      hint: [company.signatoryRole, `fait à ${company.city || '…'}, le`].filter(Boolean).join(', '),
    },
  ],
})

const LEGAL = 'C. civ. 1103, 1231-6, 1343-1 ; C. com. L441-10 II, D441-5'

/** The request for an order to pay: parties, exact amount, its parts, its ground, exhibits (CPC 1405 to 1407). */
export const paymentOrderRequest = (request: Request): DocumentData => {
  const pen = accountPen(FR, request.account.currency)
  const { totals } = request.account
  const { customer } = request.file
  const interest = totals.capitalised + totals.interest
  const costs = totals.indemnities + totals.costs
  return {
    ...paperFrame({ ...request, language: FR }, 'Requête en injonction de payer'),
    subtitle: `À Madame ou Monsieur le président du ${request.court}`,
    sections: [
      parties(request),
      sums(request, pen),
      {
        title: 'Le fondement de la créance',
        number: '3.',
        blocks: [
          paragraph(
            `La créance a une cause contractuelle et s’élève à un montant déterminé (CPC 1405) : elle résulte des livraisons ou prestations commandées par le débiteur et facturées comme ci-dessus (${LEGAL}).`,
          ),
          paragraph(reminders(request, pen)),
          paragraph(
            totals.disputed > 0
              ? 'La part réclamée n’est pas contestée.'
              : 'Aucune contestation de la créance n’est connue du créancier.',
          ),
        ],
      },
      {
        title: 'La demande',
        number: '4.',
        blocks: [
          paragraph(
            `Le créancier demande qu’il soit enjoint à ${customer.name} de lui payer, en deniers ou quittances :`,
          ),
          {
            kind: 'list',
            items: [
              {
                text: `${pen.money(totals.principal - totals.credits)} en principal${totals.credits > 0 ? ', règlements et avoirs non affectés déduits' : ''} ;`,
              },
              {
                text: `${pen.money(interest)} d’intérêts de retard arrêtés au ${pen.longDay(request.account.asOf)}, outre les intérêts à échoir jusqu’au règlement ;`,
              },
              { text: `${pen.money(costs)} d’indemnités et de frais de recouvrement ;` },
              { text: 'les dépens.' },
            ],
          },
          {
            kind: 'callout',
            tone: 'plain',
            title: `Soit ${pen.money(totals.total)} au ${pen.longDay(request.account.asOf)}`,
            text: '',
          },
          {
            kind: 'note',
            text: 'Juridiction du lieu où demeure le débiteur (CPC 1406). La requête contient l’identité des parties, le montant précis de la somme réclamée avec le décompte de ses éléments, son fondement et le bordereau des pièces (CPC 1407).',
          },
        ],
      },
      pieces(request, '5.'),
      { title: '', blocks: [signature(request)] },
    ],
  }
}

/** The request to a commissaire de justice to serve an order to pay for a claim invoiced between merchants (CPCE L126-1 s.). */
export const uncontestedRequest = (request: Request): DocumentData => {
  const pen = accountPen(FR, request.account.currency)
  const { mandate } = request.file.handover
  return {
    ...paperFrame({ ...request, language: FR }, 'Recouvrement d’une créance commerciale incontestée'),
    subtitle: `Demande au commissaire de justice${mandate.name ? `, ${mandate.name}` : ''}`,
    sections: [
      parties(request),
      sums(request, pen),
      {
        title: 'La demande',
        number: '3.',
        blocks: [
          paragraph(
            'Le créancier vous demande de signifier au débiteur le commandement de payer prévu aux articles L126-1 et suivants du code des procédures civiles d’exécution. La créance est certaine, liquide et exigible ; elle a été facturée entre commerçants.',
          ),
          paragraph(reminders(request, pen)),
          {
            kind: 'list',
            ordered: true,
            items: [
              { text: 'Commandement de payer : un mois pour payer ou contester à compter de la signification.' },
              {
                text: 'Sans paiement ni contestation, procès-verbal de non-contestation, au plus tôt huit jours après ce mois.',
              },
              { text: 'Vérification et formule exécutoire par le greffier du tribunal de commerce.' },
              { text: 'Signification du titre dans les six mois (L126-4).' },
            ],
          },
          {
            kind: 'note',
            text: 'Toute contestation, même non motivée, met fin à la procédure. Merci de nous indiquer le coût de vos actes : le tarif de la procédure (loi 2026-307) est à confirmer.',
          },
        ],
      },
      pieces(request, '4.'),
      { title: '', blocks: [signature(request)] },
    ],
  }
}

/** The request for the simplified procedure of small claims (CPCE L125-1, R125-1 to R125-8). */
export const smallClaimsRequest = (request: Request): DocumentData => {
  const pen = accountPen(FR, request.account.currency)
  const { mandate } = request.file.handover
  return {
    ...paperFrame({ ...request, language: FR }, 'Procédure simplifiée de recouvrement des petites créances'),
    subtitle: `Demande au commissaire de justice${mandate.name ? `, ${mandate.name}` : ''}`,
    sections: [
      parties(request),
      sums(request, pen),
      {
        title: 'La demande',
        number: '3.',
        blocks: [
          paragraph(
            'Le créancier vous demande d’inviter le débiteur à participer à la procédure simplifiée de recouvrement (CPCE L125-1, R125-1 et suivants). La créance, de cause contractuelle, ne dépasse pas 5 000 € en principal et intérêts.',
          ),
          paragraph(reminders(request, pen)),
          {
            kind: 'list',
            items: [
              { text: 'Le débiteur a un mois pour accepter ; son silence ou son refus met fin à la procédure.' },
              { text: 'D’accord sur le montant et les modalités, vous délivrez un titre exécutoire.' },
              { text: 'Les frais restent à la charge du créancier ; l’accord suspend la prescription (C. civ. 2238).' },
            ],
          },
          {
            kind: 'note',
            text: 'À vérifier : depuis la loi 2026-307, cette procédure exclurait les créances entre commerçants.',
          },
        ],
      },
      pieces(request, '4.'),
      { title: '', blocks: [signature(request)] },
    ],
  }
}
