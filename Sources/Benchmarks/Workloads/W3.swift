import Autograd

/// W3: the chain x ← sin(x)·a + x·b, four operations a step, recorded once and swept once.
struct W3 {
  /// The numbers of x, a and b at the start.
  static let start = [0.5, 0.3, 0.7]

  let operationCount: Int

  /// The end of the chain.
  @inline(__always)
  func end(_ v: [Value]) -> Value {
    let (a, b) = (v[1], v[2])
    var x = v[0]
    for _ in 0..<operationCount / 4 { x = sin(x) * a + x * b }
    return x
  }

  /// Measures passes over the chain, the two directions each for themselves; the first pass, which takes the memory,
  /// does not count.
  func rows(_ name: String, _ mode: Mode, _ make: @autoclosure () -> some ChainPass) -> [Row] {
    let memoryBefore = Platform.peakMemory
    var pass = make()
    var (record, backward) = (Samples(), Samples())
    var derivatives = W3.start
    var end = 0.0
    for repetition in 0...(operationCount >= 10_000_000 ? 5 : 21) {
      let begin = Platform.processorTime
      end = pass.forward()
      let middle = Platform.processorTime
      pass.backward(&derivatives)
      guard repetition > 0 else { continue }
      backward.add(Platform.processorTime - middle)
      record.add(middle - begin)
    }
    let memory = Samples([Platform.peakMemory - memoryBefore])
    let count = Double(operationCount)
    let check = Check(name, mode, loss0: end, gsum0: Check.sum(derivatives), lossN: 0)
    return [
      .check(check),
      .figure(Figure(name, mode, "record", record, scale: 1e9 / count, unit: "ns/op")),
      .figure(Figure(name, mode, "backward", backward, scale: 1e9 / count, unit: "ns/op")),
      .figure(Figure(name, mode, "mem", memory, scale: 1 / count, unit: "B/op")),
    ]
  }
}

/// A way to go along the chain and back.
protocol ChainPass {
  /// Works the values out, and gives that of the end.
  mutating func forward() -> Double
  /// Works out the derivatives of the end by what it started from.
  mutating func backward(_ derivatives: inout [Double])
}
