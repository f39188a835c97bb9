/** Probes of properties and cache: values, limits, what has no answer. */
import { type AnyProbe, probeOf } from './kinds'

const properties: readonly AnyProbe[] = [
  {
    name: 'values are strings, a missing one is null',
    label: 'documented',
    needs: [],
    run: () => {
      const store = PropertiesService.getScriptProperties().deleteAllProperties()
      store.setProperties({ a: '1', b: 'два' }).setProperty('c', 3 as unknown as string)
      store.deleteProperty('a')
      return [store.getProperty('a'), store.getProperty('c'), store.getProperties(), store.getKeys().sort()]
    },
    expect: [null, '3', { b: 'два', c: '3' }, ['b', 'c']],
  },
  {
    name: 'setProperties with deleteAllOthers leaves only the given ones',
    label: 'documented',
    needs: [],
    run: () => PropertiesService.getScriptProperties().setProperties({ a: '1' }).setProperties({ b: '2' }, true).getProperties(),
    expect: { b: '2' },
  },
  ...(['a', 'я'] as const).map((letter) =>
    probeOf({
      name: `a value takes at most 9 KB of «${letter}»`,
      label: 'documented',
      needs: [],
      given: { letter, fits: letter === 'a' ? 9216 : 4608 },
      run: (_scratch, { letter, fits }, { failure }) => {
        const set = (length: number) => PropertiesService.getScriptProperties().setProperty('k', letter.repeat(length))
        return [failure(() => set(fits)), failure(() => set(fits + 1))]
      },
      expect: ['no error', 'Exception: Argument too large: value'],
    }),
  ),
  {
    name: 'null is no value',
    label: 'observed',
    needs: [],
    run: (_scratch, _given, { failure }) =>
      failure(() => PropertiesService.getScriptProperties().setProperty('k', null as unknown as string)),
    expect: "Exception: The parameters (String,null) don't match the method signature for PropertiesService.Properties.setProperty.",
  },
]

const cache: readonly AnyProbe[] = [
  {
    name: 'many at once; what is missing is left out',
    label: 'documented',
    needs: [],
    run: () => {
      const store = CacheService.getScriptCache()
      store.putAll({ a: '1', b: '2' }, 60)
      store.remove('a')
      return [store.getAll(['a', 'b', 'c']), store.get('a')]
    },
    expect: [{ b: '2' }, null],
  },
  {
    name: 'a key of 251 characters, a value over 100 KB, more than six hours',
    label: 'documented',
    needs: [],
    run: (_scratch, _given, { failure }) => {
      const store = CacheService.getScriptCache()
      return [
        failure(() => store.get('k'.repeat(251))),
        failure(() => store.put('k', 'я'.repeat(60_000))),
        failure(() => store.put('k', 'v', 21_601)),
      ]
    },
    expect: [
      'Exception: Argument too large: key',
      'Exception: Argument too large: value',
      'Exception: Invalid argument: expirationInSeconds',
    ],
  },
  {
    name: 'each cache has its own keys',
    label: 'documented',
    needs: [],
    run: () => {
      for (const store of [CacheService.getScriptCache(), CacheService.getDocumentCache()]) store?.remove('k')
      CacheService.getUserCache().put('k', 'user')
      return [
        CacheService.getScriptCache().get('k'),
        CacheService.getDocumentCache()?.get('k') ?? null,
        CacheService.getUserCache().get('k'),
      ]
    },
    expect: [null, null, 'user'],
  },
  {
    name: 'what has no answer answers null',
    label: 'observed',
    needs: [],
    run: () => {
      const store = CacheService.getScriptCache()
      return [store.put('a', '1'), store.putAll({ b: '2' }), store.remove('a'), store.removeAll(['b'])].map((answer) => answer === null)
    },
    expect: [true, true, true, true],
  },
]

export const stores: readonly AnyProbe[] = [...properties, ...cache]
