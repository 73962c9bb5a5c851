import Autograd
import Glibc

func now() -> Double { var t = timespec(); clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return Double(t.tv_sec) + 1e-9 * Double(t.tv_nsec) }
func gsum(_ g: [Double]) -> Double { var s = 0.0; for i in g.indices { s += Double(i + 1) * g[i] }; return s }
func med(_ x: [Double]) -> Double { x.sorted()[x.count / 2] }

func w1() {
  let tape = Tape(); let adjoints = Adjoints()
  var times: [Double] = []
  var l0 = 0.0, g0 = 0.0, ln = 0.0
  for _ in 0..<21 {
    var w = W1.weights; let c = now()
    var v = w.map { tape.variable($0) }
    var g = w
    for e in 0..<10000 {
      tape.truncate(to: 0)
      for i in 0..<12 { v[i] = tape.variable(w[i]) }
      let loss = W1.loss(v)
      tape.sweep(from: loss.node, into: adjoints)
      for i in 0..<12 { g[i] = adjoints[v[i]] }
      if e == 0 { l0 = loss.value; g0 = gsum(g) }
      ln = loss.value
      for i in 0..<12 { w[i] -= W1.rate * g[i] }
    }
    times.append((now() - c) / 10000)
  }
  print("W1 recorded", med(times) * 1e9, times.min()! * 1e9, l0, g0, ln)
}
func w2() {
  let tape = Tape(); let adjoints = Adjoints(); let d = W2()
  var times: [Double] = []
  var l0 = 0.0, g0 = 0.0, ln = 0.0
  for r in 0..<7 {
    var w = d.weights; 
    var v: [Value] = []; v.reserveCapacity(105)
    var g = w
    let c = now()
    for e in 0..<100 {
      var total = 0.0
      for i in 0..<105 { g[i] = 0 }
      tape.truncate(to: 0)
      v.removeAll(keepingCapacity: true)
      for x in w { v.append(tape.variable(x)) }
      for p in d.points {
        tape.truncate(to: 105)
        let x = tape.variable(p.x), y = tape.variable(p.y)
        let o = W2.output(v, x, y) - p.target
        let l = o * o
        total += l.value
        tape.sweep(from: l.node, downTo: 105, addingTo: adjoints)
      }
      for i in 0..<105 { g[i] = adjoints[v[i]] * (0.5 / 400) }
      adjoints.reset()
      if e == 0 { l0 = total * 0.5 / 400; g0 = gsum(g) }
      ln = total * 0.5 / 400
      for i in 0..<105 { w[i] -= W2.rate * g[i] }
    }
    if r > 0 { times.append((now() - c) / 100) }
  }
  print("W2 recorded per point", med(times) * 1e6, times.min()! * 1e6, l0, g0, ln)
}
func w2b() {
  let tape = Tape(); let adjoints = Adjoints(); let d = W2()
  var times: [Double] = []
  var l0 = 0.0, g0 = 0.0, ln = 0.0
  for r in 0..<7 {
    var w = d.weights; 
    var v: [Value] = []; v.reserveCapacity(105)
    var g = w
    let c = now()
    for e in 0..<100 {
      tape.truncate(to: 0)
      v.removeAll(keepingCapacity: true)
      for x in w { v.append(tape.variable(x)) }
      var total = tape.variable(0)
      for p in d.points {
        let x = tape.variable(p.x), y = tape.variable(p.y)
        let o = W2.output(v, x, y) - p.target
        let l = o * o
        total = total + l
      }
      let loss = total * (0.5 / 400)
      tape.sweep(from: loss.node, into: adjoints)
      for i in 0..<105 { g[i] = adjoints[v[i]] }
      if e == 0 { l0 = loss.value; g0 = gsum(g) }
      ln = loss.value
      for i in 0..<105 { w[i] -= W2.rate * g[i] }
    }
    if r > 0 { times.append((now() - c) / 100) }
  }
  print("W2 recorded batch", med(times) * 1e6, times.min()! * 1e6, l0, g0, ln)
}
func w3(_ n: Int) {
  let tape = Tape(); let adjoints = Adjoints()
  var a: [Double] = [], b: [Double] = []; var y = 0.0, gs = 0.0
  for r in 0..<(n >= 10_000_000 ? 6 : 22) {
    let c0 = now()
    tape.truncate(to: 0)
    let v = [tape.variable(0.5), tape.variable(0.3), tape.variable(0.7)]
    var x = v[0]
    for _ in 0..<(n / 4) { x = sin(x) * v[1] + x * v[2] }
    let c1 = now()
    tape.sweep(from: x.node, into: adjoints)
    let c2 = now()
    y = x.value; gs = gsum(v.map { adjoints[$0] })
    if r > 0 { a.append(c1 - c0); b.append(c2 - c1) }
  }
  print("W3", n, med(a) * 1e9 / Double(n), med(b) * 1e9 / Double(n), y, gs)
}
func w1r() {
  let tape = Tape()
  let v = W1.weights.map { tape.variable($0) }
  let nodes = v.map(\.node)
  let output = W1.loss(v).node
  let program = Program(tape, of: output, by: nodes)
  var times: [Double] = []
  var l0 = 0.0, g0 = 0.0, ln = 0.0
  for _ in 0..<21 {
    var w = W1.weights; let c = now()
    var g = w
    for e in 0..<10000 {
      program.evaluate(at: w, derivatives: &g)
      if e == 0 { l0 = tape.value(of: output); g0 = gsum(g) }
      ln = tape.value(of: output)
      for i in 0..<12 { w[i] -= W1.rate * g[i] }
    }
    times.append((now() - c) / 10000)
  }
  print("W1 replayed", med(times) * 1e9, times.min()! * 1e9, l0, g0, ln)
}
func w2r(_ name: String, _ isWide: Bool) {
  let tape = Tape(); let d = W2()
  let v = d.weights.map { tape.variable($0) }
  let nodes = v.map(\.node)
  let x = tape.variable(0), y = tape.variable(0), t = tape.variable(0)
  let o = W2.output(v, x, y) - t
  let l = o * o
  let program = Program(tape, of: l.node, by: nodes, varying: [x.node, y.node, t.node])
  let batch = Batch(program, width: isWide ? .eight : .one)
  let numbers = d.points.flatMap { [$0.x, $0.y, $0.target] }
  let rows = Array(0..<400)
  var outputs = [Double](repeating: 0, count: 400)
  var times: [Double] = []
  var l0 = 0.0, g0 = 0.0, ln = 0.0
  for r in 0..<7 {
    var w = d.weights; 
    var g = w
    let c = now()
    for e in 0..<100 {
      for i in 0..<105 { tape.setValue(w[i], ofLeaf: nodes[i]) }
      for i in 0..<105 { g[i] = 0 }
      _ = batch.addDerivatives(of: rows[...], numbers: numbers, outputs: &outputs, to: &g)
      for i in 0..<105 { g[i] *= 0.5 / 400 }
      let loss = outputs.reduce(0, +) * (0.5 / 400)
      if e == 0 { l0 = loss; g0 = gsum(g) }
      ln = loss
      for i in 0..<105 { w[i] -= W2.rate * g[i] }
    }
    if r > 0 { times.append((now() - c) / 100) }
  }
  print(name, med(times) * 1e6, times.min()! * 1e6, l0, g0, ln)
}
let arguments = CommandLine.arguments
switch arguments[1] {
case "w1": if arguments.count < 3 { w1() }; w1r()
case "w2": if arguments.count < 3 { w2(); w2b() }; w2r("W2 lanes", true); w2r("W2 replayed", false)
default: w3(Int(arguments[2])!)
}
