import fc from 'fast-check'

// What properties draw follows from a seed: the same in every npm test, which must not fail by luck, and another one in
// each round of `npm run test:faults properties`, which looks for what no run has met yet.
fc.configureGlobal({ seed: Number(process.env.ENCOURS_FAULTS_SEED ?? 1) })
