/** fast-check with one seed for all properties: a run that fails here fails everywhere. SEED=7 tries others. */
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js')

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261129) })
module.exports = fc
