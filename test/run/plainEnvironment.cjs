/**
 * Jest's Node environment with a global object of the engine's own. Jest looks every global name (`JSON`, `Object`, `Map` …) up through a proxy;
 * here whole offices are lived through in a test, and that look-up was a sixth of a scenario's time.
 */
const { setFlagsFromString } = require('node:v8')
const vm = require('node:vm')
const { TestEnvironment } = require('jest-environment-node')

/**
 * Every run of the bundle is a world of its own, gone after some milliseconds: what the engine makes of its functions meanwhile is made again in the
 * next one, and was half of a scenario's time. Only what runs for long is worth it.
 */
setFlagsFromString('--interrupt-budget=5000000')

/** Node 20.18 and newer; on older ones the environment is as ever. */
const plain = vm.constants?.DONT_CONTEXTIFY

/** Jest calls it with `new`; what it gets is its own environment, made while new contexts have no object that stands for their global one. */
module.exports = function PlainEnvironment(...given) {
  const { createContext } = vm
  if (plain !== undefined) vm.createContext = () => createContext(plain)
  try {
    return new TestEnvironment(...given)
  } finally {
    vm.createContext = createContext
  }
}
