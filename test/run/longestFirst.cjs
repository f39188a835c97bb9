/** What takes minutes begins first, so that no processor waits for it at the end; the rest in Jest's own order. */
const { default: Sequencer } = require('@jest/test-sequencer')

const long = /simulation\/quarter|browser\/(accessibility|errands|intake)\./

module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    return [...sorted.filter(({ path }) => long.test(path)), ...sorted.filter(({ path }) => !long.test(path))]
  }
}
