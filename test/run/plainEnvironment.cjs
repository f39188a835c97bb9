/**
 * Jest's Node environment with a global object of the engine's own. Jest looks every global name (`JSON`, `Object`, `Map` …) up through a proxy;
 * here whole offices are lived through in a test, and that look-up was a third of the suite's time.
 */
const vm = require('node:vm')
const { TestEnvironment } = require('jest-environment-node')

/** Calls `make` while new contexts are made without an object that stands for their global one (Node 20.18 and newer; older ones as ever). */
function withPlainContexts(make) {
  const { createContext } = vm
  vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY)
  try {
    return make()
  } finally {
    vm.createContext = createContext
  }
}

module.exports = class PlainEnvironment {
  constructor(...given) {
    // biome-ignore lint/correctness/noConstructorReturn: the environment is Jest's own, made in another way
    return vm.constants.DONT_CONTEXTIFY === undefined
      ? new TestEnvironment(...given)
      : withPlainContexts(() => new TestEnvironment(...given))
  }
}
