import type { HelpTexts } from './help.topics.ts'

export const claimTopicsFr: Pick<HelpTexts, 'claims'> = {
  claims: {
    title: 'Contentieux',
    lead: 'Quand la mise en demeure est restée sans effet\u202f: confier le compte, établir le dossier, suivre la procédure.',
    sections: [
      {
        title: 'Du compte au dossier',
        text: 'Ce qui est ouvert le jour de la remise est figé\u202f; les lettres s’arrêtent pour ces pièces tant que le dossier est confié à l’extérieur, et reprennent quand vous le clôturez.',
        steps: [
          'Mettez le compte au contentieux et dites à qui. Nous indiquons la voie que le dossier permet.',
          'Dans « Voies », lisez pourquoi une voie est ouverte ou fermée, puis choisissez.',
          'Dans « Pièces », joignez ce qui manque et écartez ce qui ne sert pas.',
          'Dans « Actes et fichiers », émettez la requête, le mandat ou le dossier complet, en PDF ou en ZIP.',
          'Dans « Étapes », notez ce qui se passe\u202f: les délais se comptent seuls (CPC 641, 642).',
        ],
      },
      {
        title: 'Le décompte',
        text: 'Jour par jour, ligne à ligne, par facture, arrondi une seule fois. Le mode d’imputation est toujours écrit avec le chiffre.',
        points: [
          'Intérêts d’abord\u202f: l’ordre de la loi (C. civ. 1343-1), celui d’un décompte en justice.',
          'Frais d’abord\u202f: les frais sont l’accessoire de la dette.',
          'Principal d’abord\u202f: le principal restant est celui du grand livre.',
          'Les intérêts ne portent intérêt que si le contrat ou un juge le dit, pour une année entière.',
          'Un avoir réduit le principal à sa date\u202f; la part contestée reste à part\u202f; un jugement arrête les intérêts la veille.',
        ],
      },
      {
        title: 'Ce que le programme ne fait pas',
        text: 'Rien n’est envoyé ni déposé\u202f: les actes émis sont gardés avec leur empreinte, vous les transmettez. La juridiction proposée d’après le siège du débiteur et les tarifs sont à vérifier.',
      },
    ],
  },
}
