/**
 * Works a pure function of an immutable object out once per object. The result lives as long as the object does,
 * so a state that keeps a slice by reference keeps what was derived from it.
 */
export function perObject<K extends object, V>(derive: (object: K) => V): (object: K) => V {
  const results = new WeakMap<K, { readonly value: V }>()
  return (object) => {
    const found = results.get(object)
    if (found) return found.value
    const value = derive(object)
    results.set(object, { value })
    return value
  }
}
