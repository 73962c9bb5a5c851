import Algebra
import Transcript

/// Works the reverse pass out: from the output back, each value's derivative from those of the values that use it.
struct ReversePassWorking {
  private let output: Name
  private let chains: ChainWorking

  /// The reverse pass of `output`.
  init(of output: Name, chains: ChainWorking) {
    self.output = output
    self.chains = chains
  }

  /// A row for each value that the output depends on, last to first.
  func lines(in values: Values) throws(Fault) -> [Line] {
    let names = values.names(beneath: [output])
    let derivatives = try values.derivatives(of: output, by: names)
    // Each row reads the derivatives above it: one sweep gives them all.
    var known: [Formula: Number] = [:]
    for (name, value) in zip(names, derivatives) {
      known[.derivative(of: .name(output), by: name)] = Number(value)
    }
    var users: [Name: [(term: Formula, largest: Double)]] = [:]
    var lines: [Line] = []
    for (name, value) in zip(names, derivatives).reversed() {
      let atom = Formula.derivative(of: .name(output), by: name)
      if let terms = users[name] {
        // The users were met last to first; a formula reads first to last.
        let sum = Formula.sum(of: terms.reversed().map { .init(.plus, $0.term) })
        let largest = terms.reduce(0) { max($0, $1.largest) }
        lines.append(
          Line(.chain(try chains.chain(atom, sum, value: value, frozen: known, largest: largest))))
      } else {
        let one = Chain(subject: atom, links: [.init(.equals, .result(Number(1, text: "1")))])
        lines.append(Line(.chain(one)))
      }
      let mentioned = values.names(inFormulaOf: name)
      for link in try values.links(of: .name(name), by: mentioned) {
        users[link.name, default: []].append((atom.times(link.formula), abs(value) * link.largest))
      }
    }
    return lines
  }
}

extension Formula {
  /// This derivative times a local one, as a teacher would write it: without a factor of 1.
  fileprivate func times(_ local: Formula) -> Formula {
    guard local != .number(Number(1)) else { return self }
    guard case .product(let factors) = local else {
      return .product(of: [.init(.times, self), .init(.times, local)])
    }
    let rest = factors[0].formula == .number(Number(1)) ? Array(factors.dropFirst()) : factors
    return .product(of: [.init(.times, self)] + rest)
  }
}
