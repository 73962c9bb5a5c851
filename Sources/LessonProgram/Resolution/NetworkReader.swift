import Algebra
import LessonLanguage

/// Finds the neurons among the formulas that lead to a name.
///
/// A formula that mentions a target, or what is worked out from one, belongs to the cost. One that mentions params or
/// consts beside values, or several values, begins a neuron. One that makes something of a neuron alone, and of nothing
/// else, is its activation.
struct NetworkReader {
  private(set) var outline = NetworkOutline()
  private let root: Name
  /// The places of the nodes of which a value is the output, the weighted sum, or the input.
  private var places: [Name: Int] = [:]
  private var costs: Set<Name> = []
  /// Values that are worked out from fixed and learned numbers alone.
  private var weights: Set<Name> = []
  private var inputs: Set<Name> = []

  /// Reads the definitions beneath `root`, which stand in the order of the lesson.
  init(_ definitions: [Scope.Definition], root: Name) {
    self.root = root
    for definition in definitions { read(definition) }
  }

  private mutating func read(_ definition: Scope.Definition) {
    let name = definition.name
    switch definition.kind {
    case .given(.input): inputs.insert(name)
    case .given(.target): costs.insert(name)
    case .given(.param), .given(.const): weights.insert(name)
    case .formula:
      guard let formula = definition.formula?.writtenOut() else { return }
      read(name, formula)
    }
  }

  private mutating func read(_ name: Name, _ formula: Formula) {
    let names = formula.names
    if names.contains(where: costs.contains) {
      costs.insert(name)
      return
    }
    let sources = names.filter { !weights.contains($0) }
    if sources.isEmpty {
      weights.insert(name)
      return
    }
    if sources.count == names.count, sources.count == 1, let place = places[sources[0]],
      outline.nodes[place].weightedSum != nil
    {
      // What is made of one value alone, without a function, is a cost if nothing follows it.
      if name == root, !formula.bends {
        costs.insert(name)
        return
      }
      if !outline.nodes[place].hasActivation {
        outline.nodes[place].name = name
        outline.nodes[place].hasActivation = true
        places[name] = place
        return
      }
    }
    appendNeuron(name, formula, sources)
  }

  private mutating func appendNeuron(_ name: Name, _ formula: Formula, _ sources: [Name]) {
    for source in sources where places[source] == nil {
      // An input, or what is made of inputs alone.
      places[source] = outline.nodes.count
      outline.nodes.append(.init(name: source, weightedSum: nil, bias: nil, layer: 0))
    }
    let found = sources.compactMap { places[$0] }
    let linear = formula.linearPart(of: Set(sources))
    let parts = WeightedSum(linear, of: sources)
    let place = outline.nodes.count
    let layer = 1 + (found.map { outline.nodes[$0].layer }.max() ?? 0)
    outline.nodes.append(.init(name: name, weightedSum: linear, bias: parts.bias, layer: layer))
    // A neuron may read a weighted sum and its activation; they are one node.
    var joined: Set<Int> = []
    for (source, place) in zip(sources, found) where joined.insert(place).inserted {
      outline.connections.append(
        .init(source: place, target: outline.nodes.count - 1, weight: parts.weights[source]))
    }
    places[name] = place
  }
}

/// A sum of products of values and weights, taken apart.
private struct WeightedSum {
  /// By what each value is multiplied, where that is all that is done with it.
  private(set) var weights: [Name: Formula] = [:]
  /// What stands in the sum besides.
  private(set) var bias: Formula?

  init(_ formula: Formula, of sources: [Name]) {
    let sources = Set(sources)
    let terms: [Formula.Term] = if case .sum(let terms) = formula { terms } else { [.init(.plus, formula)] }
    var mentions: [Name: Int] = [:]
    var others: [Formula.Term] = []
    for term in terms {
      let names = term.formula.names.filter(sources.contains)
      for name in names { mentions[name, default: 0] += 1 }
      if names.isEmpty {
        others.append(term)
      } else if names.count == 1, let weight = term.formula.factor(beside: names[0]) {
        weights[names[0]] = term.sign == .minus ? .negation(weight) : weight
      }
    }
    // What is multiplied in two places has no single weight.
    for (name, count) in mentions where count > 1 { weights[name] = nil }
    if let first = others.first {
      let head = first.sign == .minus ? Formula.negation(first.formula) : first.formula
      bias = others.count == 1 ? head : Formula.sum(of: [.init(.plus, head)] + others.dropFirst())
    }
  }
}

extension Formula {
  /// Whether it is more than sums, products and powers.
  fileprivate var bends: Bool {
    var waiting = [self]
    while let formula = waiting.popLast() {
      switch formula {
      case .call, .conditional: return true
      default: waiting += formula.operands.list
      }
    }
    return false
  }

  /// What multiplies `name` where the formula is that name or a product with it; `nil` where it is anything else.
  fileprivate func factor(beside name: Name) -> Formula? {
    switch self {
    case .name(name): return .number(Number(1, text: "1"))
    case .negation(let inner): return inner.factor(beside: name).map { .negation($0) }
    case .product(let factors):
      guard let place = factors.firstIndex(where: { $0.formula == .name(name) && $0.operation == .times })
      else {
        return nil
      }
      var others = factors
      others.remove(at: place)
      guard !others.contains(where: { $0.formula.names.contains(name) }), let first = others.first,
        first.operation == .times
      else { return nil }
      return others.count == 1 ? first.formula : .product(of: others)
    default: return nil
    }
  }

  /// The weighted sum of `sources` that the formula makes something of: `w*x + b` of `1/(1 + exp(-(w*x + b)))`.
  fileprivate func linearPart(of sources: Set<Name>) -> Formula {
    var formula = self
    while true {
      let holding = formula.operandsOrComparands.filter { $0.names.contains(where: sources.contains) }
      guard holding.count == 1, let inner = holding.first else { return formula }
      switch formula {
      case .product(let factors):
        // Of `w*tanh(x)` the product is what is added up, but not of `2/(1 + exp(-z))`.
        let isQuotient = factors.contains { $0.operation == .over && $0.formula == inner }
        if !isQuotient { return formula }
      case .sum: if !inner.bends { return formula }
      case .name, .number, .element, .derivative, .local, .overRows: return formula
      case .negation, .power, .call, .conditional: break
      }
      formula = inner
    }
  }

  /// Its operands, those of an `if` being what its condition compares.
  private var operandsOrComparands: [Formula] {
    if case .conditional(let condition, _, _) = self { return condition.comparands }
    return Array(operands)
  }
}
