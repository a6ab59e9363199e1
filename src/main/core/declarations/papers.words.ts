import type { EventKind } from '../registers/registers.contract.ts'
import type { OfficerRole, Security } from './declarations.contract.ts'
import type { ClauseKind, GoodsState } from './retention.schema.ts'

// Papers of a French procedure are in French, whatever the language of the book (C. com. L622-24 and following).

export const procedureNames: Partial<Record<EventKind, string>> = {
  safeguard: 'sauvegarde',
  receivership: 'redressement judiciaire',
  liquidation: 'liquidation judiciaire',
  professional_recovery: 'rétablissement professionnel',
}

export const roleNames: Record<OfficerRole, string> = {
  representative: 'Mandataire judiciaire',
  liquidator: 'Liquidateur judiciaire',
  administrator: 'Administrateur judiciaire',
}

export const securityNames: Record<Security, string> = {
  none: 'Aucune : créance chirographaire.',
  retention: 'Réserve de propriété (C. civ. 2367).',
  pledge: 'Gage ou nantissement.',
  lien: 'Privilège.',
  mortgage: 'Hypothèque.',
  guarantee: 'Créance garantie par un tiers.',
  other: 'Autre sûreté.',
}

export const dayCountNames: Record<string, string> = {
  'act/365': 'nombre exact de jours sur 365',
  'act/act': 'nombre exact de jours sur 365, 366 les années bissextiles',
  'act/360': 'nombre exact de jours sur 360',
  '30/360': 'mois de 30 jours sur 360',
}

export const evidenceNames: Record<string, string> = {
  invoices: 'Factures',
  invoice: 'Copies de factures',
  order: 'Bons de commande',
  quote: 'Devis acceptés',
  contract: 'Contrat',
  terms: 'Conditions générales de vente acceptées',
  delivery_note: 'Bons de livraison',
  receipt: 'Preuves de réception',
  acknowledgement: 'Reconnaissance de dette',
  correspondence: 'Correspondance',
  guarantee: 'Acte de garantie',
  other: 'Autre pièce',
}

export const clauseNames: Record<ClauseKind, string> = {
  terms: 'conditions générales de vente',
  contract: 'contrat',
  order: 'bon de commande',
  quote: 'devis accepté',
  'delivery-note': 'bon de livraison',
  other: 'écrit',
}

export const goodsStateNames: Record<GoodsState, string> = {
  'in-kind': 'en nature',
  fungible: 'bien fongible',
  severable: 'incorporé, séparable sans dommage',
  resold: 'revendu',
  gone: 'disparu',
}
