/** Who works in the book and what they may do: what the frame, the sign-in and the page of people say. */
export const peopleFr = {
  permissions: {
    read: { name: 'Consulter', text: 'Voir les clients, les balances, les relances et les dossiers de crédit' },
    collect: { name: 'Recouvrer', text: 'Appels, promesses, litiges, encaissements, lettrage, rapprochement bancaire' },
    edit: { name: 'Tenir le crédit', text: 'Fiches clients, limites dans leur plafond, études de crédit, dossiers' },
    import: { name: 'Importer', text: 'Balances, FEC, registres, rapports d’agences, correspondances de colonnes' },
    issue: { name: 'Émettre', text: 'Relances, mises en demeure, courriers, envois par messagerie' },
    approve: { name: 'Décider', text: 'Valider relances, passages en perte, études de crédit et dérogations' },
    configure: { name: 'Régler', text: 'Société, politique de crédit, plans de relance, textes, taux, messagerie' },
    audit: { name: 'Contrôler', text: 'Journal d’activité et vérification du dossier' },
    administer: { name: 'Administrer', text: 'Utilisateurs, rôles, chiffrement, sauvegardes, données personnelles' },
  },
  roles: {
    reader: 'Lecteur',
    collector: 'Chargé de recouvrement',
    controller: 'Contrôleur crédit',
    manager: 'Responsable',
    administrator: 'Administrateur',
  },
}
