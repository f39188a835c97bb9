/** The shape of a probe: the product has a few of its own, of the same kind. */
export { type AnyProbe, type Label, type Probe, probeOf, type Scratch, tools } from '../../../src/server/conformance/probe'
